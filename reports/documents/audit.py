"""The audit of functions: one number, what was found, where the hours go, whose work it is."""

from __future__ import annotations

from typing import Any

from reports.documents.kind import DocumentKind, Part
from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.audit.answers import whose_work
from reports.sections.audit.found import found
from reports.sections.audit.hours import headline, where_hours_go
from reports.sections.audit.trail import trail
from reports.sections.source import Source
from workshop_app.domain.membership import staff
from workshop_app.domain.message import N_


def opening(paper: Paper, source: Source) -> list[Any]:
    """Title, and how much was looked at."""
    _ = paper.words
    engagement = source.engagement
    counts = [
        _.plural("{n} activity", "{n} activities", len(engagement.activities)),
        _.plural("{n} function line", "{n} function lines", len(engagement.functions)),
        _.plural("{n} employee", "{n} employees", len(staff(engagement))),
    ]
    said = _("What the departments say about their work, what the function lists show, and what was decided.")
    standfirst = f"{said} {', '.join(counts)}." if engagement.activities else said
    return [TitleBlock(paper, _("Audit of functions"), badges=source.departments, standfirst=standfirst)]


KIND = DocumentKind(
    name="audit",
    title=N_("Audit of functions"),
    about=N_("What is done twice, what nobody does, whose work is disputed, and what was decided"),
    opening=opening,
    sections=(
        Part("hours", N_("Hours done twice"), headline),
        Part("found", N_("What we found"), found),
        Part("where", N_("Where the hours go"), where_hours_go),
        Part("whose", N_("Whose work it is, and what was decided"), whose_work),
        Part("trail", N_("From finding to plan"), trail),
    ),
    steps=frozenset({3}),
)
