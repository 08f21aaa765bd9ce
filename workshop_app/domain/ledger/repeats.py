"""Rows that stand in a ledger twice (METHOD C.8.1)."""

from __future__ import annotations

from hashlib import blake2b

from workshop_app.domain.ledger.rows import LedgerRow


class Repeats:
    """Remembers every row by a 128-bit digest. The first ``listed`` row numbers of each kind are kept."""

    def __init__(self, listed: int) -> None:
        self._listed = listed
        self._seen: set[int] = set()
        self.dropped_count = 0
        self.dropped: list[int] = []
        self.possible_count = 0
        self.possible: list[int] = []

    def drops(self, number: int, row: LedgerRow) -> bool:
        """Whether the same document line was there before. A repeat without a document number is only noted."""
        document, cents = row.document or "", str(row.cents)
        place = (row.department_id, row.client_key, row.service_key)
        line = "\x1f".join((document, row.date.isoformat(), *place, cents)).encode("utf-8", "replace")
        digest = int.from_bytes(blake2b(line, digest_size=16).digest(), "big")
        if digest not in self._seen:
            self._seen.add(digest)
            return False
        if row.document is None:
            self.possible_count += 1
            self._note(self.possible, number)
            return False
        self.dropped_count += 1
        self._note(self.dropped, number)
        return True

    def _note(self, rows: list[int], number: int) -> None:
        if len(rows) < self._listed:
            rows.append(number)
