"""Indicators and their values: a row per indicator or per value, or a column per date (METHOD C.12)."""

from __future__ import annotations

import calendar
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from workshop_app.domain.date_text import FIRST_YEAR, LAST_YEAR, MONTHS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.ledger import read_day, read_number
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Direction, Indicator, IndicatorPoint, Person
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import Answers, Field, Option, Question, Record, Table, cell_text
from workshop_app.exchange.imports.cells import NO_DATE, line, optional, read_date, read_direction, read_frequency
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.plan import ImportPlan

KIND = "indicators"


def _optional(name: str, title: str, *words: str) -> Field:
    return Field(name, title, words, required=False)


FIELDS = (
    _optional("code", N_("Code"), "код", "code", "id"),
    Field(
        "title",
        N_("Indicator"),
        ("показатель", "метрика", "indicator", "measure", "metric", "kpi", "наименование", "title"),
    ),
    _optional("unit", N_("Unit"), "единица", "ед. изм", "ед", "unit"),
    _optional("direction", N_("Good direction"), "хорошо", "направление", "good direction", "direction", "good"),
    _optional("frequency", N_("Frequency"), "частота", "периодичность", "frequency"),
    _optional("baseline", N_("Baseline"), "база", "базовое", "исходное", "было", "baseline"),
    _optional(
        "baseline_date",
        N_("Date of the baseline"),
        "дата базы",
        "дата исходного",
        "baseline date",
        "date of the baseline",
    ),
    _optional("target", N_("Target value"), "цель", "целевое", "станет", "target"),
    _optional("deadline", N_("Deadline"), "срок", "deadline"),
    _optional("alarm", N_("Alarm limit"), "граница", "тревога", "порог", "alarm", "limit"),
    _optional("owner", N_("Owner"), "ответственный", "владелец", "кто вносит", "owner"),
    _optional("source", N_("Source"), "источник", "source"),
    _optional("date", N_("Date"), "дата", "date"),
    _optional("value", N_("Value"), "значение", "факт", "value"),
)
_MONTH = re.compile(r"([a-zа-я]{3,})[.\s’'/-]*(\d{4}|\d{2})|(\d{1,2})[./](\d{4})", re.IGNORECASE)


