"""The copy of a file and its unfinished journal, taken before SQLite rolls the journal back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.storage.copying import unfinished_journals
from workshop_app.storage.places import data_folder as person_folder
from workshop_app.storage.places import key_of

_KEPT = 5


@frozen
class Snapshot:
    """The copied files and where they came from."""

    folder: Path
    document: Path

    def put_back(self) -> None:
        """Restore every byte: a forged or foreign journal may have cut the document to nothing."""
        for copy in self.folder.iterdir():
            target = self.document.with_name(copy.name)
            temporary = target.with_name(f".~{copy.name}.{os.urandom(4).hex()}.tmp")
            try:
                shutil.copy2(copy, temporary)
                temporary.replace(target)
            finally:
                temporary.unlink(missing_ok=True)


def take(document: Path, data_folder: Path | None) -> Snapshot | None:
    """Copy the document and its journals when one of these holds unfinished changes, else None. OSError passes."""
    journals = unfinished_journals(document)
    if not journals:
        return None
    root = (data_folder or person_folder()) / "recovery"
    folder = root / f"{key_of(document)}-{document.stat().st_mtime_ns}-{os.urandom(4).hex()}"
    folder.mkdir(parents=True)
    for path in (document, *journals):
        shutil.copy2(path, folder / path.name)
    _keep_newest(root)
    return Snapshot(folder, document)


def _keep_newest(root: Path) -> None:
    folders = sorted(root.iterdir(), key=lambda folder: folder.stat().st_ctime_ns)
    for folder in folders[:-_KEPT]:
        shutil.rmtree(folder, ignore_errors=True)
