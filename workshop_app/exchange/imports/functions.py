"""Function lists: who does what, how long, for which activity (METHOD S3, C.3.1; DECISIONS, Imports)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from workshop_app.domain.claims_text import department_keys
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.hours_text import hours_unit, read_hours
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Department, Function, PerformedBy
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import DEPARTMENT_WORDS, Answers, Field, Option, Question, Record, Table, cell_text
from workshop_app.exchange.imports.cells import line, listed, optional, read_yes, stored
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.names import is_comma_name, is_vacancy, without_comma
from workshop_app.exchange.imports.plan import ImportPlan
from workshop_app.exchange.imports.whose import Whose

KIND = "functions"
FIELDS = (
    Field("department", N_("Department"), DEPARTMENT_WORDS, required=False),
    Field(
        "person",
        N_("Person"),
        (
            "сотрудник",
            "фио",
            "ф.и.о",
            "исполнитель",
            "кто",
            "работник",
            "person",
            "employee",
            "performer",
            "name",
            "who",
        ),
        required=False,
    ),
    Field("position", N_("Position"), ("должность", "роль", "position", "job title", "role"), required=False),
    Field(
        "function",
        N_("Function"),
        (
            *("функция", "функции", "функционал", "обязанност", "что делает", "что делаем"),
            *("чем занимается", "чем занят", "задач"),
            *("содержание работ", "виды работ"),
            *("function", "duty", "duties", "task", "responsibilities", "what they do", "what is done"),
        ),
    ),
    Field(
        "hours",
        N_("Hours"),
        (
            *("часы", "часов", "трудозатрат", "трудоемкост", "ч/нед", "ч/мес", "ч/день", "ч/год", "мин/день"),
            *("hours", "time spent", "time", "h/week", "h/month", "h/day", "h/year", "min/day"),
        ),
        required=False,
    ),
    Field("activity", N_("Activity"), ("деятельность", "activity"), required=False),
    Field("outside", N_("Outside the list"), ("вне перечня", "вне списка", "outside the list"), required=False),
    Field("comment", N_("Comment"), ("комментарий", "примечание", "comment", "note", "remark"), required=False),
)
_ALL_RUSSIAN = ("все", "весь отдел", "все сотрудники", "отдел")
_ALL = frozenset((*_ALL_RUSSIAN, "all", "everyone", "the whole department", "whole department", "department"))
_OUTSIDE = frozenset(("вне перечня", "вне списка", "нет", "-", "–", "—", "none", "outside", "outside the list"))
_CODE = re.compile(r"[A-Za-zА-Яа-я]+-?\d+")
_WORD = r"[A-ZА-ЯЁ][\w’'-]+"
_INITIALS = r"(?:[A-ZА-ЯЁ]\.?\s?){1,2}"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD})+|{_WORD}\s+{_INITIALS}|{_INITIALS}{_WORD}")
_BLANK = "blank_person"
_MANY_HOURS = 70


def plan_functions(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a function list changes. ``ProblemError`` when there is no column of functions."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    draft.note_unread(table)
    _Functions(draft, table, path).read()
    return draft.plan(KIND, Function)


class _Functions:
    """One pass over a list."""

    def __init__(self, draft: Draft, table: Table, path: Path) -> None:
        self._draft = draft
        self._directory = Directory(draft)
        self._whose = Whose(draft, self._directory, table, path)
        self._table = table
        column = table.columns.at.get("hours")
        self._unit = hours_unit(table.columns.title(column)) if column is not None else None
        self._known = {_key(draft.before, function): function for function in draft.before.functions}
        self._first_rows: dict[tuple[str, str, str], int] = {}
        self._last_person = ""
        people = table.columns.at.get("person")
        names = table.texts_of(people) if people is not None else []
        self._has_comma_names = len(names) > 1 and all(map(is_comma_name, names))
        self._hours: dict[str, Fraction] = {}

    def read(self) -> None:
        """Read all rows, then look at the whole."""
        self._directory.look_for_headings(self._table, "function")
        for record in self._draft.records(self._table, self._directory.section):
            self._read(record)
        self._check_hours()

    def _read(self, record: Record) -> None:
        text = line(record.text("function"))
        if not norm_text(text):
            self._draft.skip(record.number, Message(N_("no function in this row")), record.place("function"))
            return
        department = self._whose.of(record)
        if department is None:
            self._draft.skip(record.number, Message(N_("no department")), record.place("department"))
            return
        performer = self._performer(record, department)
        unknown = performer.pop("unknown", "")
        key = (department.id, _performer_key(performer, unknown), norm_text(text))
        if key in self._first_rows:
            self._draft.repeat(record.number, self._first_rows[key], text)
            return
        self._first_rows[key] = record.number
        values = {**self._activity(record), **self._details(record, performer)}
        code = values.pop("unknown_activity", "")
        old = self._known.get(key)
        if old is not None:
            row = self._draft.update(old, **values)
        else:
            new_id = self._draft.edit.new_id(Function)
            made = Function(id=new_id, department_id=department.id, text=text, **performer, **values)
            row = self._draft.add(made)
        for field, name in (("person_id", unknown), ("activity_id", code)):
            if name:
                self._draft.keep_unknown(row, field, name)

    def _details(self, record: Record, performer: dict[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        hours = self._read_hours(record)
        if hours is not None:
            values["hours_per_week"] = stored(hours)
            whose = str(performer.get("person_id"))
            self._hours[whose] = self._hours.get(whose, Fraction(0)) + hours
        if comment := optional(record.text("comment")):
            values["comment"] = comment
        if (outside := read_yes(record.cell("outside"))) is not None:
            values["outside_list"] = outside
        return values

    def _read_hours(self, record: Record) -> Fraction | None:
        cell = record.cell("hours")
        text = self._draft.answer(f"hours:{record.number}") or (cell if isinstance(cell, Decimal) else cell_text(cell))
        try:
            return read_hours(text, self._unit)
        except ProblemError as problem:
            asked, key = N_("Row {row}: {problem}"), f"hours:{record.number}"
            self._draft.doubt(record, record.place("hours"), key, asked, problem=problem.message)
            return None

    def _activity(self, record: Record) -> dict[str, Any]:
        text = line(record.text("activity"))
        if not text:
            return {}
        if norm_text(text) in _OUTSIDE or text in _OUTSIDE:
            return {"outside_list": True}
        if self._directory.activity(text) is None and _CODE.fullmatch(text):
            return {"unknown_activity": text}
        return {"activity_id": self._directory.activity_or_new(text).id}

    def _performer(self, record: Record, department: Department) -> dict[str, Any]:
        """The fields that say who does a line; ``unknown`` is a name that leads nowhere."""
        name, title = self._named(record), line(record.text("position"))
        if not name and not title and self._last_person and "person" in self._table.columns.at:
            name = self._blank()
        elif name:
            self._last_person = name
        if not name:
            return self._by_position(title, department) if title else {}
        if norm_text(name) in _ALL or norm_text(name) in department_keys(department):
            return {"performed_by": PerformedBy.DEPARTMENT}
        if self._directory.position(name, department.id) and not self._directory.person(name, department.id):
            return self._by_position(name, department)
        return self._by_person(name, title, department, record)

    def _named(self, record: Record) -> str:
        """The person's cell; “Byrne, Aoife” is turned round where the whole column is written so."""
        name = line(record.text("person"))
        return without_comma(name) if self._has_comma_names else name

    def _by_position(self, title: str, department: Department) -> dict[str, Any]:
        position = self._directory.position_or_new(title, department.id)
        return {"position_id": position.id, "performed_by": PerformedBy.POSITION}

    def _by_person(self, name: str, title: str, department: Department, record: Record) -> dict[str, Any]:
        parts = listed(name)
        if len(parts) > 1 and all(map(_looks_like_name, parts)) and not self._directory.people.same(name):
            asked = N_("“{name}” are several people. Give each a line of their own.")
            self._draft.doubt(record, record.place("person"), f"people:{norm_text(name)}", asked, name=name)
            return {"unknown": name}
        known = self._directory.person(name, department.id)
        if known is None and not _looks_like_name(name) and self._is_position(name):
            return self._by_position(name, department)
        return {"person_id": self._directory.person_or_new(name, department.id, title).id}

    def _is_position(self, name: str) -> bool:
        options = (Option("position", Message(N_("a position"))), Option("person", Message(N_("a person"))))
        default = "person" if "," in name else "position"
        text = Message(N_("Is “{name}” a person or a position?"), {"name": name})
        question = Question(f"performer:{norm_text(name)}", text, options, default, blocking=False)
        return self._draft.ask(question) != "person"

    def _blank(self) -> str:
        options = (
            Option("none", Message(N_("nobody is named"))),
            Option("above", Message(N_("the person of the row above"))),
        )
        text = Message(N_("Some rows name nobody. Who does them?"))
        answer = self._draft.ask(Question(_BLANK, text, options, "none", blocking=False))
        return self._last_person if answer == "above" else ""

    def _check_hours(self) -> None:
        """Hours that no week has: the list may be by the month."""
        people = sorted(hours for whose, hours in self._hours.items() if whose != "None")
        without_period = self._unit is None or self._unit.times is None
        if without_period and people and people[len(people) // 2] > _MANY_HOURS:
            hours = Decimal(int(people[len(people) // 2]))
            text = N_(
                "Half of the people have {hours} hours or more. Name the unit in the header, for example h/month."
            )
            self._draft.ask(Question("hours_unit", Message(text, {"hours": hours}), blocking=False))


def _looks_like_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None or is_vacancy(text)


def _performer_key(performer: dict[str, Any], unknown: str) -> str:
    found = performer.get("person_id") or performer.get("position_id") or performer.get("performed_by")
    return str(found) if found else f"?{norm_text(unknown)}"


def _key(engagement: Engagement, function: Function) -> tuple[str, str, str]:
    unknown = engagement.unresolved(function.table, function.id, "person_id")
    by = {"person_id": function.person_id}
    if function.performed_by is not PerformedBy.PERSON and not function.person_id:
        by |= {"position_id": function.position_id, "performed_by": function.performed_by}
    performer = _performer_key(by, unknown[0].text if unknown else "")
    return function.department_id or "", performer, norm_text(function.text)


def is_likely(table: Table) -> bool:
    """Whether a table looks like a function list."""
    found = table.columns.at
    return "function" in found and any(name in found for name in ("hours", "person", "position", "department"))
