"""After a crash: which documents were not closed, and the newest whole copy of each."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.storage.backups import Backup, list_backups
from workshop_app.storage.copying import side_files
from workshop_app.storage.errors import DocumentError, explained_with_system
from workshop_app.storage.file import open_copy, open_file
from workshop_app.storage.migrations import Format
from workshop_app.storage.places import data_folder as person_folder
from workshop_app.storage.places import key_of, real_path
from workshop_app.storage.process import LockHeldBy, this_process, utc_now


@dataclass(frozen=True)
class OpenMark:
    """The note that a document is open for writing; ``clear`` it when the document has been closed well."""

    note: Path
    document: Path
    since: datetime | None

    def clear(self) -> None:
        """Forget the document: closed well, or the person has seen the notice."""
        with suppress(OSError):
            self.note.unlink(missing_ok=True)


@dataclass(frozen=True)
class WholeCopy:
    """A file whose checks succeed: the document itself (``backup`` None) or a backup; ``at`` in UTC."""

    path: Path
    at: datetime
    backup: Backup | None


def mark_open(document: Path, *, data_folder: Path | None = None, now: Callable[[], datetime] = utc_now) -> OpenMark:
    """Note that this process has opened a document for writing."""
    process = this_process(now())
    note = _notes(data_folder) / f"{key_of(document)}.json"
    content = {"document": str(real_path(document)), "process": json.loads(process.to_json())}
    with explained_with_system(note):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(content), encoding="ascii")
    return OpenMark(note, document, process.since)


def not_closed(*, data_folder: Path | None = None) -> tuple[OpenMark, ...]:
    """The documents whose program ended without closing them, the latest first."""
    marks = []
    for note in _notes(data_folder).glob("*.json"):
        with suppress(OSError, ValueError, TypeError, KeyError):
            content = json.loads(note.read_text(encoding="utf-8"))
            process = LockHeldBy.from_json(json.dumps(content["process"]).encode())
            if process.is_gone:
                marks.append(OpenMark(note, Path(content["document"]), process.since))
    return tuple(sorted(marks, key=lambda mark: mark.since or datetime.min.replace(tzinfo=UTC), reverse=True))


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
            hot = [side for side in side_files(path)[:2] if side.is_file() and side.stat().st_size]
            if not hot:
                open_copy(path, fmt=fmt).close()
                return True
            for file in (path, *hot):
                shutil.copyfile(file, Path(folder) / file.name)
            open_file(Path(folder) / path.name, fmt=fmt, data_folder=Path(folder)).close()
            return True
    except DocumentError:
        return False


def _notes(data_folder: Path | None) -> Path:
    return (data_folder or person_folder()) / "open"
