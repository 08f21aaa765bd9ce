"""S2, the diagnosis: one shared, unexcited picture of what the company lives on and what hurts (METHOD S2)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Diagnosis, ImageCard, LedgerBatch, LedgerSource
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="diagnosis",
    code="S2",
    title=N_("Diagnosis"),
    question=N_("Rivalry helped you. What in it has stopped working?"),
    recommendations=(7,),
    tables=(Diagnosis, ImageCard, LedgerSource, LedgerBatch),
    sub_steps=(
        SubStep("numbers", N_("Five numbers")),
        SubStep("images", N_("Image exchange")),
        SubStep("problem", N_("Common problem")),
    ),
)

__all__ = ["STEP"]
