"""The rows of a document on their way into an engagement file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Claim, Person, Position, Row
from workshop_app.exchange.engagement_json import json_text
from workshop_app.exchange.engagement_json.shape import Entry
from workshop_app.exchange.engagement_json.values import plain_numbers


class Writing:
    """Looks up what belongs to what; unknown names go back to where they stood."""

    def __init__(self, engagement: Engagement) -> None:
        self.engagement = engagement
        self._children: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def children(self, row_type: type[Row], parent: str | None, owner: Row) -> Sequence[Row]:
        """The rows whose ``parent`` field names ``owner``; without ``parent`` all rows of the table."""
        if parent is None:
            rows = self.engagement.rows(row_type)
            return [row for row in rows if not (isinstance(row, Claim) and row.sealed)]
        if (row_type.table, parent) not in self._children:
            grouped: dict[str, list[Row]] = {}
            for row in self.engagement.rows(row_type):
                grouped.setdefault(getattr(row, parent), []).append(row)
            self._children[row_type.table, parent] = grouped
        return self._children[row_type.table, parent].get(owner.id, [])

    def value(self, row: Row, entry: Entry) -> Any:
        """The value of a field, with the unknown names that stood in it."""
        found = getattr(row, entry.attribute)
        written = None if found is None else entry.kind.write(found)
        if written is None and isinstance(row, Person | Position) and entry.attribute == "department_id":
            return row.department_text
        for stranger in self.engagement.unresolved(row.table, row.id, entry.attribute):
            if isinstance(written, list):
                written.insert(stranger.index, stranger.text)
            elif written is None:
                written = stranger.text
        return written

    def with_strangers(self, entries: list[Any], owner: Row, field: str) -> list[Any]:
        """The list with the entries that named somebody unknown back in their places."""
        for stranger in self.engagement.unresolved(owner.table, owner.id, field):
            entries.insert(stranger.index, plain_numbers(json_text.parse(stranger.value or "null")))
        return entries

    def with_named_strangers(self, entries: dict[str, Any], owner: Row, field: str, texts: bool) -> dict[str, Any]:
        """The table with the entries of unknown names back in it; ``texts``: the values are texts."""
        for stranger in self.engagement.unresolved(owner.table, owner.id, field):
            content = stranger.value or ""
            entries[stranger.text] = content if texts else plain_numbers(json_text.parse(content))
        return entries
