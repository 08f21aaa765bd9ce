"""The client's way through the departments, in strips of a few stages each."""

from __future__ import annotations

from math import ceil
from typing import Any

from reports.charts.lanes import Handoff as Arrow
from reports.charts.lanes import Stage as Box
from reports.charts.lanes import swim_lanes
from reports.charts.look import ChartLook
from reports.flowables.heading import Section
from reports.flowables.numbers import Figure
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import MM
from reports.text import prepare
from workshop_app.domain.cooperation import ClientWay, Crossing
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.view import cooperation_view

_PER_STRIP = 5


def client_way(paper: Paper, source: Source) -> list[Any]:
    """The strips; nothing while no handoff is described."""
    _ = paper.words
    view = cooperation_view(source.engagement, source.context)
    way = view.way
    if len(way.stages) < 2:
        return []
    blocks: list[Any] = [Section(paper, _("The client's way"), _fact(_, way))]
    steps = len(way.stages) - 1
    each = ceil(steps / ceil(steps / (_PER_STRIP - 1)))
    for start in range(0, steps, each):
        blocks.append(_strip(paper, source, way, range(start, min(start + each, steps) + 1), each + 1))
    return blocks


def _fact(words: Words, way: ClientWay) -> str:
    unknown = sum(crossing.handoff_id is None for crossing in way.crossings)
    longest = next((crossing.hours for crossing in way.crossings if crossing.is_longest), None)
    parts = []
    if longest is not None:
        said = words.plural("{n} working hour", "{n} working hours", longest)
        parts.append(words("the longest wait {hours}", hours=said))
    if unknown:
        parts.append(words("not described {n}", n=unknown))
    return "; ".join(parts)


def _strip(paper: Paper, source: Source, way: ClientWay, places: range, most: int) -> Figure:
    """A part of the way; boxes are as wide as in a strip of ``most`` stages."""
    words = paper.words
    look = ChartLook.paper(paper.brand)
    stages = way.stages[places.start : places.stop]
    used = [row.id for row in source.engagement.departments if any(s.department_id == row.id for s in stages)]
    lanes = source.of_ids(tuple(used))
    boxes = [Box(prepare(stage.title, paper.language), used.index(stage.department_id)) for stage in stages]
    crossings = way.crossings[places.start : places.stop - 1]
    arrows = [Arrow(at, at + 1, _pill(words, each), *_marks(each)) for at, each in enumerate(crossings)]
    said = " → ".join(stage.title for stage in stages)
    share = len(stages) / most
    return Figure(
        lambda width: swim_lanes(look, width * share, lanes, boxes, arrows), said, before=1 * MM, after=2 * MM
    )


def _marks(crossing: Crossing) -> tuple[bool, bool]:
    return crossing.is_longest, crossing.handoff_id is not None


def _pill(words: Words, crossing: Crossing) -> str:
    if crossing.handoff_id is None or crossing.hours is None:
        return ""
    return words("{hours} h", hours=words.number(crossing.hours))
