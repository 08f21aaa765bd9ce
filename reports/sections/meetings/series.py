"""The regular meetings, and how much time they take from everybody."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from reports.charts.look import ChartLook
from reports.charts.rows import LoadRow, load_bars
from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkText
from reports.flowables.numbers import Figure, note
from reports.flowables.status import severity
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.figures import minutes
from reports.sections.source import NOTHING, Source
from reports.style import CELL_BOLD, CELL_DENSE, CELL_GREY, CELL_NAME, ERROR
from workshop_app.domain.meetings import MOST_MINUTES, Load, is_dormant, last_held, loads, missing_of, next_dates
from workshop_app.domain.model import Meeting
from workshop_app.i18n import Words, half_up
from workshop_app.steps.meetings.wording import rhythm_parts

_MOST_BARS = 24
_AHEAD = 3


def series(paper: Paper, source: Source) -> list[Any]:
    """The section of the series."""
    _ = paper.words
    items = source.engagement.meetings
    count = _.plural("{n} series of meetings", "{n} series of meetings", len(items))
    head = Section(paper, _("Regular meetings"), count if items else "")
    if not items:
        return [head, nothing(paper, _("No meetings yet: they are agreed in step 8."))]
    columns = [
        Column(_("Meeting"), 54, row_head=True),
        Column(_("How often"), 36),
        Column(_("Agenda"), 44, role=CELL_DENSE, grows=True),
        Column(_("Chair and circle"), 36, role=CELL_DENSE),
        Column(_("Next dates"), 28),
    ]
    return [head, PaperTable(paper, columns, [_row(paper, source, item) for item in items])]


def _row(paper: Paper, source: Source, item: Meeting) -> Row:
    _ = paper.words
    agenda = "; ".join(point.strip() for point in item.agenda if point.strip()) or NOTHING
    ahead = [_.date_short(day) for day in next_dates(item, source.as_of, _AHEAD)]
    what, days = _what(paper, source, item), ", ".join(ahead) or NOTHING
    return Row([what, _rhythm(_, item), agenda, _circle(_, source, item), days])


def _what(paper: Paper, source: Source, item: Meeting) -> Stack:
    _ = paper.words
    blocks: list[Block] = [Text(paper, item.title or _("untitled"), CELL_NAME)]
    if item.purpose and item.purpose.strip():
        blocks.append(Text(paper, item.purpose.strip(), CELL_GREY))
    lacks = [_(part) for part in missing_of(source.engagement, item)]
    if lacks:
        blocks.append(Text(paper, _("missing: {parts}", parts=", ".join(lacks)), CELL_DENSE.coloured(ERROR)))
    if is_dormant(source.engagement, item, source.as_of):
        held = last_held(source.engagement, item)
        said = _("asleep: last held {date}", date=_.date_short(held)) if held else _("asleep: never held")
        blocks.append(MarkText(paper, severity("warning", 8), said, CELL_DENSE))
    if not item.minutes_kept:
        blocks.append(Text(paper, _("decisions are not written down"), CELL_GREY))
    return Stack(blocks)


def _rhythm(words: Words, item: Meeting) -> list[str | Run]:
    often, *rest = rhythm_parts(item, words)
    if item.duration_min is not None:
        rest.append(minutes(words, item.duration_min))
    text: list[str | Run] = [Run(often, CELL_BOLD)]
    if rest:
        text.append(Run("\n" + ", ".join(rest), CELL_GREY))
    return text


def _circle(words: Words, source: Source, item: Meeting) -> list[str | Run]:
    text: list[str | Run] = [Run(source.short(item.owner_id), CELL_DENSE.bold())]
    people = len(item.participants)
    text.append(Run("\n" + words.plural("{n} participant", "{n} participants", people), CELL_GREY))
    return text


def load(paper: Paper, source: Source) -> list[Any]:
    """Hours of joint meetings in four weeks by person, against six hours; nothing without meetings."""
    _ = paper.words
    taken = sorted(loads(source.engagement).values(), key=lambda each: -each.minutes)
    if not taken:
        return []
    shown = taken[:_MOST_BARS]
    over = sum(each.is_too_much for each in taken)
    fact = _("nobody above six hours")
    if over:
        fact = _.plural("{n} person above six hours", "{n} people above six hours", over)
    head = Section(paper, _("Time for joint meetings"), fact, caption=_("hours in four weeks by person"))
    blocks: list[Any] = [head, _bars(paper, source, shown)]
    if len(taken) > len(shown):
        rest = _.plural("{n} more person has less.", "{n} more people have less.", len(taken) - len(shown))
        blocks.append(note(paper, rest))
    return blocks


def _bars(paper: Paper, source: Source, shown: list[Load]) -> Figure:
    _ = paper.words
    look = ChartLook.paper(paper.brand)
    rows = [
        LoadRow(source.short(each.person_id), [float(each.minutes) / 60], _.hours(_hours(each.minutes)))
        for each in shown
    ]
    limit = MOST_MINUTES / 60
    said = ", ".join(f"{row.label} {row.sum_text}" for row in rows)
    text = _("six hours")
    return Figure(lambda width: load_bars(look, width, rows, ["tint"], limit, text), said)


def _hours(minutes: Fraction) -> Fraction:
    return Fraction(half_up(minutes / 60, 1))
