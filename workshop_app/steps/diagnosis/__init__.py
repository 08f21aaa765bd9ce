"""S2, the diagnosis: one shared, unexcited picture of what the company lives on and what hurts (METHOD S2)."""

from __future__ import annotations

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Diagnosis, ImageCard, LedgerBatch, LedgerSource
from workshop_app.steps.diagnosis.view import DiagnosisView, diagnosis_view
from workshop_app.steps.step import DoneItem, Step, SubStep, ViewContext

SOURCES_NEEDED = 2


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S2, "Done when"."""
    view = diagnosis_view(engagement, context)
    sources = N_("Two of three are there: ledger of a full year, pulse survey, three image cards a list ({n} of 3)")
    return (
        DoneItem(Message(sources, {"n": view.sources}), view.sources >= SOURCES_NEEDED),
        DoneItem(Message(N_("The common problem is put into one sentence")), bool(view.problem.strip())),
        DoneItem(Message(N_("All departments accept the common problem")), view.accepted),
    )


STEP = Step(
    id="diagnosis",
    code="S2",
    title=N_("Diagnosis"),
    question=N_("Rivalry helped you. What in it has stopped working?"),
    recommendations=(7,),
    tables=(Diagnosis, ImageCard, LedgerSource, LedgerBatch),
    view=diagnosis_view,
    done_when=done_when,
    sub_steps=(
        SubStep("numbers", N_("Five numbers")),
        SubStep("images", N_("Image exchange")),
        SubStep("problem", N_("Common problem")),
    ),
)

__all__ = ["STEP", "DiagnosisView", "diagnosis_view"]
