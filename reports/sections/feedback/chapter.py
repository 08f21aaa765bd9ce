"""Step 10 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.feedback.indicators import indicators
from reports.sections.feedback.suggestions import suggestions
from reports.sections.feedback.survey import survey
from reports.sections.source import Source


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of feedback."""
    _ = paper.words
    engagement = source.engagement
    counts = [
        _.plural("{n} indicator", "{n} indicators", len(engagement.indicators)),
        _.plural("{n} suggestion", "{n} suggestions", len(engagement.suggestions)),
    ]
    fact = ", ".join(counts) if engagement.indicators or engagement.suggestions else ""
    said = _("How we see that it works: numbers, what people say, what they propose.")
    return step_chapter(paper, source, "feedback", fact, said, (indicators, survey, suggestions))
