"""Checks of the follow-ups (METHOD D, FUP-01, FUP-02)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_
from workshop_app.domain.plan import FOLLOW_UP_DAYS


def _not_all_set(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    dated = {followup.day for followup in engagement.followups if followup.date is not None}
    missing = tuple(day for day in FOLLOW_UP_DAYS if day not in dated)
    return whole_plan(missing, detail=missing)


def _not_held(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for followup in engagement.followups:
        if followup.date is not None and followup.date < context.as_of and followup.held_on is None:
            yield Hit(str(followup.day))


CHECKS: tuple[Check, ...] = (
    Check(
        id="FUP-01",
        severity=Severity.ERROR,
        object="plan",
        step="followup",
        recommendation=7,
        message=N_("Follow-ups at 30, 60 and 90 days are not all set (missing {n})"),
        fix=N_("Set them today"),
        find=_not_all_set,
    ),
    Check(
        id="FUP-02",
        severity=Severity.ERROR,
        object="followup",
        step="followup",
        recommendation=7,
        message=N_("The {title}-day follow-up was not held"),
        fix=N_("Hold it within a week"),
        find=_not_held,
    ),
)
