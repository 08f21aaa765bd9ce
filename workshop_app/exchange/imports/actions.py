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
from workshop_app.domain.plan import is_move
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.enum_words import read_word
from workshop_app.exchange.grid import Answers, Field, Record, Table, cell_text
from workshop_app.exchange.imports.cells import NO_DATE, line, optional, read_date
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.plan import ImportPlan

KIND = "actions"
MOST_MOVES = 999
"""More is no count of moves."""


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
    _optional("depends_on", N_("Depends on"), "зависит от", "ждёт", "после чего", "depends on", "waits for"),
    _optional("original_due", N_("First due date"), "первый срок", "первоначальный срок", "first due date"),
    _optional("moves", N_("Times moved"), "сколько раз перенесено", "переносов", "times moved"),
    _optional("moved_reason", N_("Why moved"), "почему перенесено", "причина переноса", "why moved"),
)


def plan_actions(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a table of actions changes. ``ProblemError`` when title, owner or due has no column."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    draft.note_unread(table)
    _Actions(table, draft).read()
    return draft.plan(KIND, Action)


class _Actions:
    """Stores the rows; what an action waits for is looked up when all are known."""

    def __init__(self, table: Table, draft: Draft) -> None:
        self._table, self._draft, self._directory = table, draft, Directory(draft)
        self._known = {norm_text(action.id): action for action in draft.before.actions}
        self._titles = {(norm_text(action.title), action.owner_id): action for action in draft.before.actions}
        self._waiting: list[tuple[Record, Action]] = []

    def read(self) -> None:
        """Read all rows."""
        for record in self._draft.records(self._table):
            title = line(record.text("title"))
            if norm_text(title):
                self._read(record, title)
            else:
                why = Message(N_("no action in this row"))
                self._draft.skip(record.number, why, record.place("title"))
        if "depends_on" in self._table.columns.at:
            self._link()

    def _read(self, record: Record, title: str) -> None:
        values, unknown = self._values(record, title)
        code = line(record.text("id"))
        old = self._known.get(norm_text(code)) or self._titles.get((norm_text(title), values.get("owner_id")))
        if old is not None:
            emptied = self._emptied(record, old)
            changed = {**values, **emptied}
            row = self._draft.update(old, **{**changed, **moved_by(old, changed, self._draft.before)})
        else:
            row = self._draft.add(Action(id=code or self._draft.edit.new_id(Action), **values))
        self._known.setdefault(norm_text(row.id), row)
        self._titles[norm_text(title), row.owner_id] = row
        for field, name in unknown.items():
            self._draft.keep_unknown(row, field, name)
        self._waiting.append((record, row))

    def _values(self, record: Record, title: str) -> tuple[dict[str, Any], dict[str, str]]:
        """The fields, and the names that lead nowhere by field."""
        draft = self._draft
        moves = read_number(record.cell("moves"))
        said: dict[str, Any] = {
            "title": title,
            "due": _day(record, "due", draft),
            "status": _status(record, draft),
            "recommendations": tuple(int(digit) for digit in re.findall(r"[1-7]", record.text("recommendations")))
            or None,
            "result": optional(record.text("result")),
            "goal_id": _goal(record.text("goal"), draft.before),
            "done_on": _day(record, "done_on", draft),
            "cost": read_number(record.cell("cost")),
            "hours": read_number(record.cell("hours")),
            "original_due": _day(record, "original_due", draft),
            "moves": int(moves) if moves is not None and 0 <= moves <= MOST_MOVES else None,
            "moved_reason": optional(record.text("moved_reason")),
        }
        values = {name: value for name, value in said.items() if value is not None}
        unknown: dict[str, str] = {}
        for field, column in (("owner_id", "owner"), ("co_owner_id", "co_owner")):
            name = line(record.text(column))
            if norm_text(name):
                place = (record.number, record.place(column))
                person = self._directory.person(name, None) or self._directory.stranger(name, None, place)
                values[field] = person.id if person else None
                unknown |= {} if person else {field: name}
        goal = line(record.text("goal"))
        if norm_text(goal) and said["goal_id"] is None:
            values["goal_id"], unknown["goal_id"] = None, goal
        return values, unknown

    def _emptied(self, record: Record, old: Action) -> dict[str, Any]:
        """The fields that are empty in the file but not in the document, where they are to be emptied."""
        at = self._table.columns.at
        empty = {
            field: value
            for column, field, value in _CAN_BE_EMPTY
            if column in at and not norm_text(record.text(column)) and getattr(old, field) != value
        }
        return empty if empty and self._draft.is_emptied(len(empty)) else {}

    def _link(self) -> None:
        ids = {norm_text(action.id): action.id for action in self._known.values()}
        named = {norm_text(action.title): action.id for action in self._draft.edit.engagement.actions}
        for record, action in self._waiting:
            self._draft.at(record.number)
            parts = _parts(record.text("depends_on"), {*ids, *named})
            found = [ids.get(norm_text(part)) or named.get(norm_text(part)) for part in parts]
            known = tuple(dict.fromkeys(each for each in found if each and each != action.id))
            if known or (not parts and action.depends_on and self._draft.is_emptied()):
                self._draft.complete(action, depends_on=known)
            for index, (part, each) in enumerate(zip(parts, found, strict=True)):
                if each is None:
                    self._draft.keep_unknown(action, "depends_on", part, index=index)
        self._draft.at(None)


_CAN_BE_EMPTY: tuple[tuple[str, str, object], ...] = (
    ("owner", "owner_id", None),
    ("co_owner", "co_owner_id", None),
    ("due", "due", None),
    ("recommendations", "recommendations", ()),
    ("result", "result", None),
    ("goal", "goal_id", None),
    ("done_on", "done_on", None),
    ("cost", "cost", None),
    ("hours", "hours", None),
)
"""Columns whose empty cells may empty a field, and what the field is then."""


def moved_by(old: Action, values: dict[str, Any], before: Engagement) -> dict[str, Any]:
    """What another due date leaves behind: after the session it counts as a move and the first date is kept (S12)."""
    said_moves, today = values.get("moves"), before.company.as_of or date.today()
    if not is_move(old, values.get("due", old.due), before.session.date, today):
        return {}
    counted = old.moves + 1 if said_moves in (None, old.moves) else said_moves
    return {"original_due": values.get("original_due") or old.original_due or old.due, "moves": counted}


def _parts(text: str, known: set[str]) -> list[str]:
    """Titles or codes of actions; one that is known is not cut where it has a separator of its own."""
    left, parts = [line(part) for part in re.split(r"[;\n]", text) if part.strip()], []
    while left:
        count = next((n for n in range(len(left), 0, -1) if norm_text("; ".join(left[:n])) in known), 0)
        said = "; ".join(left[: count or 1])
        codes = [part.strip() for part in said.split(",")]
        parts += codes if not count and all(norm_text(code) in known for code in codes) else [said]
        del left[: count or 1]
    return parts


def _goal(text: str, before: Engagement) -> str | None:
    key = norm_text(text)
    found: Goal | None = next((g for g in before.goals if key and key in (norm_text(g.id), norm_text(g.title))), None)
    return found.id if found else None


def _day(record: Record, name: str, draft: Draft) -> date | None:
    cell = record.cell(name)
    day = read_date(cell)
    if day is None and norm_text(cell_text(cell)):
        draft.doubt(record, record.place(name), f"date:{record.number}:{name}", NO_DATE, text=cell_text(cell))
    return day


def _status(record: Record, draft: Draft) -> ActionStatus | None:
    text = line(record.text("status"))
    status = read_word(ActionStatus, text) if text else None
    if text and status is None:
        asked = N_("Row {row}: the status “{text}” is not known.")
        draft.doubt(record, record.place("status"), f"status:{record.number}", asked, text=text)
    return status


def is_likely(table: Table) -> bool:
    """Whether a table looks like an action plan."""
    return {"title", "owner", "due"} <= table.columns.at.keys()
