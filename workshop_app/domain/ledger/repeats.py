"""Rows that stand in a ledger twice (METHOD C.8.1)."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import islice

from workshop_app.domain.ledger.columns import Sales


class Repeats:
    """Remembers every row by a 64-bit hash. The first ``listed`` row numbers of each kind are kept.

    While documents come in the order of their numbers, none of them can have been there before: their rows are only
    put by.
    """

    def __init__(self, listed: int) -> None:
        self._listed = listed
        self._seen: dict[int, None] = {}
        self._put_by: list[array[int]] = []
        self._last = ""
        self.dropped_count = 0
        self.dropped: list[int] = []
        self.possible_count = 0
        self.possible: list[int] = []

    def drops(self, numbers: Sequence[int], sales: Sales) -> list[int]:
        """The places of rows whose document line was there before. A repeat without a document number is only noted.

        Clients and services of ``sales`` are the numbers of the first names with their keys.
        """
        marks = _marks(sales)
        is_ahead = min(sales.documents) > self._last
        self._last = max(self._last, max(sales.documents))
        if is_ahead and len(set(marks)) == len(marks):
            self._put_by.append(array("q", marks))
            return []
        for earlier in self._put_by:
            self._seen.update(dict.fromkeys(earlier))
        self._put_by.clear()
        return self._seen_before(marks, numbers, sales)

    def _seen_before(self, marks: Sequence[int], numbers: Sequence[int], sales: Sales) -> list[int]:
        known = len(self._seen)
        self._seen.update(dict.fromkeys(marks))
        added = len(self._seen) - known
        if added == len(marks):
            return []
        fresh = set(islice(reversed(self._seen), added))
        rows = enumerate(zip(marks, numbers, sales.documents, strict=True))
        return [place for place, row in rows if self._is_dropped(fresh, *row)]

    def _is_dropped(self, fresh: set[int], mark: int, number: int, document: str) -> bool:
        if mark in fresh:
            fresh.discard(mark)
            return False
        if not document:
            self.possible_count += 1
            self._note(self.possible, number)
            return False
        self.dropped_count += 1
        self._note(self.dropped, number)
        return True

    def _note(self, rows: list[int], number: int) -> None:
        if len(rows) < self._listed:
            rows.append(number)


def _marks(sales: Sales) -> list[int]:
    cents: Sequence[object] = sales.cents
    if -1 in cents:  # hash(-1) == hash(-2)
        cents = [str(value) if value == -1 else value for value in cents]
    keys = (sales.documents, sales.days, sales.departments, sales.clients, sales.services, cents)
    return list(map(hash, zip(*keys, strict=True)))
