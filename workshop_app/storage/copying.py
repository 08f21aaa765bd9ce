"""Whole copies of a database, written beside the target and put in its place in one step."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workshop_app.storage.connection import busy_guard
from workshop_app.storage.errors import FolderMissing, NameTaken, NoAccess, ReadOnlyFile, explained_with_system
from workshop_app.storage.places import real_path

_JOURNALS = ("-journal", "-wal")
SIDE_FILES = (*_JOURNALS, "-shm")


def copy_database(source: sqlite3.Connection, target: Path, *, replace: bool = False) -> None:
    """Write everything committed in ``source`` to ``target``; the name appears only when the copy is whole and on disk.

    What is replaced is the file a link leads to, not the link.

    DocumentErrors: NameTaken (unless ``replace``), FolderMissing, DiskFull, NoAccess, FileBusy, DriveProblem.
    RuntimeError inside a transaction.
    """
    if source.in_transaction:
        raise RuntimeError("a copy is made between transactions only")
    target = real_path(target) if replace else target
    with _writing(target):
        if not replace and target.exists():
            raise NameTaken(target)
        if not target.parent.is_dir():
            raise FolderMissing(target)
        temporary = target.with_name(f".~{target.name}.{os.urandom(4).hex()}.tmp")
        try:
            with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
                source.backup(copy, progress=busy_guard(target))
            _sync(temporary)
            _put_in_place(temporary, target, replace=replace)
        finally:
            for name in (temporary, *side_files(temporary)):
                name.unlink(missing_ok=True)


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    """Errors about a file that is to be: a drive that takes no changes does not give access to it."""
    try:
        with explained_with_system(target):
            yield
    except ReadOnlyFile as error:
        raise NoAccess(target, error.detail) from error


def side_files(path: Path) -> tuple[Path, ...]:
    """Where SQLite keeps unfinished changes of ``path``."""
    return tuple(path.with_name(path.name + suffix) for suffix in SIDE_FILES)


def unfinished_journals(path: Path) -> list[Path]:
    """The journals of ``path`` that hold changes which were cut off."""
    journals = [path.with_name(path.name + suffix) for suffix in _JOURNALS]
    return [journal for journal in journals if journal.is_file() and journal.stat().st_size]


def sync_folder(folder: Path) -> None:
    """Make new and removed names durable where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _put_in_place(temporary: Path, target: Path, *, replace: bool) -> None:
    for leftover in side_files(target) if replace or not target.exists() else ():
        leftover.unlink(missing_ok=True)  # a journal of another file would be rolled back into this one
    if replace:
        temporary.replace(target)
    else:
        _rename_to_free_name(temporary, target)
    sync_folder(target.parent)


def _rename_to_free_name(temporary: Path, target: Path) -> None:
    """A hard link fails when the name is taken, a rename on POSIX does not; some memory sticks know no links."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise NameTaken(target) from None
    except OSError:
        if target.exists():
            raise NameTaken(target) from None
        temporary.rename(target)
