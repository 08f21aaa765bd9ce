"""When step S8 is done (METHOD S8, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.meetings import CHECKS as MEETING_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.steps.step import DoneItem, ViewContext, open_rules


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S8, "Done when"."""
    found = open_rules(engagement, context, MEETING_CHECKS)
    some = bool(engagement.meetings)
    return (
        DoneItem(Message(N_("There is a regular joint meeting")), "MTG-01" not in found),
        DoneItem(
            Message(N_("Each has a chair, an agenda, a duration and a first date")), some and "MTG-02" not in found
        ),
        DoneItem(Message(N_("At most 6 hours a person in 4 weeks")), some and "MTG-03" not in found),
    )
