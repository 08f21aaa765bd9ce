"""The sales ledger's rows: bulk loading in batches and sums by SQL, outside the undo images."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

LedgerRowValues: TypeAlias = tuple[Any, ...]
"""One sale in the order of ``ROW_COLUMNS``."""

Sums: TypeAlias = tuple[int, int, str, str, str, int, int, str]
"""See ``LedgerTable.aggregates``."""

ROW_COLUMNS = (
    "date",
    "department_id",
    "client",
    "client_key",
    "service",
    "service_key",
    "cents",
    "document",
    "manager",
)

_ACTIVE = '"batch_id" IN (SELECT "id" FROM "ledger_batches" WHERE "active" = 1)'


class LedgerTable:
    """Rows of ``ledger_rows``; only rows of active batches count. ``cents`` are hundredths of the currency."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sums: tuple[object, list[Sums]] = ((), [])

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Around a transaction that only adds rows to a batch that is there: it is not looked up for each of them."""
        self._connection.execute("PRAGMA foreign_keys = OFF")
        try:
            yield
        finally:
            self._connection.execute("PRAGMA foreign_keys = ON")

    def insert_many(self, batch_id: str, rows: Iterable[Sequence[Any]]) -> int:
        """Add rows in the order of ``ROW_COLUMNS``; how many there were. The caller holds the transaction."""
        names = ", ".join(f'"{name}"' for name in ("batch_id", *ROW_COLUMNS))
        batch = "'{}'".format(batch_id.replace("'", "''"))
        marks = ", ".join((batch, *("?" for _ in ROW_COLUMNS)))
        added = self._connection.executemany(f'INSERT INTO "ledger_rows" ({names}) VALUES ({marks})', rows)
        return max(0, added.rowcount)

    def aggregates(self) -> list[Sums]:
        """Year, month, department, client key, service key, cents, rows and last date, summed over active batches.

        Kept while the same batches are active: a million rows take seconds.
        """
        batches = self._connection.execute(
            'SELECT "id", "imported_at", "row_count" FROM "ledger_batches" WHERE "active" = 1'
        ).fetchall()
        if not batches or self._sums[0] != batches:
            self._sums = (batches, self._summed_up())
        return self._sums[1]

    def _summed_up(self) -> list[Sums]:
        return self._connection.execute(
            'SELECT CAST(substr("date", 1, 4) AS INTEGER), CAST(substr("date", 6, 2) AS INTEGER), "department_id", '
            '"client_key", "service_key", sum("cents"), count(*), max("date") FROM "ledger_rows" '
            f'WHERE {_ACTIVE} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, min("number")'
        ).fetchall()

    def names(self, column: str) -> dict[str, str]:
        """The first spelling of every key; ``column`` is ``client`` or ``service``."""
        key = f"{column}_key"
        if column not in {"client", "service"}:
            raise ValueError(column)
        found = self._connection.execute(
            f'SELECT "{key}", "{column}", min("number") FROM "ledger_rows" WHERE {_ACTIVE} GROUP BY 1'
        ).fetchall()
        return {row[0]: row[1] for row in found}

    def count(self) -> int:
        """How many rows count."""
        row = self._connection.execute(f'SELECT count(*) FROM "ledger_rows" WHERE {_ACTIVE}').fetchone()
        return int(row[0])

    def count_of(self, batch_id: str) -> int:
        """How many rows a batch has."""
        row = self._connection.execute(
            'SELECT count(*) FROM "ledger_rows" WHERE "batch_id" = ?', (batch_id,)
        ).fetchone()
        return int(row[0])

    def rows_of(self, batch_id: str) -> Iterator[LedgerRowValues]:
        """The sales of a batch in their order."""
        names = ", ".join(f'"{name}"' for name in ROW_COLUMNS)
        sql = f'SELECT {names} FROM "ledger_rows" WHERE "batch_id" = ? ORDER BY "number"'
        yield from self._connection.execute(sql, (batch_id,))

    def purge(self) -> None:
        """Delete batches that were taken back, with their rows."""
        self._connection.execute('DELETE FROM "ledger_batches" WHERE "active" = 0')
