"""The list of common activities: title, key, audited, same object, the rule and who confirmed it (METHOD E)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Activity
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import Answers, Field, Record, Table
from workshop_app.exchange.imports.cells import NEITHER, line, listed, optional, read_same_object, read_yes
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.plan import ImportPlan

KIND = "activities"
FIELDS = (
    Field("id", N_("Code"), ("код", "id", "code"), required=False),
    Field("title", N_("Activity"), ("деятельность", "функция", "название", "наименование", "activity", "title")),
    Field("group", N_("Group"), ("группа", "этап", "group", "stage"), required=False),
    Field("key", N_("Key"), ("ключев", "key"), required=False),
    Field("audited", N_("Audited"), ("аудит", "audited"), required=False),
    Field(
        "same_object",
        N_("Same object"),
        (
            *("тот же объект", "объект", "тот же клиент", "тот же документ"),
            *("same object", "object", "same client", "same customer", "same document"),
        ),
        required=False,
    ),
    Field("rule", N_("Rule"), ("правило", "rule"), required=False),
    Field("confirmed_by", N_("Confirmed by"), ("подтвержд", "confirmed"), required=False),
)
_EVERYONE = frozenset(("все", "all", "оба", "both"))


def plan_activities(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a list of activities changes. ``ProblemError`` when there is no column of titles."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    draft.note_unread(table)
    directory = Directory(draft)
    rows: dict[str, int] = {}
    for record in draft.records(table):
        _read(record, draft, directory, rows)
    return draft.plan(KIND, Activity)


def _read(record: Record, draft: Draft, directory: Directory, rows: dict[str, int]) -> None:
    title, code = line(record.text("title")), line(record.text("id"))
    if not norm_text(title) and not norm_text(code):
        draft.skip(record.number, Message(N_("no activity in this row")), record.place("title"))
        return
    was_known = directory.activity(code) or directory.activity(title)
    if was_known is not None and was_known.id in rows:
        draft.repeat(record.number, rows[was_known.id], title)
        return
    activity = was_known or directory.activity_or_new(title, code)
    rows[activity.id] = record.number
    values = _values(record, title, draft)
    confirmed, unknown = _departments(record.text("confirmed_by"), directory)
    if confirmed or unknown:
        values["existing_rule_confirmed_by"] = confirmed
    if was_known is not None:
        activity = directory.change_activity(activity, **values)
    elif values:
        activity = directory.complete_activity(activity, **values)
    for index, name in unknown:
        draft.keep_unknown(activity, "existing_rule_confirmed_by", name, index)
        asked = N_("Row {row}: who is “{name}”? The rule's confirmation is kept as it is written.")
        draft.doubt(record, record.place("confirmed_by"), f"confirmed:{record.number}", asked, name=name)


def _values(record: Record, title: str, draft: Draft) -> dict[str, Any]:
    said = {
        "title": title or None,
        "group": optional(record.text("group")),
        "key": _yes("key", record, draft),
        "audited": _yes("audited", record, draft),
        "same_object": read_same_object(record.cell("same_object")),
        "existing_rule": optional(record.text("rule")),
    }
    return {name: value for name, value in said.items() if value is not None}


def _yes(name: str, record: Record, draft: Draft) -> bool | None:
    said = read_yes(record.cell(name))
    if said is None and (text := record.text(name)):
        draft.doubt(record, record.place(name), f"{name}:{record.number}", NEITHER, text=text)
    return said


def _departments(text: str, directory: Directory) -> tuple[tuple[str, ...], list[tuple[int, str]]]:
    """The departments that a cell lists, and the names that lead nowhere with their places."""
    if norm_text(text) in _EVERYONE:
        return tuple(department.id for department in directory.departments), []
    whole = directory.department(text)
    known: list[str] = []
    unknown: list[tuple[int, str]] = []
    for index, name in enumerate([text] if whole else listed(text)):
        found = directory.department(name)
        if found is not None:
            known.append(found.id)
        else:
            unknown.append((index, name))
    return tuple(dict.fromkeys(known)), unknown


def is_likely(table: Table) -> bool:
    """Whether a table looks like a list of activities."""
    found = table.columns.at
    return "title" in found and any(name in found for name in ("key", "audited", "same_object", "rule"))
