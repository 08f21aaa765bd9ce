"""Feedback and monitoring: indicators, pulse survey, suggestions."""

from __future__ import annotations

from reports.documents.kind import DocumentKind, Part, titled
from reports.sections.feedback.indicators import indicators
from reports.sections.feedback.suggestions import suggestions
from reports.sections.feedback.survey import survey
from workshop_app.domain.message import N_

KIND = DocumentKind(
    name="feedback",
    title=N_("Feedback and monitoring"),
    about=N_("Indicators with their runs, the pulse survey without names, suggestions and answers"),
    opening=titled(
        N_("Feedback and monitoring"), N_("How we see that it works: numbers, what people say, what they propose.")
    ),
    sections=(
        Part("indicators", N_("Indicators"), indicators),
        Part("survey", N_("Pulse survey"), survey),
        Part("suggestions", N_("Suggestions"), suggestions),
    ),
    steps=frozenset({10}),
    privacy=N_("answers without names; no group below the threshold"),
)
