"""Which charts there are, by name, and how one is laid out on a sheet of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from reports import fonts
from reports.brand import PLAIN, Brand
from reports.flowables.block import Block
from reports.flowables.heading import Heading
from reports.flowables.layout import Stack
from reports.flowables.numbers import Figure
from reports.flowables.text import Text
from reports.page import Sheet
from reports.paper import Paper
from reports.pictures.recorder import Recording, RecordingCanvas
from reports.sections.audit.found import found
from reports.sections.audit.hours import headline, where_hours_go
from reports.sections.cooperation.way import client_way
from reports.sections.diagnosis.years import addons_by_month, revenue, shared_clients
from reports.sections.feedback.indicators import indicators
from reports.sections.feedback.runs import run_of
from reports.sections.feedback.survey import survey
from reports.sections.followup.progress import asked_again
from reports.sections.goals.tracks import common_goals
from reports.sections.meetings.calendar import calendar
from reports.sections.meetings.series import load
from reports.sections.plan.actions import actions_by_person
from reports.sections.plan.rhythm import rhythm
from reports.sections.rewards.fund import fund
from reports.sections.rewards.people import who_gets_what
from reports.sections.source import Source
from reports.sections.training.skills import skills
from reports.style import WHITE
from reports.text import clean
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.i18n import Words

Make = Callable[[Paper, Source], Sequence[Any]]
_EDGE = 14.0
_LONGEST_TITLE, _LONGEST_TEXT = 200, 400
_ENDLESS = 100_000.0


@frozen
class Picture:
    """A chart with its heading and legend. ``name`` is for files and the command line, ``title`` a message id.

    ``of``: what fills ``{of}`` in the title.
    """

    name: str
    title: str
    make: Make
    of: str = ""

    def called(self, words: Words) -> str:
        """The title in the reader's language."""
        return words(self.title, of=clean(self.of, _LONGEST_TITLE))


_FIXED: tuple[Picture, ...] = (
    Picture("revenue", N_("Revenue by kind and year"), revenue),
    Picture("addons", N_("Add-ons by month"), addons_by_month),
    Picture("shared-clients", N_("Shared clients by year"), shared_clients),
    Picture("hours", N_("Hours done twice"), headline),
    Picture("findings", N_("What we found"), found),
    Picture("activities", N_("Where the hours go"), where_hours_go),
    Picture("goals", N_("Common goals"), common_goals),
    Picture("client-way", N_("The client's way"), client_way),
    Picture("skills", N_("Skills"), skills),
    Picture("meeting-calendar", N_("Calendar of meetings"), calendar),
    Picture("meeting-load", N_("Time for joint meetings"), load),
    Picture("reward-fund", N_("What the fund is made of"), fund),
    Picture("reward-positions", N_("Who gets what"), who_gets_what),
    Picture("indicators", N_("Indicators"), indicators),
    Picture("pulse", N_("Pulse survey"), survey),
    Picture("gantt", N_("Actions by person"), actions_by_person),
    Picture("follow-ups", N_("Follow-ups on day 30 / 60 / 90"), rhythm),
    Picture("asked-again", N_("Answers asked again"), asked_again),
)
PICTURES: Mapping[str, Picture] = MappingProxyType({picture.name: picture for picture in _FIXED})
"""The charts that every workshop may have; each indicator has one more of its own, see ``available``."""


def available(source: Source, words: Words) -> dict[str, Picture]:
    """The charts for which this workshop has data, by name."""
    offered = [*_FIXED, *_runs(source)]
    paper = _paper(words, PLAIN)
    return {each.name: each for each in offered if _has_data(each.make(paper, source))}


def _runs(source: Source) -> Iterator[Picture]:
    for indicator in source.engagement.indicators:
        title = N_("Indicator: {of}")
        yield Picture(f"indicator-{indicator.id}", title, run_of(indicator.id), indicator.title)


def _has_data(blocks: Sequence[Any]) -> bool:
    """Whether there is more than headings and sentences."""
    return any(not isinstance(block, Heading | Text) for block in _flat(blocks))


def _flat(items: Sequence[Any]) -> Iterator[Block]:
    for item in items:
        if isinstance(item, list | tuple):
            yield from _flat(item)
        elif isinstance(item, Block):
            yield item


def _paper(words: Words, brand: Brand) -> Paper:
    fonts.register()
    return Paper(words, brand, Sheet("A4"), longest=_LONGEST_TEXT)


def record(picture: Picture, source: Source, words: Words, brand: Brand = PLAIN) -> Recording:
    """The chart as paper prints it, as high as it needs, on white."""
    paper = _paper(words, brand)
    blocks = list(_flat(picture.make(paper, source)))
    places, height = _placed(blocks, paper.width)
    canvas = RecordingCanvas()
    canvas.setFillColor(WHITE)
    width, height = paper.width + 2 * _EDGE, height + 2 * _EDGE
    canvas.rect(0, 0, width, height, 0, 1)
    for block, top in places:
        block.drawOn(canvas, _EDGE, height - _EDGE - top - block.height)
    return Recording(width, height, tuple(canvas.items), picture.called(words), _said(blocks))


def _placed(blocks: Sequence[Block], width: float) -> tuple[list[tuple[Block, float]], float]:
    """Every block with the distance of its top from the first one's, and the height of all."""
    places: list[tuple[Block, float]] = []
    y, gap = 0.0, 0.0
    for block in blocks:
        _wide, high = block.wrap(width, _ENDLESS)
        y += max(gap, block.spaceBefore) if places else 0.0
        places.append((block, y))
        y, gap = y + high, block.spaceAfter
    return places, y


def _said(blocks: Sequence[Block]) -> str:
    """What the figures say in words."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Figure):
            texts.append(block.element.alt)
        elif isinstance(block, Stack):
            texts += filter(None, [_said(block.blocks)])
    return " ".join(texts)
