"""SQLite connections to document files: settings, authorizer, and what is checked before a table is read."""

from __future__ import annotations

import sqlite3
import stat
import time
from collections.abc import Callable
from pathlib import Path, PurePath

from workshop_app.storage.capture import quote
from workshop_app.storage.errors import (
    DamagedFile,
    FileBusy,
    NewerVersion,
    NotAWorkshopFile,
    ReadOnlyFile,
    UnsafeFile,
    explained_with_system,
)
from workshop_app.storage.migrations import Format, expected_schema, fingerprint_of, schema_of

BUSY_SECONDS = 2.0
_SCHEMA_SECONDS = 10.0
_LARGEST_VALUE = 64 * 1024 * 1024

_SETTINGS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # REPLACE must fire the delete triggers of the row log
    "secure_delete = ON",
    "temp_store = MEMORY",  # row images of people's data never reach the disk
    "locking_mode = NORMAL",
)
_DENIED_ACTIONS = frozenset(
    {
        sqlite3.SQLITE_ATTACH,
        sqlite3.SQLITE_DETACH,
        sqlite3.SQLITE_ALTER_TABLE,
        sqlite3.SQLITE_CREATE_INDEX,
        sqlite3.SQLITE_CREATE_TABLE,
        sqlite3.SQLITE_CREATE_TRIGGER,
        sqlite3.SQLITE_CREATE_VIEW,
        sqlite3.SQLITE_CREATE_VTABLE,
        sqlite3.SQLITE_DROP_INDEX,
        sqlite3.SQLITE_DROP_TABLE,
        sqlite3.SQLITE_DROP_TRIGGER,
        sqlite3.SQLITE_DROP_VIEW,
        sqlite3.SQLITE_DROP_VTABLE,
    }
)
_DENIED_PRAGMAS = frozenset(
    {
        "writable_schema",
        "journal_mode",
        "synchronous",
        "locking_mode",
        "trusted_schema",
        "ignore_check_constraints",
        "temp_store_directory",
        "mmap_size",
    }
)


def check_header(path: Path, fmt: Format) -> None:
    """Look at the file before SQLite does: only a regular file of this format and a known version may be opened.

    Call it only while this process has no connection to the file: closing it would drop SQLite's locks.
    """
    with explained_with_system(path):
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAWorkshopFile(path, "not a regular file")
        with path.open("rb") as file:
            head = file.read(100)
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise NotAWorkshopFile(path, "no SQLite header")
    application_id = int.from_bytes(head[68:72], "big")
    if application_id != fmt.application_id:
        raise NotAWorkshopFile(path, f"application_id {application_id:#x}")
    if max(head[18:20]) > 2:
        raise NewerVersion(path, f"file format {head[18]}, {head[19]}")
    _check_version(int.from_bytes(head[60:64], "big"), path, fmt)


def _check_version(version: int, path: Path, fmt: Format) -> None:
    if version > fmt.newest:
        raise NewerVersion(path, f"user_version {version:#x}")
    if not fmt.knows(version):
        raise DamagedFile(path, f"user_version {version:#x}")


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Connect to an existing file with the settings that were proved by power cuts; sqlite3 errors pass."""
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{sqlite_uri(path.absolute())}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        cached_statements=256,
    )
    _set_up(connection)
    return connection


def connect_memory() -> sqlite3.Connection:
    """An empty database in memory with the same settings."""
    connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=256)
    _set_up(connection)
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def sqlite_uri(path: PurePath) -> str:
    """An absolute path as SQLite's URI, which takes no server name: //server/share is part of the path."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def make_durable(connection: sqlite3.Connection, path: Path) -> None:
    """Set the journal so that a committed change survives a power cut; SQLite's defaults may lose the last one."""
    mode = connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()[0]
    if mode != "truncate":
        raise FileBusy(path, f"journal_mode {mode}")
    connection.execute("PRAGMA synchronous = EXTRA")


def give_room_back(connection: sqlite3.Connection) -> None:
    """Make the file as small as what it holds. A change of its own that needs ``unrestrict`` and may fail alone."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM attaches the database that it writes
    try:
        connection.execute("VACUUM")
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def read_version(connection: sqlite3.Connection) -> int:
    """``user_version``: unlike the header's bytes, without what a cut-off change had begun to write."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_schema(connection: sqlite3.Connection, path: Path, fmt: Format) -> None:
    """UnsafeFile when the file holds anything but the tables and indexes of its version."""
    version = read_version(connection)
    _check_version(version, path, fmt)
    deadline = time.monotonic() + _SCHEMA_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    found = schema_of(connection)
    connection.set_progress_handler(None, 0)
    if fingerprint_of(found) == fmt.fingerprint(version):
        return
    expected = expected_schema(fmt, version)
    if found != expected:
        strange = sorted(row[:2] for row in found - expected)
        raise UnsafeFile(path, f"unexpected {strange[:5]}, missing {len(expected - found)}")


def check_content(connection: sqlite3.Connection, path: Path, fmt: Format) -> None:
    """DamagedFile when pages, constraints, references or the encoding of texts are broken."""
    result = connection.execute("PRAGMA quick_check(5)").fetchall()
    if result != [("ok",)]:
        raise DamagedFile(path, str(result))
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise DamagedFile(path, f"foreign key {broken}")
    tables = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if table not in fmt.bulk_tables:
            for _ in connection.execute(f"SELECT * FROM main.{quote(table)}"):
                pass  # a text that is not UTF-8 raises here rather than in the middle of a meeting


def check_writable(connection: sqlite3.Connection, path: Path, fmt: Format) -> None:
    """ReadOnlyFile when the file or its folder refuses changes: SQLite opens such files without a word."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {fmt.application_id}")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
            raise ReadOnlyFile(path, str(error)) from error
        raise


def restrict(connection: sqlite3.Connection) -> None:
    """Refuse ATTACH, changes of the schema, extensions and unsafe settings for the rest of the connection's life."""
    connection.set_authorizer(_authorize)


def unrestrict(connection: sqlite3.Connection) -> None:
    """Lift ``restrict``."""
    connection.set_authorizer(None)


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    if action in _DENIED_ACTIONS:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and second is not None and (first or "").lower() in _DENIED_PRAGMAS:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() == "load_extension":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def busy_guard(path: Path) -> Callable[[int, int, int], None]:
    """A progress function for ``Connection.backup``, which alone would wait for a locked file for ever."""
    deadline = time.monotonic() + BUSY_SECONDS

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise FileBusy(path, f"backup status {status}")

    return progress
