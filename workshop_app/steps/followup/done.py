"""When step S12 is done (METHOD S12, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.actions import CHECKS as ACTION_CHECKS
from workshop_app.domain.checks.followup import CHECKS as FOLLOW_UP_CHECKS
from workshop_app.domain.checks.indicators import CHECKS as INDICATOR_CHECKS
from workshop_app.domain.checks.survey import CHECKS as SURVEY_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.steps.step import DoneItem, ViewContext, open_rules

FEEDBACK = "feedback"


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S12, "Done when"."""
    checks = ACTION_CHECKS + FOLLOW_UP_CHECKS + INDICATOR_CHECKS + SURVEY_CHECKS
    found = open_rules(engagement, context, checks)
    begun = any(followup.held_on for followup in engagement.followups)
    off = engagement.settings.steps_off
    items = (
        DoneItem(
            Message(N_("All three follow-ups have a date and none was left out")), not {"FUP-01", "FUP-02"} & found
        ),
        DoneItem(Message(N_("No action is overdue after the meeting")), begun and "ACT-04" not in found),
    )
    numbers = (
        DoneItem(Message(N_("All indicators are up to date")), begun and "IND-03" not in found),
        DoneItem(Message(N_("By day 90 the pulse survey was repeated")), begun and "SRV-02" not in found),
    )
    return items if FEEDBACK in off else (*items, *numbers)
