"""Who votes and answers in the room: the people who are there, by department."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.membership import staff_of


def voters(engagement: Engagement) -> Mapping[str, int]:
    """By department id in order: how many vote, the people in the room, else all who are active."""
    return engagement.derive(_voters)


def in_the_room(engagement: Engagement) -> frozenset[str]:
    """The ids of the participants who are, or were, there."""
    return frozenset(engagement.session.participants) - frozenset(engagement.session.absent)


def _voters(engagement: Engagement) -> dict[str, int]:
    here = in_the_room(engagement)
    counts = {}
    for department in engagement.departments:
        people = staff_of(engagement, department.id)
        counts[department.id] = sum(person.id in here for person in people) if here else len(people)
    return counts
