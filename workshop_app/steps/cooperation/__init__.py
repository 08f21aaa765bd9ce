"""S6, cooperation: where the client changes hands, and what both departments do together (METHOD S6)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Handoff, Project, ProjectStage
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="cooperation",
    code="S6",
    title=N_("Cooperation"),
    question=N_("Where does the client wait?"),
    recommendations=(2,),
    tables=(Handoff, Project, ProjectStage),
    sub_steps=(SubStep("handoffs", N_("Handoffs")), SubStep("projects", N_("Projects and teams"))),
    tabbed=True,
    takes_offers=True,
)

__all__ = ["STEP"]
