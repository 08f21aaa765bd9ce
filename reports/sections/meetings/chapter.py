"""Step 8 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.meetings.calendar import calendar
from reports.sections.meetings.series import load, series
from reports.sections.source import Source


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of meetings."""
    _ = paper.words
    count = len(source.engagement.meetings)
    fact = _.plural("{n} series of meetings", "{n} series of meetings", count) if count else ""
    said = _("Few, short, with an agenda and written decisions.")
    return step_chapter(paper, source, "meetings", fact, said, (series, calendar, load))
