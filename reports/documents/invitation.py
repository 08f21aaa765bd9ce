"""Invitations to the session, one for each participant."""

from __future__ import annotations

from reports.documents.handout import participants
from reports.documents.kind import DocumentKind, Part
from reports.documents.per_person import for_each
from reports.paper import Paper
from reports.sections.prepare.invitation import invitation
from reports.sections.source import Source
from workshop_app.domain.message import N_
from workshop_app.domain.model import Person


def invited(source: Source) -> list[Person]:
    """Those who are expected; while nobody is named, everybody active."""
    expected = set(source.engagement.session.participants)
    people = [person for person in source.engagement.people if person.id in expected]
    return sorted(people, key=source.place_of) if people else participants(source)


def _title(paper: Paper, source: Source, person_id: str) -> str:
    return paper.words("Invitation: {name}", name=source.short(person_id))


KIND = DocumentKind(
    name="invitation",
    title=N_("Invitation"),
    about=N_("For each participant: why, when and where, what to do beforehand, the agenda"),
    sections=(Part("letter", N_("Invitation"), for_each(_title, invitation, invited, N_("Invitation"))),),
    steps=frozenset({1}),
    per_person=True,
    people=invited,
    dated=False,
)
