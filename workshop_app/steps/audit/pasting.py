"""Function lines pasted from a spreadsheet: columns by header words, else by what the cells look like (METHOD S3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.hours_text import hours_unit, read_hours
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import PerformedBy
from workshop_app.domain.text_key import norm_text, without_mark
from workshop_app.exchange.grid import Columns, ListGrid, Record, Table, counts_up, find_columns
from workshop_app.exchange.imports.cells import line, stored
from workshop_app.exchange.imports.free_columns import FreeColumns
from workshop_app.exchange.imports.functions import FIELDS
from workshop_app.steps.audit.collecting import TypedLine, find_person, is_new_person, people_meant

Rows = Sequence[Sequence[str]]
_HEADED = 2
"""Columns that a head names at least, to be one."""


@frozen
class PastedLines:
    """``repeats``: rows that the list has already; ``unread``: lines whose hours stay as a remark, being no number.

    ``hired`` are the people who come with them, ``unclear`` the names that several people have.
    """

    lines: tuple[TypedLine, ...]
    repeats: int
    unread: int
    hired: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


def pasted_lines(engagement: Engagement, department_id: str, rows: Rows) -> PastedLines:
    """The lines that pasted cells add to a department's list; headers, totals and empty rows are passed over."""
    columns = _headed(rows) or _by_look(rows)
    known = _known(engagement, department_id)
    lines: list[TypedLine] = []
    repeats = unread = 0
    for record in Table(ListGrid([list(row) for row in rows]), columns).records():
        read, understood = _line(record)
        key = (norm_text(read.text), _performer_key(engagement, department_id, read.performer))
        if not key[0]:
            continue
        if key in known:
            repeats += 1
            continue
        known.add(key)
        lines.append(read)
        unread += not understood
    names = tuple(dict.fromkeys(read.performer for read in lines if read.performer))
    hired = tuple(name for name in names if is_new_person(engagement, department_id, name))
    unclear = tuple(name for name in names if people_meant(engagement, department_id, name))
    return PastedLines(tuple(lines), repeats, unread, hired, unclear)


def _known(engagement: Engagement, department_id: str) -> set[tuple[str, str]]:
    found = set()
    for function in engagement.functions:
        if function.department_id == department_id:
            whole = function.performed_by is PerformedBy.DEPARTMENT and function.position_id is None
            found.add((norm_text(function.text), "" if whole else function.person_id or function.position_id or "?"))
    return found


def _performer_key(engagement: Engagement, department_id: str, performer: str) -> str:
    person = find_person(engagement, department_id, performer) if performer else None
    if person is not None:
        return person.id
    key = norm_text(performer)
    titles = {norm_text(p.title): p.id for p in engagement.positions if p.department_id == department_id}
    return titles.get(key, key)


def _line(record: Record) -> tuple[TypedLine, bool]:
    """The line, and whether its hours were understood; those that were not stand in the remark."""
    performer = line(record.text("person")) or line(record.text("position"))
    remark = line(record.text("comment"))
    column = record.place("hours")
    unit = hours_unit(record.columns.title(column)) if column is not None and record.columns.header else None
    hours: Fraction | None = None
    understood = True
    cell = line(record.text("hours"))
    if not cell and _is_hours(performer):
        cell, performer = performer, ""
    try:
        hours = read_hours(cell, unit)
    except ProblemError:
        understood, remark = False, ". ".join(filter(None, (cell, remark)))
    return TypedLine(without_mark(line(record.text("function"))), performer, stored(hours), remark), understood


def _headed(rows: Rows) -> Columns | None:
    """The columns by their head; None without one. A single word may be a function as well as a head."""
    if max(map(len, rows), default=0) < _HEADED:
        alone = bool(rows) and norm_text(rows[0][0]) in next(
            field.words for field in FIELDS if field.name == "function"
        )
        return Columns(FIELDS, ((rows[0][0],),), (1,), {"function": 0}) if alone else None
    columns = find_columns(ListGrid([list(row) for row in rows]), FIELDS)
    if len(columns.at) < _HEADED:
        return None
    return columns if "function" in columns.at else _with_function(columns, rows)


def _with_function(columns: Columns, rows: Rows) -> Columns | None:
    """Under a head that calls the functions by another word: the first column of texts that is nothing else."""
    below = rows[columns.last_header :]
    taken = set(columns.at.values())
    for column in range(max(map(len, rows))):
        texts = [row[column] for row in below if column < len(row) and row[column]]
        if column not in taken and texts and not counts_up(texts) and not _mostly_hours(texts):
            return replace(columns, at={**columns.at, "function": column})
    return None


def _by_look(rows: Rows) -> Columns:
    """Text first, then who and hours in whichever order the sheet has them; a column that counts is passed over."""
    columns = FreeColumns(rows)
    free = columns.left
    if not free:
        return Columns(FIELDS, (), (), {"function": 0})
    at = {"function": free.pop(0)}
    hours = next((column for column in free if _mostly_hours(columns.texts[column])), None)
    if hours is not None:
        at["hours"] = hours
        free.remove(hours)
    for field, column in zip(("person", "comment"), free, strict=False):
        at[field] = column
    return Columns(FIELDS, (), (), at)


def _mostly_hours(texts: Sequence[str]) -> bool:
    return 2 * sum(map(_is_hours, texts)) > len(texts)


def _is_hours(text: str) -> bool:
    try:
        return read_hours(text) is not None
    except ProblemError:
        return False
