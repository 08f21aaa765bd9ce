"""What an operation may do to the document: add, put, change, move and remove rows inside one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, Protocol, TypeVar

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import RANK_STEP, TABLES, UNDO_EXCLUDED, Row

R = TypeVar("R", bound=Row)


class RowWriter(Protocol):
    """Where an edit writes: one statement a row."""

    def insert(self, row: Row) -> None:
        """Write a new row."""

    def update(self, row: Row) -> None:
        """Overwrite the row with this id."""

    def delete(self, row: Row) -> None:
        """Delete the row with this id."""


@frozen
class Referrer:
    """A field of a table that names rows of another table: alone (SET NULL, CASCADE) or in a list."""

    row_type: type[Row]
    field: str
    how: str


def _referrers() -> dict[str, tuple[Referrer, ...]]:
    found: dict[str, list[Referrer]] = {}
    for row_type in TABLES:
        for field in fields(row_type):
            if "reference" in field.metadata:
                how = field.metadata["on_delete"]
                found.setdefault(field.metadata["reference"], []).append(Referrer(row_type, field.name, how))
            elif "references" in field.metadata:
                found.setdefault(field.metadata["references"], []).append(Referrer(row_type, field.name, "LIST"))
    return {table: tuple(referrers) for table, referrers in found.items()}


REFERRERS = _referrers()
"""For each table, the fields of other tables that name its rows."""


def released_by(engagement: Engagement, gone: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Row | None]:
    """What the file does to rows outside undo when others go: owned ones go too (None), references are emptied."""
    found: dict[tuple[str, str], Row | None] = {}
    for table, row_id in gone:
        for referrer in REFERRERS.get(table, ()):
            if referrer.row_type.table not in UNDO_EXCLUDED:
                continue
            for row in engagement.rows(referrer.row_type):
                if getattr(row, referrer.field) == row_id:
                    kept: dict[str, Any] = {referrer.field: None}
                    found[row.table, row.id] = None if referrer.how == "CASCADE" else replace(row, **kept)
    return found


class Edit:
    """The hands of one operation. ``engagement`` already shows what this operation wrote."""

    def __init__(self, engagement: Engagement, writer: RowWriter) -> None:
        self._engagement = engagement
        self._writer = writer
        self._unseen: dict[tuple[str, str], Row | None] = {}
        self._touched: dict[tuple[str, str], Row | None] = {}
        self._numbers: dict[str, tuple[int, int]] = {}
        self._last_ranks: dict[str, int] = {}

    @property
    def engagement(self) -> Engagement:
        """The document as this operation has made it so far."""
        if self._unseen:
            self._engagement = self._engagement.with_changes(
                (table, row_id, row) for (table, row_id), row in self._unseen.items()
            )
            self._unseen = {}
        return self._engagement

    @property
    def touched(self) -> Iterable[tuple[str, str]]:
        """Table and id of every row written or removed."""
        return self._touched.keys()

    def get(self, row_type: type[R], row_id: str) -> R | None:
        """The row with this id as it is now."""
        key = (row_type.table, row_id)
        if key in self._unseen:
            return self._unseen[key]  # type: ignore[return-value]  # stored under its own table's name
        return self._engagement.get(row_type, row_id)

    def put(self, row: R) -> R:
        """Insert the row, or overwrite the one with its id."""
        old = self.get(type(row), row.id)
        if old == row:
            return row
        if old is None:
            self._writer.insert(row)
        else:
            self._writer.update(row)
        self._note(row.table, row.id, row)
        return row

    def add(self, row: R) -> R:
        """Insert a row at the end of its table: rank is set when the table has one."""
        if hasattr(row, "rank"):
            values: dict[str, Any] = {"rank": self.next_rank(type(row))}
            row = replace(row, **values)
        return self.put(row)

    def change(self, row: R, /, **values: Any) -> R:
        """Overwrite fields of the stored row with this id, or of ``row`` itself where none is stored yet."""
        current = self.get(type(row), row.id) or row
        return self.put(replace(current, **values))

    def remove(self, row: Row) -> None:
        """Delete a row with everything it owns; take it out of every reference and list."""
        if self.get(type(row), row.id) is None:
            return
        for referrer in REFERRERS.get(row.table, ()):
            for other in self._naming(referrer, row.id):
                self._release(referrer, other, row.id)
        for entry in self.engagement.unresolved_references:
            if (entry.object_table, entry.object_id) == (row.table, row.id):
                self.remove(entry)
        self._writer.delete(row)
        self._note(row.table, row.id, None)

    def _naming(self, referrer: Referrer, row_id: str) -> Iterator[Row]:
        for other in self.engagement.rows(referrer.row_type):
            value = getattr(other, referrer.field)
            if value == row_id or (referrer.how == "LIST" and row_id in value):
                yield other

    def _release(self, referrer: Referrer, other: Row, row_id: str) -> None:
        if referrer.how == "CASCADE":
            self.remove(other)
        elif referrer.how == "LIST":
            kept = tuple(item for item in getattr(other, referrer.field) if item != row_id)
            self.change(other, **{referrer.field: kept})
        else:
            self.change(other, **{referrer.field: None})

    def new_id(self, row_type: type[Row]) -> str:
        """The next free id of the kind: F071 → F072."""
        table, prefix = row_type.table, row_type.prefix
        if table not in self._numbers:
            self._numbers[table] = _highest(prefix, (row.id for row in self.engagement.rows(row_type)))
        number, width = self._numbers[table]
        self._numbers[table] = (number + 1, width)
        return f"{prefix}{number + 1:0{width}d}"

    def numbered_id(self, row_type: type[Row], owner_id: str) -> str:
        """The next id of a row that belongs to another one: MTG02/3 → MTG02/4."""
        number, _width = _highest(f"{owner_id}/", (row.id for row in self.engagement.rows(row_type)))
        return f"{owner_id}/{number + 1}"

    def next_rank(self, row_type: type[Row]) -> int:
        """A rank behind every row of the table."""
        table = row_type.table
        if table not in self._last_ranks:
            rows = self.engagement.rows(row_type)
            self._last_ranks[table] = getattr(rows[-1], "rank", 0) if rows else 0
        self._last_ranks[table] += RANK_STEP
        return self._last_ranks[table]

    def move(self, row: R, before: R | None) -> None:
        """Put a row before another one, or last; renumbers the table when no rank is left between."""
        others = [other for other in self.engagement.rows(type(row)) if other.id != row.id]
        at = next((i for i, other in enumerate(others) if before is not None and other.id == before.id), len(others))
        low = getattr(others[at - 1], "rank", 0) if at else 0
        high = getattr(others[at], "rank", 0) if at < len(others) else low + 2 * RANK_STEP
        if high - low >= 2:
            self.change(row, rank=(low + high) // 2)
            return
        for place, other in enumerate([*others[:at], row, *others[at:]], start=1):
            self.change(other, rank=place * RANK_STEP)

    def resolve(self, table: str, row_id: str, field: str) -> None:
        """Forget the unresolved references of a field: somebody has chosen."""
        for entry in self.engagement.unresolved(table, row_id, field):
            self.remove(entry)

    def _note(self, table: str, row_id: str, row: Row | None) -> None:
        self._unseen[table, row_id] = row
        self._touched[table, row_id] = row
        if row is not None and table in self._last_ranks:
            self._last_ranks[table] = max(self._last_ranks[table], getattr(row, "rank", 0))


def _highest(prefix: str, ids: Iterable[str]) -> tuple[int, int]:
    pattern = re.compile(re.escape(prefix) + r"(\d+)")
    numbers = [match[1] for match in map(pattern.fullmatch, ids) if match]
    if not numbers:
        return 0, 2
    highest = max(numbers, key=int)
    return int(highest), len(highest)
