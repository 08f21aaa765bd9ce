"""Role cards: one page for each employee."""

from __future__ import annotations

from reports.documents.kind import DocumentKind, Part
from reports.documents.per_person import employees, for_each
from reports.paper import Paper
from reports.sections.roles.card import card
from reports.sections.source import Source
from workshop_app.domain.message import N_


def _title(paper: Paper, source: Source, person_id: str) -> str:
    return paper.words("Role card: {name}", name=source.short(person_id))


KIND = DocumentKind(
    name="role-card",
    title=N_("Role card"),
    about=N_("One page on what a person answers for, does, decides and stops doing"),
    sections=(Part("card", N_("Role card"), for_each(_title, card, employees, N_("Role card"))),),
    steps=frozenset({5}),
    per_person=True,
    people=employees,
)
