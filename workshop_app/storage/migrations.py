"""The schema of every released version of the workshop file, and the way from each to the newest."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from workshop_app.domain.frozen import frozen

if TYPE_CHECKING:
    from sqlite_utils import Database

Change: TypeAlias = "str | Callable[[Database], object]"
SchemaRow = tuple[str, str, str, str]
"""type, name, table, SQL text without superfluous white space."""

_MIGRATION_SET = "workshop"
# The record that sqlite_utils.Migrations keeps, declared here so that it is STRICT and known to the schema check.
_RECORD = (
    'CREATE TABLE "_sqlite_migrations" (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT) STRICT',
    'CREATE UNIQUE INDEX "_sqlite_migrations_name" ON "_sqlite_migrations" (migration_set, name)',
)

_FIRST = "eb82b32f705843d346d30a7aa404ad3e858aa2a218b246a868b9cf2fefe56ae9"
_SECOND = "b29572c2480772bc07b277b138848c834bd6835509b15e80872c4674da7369a0"
_THIRD = "b51849ab8a59b0fb35b6fcb3a6bab31ac510f7e1d3b16043a803964847f2d9df"
_FOURTH = "3688199262d277a289e970418855ee7662c8ec9ed7b36ca9a3c771a585d57e8b"


@frozen
class Migration:
    """One step to a newer file: its name for ever, the version it leads to, SQL text or a function of the database.

    ``schema``: for a function, SQL text that leads to the same schema, so that opening a file need not run it.
    ``fingerprint``: of the schema it leads to, so that opening a file of this version need not build one to compare.
    """

    id: str
    version: tuple[int, int]
    change: Change
    schema: str = ""
    fingerprint: str = ""

    @property
    def number(self) -> int:
        """The version as ``user_version`` holds it: major << 16 | minor."""
        return self.version[0] << 16 | self.version[1]


@frozen
class Format:
    """A kind of document file. ``migrations`` is append-only; ``bulk_tables`` are too long to be read when opening."""

    application_id: int
    migrations: tuple[Migration, ...]
    bulk_tables: frozenset[str] = frozenset()

    @property
    def newest(self) -> int:
        """``user_version`` of a file made today."""
        return self.migrations[-1].number

    def knows(self, number: int) -> bool:
        """Whether a file may carry this ``user_version``."""
        return any(migration.number == number for migration in self.migrations)

    def fingerprint(self, number: int) -> str:
        """The fingerprint of the schema of a known version."""
        return next(migration.fingerprint for migration in self.migrations if migration.number == number)

    def after(self, number: int) -> tuple[Migration, ...]:
        """The migrations that a file of this version still needs."""
        return tuple(migration for migration in self.migrations if migration.number > number)


@functools.cache
def workshop_format() -> Format:
    """The format of ``Name.workshop``."""
    first, second, third, fourth = (
        Path(__file__).with_name(name).read_text(encoding="utf-8")
        for name in ("schema_1.sql", "wordings_2.sql", "nominations_3.sql", "schema_4.sql")
    )

    def packed_ledger(database: Database) -> None:
        from workshop_app.storage.ledger_migration import pack_ledger_rows

        _run(database.conn, fourth)
        pack_ledger_rows(database)

    return Format(
        application_id=0x4A505753,  # "JPWS"
        migrations=(
            Migration("0001_first", (1, 0), first, fingerprint=_FIRST),
            Migration("0002_wordings", (1, 1), second, fingerprint=_SECOND),
            Migration("0003_nominations", (1, 2), third, fingerprint=_THIRD),
            Migration("0004_packed_ledger", (1, 3), packed_ledger, f'{fourth}\nDROP TABLE "ledger_rows";', _FOURTH),
        ),
        bulk_tables=frozenset({"ledger_rows", "ledger_parts"}),
    )


def schema_of(connection: sqlite3.Connection) -> frozenset[SchemaRow]:
    """Everything in sqlite_master but SQLite's own objects."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_master").fetchall()
    return frozenset(
        (kind, name, table, " ".join(sql.split())) for kind, name, table, sql in rows if not name.startswith("sqlite_")
    )


def fingerprint_of(schema: frozenset[SchemaRow]) -> str:
    """A short text that only this schema has: SHA-256 of its sorted rows."""
    import hashlib

    return hashlib.sha256(repr(sorted(schema)).encode("utf-8", "surrogatepass")).hexdigest()


@functools.cache
def expected_schema(fmt: Format, number: int) -> frozenset[SchemaRow]:
    """The schema of a file of version ``number``."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in _RECORD:
            connection.execute(statement)
        for migration in fmt.migrations:
            if migration.number > number:
                break
            text = migration.change if isinstance(migration.change, str) else migration.schema
            if text:
                connection.executescript(text)
            elif not isinstance(migration.change, str):
                migration.change(_database(connection))
        return schema_of(connection)
    finally:
        connection.close()


def migrate(connection: sqlite3.Connection, fmt: Format) -> None:
    """Bring an open file, or an empty database, to the newest version: wholly or not at all.

    sqlite3 errors pass; AssertionError when a migration does not lead to the expected schema.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN EXCLUSIVE")
        try:
            _apply(connection, fmt)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _apply(connection: sqlite3.Connection, fmt: Format) -> None:
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    database = _database(connection)
    if number == 0:
        for statement in _RECORD:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {fmt.application_id}")
    _as_sqlite_utils(fmt.after(number)).apply(database)
    broken: Sequence[Any] = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.IntegrityError(f"foreign keys after migration: {broken[:3]}")
    if schema_of(connection) != expected_schema(fmt, fmt.newest):
        raise AssertionError("the migrations lead to another schema than expected")
    connection.execute(f"PRAGMA user_version = {fmt.newest}")


def _as_sqlite_utils(pending: tuple[Migration, ...]) -> Any:
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(_MIGRATION_SET)
    for migration in pending:
        migrations(name=migration.id)(_as_function(migration.change))
    return migrations


def _as_function(change: Change) -> Any:
    return (lambda database: _run(database.conn, change)) if isinstance(change, str) else change


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Every statement of a script, inside the transaction that is open (``executescript`` would end it)."""
    begun = ""
    for piece in script.split(";"):
        begun += f"{piece};"
        if sqlite3.complete_statement(begun):
            connection.execute(begun)
            begun = ""
    if begun:
        raise sqlite3.OperationalError(f"a statement without an end: {begun}")


def _database(connection: sqlite3.Connection) -> Database:
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False, strict=True)
