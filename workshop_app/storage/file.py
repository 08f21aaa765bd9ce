"""The workshop file: creating, opening, one transaction per change, copies, closing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from workshop_app.storage import connection as connections
from workshop_app.storage import sidecars
from workshop_app.storage.backups import Backups, Reason
from workshop_app.storage.copying import copy_database, side_files
from workshop_app.storage.errors import (
    ChangedElsewhere,
    DamagedFile,
    FileGone,
    NewerVersion,
    ReadOnlyFile,
    UnsafeFile,
    explained,
    explained_with_system,
)
from workshop_app.storage.migrations import Format, migrate, workshop_format
from workshop_app.storage.places import real_path


class WorkshopFile:
    """An open workshop file: one connection, used by the thread that opened it. Close it, or use it in ``with``."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        self._identity = _identity(path)
        self._data_version = self._read_data_version()

    def __enter__(self) -> WorkshopFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One change of the document. After the block the change is on the disk; after an exception it never was.

        DocumentErrors: ReadOnlyFile, FileGone, ChangedElsewhere (until ``changed_elsewhere`` was asked), DiskFull,
        FileBusy, DamagedFile, DriveProblem. Broken constraints pass as sqlite3.IntegrityError.
        """
        if self.read_only:
            raise ReadOnlyFile(self.path)
        if self.connection.in_transaction:
            raise RuntimeError("a transaction is open already")
        with explained(self.path):
            self.require_in_place()
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                if self._read_data_version() != self._data_version:
                    raise ChangedElsewhere(self.path)
                yield self.connection
                self.require_in_place()
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    with suppress(sqlite3.Error):
                        self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent state for several SELECTs, with errors as DocumentErrors. Works inside a transaction too."""
        with explained(self.path):
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.execute("ROLLBACK")

    def changed_elsewhere(self) -> bool:
        """Whether another program has written since the last call (or since opening): read everything again then."""
        with explained(self.path):
            version = self._read_data_version()
        changed = version != self._data_version
        self._data_version = version
        return changed

    @property
    def birth(self) -> str:
        """When the document was made, to the microsecond: renamed, moved and copied files keep it. Empty if unknown."""
        with suppress(sqlite3.Error):
            first = "SELECT applied_at FROM _sqlite_migrations ORDER BY id LIMIT 1"
            return str(self.connection.execute(first).fetchone()[0])
        return ""

    def require_in_place(self) -> None:
        """FileGone when the path no longer leads to the file that was opened."""
        try:
            identity = _identity(self.path)
        except OSError as error:
            raise FileGone(self.path, str(error)) from error
        if identity != self._identity:
            raise FileGone(self.path, "another file in its place")

    def copy_to(self, path: Path, *, replace: bool = False) -> None:
        """A whole copy under another name, also when this file is gone from its place; errors as in copy_database."""
        if real_path(path) == real_path(self.path):
            raise RuntimeError("a copy needs another name")
        copy_database(self.connection, path, replace=replace)

    def close(self) -> None:
        """Leave one file: take back an open transaction and remove the empty journal."""
        with suppress(sqlite3.ProgrammingError), closing(self.connection):
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            if not self.read_only and self._in_place():
                connections.unrestrict(self.connection)
                with suppress(sqlite3.Error):
                    self.connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        if not self.read_only:
            self._remove_orphaned_journal()

    def _remove_orphaned_journal(self) -> None:
        """The empty journal of a file that was moved away; where another file took the name it may be that one's."""
        journal = side_files(self.path)[0]
        with suppress(OSError):
            if not self.path.exists() and journal.stat().st_size == 0:
                journal.unlink()

    def _in_place(self) -> bool:
        try:
            self.require_in_place()
        except FileGone:
            return False
        return True

    def _read_data_version(self) -> int:
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])


def create(path: Path, *, replace: bool = False, fmt: Format | None = None) -> WorkshopFile:
    """Make an empty workshop file and open it. DocumentErrors: NameTaken (unless ``replace``), NoAccess, DiskFull."""
    fmt = fmt or workshop_format()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        migrate(empty, fmt)
        copy_database(empty, path, replace=replace)
    return open_file(path, fmt=fmt)


def open_file(
    path: Path,
    *,
    read_only: bool = False,
    fmt: Format | None = None,
    data_folder: Path | None = None,
) -> WorkshopFile:
    """Open a workshop file after checking it; on a DocumentError the file has the bytes it had.

    An older file is backed up and brought to the newest version; one that is only read is brought there in memory.
    Backups and copies of unfinished journals go into ``data_folder``. Any DocumentError may come; ReadOnlyFile means:
    try ``read_only``.
    """
    fmt = fmt or workshop_format()
    with explained_with_system(path):
        path = real_path(path) if path.is_symlink() else path
    if read_only:
        opened = open_copy(path, fmt=fmt)
        if connections.read_version(opened.connection) < fmt.newest:
            return _read_updated(opened, fmt)
        return opened
    connections.check_header(path, fmt)
    with explained_with_system(path):
        snapshot = sidecars.take(path, data_folder)
    try:
        opened = _open_checked(path, fmt, read_only=False)
    except (DamagedFile, UnsafeFile, NewerVersion):
        if snapshot:
            snapshot.put_back()
        raise
    if connections.read_version(opened.connection) < fmt.newest:
        _update(opened, fmt, data_folder)
    return opened


def open_copy(path: Path, *, fmt: Format | None = None) -> WorkshopFile:
    """Open a backup for reading and copying, of whatever version, after the same checks."""
    fmt = fmt or workshop_format()
    connections.check_header(path, fmt)
    return _open_checked(path, fmt, read_only=True)


def _open_checked(path: Path, fmt: Format, *, read_only: bool) -> WorkshopFile:
    with explained_with_system(path):
        connection = connections.connect(path, read_only=read_only)
        try:
            connections.check_schema(connection, path, fmt)
            connections.check_content(connection, path, fmt)
            if not read_only:
                connections.make_durable(connection, path)
                connections.check_writable(connection, path, fmt)
            connections.restrict(connection)
            return WorkshopFile(path, connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise


def _update(opened: WorkshopFile, fmt: Format, data_folder: Path | None) -> None:
    try:
        Backups(opened.path, data_folder=data_folder).make(opened, Reason.UPDATE)
        connections.unrestrict(opened.connection)
        with explained(opened.path):
            migrate(opened.connection, fmt)
        with suppress(sqlite3.Error):  # a file that stays large is a whole one
            connections.give_room_back(opened.connection)
        connections.restrict(opened.connection)
    except BaseException:
        opened.close()
        raise


def _read_updated(opened: WorkshopFile, fmt: Format) -> WorkshopFile:
    """An older file as the newest version has it, to be read; the file stays as it is."""
    memory = connections.connect_memory()
    try:
        with explained(opened.path):
            opened.connection.backup(memory, progress=connections.busy_guard(opened.path))
            migrate(memory, fmt)
            memory.execute("PRAGMA query_only = ON")
        connections.restrict(memory)
        return WorkshopFile(opened.path, memory, read_only=True)
    except BaseException:
        memory.close()
        raise
    finally:
        opened.close()


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
