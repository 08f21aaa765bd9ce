"""Which rows an operation changed: the same images undo it, redo it and tell listeners."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import MappingProxyType
from typing import Any

from workshop_app.domain.frozen import frozen

Values = tuple[Any, ...]
"""A row as SQLite gives it, in the order of the table's columns."""

NONE: Mapping[str, frozenset[str]] = MappingProxyType({})


@frozen
class RowChange:
    """One row inserted (``before`` None), deleted (``after`` None) or updated; ``key``: its primary key before that."""

    table: str
    key: Values
    before: Values | None
    after: Values | None


@frozen
class _Table:
    """Column names, places of the primary key, and the statements that put a row back.

    A change of the ``unlogged`` columns alone is none, and no update sets them.
    """

    name: str
    columns: tuple[str, ...]
    key_places: tuple[int, ...]
    unlogged: frozenset[str] = frozenset()

    def differ(self, before: Values | None, after: Values | None) -> bool:
        if before is None or after is None or not self.unlogged:
            return before != after
        pairs = zip(self.columns, before, after, strict=True)
        return any(old != new for column, old, new in pairs if column not in self.unlogged)

    def key(self, row: Values) -> Values:
        return tuple(row[place] for place in self.key_places)

    @property
    def where(self) -> str:
        return " AND ".join(f"{quote(self.columns[place])} = ?" for place in self.key_places)

    def statement(self, old: Values | None, new: Values | None) -> tuple[str, Sequence[Any]]:
        table = f"main.{quote(self.name)}"
        names = [quote(column) for column in self.columns]
        if new is None:
            assert old is not None
            return f"DELETE FROM {table} WHERE {self.where}", self.key(old)
        if old is None:
            return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})", new
        kept = [
            (quote(column), value)
            for column, value in zip(self.columns, new, strict=True)
            if column not in self.unlogged
        ]
        sets = ", ".join(f"{name} = ?" for name, _value in kept)
        return f"UPDATE {table} SET {sets} WHERE {self.where}", (*(value for _name, value in kept), *self.key(old))


def quote(name: str) -> str:
    """An SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


class RowLog:
    """Copies old and new images of every changed row by TEMP triggers, so nothing of it is in the file.

    Tables of ``exclude`` are neither logged nor undone, nor are the columns that ``fields`` names by table. Everything
    happens inside the caller's transaction.
    """

    def __init__(
        self, connection: sqlite3.Connection, exclude: Iterable[str] = (), fields: Mapping[str, frozenset[str]] = NONE
    ) -> None:
        self._connection = connection
        self._tables = _tables(connection, frozenset(exclude), fields)
        self._by_name = {table.name: table for table in self._tables}

    @property
    def columns(self) -> Mapping[str, tuple[str, ...]]:
        """Column names of every logged table, in the order of the images' values."""
        return {table.name: table.columns for table in self._tables}

    @contextmanager
    def capture(self) -> Iterator[list[RowChange]]:
        """Log the block; the yielded list is filled, in order of change, when the block ends well.

        Must run inside a transaction: a failed block is undone by the caller's rollback. RuntimeError otherwise.
        """
        self._require_transaction()
        changes: list[RowChange] = []
        self._install()
        self._connection.execute("UPDATE temp.row_log_state SET active = 1")
        try:
            yield changes
            changes.extend(self._collect())
        except BaseException:
            with suppress(sqlite3.Error):
                self._clear()
            raise
        self._clear()

    def apply(self, changes: Sequence[RowChange], *, reverse: bool = False) -> None:
        """Make the changes again, or take them back (``reverse``), inside the caller's transaction."""
        self._require_transaction()
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        for change in reversed(changes) if reverse else changes:
            old, new = (change.after, change.before) if reverse else (change.before, change.after)
            self._connection.execute(*self._by_name[change.table].statement(old, new))

    def _install(self) -> None:
        """Create the triggers at the first change: they take 25 ms, which opening and reading need not pay.

        Looked up each time because a rollback takes them back as well.
        """
        if not self._connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'row_log'").fetchone():
            for statement in _log_statements(self._tables):
                self._connection.execute(statement)

    def _require_transaction(self) -> None:
        if not self._connection.in_transaction:
            raise RuntimeError("row changes are captured and applied inside a transaction only")

    def _collect(self) -> list[RowChange]:
        changes = []
        for _, place, operation, *values in self._connection.execute("SELECT * FROM temp.row_log ORDER BY step"):
            table = self._tables[place]
            width = len(table.columns)
            before = None if operation == "insert" else tuple(values[:width])
            after = None if operation == "delete" else tuple(values[width : 2 * width])
            if table.differ(before, after):
                key = table.key(before if before is not None else after or ())
                changes.append(RowChange(table.name, key, before, after))
        return changes

    def _clear(self) -> None:
        self._connection.execute("UPDATE temp.row_log_state SET active = 0")
        self._connection.execute("DELETE FROM temp.row_log")


def _tables(
    connection: sqlite3.Connection, exclude: frozenset[str], fields: Mapping[str, frozenset[str]]
) -> tuple[_Table, ...]:
    names = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    tables = []
    for name in sorted({name for (name,) in names} - exclude):
        info = connection.execute(f"PRAGMA main.table_info({quote(name)})").fetchall()
        keys = sorted((order, place) for place, _, _, _, _, order in info if order)
        columns = tuple(column[1] for column in info)
        tables.append(_Table(name, columns, tuple(place for _, place in keys), fields.get(name, frozenset())))
    return tuple(tables)


def _log_statements(tables: tuple[_Table, ...]) -> Iterator[str]:
    """One typeless log for all tables (values stay what they are), switched on and off by a flag."""
    width = max((len(table.columns) for table in tables), default=0)
    values = "".join(f", v{i}" for i in range(2 * width))
    yield "CREATE TEMP TABLE row_log_state (active INTEGER NOT NULL)"
    yield "INSERT INTO temp.row_log_state VALUES (0)"
    yield f"CREATE TEMP TABLE row_log (step INTEGER PRIMARY KEY, place, operation{values})"
    for place, table in enumerate(tables):
        yield from _triggers(place, table)


def _triggers(place: int, table: _Table) -> Iterator[str]:
    """BEFORE DELETE, so that a parent is logged before the rows that go with it."""
    old = ", ".join(f"OLD.{quote(column)}" for column in table.columns)
    new = ", ".join(f"NEW.{quote(column)}" for column in table.columns)
    nothing = ", ".join("NULL" for _ in table.columns)
    into = "".join(f", v{i}" for i in range(2 * len(table.columns)))
    for operation, moment, images in (
        ("insert", "AFTER", f"{nothing}, {new}"),
        ("update", "AFTER", f"{old}, {new}"),
        ("delete", "BEFORE", f"{old}, {nothing}"),
    ):
        yield (
            f"CREATE TEMP TRIGGER row_log_{place}_{operation} {moment} {operation} ON main.{quote(table.name)} "
            "WHEN (SELECT active FROM row_log_state) BEGIN "
            f"INSERT INTO row_log (place, operation{into}) VALUES ({place}, '{operation}', {images}); END"
        )
