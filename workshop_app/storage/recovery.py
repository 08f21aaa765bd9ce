"""After a crash: which documents were not closed, and the newest whole copy of each."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.storage.backups import Backup, list_backups
from workshop_app.storage.copying import unfinished_journals
from workshop_app.storage.errors import DocumentError, explained_with_system
from workshop_app.storage.file import open_copy, open_file
from workshop_app.storage.migrations import Format


@frozen
class WholeCopy:
    """A file whose checks succeed: the document itself (``backup`` None) or a backup; ``at`` in UTC."""

    path: Path
    at: datetime
    backup: Backup | None


def newest_whole_copy(
    document: Path,
    *,
    data_folder: Path | None = None,
    second_folder: Path | None = None,
    fmt: Format | None = None,
) -> WholeCopy | None:
    """The document when it passes its checks, else its newest backup that does. Not for one that is open here."""
    if _is_whole(document, fmt):
        return WholeCopy(document, datetime.fromtimestamp(document.stat().st_mtime, UTC), None)
    for backup in list_backups(document, data_folder=data_folder, second_folder=second_folder):
        if _is_whole(backup.path, fmt):
            return WholeCopy(backup.path, backup.made_at, backup)
    return None


def restore(backup: Path, target: Path, *, fmt: Format | None = None) -> None:
    """Copy a backup to a new file. DocumentErrors: NameTaken, and those of checking and copying."""
    with open_copy(backup, fmt=fmt) as source:
        source.copy_to(target)


def _is_whole(path: Path, fmt: Format | None) -> bool:
    """Whether a file can be opened; unfinished changes are taken back in a copy, the file stays untouched."""
    try:
        with explained_with_system(path), tempfile.TemporaryDirectory() as folder:
            journals = unfinished_journals(path)
            if not journals:
                open_copy(path, fmt=fmt).close()
                return True
            for file in (path, *journals):
                shutil.copyfile(file, Path(folder) / file.name)
            open_file(Path(folder) / path.name, fmt=fmt, data_folder=Path(folder)).close()
            return True
    except DocumentError:
        return False
