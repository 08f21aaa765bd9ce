"""The invitation to one participant: the letter, the agenda, the rules of the room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from reports.flowables.heading import Section, TitleBlock
from reports.flowables.layout import Columns
from reports.flowables.numbers import bullets
from reports.flowables.status import dot
from reports.paper import Paper
from reports.sections.fitting import first_side, fitting
from reports.sections.letter import letter
from reports.sections.prepare.agenda import agenda, brief_agenda, plain_agenda
from reports.sections.source import Source
from reports.style import INK, ITEM, Role
from reports.wording import INVITATION, wording_of
from workshop_app.domain.model import Person, SessionFormat
from workshop_app.domain.short_names import call_name
from workshop_app.domain.survey_catalogue import survey_form
from workshop_app.i18n import Words


def invitation(paper: Paper, source: Source, person_id: str) -> list[Any]:
    """Everything one person needs to come prepared; on one page where it fits."""
    person = source.engagement.named(Person, person_id)
    roomy = partial(_invitation, paper, source, person, agenda, ITEM)
    short = partial(_invitation, paper, source, person, brief_agenda, ITEM.sized(9.5))
    tight = partial(_invitation, paper, source, person, plain_agenda, ITEM.sized(9.5))
    return fitting(paper, first_side(paper), roomy, short, tight)


def _invitation(paper: Paper, source: Source, person: Person, plan: Callable[..., list[Any]], role: Role) -> list[Any]:
    wording = wording_of(source.engagement, paper.language, INVITATION)
    return [
        TitleBlock(paper, paper.words("Invitation"), badges=source.departments, standfirst=person.name),
        *letter(paper, wording, values_of(paper.words, source, person), role),
        *plan(paper, source),
        *rules(paper, source),
    ]


def values_of(words: Words, source: Source, person: Person | None) -> dict[str, Any]:
    """What a letter is filled in with; without a person as for somebody without a name."""
    engagement, session = source.engagement, source.engagement.session
    names = [department.name or department.short for department in engagement.departments]
    heads = {department.head_person_id for department in engagement.departments}
    return {
        "name": call_name(person.name) if person else "",
        "departments": words.listing(names),
        "when": dates(words, source),
        "starts": (session.starts_at or "").lstrip("0"),
        "place": session.place.strip(),
        "question": engagement.company.owner_question.strip(),
        "head": person is not None and person.id in heads,
        "outside": person is not None and engagement.department(person.department_id) is None,
        "statements": words.plural("{n} statement", "{n} statements", _statements(words, source)),
        "claims_before": session.format is SessionFormat.THREE_HOURS,
        "facilitator": session.facilitator.strip(),
    }


def _statements(words: Words, source: Source) -> int:
    """How many statements the survey has that people are asked first."""
    first = next((survey.id for survey in source.engagement.surveys), None)
    asked = sum(1 for question in source.engagement.survey_questions if question.survey_id == first)
    return asked or len(survey_form(words.language).questions)


def dates(words: Words, source: Source) -> str:
    """The day of the session, or the days of a series; empty while none is set."""
    session = source.engagement.session
    days = []
    for text in session.dates:
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            continue
    if days:
        return words.listing([words.date(day) for day in days])
    return words.date(session.date) if session.date else ""


def rules(paper: Paper, source: Source) -> list[Any]:
    """The rules of the room; nothing without any."""
    _ = paper.words
    found = [rule.strip() for rule in source.engagement.session.rules if rule.strip()]
    if not found:
        return []
    half = (len(found) + 1) // 2
    columns = [bullets(paper, dot(INK, 3), part, ITEM.sized(9.5)) for part in (found[:half], found[half:])]
    return [Section(paper, _("Rules of the room")), Columns([[each] for each in columns])]