def plan_indicators(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a table of indicators changes. ``ProblemError`` when there is no column of titles."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    _Indicators(draft, table).read()
    return draft.plan(KIND, Indicator)


class _Indicators:
    """One pass over the table; a row without a title belongs to the indicator above."""

    def __init__(self, draft: Draft, table: Table) -> None:
        self._draft = draft
        self._table = table
        self._directory = Directory(draft)
        self._rows: dict[str, Indicator] = {}
        for indicator in draft.before.indicators:
            self._remember(indicator)
        self._points = {(p.indicator_id, p.date): p for p in draft.before.indicator_points}
        self._counts: dict[str, int] = {}
        for point in draft.before.indicator_points:
            self._counts[point.indicator_id] = max(self._counts.get(point.indicator_id, 0), _number(point.id))
        self._last: Indicator | None = None
        self._met: set[str] = set()
        headers = ((column, read_month_or_day(table.columns.header[column][-1])) for column in table.columns.rest)
        self._dated = {column: day for column, day in headers if day is not None}
        draft.note_unread(table, self._dated)

    def read(self) -> None:
        """Read all rows."""
        for record in self._draft.records(self._table):
            title, code = line(record.text("title")), line(record.text("code"))
            if norm_text(title) or norm_text(code):
                self._last = self._indicator(record, title, code)
            if self._last is None:
                self._draft.skip(record.number, Message(N_("no indicator in this row")), record.place("title"))
                continue
            self._read_points(record, self._last)

    def _indicator(self, record: Record, title: str, code: str) -> Indicator:
        found = self._rows.get(norm_text(code)) or self._rows.get(norm_text(title))
        values = self._values(record, title)
        if found is None:
            values.setdefault("direction", self._direction(record, title, values))
            new_id = code or self._draft.edit.new_id(Indicator)
            found = self._draft.add(Indicator(id=new_id, **values))
        elif found.id in self._met:
            found = self._draft.complete(found, **values)
        else:
            found = self._draft.update(found, **values)
        self._met.add(found.id)
        self._remember(found)
        self._keep_owner(record, found)
        return found

    def _values(self, record: Record, title: str) -> dict[str, Any]:
        said = {
            "title": title or None,
            "unit": optional(record.text("unit")),
            "direction": read_direction(record.text("direction")),
            "frequency": read_frequency(record.text("frequency")),
            "baseline": self._number(record, "baseline"),
            "baseline_date": self._day(record, "baseline_date"),
            "target": self._number(record, "target"),
            "deadline": self._day(record, "deadline"),
            "alarm_limit": self._number(record, "alarm"),
            "source": optional(record.text("source")),
        }
        if owner := self._owner(record):
            said["owner_id"] = owner.id
        return {name: value for name, value in said.items() if value is not None}

    def _owner(self, record: Record) -> Person | None:
        """Who owns the indicator; somebody who is not in the list is asked about."""
        name = line(record.text("owner"))
        if not norm_text(name):
            return None
        place = (record.number, record.place("owner"))
        return self._directory.person(name, None) or self._directory.stranger(name, None, place)

    def _keep_owner(self, record: Record, indicator: Indicator) -> None:
        name = line(record.text("owner"))
        if norm_text(name) and self._directory.person(name, None) is None:
            self._draft.keep_unknown(indicator, "owner_id", name)

    def _direction(self, record: Record, title: str, values: dict[str, Any]) -> Direction:
        """The good way: as the numbers go, else asked."""
        baseline, target = values.get("baseline"), values.get("target")
        if baseline is not None and target is not None and baseline != target:
            return Direction.UP if target > baseline else Direction.DOWN
        options = (Option("up", Message(N_("growth"))), Option("down", Message(N_("reduction"))))
        text = Message(N_("Which way is good for “{title}”?"), {"title": title})
        question = Question(f"direction:{norm_text(title)}", text, options, "up", blocking=False)
        return Direction.DOWN if self._draft.ask(question) == "down" else Direction.UP

    def _read_points(self, record: Record, indicator: Indicator) -> None:
        for column, dated in self._dated.items():
            self._point(indicator, dated, self._as_number(record, column))
        if record.text("value") or record.text("date"):
            value, day = self._number(record, "value"), self._day(record, "date")
            if value is not None and day is not None:
                self._point(indicator, day, value)
            elif value is not None:
                self._draft.skip(record.number, Message(N_("a value without a date")), record.place("date"))

    def _point(self, indicator: Indicator, day: date, value: Decimal | None) -> None:
        if value is None:
            return
        old = self._points.get((indicator.id, day))
        if old is not None:
            self._points[indicator.id, day] = self._draft.complete(old, value=value)
            return
        number = self._counts.get(indicator.id, 0) + 1
        self._counts[indicator.id] = number
        made = IndicatorPoint(id=f"{indicator.id}/{number}", indicator_id=indicator.id, date=day, value=value)
        self._points[indicator.id, day] = self._draft.add(made)

    def _number(self, record: Record, name: str) -> Decimal | None:
        return self._as_number(record, record.place(name))

    def _as_number(self, record: Record, column: int | None) -> Decimal | None:
        cell = record.at(column) if column is not None else ""
        text = cell.strip(" %") if isinstance(cell, str) else cell
        number = read_number(text)
        if number is None and text not in ("", "-", "–", "—"):
            asked, key = N_("Row {row}: “{text}” is no number."), f"number:{record.number}:{cell_text(cell)}"
            self._draft.doubt(record, column, key, asked, text=cell_text(cell))
        return number

    def _day(self, record: Record, name: str) -> date | None:
        cell = record.cell(name)
        day = read_date(cell) or (read_month_or_day(cell_text(cell)) if cell != "" else None)
        if day is None and cell != "":
            key = f"date:{record.number}:{name}"
            self._draft.doubt(record, record.place(name), key, NO_DATE, text=cell_text(cell))
        return day

    def _remember(self, indicator: Indicator) -> None:
        self._rows[norm_text(indicator.id)] = indicator
        self._rows[norm_text(indicator.title)] = indicator


def read_month_or_day(text: str) -> date | None:
    """A day, or the last day of a month: «янв 2026», “Jan 2026”, 01.2026."""
    day = read_day(text)
    match = _MONTH.fullmatch(text.strip())
    if day is not None or match is None:
        return day
    month = MONTHS.get(norm_text(match[1])[:3]) if match[1] else int(match[3])
    year = int(match[2] or match[4])
    year += 2000 if year < 100 else 0
    if month is None or not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _number(point_id: str) -> int:
    tail = point_id.rpartition("/")[2]
    return int(tail) if tail.isdecimal() else 0


def is_likely(table: Table) -> bool:
    """Whether a table looks like indicators."""
    found = table.columns.at
    wanted = ("direction", "frequency", "baseline", "target", "alarm", "value")
    dated = sum(read_month_or_day(table.columns.header[column][-1]) is not None for column in table.columns.rest)
    points = {"date", "value"} <= found.keys()
    return "title" in found and sum(name in found for name in wanted) + min(dated, 2) + points >= 2
