"""Feedback and monitoring: indicators, pulse survey, suggestions."""

from __future__ import annotations

from typing import Any

from reports.documents.kind import DocumentKind, Part
from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.feedback.indicators import indicators
from reports.sections.feedback.suggestions import suggestions
from reports.sections.feedback.survey import survey
from reports.sections.source import Source
from workshop_app.domain.message import N_


def opening(paper: Paper, source: Source) -> list[Any]:
    """Title and what it is about."""
    _ = paper.words
    said = _("How we see that it works: numbers, what people say, what they propose.")
    return [TitleBlock(paper, _("Feedback and monitoring"), badges=source.departments, standfirst=said)]


KIND = DocumentKind(
    name="feedback",
    title=N_("Feedback and monitoring"),
    about=N_("Indicators with their runs, the pulse survey without names, suggestions and answers"),
    opening=opening,
    sections=(
        Part("indicators", N_("Indicators"), indicators),
        Part("survey", N_("Pulse survey"), survey),
        Part("suggestions", N_("Suggestions"), suggestions),
    ),
    steps=frozenset({10}),
    privacy=N_("answers without names; no group below the threshold"),
)
