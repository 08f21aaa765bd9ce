"""The agenda with its clock, meeting by meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.sections.step_names import step_number, step_title
from reports.style import CELL, CELL_BOLD, CELL_GREY, ITEM
from workshop_app.domain.timetable import TimedRow, timetable
from workshop_app.i18n import Words
from workshop_app.steps import STEPS


def agenda(paper: Paper, source: Source) -> list[Any]:
    """The section of the agenda with the question of each step."""
    return _agenda(paper, source, asked=True)


def plain_agenda(paper: Paper, source: Source) -> list[Any]:
    """The same without the questions."""
    return _agenda(paper, source, asked=False)


def brief_agenda(paper: Paper, source: Source) -> list[Any]:
    """With the questions beside the steps instead of under them."""
    return _agenda(paper, source, asked=True, beside=True)


def _agenda(paper: Paper, source: Source, *, asked: bool, beside: bool = False) -> list[Any]:
    _ = paper.words
    rows = timetable(source.engagement)
    if not rows:
        return [Section(paper, _("Agenda")), nothing(paper, _("No agenda yet: it is made in step 1."))]
    columns = [
        Column(_("Time"), 26, role=CELL_BOLD.sized(9.4)),
        Column("", fixed=22, align="right", role=CELL_BOLD.coloured(paper.accent)),
        Column(_("What"), 114, row_head=True),
        Column(_("How long"), 20, align="right", role=CELL),
    ]
    meetings = sorted({row.meeting for row in rows})
    several = len(meetings) > 1
    groups = [_group(paper, [row for row in rows if row.meeting == each], several, asked, beside) for each in meetings]
    fact = _.plural("{n} meeting", "{n} meetings", len(meetings)) if len(meetings) > 1 else ""
    return [Section(paper, _("Agenda"), fact), PaperTable(paper, columns, groups, padding=1.3)]


def _group(paper: Paper, rows: Sequence[TimedRow], several: bool, asked: bool, beside: bool) -> RowGroup:
    _ = paper.words
    band = ""
    if several:
        band = _("Meeting {n}", n=rows[0].meeting)
        band += f", {_.date(rows[0].date)}" if rows[0].date else ""
    return RowGroup([_row(paper, row, asked, beside) for row in rows], band=band)


def _row(paper: Paper, row: TimedRow, asked: bool, beside: bool) -> Row:
    _ = paper.words
    time = f"{row.starts_at:%H:%M}–{row.ends_at:%H:%M}"
    long = _("{n} min", n=row.minutes)
    if row.pause is not None:
        pause = step_title(_, row.step).capitalize()
        return Row([Run(time, CELL_GREY), None, Run(pause, CELL_GREY), Run(long, CELL_GREY)])
    number = str(step_number(row.step) or "")
    question = step_question(_, row.step) if asked else ""
    if beside:
        shown: list[str | Run] = [Run(step_title(_, row.step), ITEM.sized(9.5).bold())]
        shown += [Run(f"  {question}", CELL_GREY)] if question else []
        return Row([time, number, shown, long])
    title: list[Block] = [Text(paper, step_title(_, row.step), ITEM.sized(9.5).bold())]
    if question:
        title.append(Text(paper, question, CELL_GREY))
    return Row([time, number, Stack(title), long])


def step_question(words: Words, step_id: str) -> str:
    """The question for the room."""
    found = next((step.question for step in STEPS if step.id == step_id), "")
    return words(found) if found else ""
