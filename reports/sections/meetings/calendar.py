"""The calendar: a quarter ahead week by week, with meetings, follow-ups and training."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from reports.flowables.heading import Section
from reports.flowables.numbers import note
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import CELL_BOLD, CELL_NAME, MM
from workshop_app.domain.followup import planned
from workshop_app.domain.meetings import occurrences
from workshop_app.domain.model import TrainingStatus
from workshop_app.i18n import Words

WEEKS = 13
_DAYS = 7


def calendar(paper: Paper, source: Source) -> list[Any]:
    """A row for each series, one for follow-ups, one for training; nothing while no date lies ahead."""
    _ = paper.words
    first = source.as_of - timedelta(days=source.as_of.weekday())
    weeks = [first + timedelta(days=_DAYS * number) for number in range(WEEKS)]
    end = weeks[-1] + timedelta(days=_DAYS)
    lines = [(title, [day for day in days if source.as_of <= day < end]) for title, days in _lines(_, source, end)]
    lines = [(title, days) for title, days in lines if days]
    if not lines:
        return []
    columns = [Column("", 44, row_head=True, role=CELL_NAME)]
    columns += [
        Column(_head(_, week, weeks[place - 1] if place else None), 10, align="center", role=CELL_BOLD)
        for place, week in enumerate(weeks)
    ]
    rows = [Row([title, *(_days_in(week, days) for week in weeks)], min_height=6 * MM) for title, days in lines]
    uprights = tuple(place + 1 for place, week in enumerate(weeks) if place and week.month != weeks[place - 1].month)
    told = note(paper, _("Columns are weeks from Monday; the numbers are days of the month."))
    head = Section(paper, _("Calendar"), _("a quarter ahead"))
    return [head, PaperTable(paper, columns, rows, foot=told, padding=1.4, uprights=uprights)]


def _lines(words: Words, source: Source, end: date) -> Iterator[tuple[str, list[date]]]:
    engagement = source.engagement
    for item in engagement.meetings:
        yield item.title or words("untitled"), list(takewhile(lambda day: day < end, occurrences(item)))
    points = [point.date for point in planned(engagement)[1:] if point.held_on is None]
    yield words("Follow-ups"), [day for day in points if day is not None]
    courses = [item.date for item in engagement.training if item.status is TrainingStatus.PLANNED]
    yield words("Training"), sorted(day for day in courses if day is not None)


def _head(words: Words, week: date, before: date | None) -> str:
    """The Monday's day, under the month where one begins."""
    day = str(week.day)
    return f"{words.month(week)}\n{day}" if before is None or before.month != week.month else day


def _days_in(week: date, days: Sequence[date]) -> str:
    found = [str(day.day) for day in days if week <= day < week + timedelta(days=_DAYS)]
    return ", ".join(dict.fromkeys(found))
