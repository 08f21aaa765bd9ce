"""S8, meetings: a few short regular ones that carry the plan (METHOD S8)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Meeting, MeetingLog
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="meetings",
    code="S8",
    title=N_("Meetings"),
    question=N_("What does this meeting decide?"),
    recommendations=(4,),
    tables=(Meeting, MeetingLog),
    sub_steps=(SubStep("series", N_("Series of meetings")), SubStep("log", N_("Decisions log"))),
    tabbed=True,
)

__all__ = ["STEP"]
