"""S7, training: see how the neighbours work, talk about friction, let no skill hang on one person (METHOD S7)."""

from __future__ import annotations

from workshop_app.domain.checks.training import CHECKS as TRAINING_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Skill, SkillLevel, Training
from workshop_app.domain.training import live_training
from workshop_app.steps.step import DoneItem, Step, SubStep, ViewContext, open_rules
from workshop_app.steps.training.view import TrainingView, training_view


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S7, "Done when"."""
    found = open_rules(engagement, context, TRAINING_CHECKS)
    live = live_training(engagement)
    dated = bool(live) and all(item.date is not None for item in live)
    return (
        DoneItem(
            Message(N_("Every department sees how the neighbours work")),
            bool(engagement.departments) and "TRN-01" not in found,
        ),
        DoneItem(Message(N_("There is a practice in talking to each other")), "TRN-02" not in found),
        DoneItem(Message(N_("Every training has a date")), dated),
    )


STEP = Step(
    id="training",
    code="S7",
    title=N_("Training"),
    question=N_("What can the neighbours teach us?"),
    recommendations=(3,),
    tables=(Training, Skill, SkillLevel),
    view=training_view,
    done_when=done_when,
    sub_steps=(SubStep("skills", N_("Skill matrix")), SubStep("plan", N_("Training plan"))),
    tabbed=True,
)

__all__ = ["STEP", "TrainingView", "training_view"]
