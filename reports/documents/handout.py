"""The participant's sheet: front my role, back what I do and sign."""

from __future__ import annotations

from typing import Any

from reports.document import new_page
from reports.documents.kind import DocumentKind, Part
from reports.documents.per_person import for_each
from reports.paper import Paper
from reports.sections.roles.handout_back import back
from reports.sections.roles.handout_front import front
from reports.sections.source import Source
from workshop_app.domain.message import N_
from workshop_app.domain.model import Person
from workshop_app.domain.role_card import role_card


def sheet(paper: Paper, source: Source, person_id: str) -> list[Any]:
    """Both sides of one person's sheet; people from outside the departments need one side."""
    content = role_card(source.engagement, person_id)
    turn_over = new_page() if content.department is not None else []
    side = front(paper, source, content)
    return [*side.blocks, *turn_over, *back(paper, source, content, goals=side.goals_over)]


def participants(source: Source) -> list[Person]:
    """Active people of the departments, and from outside them who took part or owns an action."""
    engagement = source.engagement
    named = {*engagement.session.participants, *(action.owner_id for action in engagement.actions)}
    people = [p for p in engagement.people if p.active and (engagement.department(p.department_id) or p.id in named)]
    return sorted(people, key=source.place_of)


def _title(paper: Paper, source: Source, person_id: str) -> str:
    return paper.words("Participant's sheet: {name}", name=source.short(person_id))


KIND = DocumentKind(
    name="handout",
    title=N_("Participant's sheet"),
    about=N_("For each participant: my role, handoffs, goals, actions, dates and meetings; one sheet, two sides"),
    sections=(
        Part("sheet", N_("Participant's sheet"), for_each(_title, sheet, participants, N_("Participant's sheet"))),
    ),
    steps=frozenset({5, 6, 7, 8, 11}),
    per_person=True,
    people=participants,
)
