"""Rows of a ledger as columns: a million rows are cleaned some thousand at a time, without an object for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from workshop_app.domain.ledger.rows import LedgerRow


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells of a file's rows, one sequence for each column that a ledger has; empty texts where it has none."""

    numbers: Sequence[int]
    days: Sequence[Any]
    departments: Sequence[str]
    clients: Sequence[str]
    services: Sequence[str]
    amounts: Sequence[Any]
    documents: Sequence[str]
    managers: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sales:
    """Accepted rows; see ``LedgerRow`` for the columns. ``days`` are YYYY-MM-DD."""

    days: Sequence[str]
    departments: Sequence[str]
    clients: Sequence[str]
    client_keys: Sequence[str]
    services: Sequence[str]
    service_keys: Sequence[str]
    cents: Sequence[int]
    documents: Sequence[str | None]
    managers: Sequence[str | None]

    def __len__(self) -> int:
        return len(self.days)

    def values(self) -> Iterator[tuple[Any, ...]]:
        """The rows as plain tuples."""
        return zip(*(getattr(self, each.name) for each in fields(self)), strict=True)

    def rows(self) -> Iterator[LedgerRow]:
        """The rows one by one."""
        for day, *values in self.values():
            yield LedgerRow(date.fromisoformat(day), *values)

    def without(self, places: Sequence[int]) -> Sales:
        """The rows but those at ``places``."""
        gone = frozenset(places)
        kept = [place for place in range(len(self)) if place not in gone]
        return Sales(*([getattr(self, each.name)[place] for place in kept] for each in fields(self)))
