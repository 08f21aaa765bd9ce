"""When step S2 is done (METHOD S2, "Done when")."""

from __future__ import annotations

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.steps.diagnosis.view import diagnosis_view
from workshop_app.steps.step import DoneItem, ViewContext

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
