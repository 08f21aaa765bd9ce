"""S8, meetings: a few short regular ones that carry the plan (METHOD S8)."""

from __future__ import annotations

from workshop_app.domain.checks.meetings import CHECKS as MEETING_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Meeting, MeetingLog
from workshop_app.steps.meetings.view import MeetingsView, meetings_view
from workshop_app.steps.step import DoneItem, Step, SubStep, ViewContext, open_rules


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


STEP = Step(
    id="meetings",
    code="S8",
    title=N_("Meetings"),
    question=N_("What does this meeting decide?"),
    recommendations=(4,),
    tables=(Meeting, MeetingLog),
    view=meetings_view,
    done_when=done_when,
    sub_steps=(SubStep("series", N_("Series of meetings")), SubStep("log", N_("Decisions log"))),
    tabbed=True,
)

__all__ = ["STEP", "MeetingsView", "meetings_view"]
