"""Checks of the handoffs (METHOD D, HND-01 … HND-04)."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity
from workshop_app.domain.cooperation import connects, has_people, joint_without_handoff, missing_parts
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message


def _not_two_departments(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(handoff.id) for handoff in engagement.handoffs if not connects(engagement, handoff))


def _incomplete(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for handoff in engagement.handoffs:
        if missing := missing_parts(handoff):
            yield Hit(handoff.id, detail=tuple(map(Message, missing)))


def _without_people(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(handoff.id) for handoff in engagement.handoffs if not has_people(engagement, handoff))


def _joint_without_handoff(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(decision.activity_id) for decision in joint_without_handoff(engagement) if decision.activity_id)


CHECKS: tuple[Check, ...] = (
    Check(
        id="HND-01",
        severity=Severity.ERROR,
        object="handoff",
        step="cooperation",
        recommendation=2,
        message=N_("Handoff “{title}” does not name two different departments"),
        fix=N_("Who gives and who receives?"),
        find=_not_two_departments,
    ),
    Check(
        id="HND-02",
        severity=Severity.WARNING,
        object="handoff",
        step="cooperation",
        recommendation=2,
        message=N_("Handoff “{title}” is incomplete: no {n}"),
        fix=N_("Complete: trigger, package, acceptance, time"),
        find=_incomplete,
    ),
    Check(
        id="HND-03",
        severity=Severity.WARNING,
        object="handoff",
        step="cooperation",
        recommendation=2,
        message=N_("Handoff “{title}”: a person is missing on one side"),
        fix=N_("A name on each side"),
        find=_without_people,
    ),
    Check(
        id="HND-04",
        severity=Severity.INFO,
        object="activity",
        step="cooperation",
        recommendation=2,
        message=N_("“{title}” is to be done jointly but no handoff is described"),
        fix=N_("Is a handoff needed? If so, describe it"),
        find=_joint_without_handoff,
    ),
)
