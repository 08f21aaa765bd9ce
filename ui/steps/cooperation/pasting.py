"""Handoffs pasted from a spreadsheet: title, gives, receives, event, package, acceptance, hours."""

from __future__ import annotations

import re
from typing import Any

from ui.widgets.number_field import number_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import Handoff
from workshop_app.domain.quick_line import people_matching
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.operations import items_of

_UNIT = re.compile(r"\s*[a-zа-я.]+$", re.IGNORECASE)


def read_rows(rows: list[list[str]], engagement: Engagement, words: Words) -> list[Handoff]:
    """A handoff for each row that has a title; who is not known stays open."""
    return [_handoff(row, engagement, words) for row in rows if row and row[0]]


def _handoff(row: list[str], engagement: Engagement, words: Words) -> Handoff:
    cells = [*row, *[""] * 7][:7]
    title, giver, taker, trigger, package, acceptance, hours = cells
    values: dict[str, Any] = {**_side("from", giver, engagement), **_side("to", taker, engagement)}
    try:
        response = number_of(_UNIT.sub("", hours), english=words.language == "en")
    except ProblemError:
        response = None
    return Handoff(
        id="",
        title=title,
        trigger=trigger or None,
        package=items_of(package),
        acceptance=acceptance or None,
        response_hours=response,
        **values,
    )


def _side(side: str, text: str, engagement: Engagement) -> dict[str, str | None]:
    """A department by name or code, or a person by name."""
    key = norm_text(text)
    if not key:
        return {}
    for department in engagement.departments:
        if key in {norm_text(name) for name in (department.name, department.short, *department.aliases)}:
            return {f"{side}_department_id": department.id}
    people = people_matching(text, engagement.people)
    if len(people) == 1:
        return {f"{side}_department_id": people[0].department_id, f"{side}_person_id": people[0].id}
    return {}
