"""When step S7 is done (METHOD S7, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.training import CHECKS as TRAINING_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.training import live_training
from workshop_app.steps.step import DoneItem, ViewContext, open_rules


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
