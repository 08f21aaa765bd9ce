"""When step S10 is done (METHOD S10, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.feedback import CHECKS as FEEDBACK_CHECKS
from workshop_app.domain.checks.indicators import CHECKS as INDICATOR_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.pulse import is_second_wave
from workshop_app.steps.step import DoneItem, ViewContext, open_rules


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S10, "Done when"."""
    found = open_rules(engagement, context, INDICATOR_CHECKS + FEEDBACK_CHECKS)
    return (
        DoneItem(
            Message(N_("Every indicator has an owner, a source, a baseline and a target")),
            not {"IND-01", "IND-02", "IND-04"} & found,
        ),
        DoneItem(Message(N_("There is one channel for suggestions")), "FBK-02" not in found),
        DoneItem(
            Message(N_("The second pulse survey has a date, 45–75 days after the session")),
            any(is_second_wave(engagement, survey.date) for survey in engagement.surveys),
        ),
    )
