"""The owner's question and the departments' answer."""

from __future__ import annotations

from typing import Any

from reports.flowables.heading import quote_pair
from reports.paper import Paper
from reports.sections.source import Source
from workshop_app.domain.competence import CRITERIA
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import CandidateLine, GoalsView, goals_view


def question_and_answer(paper: Paper, source: Source) -> list[Any]:
    """The question in italics, the chosen competence beside it with the group's assessment."""
    _ = paper.words
    view = goals_view(source.engagement, source.context)
    chosen = view.chosen
    answer = chosen.competence.text if chosen else _("Not chosen yet")
    pair = quote_pair(
        paper,
        _("The owner's question"),
        quoted(_, view.owner_question) if view.owner_question.strip() else _("Not asked yet"),
        _("Our answer: the key competence"),
        answer,
        assessment(_, chosen, view) if chosen else "",
        before=2,
    )
    return [pair]


def quoted(words: Words, text: str) -> str:
    """A text in the language's quotation marks, inner ones changed."""
    stripped = text.strip()
    if words.language == "ru":
        return f"«{stripped.translate(str.maketrans('«»', '„“'))}»"
    return f"“{stripped.translate(str.maketrans('“”', '‘’'))}”"


def assessment(words: Words, line: CandidateLine, view: GoalsView) -> str:
    """How many of the six criteria the chosen competence passes, and what the test says."""
    if all(score.mean is None for score in line.test.scores.values()):
        return ""
    passed = words("The group's assessment: {n} of {total} criteria.", n=line.test.passed, total=len(CRITERIA))
    return f"{passed} {words.message(line.test.sentence)}"
