"""S12, follow-up at 30, 60 and 90 days: the plan survives the return to work (METHOD S12)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import FollowUp
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="followup",
    code="S12",
    title=N_("Follow-up"),
    question=N_("Which decision isn't alive, and what do we change in the rule?"),
    recommendations=(7,),
    tables=(FollowUp,),
    sub_steps=(SubStep("day", N_("The meeting")), SubStep("again", N_("Asked again"))),
)

__all__ = ["STEP"]
