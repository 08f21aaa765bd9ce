"""The action plan as a table: who does what by when (METHOD S11)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.ledger import read_number
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, ActionStatus, Goal
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.enum_words import read_word
from workshop_app.exchange.grid import Answers, Field, Question, Record, Table, cell_text
from workshop_app.exchange.imports.cells import line, optional, read_date
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.plan import ImportPlan

KIND = "actions"


def _optional(name: str, title: str, *words: str) -> Field:
    return Field(name, title, words, required=False)


FIELDS = (
    _optional("id", N_("Code"), "код", "id", "code"),
    Field("title", N_("Action"), ("действие", "задача", "что сделать", "мероприятие", "action", "task", "what")),
    Field("owner", N_("Owner"), ("ответственный", "исполнитель", "кто", "owner", "responsible", "who")),
    _optional("co_owner", N_("Second owner"), "соисполнитель", "второй ответственный", "second owner", "co-owner"),
    Field("due", N_("Due"), ("срок", "до", "когда", "due", "deadline", "when")),
    _optional("status", N_("Status"), "статус", "состояние", "status", "state"),
    _optional("recommendations", N_("Recommendations"), "рекомендаци", "recommendation"),
    _optional("result", N_("Result"), "результат", "result"),
    _optional("goal", N_("Goal"), "цель", "goal"),
    _optional("done_on", N_("Done on"), "выполнено", "дата выполнения", "done on", "completed"),
    _optional("cost", N_("Cost"), "стоимость", "затраты", "cost"),
    _optional("hours", N_("Hours"), "часы", "трудозатраты", "hours"),
)


def plan_actions(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a table of actions changes. ``ProblemError`` when title, owner or due has no column."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    draft.note_unread(table)
    directory = Directory(draft)
    known = {norm_text(action.id): action for action in before.actions}
    titles = {(norm_text(action.title), action.owner_id): action for action in before.actions}
    for record in table.records(on_skip=draft.skipped):
        title = line(record.text("title"))
        if not norm_text(title):
            draft.skip(record.number, Message(N_("no action in this row")), record.place("title"))
            continue
        values, unknown = _values(record, title, draft, directory)
        code = line(record.text("id"))
        old = known.get(norm_text(code)) or titles.get((norm_text(title), values.get("owner_id")))
        if old is not None:
            row = draft.update(old, **values)
        else:
            row = draft.add(Action(id=code or draft.edit.new_id(Action), **values))
            titles[norm_text(title), row.owner_id] = row
        for field, name in unknown.items():
            draft.keep_unknown(row, field, name)
    return draft.plan(KIND, Action)


def _values(record: Record, title: str, draft: Draft, directory: Directory) -> tuple[dict[str, Any], dict[str, str]]:
    """The fields, and the names that lead nowhere by field."""
    said: dict[str, Any] = {
        "title": title,
        "due": _day(record, "due", draft),
        "status": _status(record, draft),
        "recommendations": tuple(int(digit) for digit in re.findall(r"[1-7]", record.text("recommendations"))) or None,
        "result": optional(record.text("result")),
        "done_on": _day(record, "done_on", draft),
        "cost": read_number(record.cell("cost")),
        "hours": read_number(record.cell("hours")),
        "goal_id": _goal(record.text("goal"), draft.before),
    }
    unknown: dict[str, str] = {}
    for field, column in (("owner_id", "owner"), ("co_owner_id", "co_owner")):
        name = record.text(column)
        person = directory.person(name, None) if name else None
        if person is not None:
            said[field] = person.id
        elif norm_text(name):
            unknown[field] = line(name)
            text = Message(N_("Who is “{name}”? The name is kept."), {"name": line(name)})
            question = Question(f"person:{norm_text(name)}", text, blocking=False)
            draft.doubt(question, record.number, record.place(column))
    if said["goal_id"] is None and norm_text(record.text("goal")):
        unknown["goal_id"] = line(record.text("goal"))
    return {name: value for name, value in said.items() if value is not None}, unknown


def _goal(text: str, before: Engagement) -> str | None:
    key = norm_text(text)
    found: Goal | None = next((g for g in before.goals if key and key in (norm_text(g.id), norm_text(g.title))), None)
    return found.id if found else None


def _day(record: Record, name: str, draft: Draft) -> date | None:
    cell = record.cell(name)
    day = read_date(cell)
    if day is None and norm_text(cell_text(cell)):
        said = {"row": record.number, "text": cell_text(cell)}
        asked = Message(N_("Row {row}: “{text}” is no date. Write, for example, 31.01.2026."), said)
        question = Question(f"date:{record.number}:{name}", asked, blocking=False)
        draft.doubt(question, record.number, record.place(name))
    return day


def _status(record: Record, draft: Draft) -> ActionStatus | None:
    text = line(record.text("status"))
    status = read_word(ActionStatus, text) if text else None
    if text and status is None:
        asked = Message(N_("Row {row}: the status “{text}” is not known."), {"row": record.number, "text": text})
        question = Question(f"status:{record.number}", asked, blocking=False)
        draft.doubt(question, record.number, record.place("status"))
    return status


def is_likely(table: Table) -> bool:
    """Whether a table looks like an action plan."""
    return {"title", "owner", "due"} <= table.columns.at.keys()
