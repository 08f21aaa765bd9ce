"""S1, preparation: arrive with facts, so that the room's time goes to decisions (METHOD S1)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import AgendaItem, Company, Department, Person, Position, Session, Settings, Wording
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="prepare",
    code="S1",
    title=N_("Preparation"),
    question=N_("Where are we and what comes next?"),
    recommendations=(1, 7),
    tables=(Company, Settings, Session, AgendaItem, Department, Position, Person, Wording),
    sub_steps=(
        SubStep("company", N_("Company")),
        SubStep("people", N_("Departments and people")),
        SubStep("agenda", N_("Agenda")),
        SubStep("materials", N_("Materials")),
        SubStep("invitation", N_("Invitation")),
    ),
    tabbed=True,
)

__all__ = ["STEP"]
