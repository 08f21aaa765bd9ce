"""Checks of the role cards (METHOD D, ROL-01, ROL-02)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.membership import staff
from workshop_app.domain.message import N_
from workshop_app.domain.model import RoleCard

_TIME_TO_TALK = timedelta(days=30)


def _no_role_card(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(person.id) for person in staff(engagement) if engagement.get(RoleCard, person.id) is None)


def _not_confirmed(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    session = engagement.session.date
    if session is None or context.as_of <= session + _TIME_TO_TALK:
        return
    for person in engagement.people:
        card = engagement.get(RoleCard, person.id)
        if card is not None and card.acknowledged_on is None:
            yield Hit(person.id)


CHECKS: tuple[Check, ...] = (
    Check(
        id="ROL-01",
        severity=Severity.WARNING,
        object="person",
        step="roles",
        recommendation=1,
        message=N_("{title} has no role description"),
        fix=N_("Generate it from the matrix and complete it"),
        find=_no_role_card,
    ),
    Check(
        id="ROL-02",
        severity=Severity.WARNING,
        object="person",
        step="followup",
        work_of="roles",
        recommendation=1,
        message=N_("{title} has not confirmed the role description"),
        fix=N_("Talk it through and get the confirmation"),
        find=_not_confirmed,
    ),
)
