"""Opening a workshop for work: lock, recovery note, backups; a rehearsal copy; what to restore after a crash."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workshop_app.services.document import Document
from workshop_app.storage.backups import Backup, Backups, Made, Reason
from workshop_app.storage.errors import DocumentError, ReadOnlyFile
from workshop_app.storage.file import open_file
from workshop_app.storage.lock import FileLock, acquire, take_over
from workshop_app.storage.open_marks import OpenMark, mark_open
from workshop_app.storage.process import LockHeldBy
from workshop_app.storage.recovery import newest_whole_copy, restore

__all__ = [
    "Backup",
    "DocumentError",
    "LockHeldBy",
    "OpenMark",
    "OpenWorkshop",
    "newest_whole_copy",
    "restore",
]

REHEARSAL = "rehearsal"


@dataclass
class OpenWorkshop:
    """An open document with everything that keeps it safe.

    ``held_by`` says who else has the file; the document is then read-only and follows their changes.
    """

    document: Document
    backups: Backups
    lock: FileLock | None = None
    mark: OpenMark | None = None
    held_by: LockHeldBy | None = None
    rehearsal: bool = False
    folder_without_backup: Path | None = None
    """The folder that did not take the latest backup."""

    @property
    def path(self) -> Path:
        """The file."""
        return self.document.file.path

    def back_up(self, reason: Reason = Reason.TIMED) -> None:
        """A backup if anything changed since the last one; a problem with it never stops the work."""
        if self.document.is_closed or self.document.read_only or self.rehearsal:
            return
        self._back_up(lambda: self.backups.make_if_changed(self.document.file, reason))

    def back_up_twice(self, second_folder: Path | None) -> None:
        """From now on every backup goes to this folder too, None = to no other; it gets one at once."""
        self.backups = Backups(self.path, second_folder=second_folder)
        if second_folder and not (self.document.is_closed or self.document.read_only or self.rehearsal):
            self._back_up(lambda: self.backups.make(self.document.file, Reason.TIMED))

    def _back_up(self, make: Callable[[], Made | None]) -> None:
        try:
            made = make()
        except DocumentError as error:
            self.folder_without_backup = self.backups.folder_of(error)
            return
        if made is not None:
            problem = made.second_problem
            self.folder_without_backup = self.backups.folder_of(problem) if problem else None

    def close(self) -> None:
        """Close well: one file is left, no lock, no recovery note."""
        self.document.close()
        if self.mark:
            self.mark.clear()
        if self.lock:
            self.lock.release()
        if self.rehearsal:
            with suppress(OSError):
                self.path.unlink()


def open_workshop(path: Path, *, take_it: bool = False, second_backup_folder: Path | None = None) -> OpenWorkshop:
    """Open a workshop for work; read-only when somebody else has it, or the folder takes no changes.

    ``take_it``: the person said the other one is not at work any more. Raises ``DocumentError``.
    """
    backups = Backups(path, second_folder=second_backup_folder)
    try:
        lock = take_over(path) if take_it else acquire(path)
    except ReadOnlyFile:
        return OpenWorkshop(Document.open(path, read_only=True), backups)
    if isinstance(lock, LockHeldBy):
        return OpenWorkshop(Document.open(path, read_only=True), backups, held_by=lock)
    return _open_locked(path, lock, backups)


def _open_locked(path: Path, lock: FileLock, backups: Backups) -> OpenWorkshop:
    try:
        try:
            file = open_file(path)
        except ReadOnlyFile:
            lock.release()
            return OpenWorkshop(Document.open(path, read_only=True), backups)
        opened = OpenWorkshop(Document(file), backups, lock)
    except BaseException:
        lock.release()
        raise
    with suppress(DocumentError):
        opened.mark = mark_open(path)
    opened.back_up(Reason.OPEN)
    return opened


def create_workshop(path: Path, *, replace: bool = False, second_backup_folder: Path | None = None) -> OpenWorkshop:
    """A new, empty workshop, open for work. Raises ``DocumentError``."""
    Document.create(path, replace=replace).close()
    return open_workshop(path, second_backup_folder=second_backup_folder)


def open_rehearsal(path: Path) -> OpenWorkshop:
    """A throw-away copy of any workshop to practise on; it is deleted when it is closed."""
    folder = Path(tempfile.mkdtemp(prefix=f"{REHEARSAL}-"))
    copy = folder / path.name
    with open_file(path, read_only=True) as source:
        source.copy_to(copy)
    return OpenWorkshop(Document.open(copy), Backups(copy), rehearsal=True)
