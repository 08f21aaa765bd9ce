"""People pasted from a spreadsheet: columns by header words, else by what the cells look like (SCREENS 20)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from workshop_app.domain.claims_text import department_keys
from workshop_app.domain.employment import read_share
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import Columns, ListGrid, Table, find_columns
from workshop_app.exchange.imports.free_columns import FreeColumns
from workshop_app.exchange.imports.people import FIELDS, plan_people
from workshop_app.exchange.imports.plan import ImportPlan
from workshop_app.services.document import Operation

Rows = Sequence[Sequence[str]]

_WORD = r"[A-ZА-ЯЁ][\w’'-]+"
_INITIALS = r"(?:[A-ZА-ЯЁ]\.\s?){1,2}"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,3}}|{_WORD}\s+{_INITIALS}|{_INITIALS}\s?{_WORD}")
_DEPARTMENT = re.compile(r"\b(?:отдел|департамент|служб|дирекци|управлени|department|team|division)", re.IGNORECASE)
_ENOUGH = Fraction(3, 5)


def plan_paste(engagement: Engagement, rows: Rows, department: str = "") -> ImportPlan:
    """What pasted cells change; a column of names is enough. ``ProblemError`` when there is none.

    ``department`` is where people belong when no column says so.
    """
    columns = find_columns(ListGrid([list(row) for row in rows]), FIELDS)
    if not {"person", "surname", "first"} & set(columns.at):
        columns = _by_look(engagement, rows)
    cells = [list(row) for row in rows]
    if department and "department" not in columns.at:
        width = max(map(len, cells), default=0)
        cells = [[*row, *[""] * (width - len(row)), department] for row in cells]
        columns = replace(columns, at={**columns.at, "department": width})
    return plan_people(engagement, Table(ListGrid(cells), columns), Path())


def paste_people(plan: ImportPlan) -> Operation:
    """The pasted people as one undo step."""
    return Operation(Message(N_("People pasted: {n}"), {"n": plan.added + plan.updated}), plan.operation().apply)


def _by_look(engagement: Engagement, rows: Rows) -> Columns:
    columns = FreeColumns(rows)
    known = {key for department in engagement.departments for key in department_keys(department)}
    likeliest = ((field, columns.take_likeliest(fits, _ENOUGH)) for field, fits in _looks(known))
    at = {field: column for field, column in likeliest if column is not None}
    free, texts = columns.left, columns.texts
    if "person" not in at and len(free) == 1 and not _all_numbers(texts[free[0]]):
        at["person"] = free.pop()
    if free and "person" in at:
        at["position"] = next((column for column in free if not _all_numbers(texts[column])), free[0])
    return Columns(FIELDS, (), (), at)


def _looks(known: set[str]) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    return (
        ("department", lambda text: norm_text(text) in known or _DEPARTMENT.search(text) is not None),
        ("person", lambda text: _NAME.fullmatch(text) is not None),
        ("employment", lambda text: text[:1].isdigit() and read_share(text) is not None),
    )


def _all_numbers(texts: Sequence[str]) -> bool:
    return all(text.replace(",", "").replace(".", "").isdigit() for text in texts)
