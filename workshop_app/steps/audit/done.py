"""When step S3 is done (METHOD S3, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.audit import CHECKS
from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import by_priority
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import SessionFormat
from workshop_app.steps.step import DoneItem, ViewContext, open_rules

THREE_HOUR_ROWS = 10
"""The 3-hour format decides the ten activities with the highest priority, the rest is put off (METHOD A.4)."""


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S3, "Done when"."""
    found = open_rules(engagement, context, CHECKS)
    begun = bool(engagement.functions)
    listed = {function.department_id for function in engagement.functions}
    return (
        DoneItem(
            Message(N_("Every department has listed its functions")),
            begun and {department.id for department in engagement.departments} <= listed,
            "collect",
        ),
        DoneItem(
            Message(N_("Every line belongs to an activity or is outside the list")),
            begun and "AUD-06" not in found,
            "match",
        ),
        DoneItem(
            Message(N_("Every department has answered on every activity")),
            bool(engagement.activities) and "AUD-07" not in found,
            "overlay",
        ),
        DoneItem(
            Message(N_("Every finding is decided or put off to a date")),
            begun and bool(engagement.claims) and _decided(engagement, found),
            "decide",
        ),
        DoneItem(
            Message(N_("Rules of shared work are written and confirmed, owners are named")),
            begun and not {"AUD-10", "AUD-12"} & found,
            "decide",
        ),
    )


def _decided(engagement: Engagement, found: frozenset[str]) -> bool:
    if not engagement.activities:
        return False
    if engagement.session.format is not SessionFormat.THREE_HOURS:
        return "AUD-08" not in found
    decided = {activity_id for activity_id, held in current_decisions(engagement).items() if not is_deferred(held)}
    first = by_priority(engagement)[:THREE_HOUR_ROWS]
    left = any(finding.must_be_decided and finding.activity_id not in decided for finding in first)
    return "AUD-08" not in found and not left
