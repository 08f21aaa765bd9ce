"""Actions pasted from a spreadsheet: columns by header words, else by what the cells look like (SCREENS 11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from workshop_app.domain.date_text import parse_date
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.quick_line import people_matching
from workshop_app.exchange.grid import Columns, ListGrid, Table, find_columns
from workshop_app.exchange.imports.actions import FIELDS, plan_actions
from workshop_app.exchange.imports.free_columns import FreeColumns
from workshop_app.exchange.imports.names import can_be_same, name_words
from workshop_app.exchange.imports.plan import ImportPlan
from workshop_app.services.document import Operation

Rows = Sequence[Sequence[str]]
_HALF = Fraction(1, 2)


def plan_paste(engagement: Engagement, rows: Rows, today: date) -> ImportPlan:
    """What pasted cells add to the plan, or change in it; a column of actions is enough."""
    width = max(map(len, rows), default=0)
    cells = [[*row, *[""] * (width + 2 - len(row))] for row in rows]
    columns = find_columns(ListGrid(cells), FIELDS)
    if "title" not in columns.at or len(columns.at) == 1:
        columns = _by_look(engagement, rows, today)
    else:
        columns = replace(columns, at={"owner": width, "due": width + 1, **columns.at})
    for row in cells[columns.last_header :]:
        day = parse_date(row[columns.at["due"]], today)
        row[columns.at["due"]] = day.isoformat() if day else row[columns.at["due"]]
        row[columns.at["owner"]] = _whole_name(engagement, row[columns.at["owner"]])
    return plan_actions(engagement, Table(ListGrid(cells), columns), Path())


def paste_actions(plan: ImportPlan) -> Operation:
    """The pasted actions as one undo step."""
    return Operation(Message(N_("{n} actions pasted"), {"n": plan.added + plan.updated}), plan.operation().apply)


def _by_look(engagement: Engagement, rows: Rows, today: date) -> Columns:
    """The first text is the action; dates and names are seen; what else is text is the result."""
    columns = FreeColumns(rows)
    free, width = columns.left, len(columns.texts)
    at = {"title": free.pop(0) if free else 0, "owner": width, "due": width + 1}
    looks: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("due", lambda text: parse_date(text, today) is not None),
        ("owner", lambda text: bool(_people(engagement, text))),
    )
    for field, fits in looks:
        likeliest = columns.take_likeliest(fits, _HALF)
        if likeliest is not None:
            at[field] = likeliest
    if free:
        at["result"] = free[0]
    return Columns(FIELDS, (), (), at)


def _people(engagement: Engagement, text: str) -> tuple[str, ...]:
    """The names of the active people whom a cell can mean: part of the name, the surname, surname and initials."""
    words = name_words(text)
    active = [person for person in engagement.people if person.active]
    alike = [person.name for person in active if words and can_be_same(words, name_words(person.name))]
    return tuple(alike) or tuple(person.name for person in people_matching(text, engagement.people))


def _whole_name(engagement: Engagement, text: str) -> str:
    found = _people(engagement, text) if text.strip() else ()
    return found[0] if len(found) == 1 else text
