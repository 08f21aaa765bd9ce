"""S11, the action plan: who does what by when, starting this week (METHOD S11)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Action, FollowUp, SignOff, Waiver
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="plan",
    code="S11",
    title=N_("Action plan"),
    question=N_("Who does what by when, starting this week?"),
    recommendations=(1, 2, 3, 4, 5, 6, 7),
    tables=(Action, FollowUp, SignOff, Waiver),
    sub_steps=(
        SubStep("actions", N_("Actions")),
        SubStep("signing", N_("Follow-ups, signatures")),
        SubStep("print", N_("Print and PDF")),
    ),
    takes_offers=True,
)

__all__ = ["STEP"]
