"""Documents that are made for one person, or for everybody in one file with sheets of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.document import booklet
from reports.documents.kind import Make
from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.text import clean
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Person
from workshop_app.domain.text_key import norm_text

_LONGEST_NAME = 200
Choose = Callable[[Source], Sequence[Person]]
MakeOne = Callable[[Paper, Source, str], Sequence[Any]]


def for_each(title: Callable[[Paper, Source, str], str], one: MakeOne, choose: Choose, heading: str) -> Make:
    """A part that makes ``one`` for the chosen person, else for all that ``choose`` names.

    ``heading``: a message id, the title of the sheet that says that there is nobody yet.
    """

    def make(paper: Paper, source: Source) -> list[Any]:
        people = [source.person_id] if source.person_id else [person.id for person in choose(source)]
        blocks: list[Any] = []
        for number, person_id in enumerate(people):
            name = clean(title(paper, source, person_id), _LONGEST_NAME)
            blocks += [*booklet(name, first=number == 0), *one(paper, source, person_id)]
        if blocks:
            return blocks
        empty = nothing(paper, paper.words("Nobody is in the list of people yet."))
        return [TitleBlock(paper, paper.words(heading)), empty]

    return make


def sheet_name(engagement: Engagement, person_id: str | None) -> str:
    """What a person's own file is called: the name, and the code where somebody else has the same one."""
    person = engagement.person(person_id)
    if person is None:
        return ""
    same = [other for other in engagement.people if norm_text(other.name) == norm_text(person.name)]
    return person.name if len(same) == 1 else f"{person.name} {person.id}".strip()


def employees(source: Source) -> list[Person]:
    """Active people of the participating departments, in their order; who else has letters comes last."""
    engagement = source.engagement
    lettered = {cell.person_id for cell in engagement.raci_cells}
    people = [
        person
        for person in engagement.people
        if person.active and (engagement.department(person.department_id) or person.id in lettered)
    ]
    return sorted(people, key=source.place_of)
