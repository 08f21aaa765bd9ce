"""S7, training: see how the neighbours work, talk about friction, let no skill hang on one person (METHOD S7)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Skill, SkillLevel, Training
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="training",
    code="S7",
    title=N_("Training"),
    question=N_("What can the neighbours teach us?"),
    recommendations=(3,),
    tables=(Training, Skill, SkillLevel),
    sub_steps=(SubStep("skills", N_("Skill matrix")), SubStep("plan", N_("Training plan"))),
    tabbed=True,
    takes_offers=True,
)

__all__ = ["STEP"]
