"""The sales ledger's rows: packed parts of batches, outside the undo images."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_app.storage.errors import DamagedFile
from workshop_app.storage.ledger_part import LedgerPart

if TYPE_CHECKING:
    from workshop_app.domain.ledger import Sales
    from workshop_app.storage.ledger_sums import LedgerSums

_COLUMNS = ", ".join(f'"{name}"' for name in LedgerPart._fields)
_INSERT = f'INSERT INTO "ledger_parts" ("batch_id", "number", {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)'
_PARTS = f'SELECT {_COLUMNS} FROM "ledger_parts" WHERE "batch_id" = ? ORDER BY "number"'
_ACTIVE = 'SELECT "id" FROM "ledger_batches" WHERE "active" = 1 ORDER BY "rank", "id"'


class LedgerTable:
    """Rows of ``ledger_parts``; only those of active batches count."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def add(self, batch_id: str, parts: Iterable[LedgerPart]) -> int:
        """Add parts behind those that the batch has; how many rows they hold. The caller holds the transaction."""
        row = self._connection.execute(
            'SELECT coalesce(max("number"), 0) FROM "ledger_parts" WHERE "batch_id" = ?', (batch_id,)
        ).fetchone()
        added = 0
        for number, part in enumerate(parts, start=row[0] + 1):
            self._connection.execute(_INSERT, (batch_id, number, *part))
            added += part.row_count
        return added

    def active_parts(self) -> tuple[tuple[LedgerPart, ...], ...]:
        """The parts of every active batch as they stand in the file, to be read in any thread."""
        active = [batch_id for (batch_id,) in self._connection.execute(_ACTIVE)]
        return tuple(map(self.parts_of, active))

    def parts_of(self, batch_id: str) -> tuple[LedgerPart, ...]:
        """The parts of a batch in their order."""
        return tuple(LedgerPart(*row) for row in self._connection.execute(_PARTS, (batch_id,)))

    def sums(self) -> LedgerSums:
        """The sums by month of the active batches; ``DamagedFile`` where a part can't be read."""
        from workshop_app.storage.ledger_sums import sums_of

        return sums_of(self.active_parts(), self._path)

    def sales_of(self, batch_id: str) -> Iterator[Sales]:
        """The rows of a batch in their order; ``DamagedFile`` where a part can't be read."""
        from workshop_app.storage.ledger_parts import PartReader

        reader = PartReader()
        for part in self.parts_of(batch_id):
            try:
                yield reader.sales(part)
            except (ValueError, LookupError, TypeError) as error:
                raise DamagedFile(self._path, f"ledger_parts: {error}") from error

    def count(self) -> int:
        """How many rows count."""
        row = self._connection.execute(
            f'SELECT coalesce(sum("row_count"), 0) FROM "ledger_parts" WHERE "batch_id" IN ({_ACTIVE})'
        ).fetchone()
        return int(row[0])

    def purge(self) -> None:
        """Delete batches that were taken back, with their rows."""
        self._connection.execute('DELETE FROM "ledger_batches" WHERE "active" = 0')
