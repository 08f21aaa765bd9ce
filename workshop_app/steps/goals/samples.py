"""Goals to begin with: what changes for the client, how it is measured; the numbers are the room's (METHOD S4)."""

from __future__ import annotations

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import Direction, UnitKind
from workshop_app.i18n import NBSP, Words
from workshop_app.services.document import Operation
from workshop_app.steps.goals.operations import add_goal


@frozen
class Sample:
    """A goal without numbers; texts are message ids."""

    id: str
    title: str
    metric: str
    unit: str
    kind: UnitKind
    direction: Direction


SAMPLES = (
    Sample(
        "retention",
        N_("More clients of last year stay for another year"),
        N_("Clients of last year who bought this year"),
        "%",
        UnitKind.PERCENT,
        Direction.UP,
    ),
    Sample(
        "second",
        N_("New clients come a second time within a year"),
        N_("New clients who bought again within a year"),
        "%",
        UnitKind.PERCENT,
        Direction.UP,
    ),
    Sample(
        "one_offer",
        N_("A client gets one offer from us, not two"),
        N_("Clients with offers of two departments in a month"),
        N_("pcs"),
        UnitKind.COUNT,
        Direction.DOWN,
    ),
    Sample(
        "answer",
        N_("A client gets the first answer the same working day"),
        N_("Median time to the first answer"),
        N_("working hours"),
        UnitKind.HOURS,
        Direction.DOWN,
    ),
    Sample(
        "handoff",
        N_("Work passes between departments without coming back"),
        N_("Handoffs returned for missing data"),
        "%",
        UnitKind.PERCENT,
        Direction.DOWN,
    ),
)
"""Five goals that two departments reach only together."""


def add_sample(sample: Sample, words: Words) -> Operation:
    """A goal of the samples in the language of the document's people, with ordinary spaces: it is edited next."""

    def typed(text: str) -> str:
        return words(text).replace(NBSP, " ")

    return add_goal(
        typed(sample.title),
        metric=typed(sample.metric),
        unit=sample.unit if sample.unit == "%" else typed(sample.unit),
        unit_kind=sample.kind,
        direction=sample.direction,
    )
