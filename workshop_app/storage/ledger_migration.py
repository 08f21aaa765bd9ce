"""Version 1.3 of the workshop file: the rows of a sales ledger packed in parts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from workshop_app.domain.ledger import LedgerNames, LedgerRow, Sales
from workshop_app.storage.ledger_parts import PART_ROWS, packed_parts

if TYPE_CHECKING:
    from sqlite_utils import Database

_ROWS = (
    'SELECT "date", "department_id", "client", "client_key", "service", "service_key", "cents", "document", "manager" '
    'FROM "ledger_rows" WHERE "batch_id" = ? ORDER BY "number"'
)
_PART = 'INSERT INTO "ledger_parts" VALUES (?, ?, ?, ?, ?, ?, ?)'


def pack_ledger_rows(database: Database) -> None:
    """Move what stands in ``ledger_rows`` into ``ledger_parts``; the old table goes."""
    connection: sqlite3.Connection = database.conn
    for (batch_id,) in connection.execute('SELECT "id" FROM "ledger_batches"').fetchall():
        for number, part in enumerate(packed_parts(_sales(connection, batch_id)), start=1):
            connection.execute(_PART, (batch_id, number, *part))
    connection.execute('DROP TABLE "ledger_rows"')


def _sales(connection: sqlite3.Connection, batch_id: str) -> Iterator[Sales]:
    names = LedgerNames()
    rows = connection.execute(_ROWS, (batch_id,))
    while part := [LedgerRow(date.fromisoformat(day), *others) for day, *others in islice(rows, PART_ROWS)]:
        yield Sales.of(part, names)
