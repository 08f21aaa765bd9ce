"""S4, the key competence and common goals: answer the owner's question, then 3–5 goals nobody reaches alone."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Competence, CompetenceVotes, Contribution, Goal
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="goals",
    code="S4",
    title=N_("Competence and goals"),
    question=N_("What brings a client back a second and a third time?"),
    recommendations=(6,),
    tables=(Competence, CompetenceVotes, Goal, Contribution),
    sub_steps=(SubStep("competence", N_("The key competence")), SubStep("goals", N_("Common goals"))),
)

__all__ = ["STEP"]
