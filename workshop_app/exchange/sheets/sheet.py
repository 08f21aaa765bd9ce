"""A table of the document as people see it: a title, header rows and cells that are texts, numbers, days or yes/no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Row
from workshop_app.exchange.engagement_json.values import STEP_IDS, write_step
from workshop_app.exchange.enum_words import word
from workshop_app.i18n import Words

Cell: TypeAlias = str | int | Decimal | date | None

_NAMED_BY: Mapping[str, str] = MappingProxyType(
    {"departments": "name", "people": "name", "positions": "title", "activities": "title", "goals": "title",
     "indicators": "title", "actions": "title", "functions": "text", "projects": "title", "meetings": "title",
     "skills": "title", "competences": "text", "surveys": "title", "reward_schemes": "name", "raci_rows": "activity_id"}
)  # fmt: skip
"""The field that shows a row where another one names it."""


@frozen
class Sheet:
    """One table. ``key`` names it on the command line, ``title`` is in the reader's language."""

    key: str
    title: str
    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@frozen
class SheetContext:
    """What a table is made from, and for whom."""

    engagement: Engagement
    words: Words
    _names: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)

    def name(self, table: str, row_id: str) -> str:
        """What a row is called."""
        key = (table, row_id)
        if key not in self._names:
            row_type = next(row_type for row_type in m.TABLES if row_type.table == table)
            row = self.engagement.get(row_type, row_id)
            found = getattr(row, _NAMED_BY[table], "") if table in _NAMED_BY else row_id
            self._names[key] = str(found) or row_id
        return self._names[key]


Value = Callable[[Any, SheetContext], Cell]


@frozen
class Column:
    """One column: its English title and the value of a row."""

    title: str
    value: Value


@frozen
class TableSpec:
    """A sheet with one line for each row of a table."""

    key: str
    title: str
    row_type: type[Row]
    columns: tuple[Column, ...]

    def make(self, context: SheetContext) -> Sheet:
        """The sheet for a reader."""
        _ = context.words
        rows = context.engagement.rows(self.row_type)
        return Sheet(
            self.key,
            _(self.title),
            (tuple(_(column.title) for column in self.columns),),
            tuple(tuple(column.value(row, context) for column in self.columns) for row in rows),
        )


def shown(attribute: str) -> Value:
    """The value of a field in words: names for ids, words for codes; unknown names as they came."""

    def value(row: Any, context: SheetContext) -> Cell:
        found = getattr(row, attribute)
        strangers = context.engagement.unresolved(row.table, row.id, attribute)
        if isinstance(found, tuple):
            parts = [str(_said(row, attribute, part, context) or "") for part in found]
            for stranger in strangers:
                parts.insert(stranger.index, stranger.text)
            return "; ".join(part for part in parts if part) or None
        if strangers and found is None:
            return strangers[0].text
        return _said(row, attribute, found, context)

    return value


def _said(row: Any, attribute: str, value: Any, context: SheetContext) -> Cell:
    table = _reference(type(row), attribute)
    if table and value:
        return context.name(table, str(value))
    if isinstance(value, bool):
        return context.words("yes") if value else context.words("no")
    if isinstance(value, StrEnum):
        return context.words(word(value))
    if attribute == "step" and value in STEP_IDS:
        return write_step(value)
    if isinstance(value, tuple):
        return ": ".join(str(_said(row, "", part, context)) for part in value)
    return value  # type: ignore[no-any-return]  # a text, a number, a day or None


def _reference(row_type: type[Row], attribute: str) -> str | None:
    for made in fields(row_type):
        if made.name == attribute:
            return made.metadata.get("reference") or made.metadata.get("references")
    return None
