"""S5, roles: everybody knows what they decide, do, are asked and told, and what they stop doing (METHOD S5)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import RaciCell, RaciRow, RoleCard
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="roles",
    code="S5",
    title=N_("Roles"),
    question=N_("Who alone answers for the result?"),
    recommendations=(1, 4),
    tables=(RaciRow, RaciCell, RoleCard),
    sub_steps=(SubStep("matrix", N_("RACI matrix")), SubStep("cards", N_("Role cards"))),
    tabbed=True,
    takes_offers=True,
)

__all__ = ["STEP"]
