"""When step S3 is done (METHOD S3, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.audit import CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import by_priority
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import SessionFormat
from workshop_app.steps.step import DoneItem, ViewContext, open_rules

THREE_HOUR_ROWS = 10
"""The 3-hour format decides the ten activities with the highest priority (METHOD A.4)."""


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S3, "Done when"."""
    found = open_rules(engagement, context, CHECKS)
    begun = bool(engagement.functions)
    return (
        DoneItem(
            Message(N_("Every line belongs to an activity or is outside the list")),
            begun and "AUD-06" not in found,
        ),
        DoneItem(
            Message(N_("Every department has answered on every activity")),
            bool(engagement.activities) and "AUD-07" not in found,
        ),
        DoneItem(Message(N_("Every finding is decided or put off to a date")), begun and _decided(engagement, found)),
        DoneItem(
            Message(N_("Rules of shared work are written and confirmed, owners are named")),
            begun and not {"AUD-10", "AUD-12"} & found,
        ),
    )


def _decided(engagement: Engagement, found: frozenset[str]) -> bool:
    if not engagement.activities:
        return False
    if engagement.session.format is not SessionFormat.THREE_HOURS:
        return "AUD-08" not in found
    decided = {decision.activity_id for decision in engagement.decisions}
    first = by_priority(engagement)[:THREE_HOUR_ROWS]
    return all(finding.activity_id in decided or not finding.must_be_decided for finding in first)
