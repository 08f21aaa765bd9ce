"""The list of role cards: who has one, and who talked it through with the head (METHOD C.6)."""

from __future__ import annotations

from datetime import date

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Department, Person, RoleCard
from workshop_app.domain.places import places_of
from workshop_app.domain.raci import live_rows
from workshop_app.domain.role_card import RoleCardContent, StopSuggestion
from workshop_app.domain.text_key import norm_text
from workshop_app.steps.roles.view import RolesView


@frozen
class CardLine:
    """A person of the list; ``place`` is the department's place in the order, −1 outside the departments."""

    id: str
    person: Person
    department: Department | None
    place: int
    exists: bool
    acknowledged_on: date | None
    lettered: bool


def card_lines(engagement: Engagement, view: RolesView) -> tuple[CardLine, ...]:
    """Everybody of the participating departments, and who else has letters, in the order of the matrix."""
    places = places_of(view.departments)
    lettered = {person_id for row in live_rows(engagement) for person_id in row.cells}
    lines = []
    for column in view.columns:
        card = engagement.get(RoleCard, column.id)
        if column.person.active:
            lines.append(
                CardLine(
                    id=column.id,
                    person=column.person,
                    department=column.department,
                    place=places.get(column.person.department_id or "", -1),
                    exists=card is not None,
                    acknowledged_on=card.acknowledged_on if card else None,
                    lettered=column.id in lettered,
                )
            )
    return tuple(lines)


def open_suggestions(card: RoleCardContent) -> tuple[StopSuggestion, ...]:
    """What the person may stop doing and does not stand in the typed text yet."""
    written = norm_text(card.stops_doing)
    return tuple(s for s in card.stop_suggestions if norm_text(s.line.text) not in written)
