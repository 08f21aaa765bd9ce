"""Who voted how, after open votes only: anonymous votes leave no names in the workshop (METHOD C.7, C.9)."""

from __future__ import annotations

from typing import Any

from reports.flowables.numbers import note
from reports.paper import Paper
from reports.sections.goals.competence import quoted
from reports.sections.source import Source
from workshop_app.domain.competence import CRITERIA, NAMES
from workshop_app.domain.model import Competence, Goal
from workshop_app.steps.goals.ballots import Choice, named_confidence, named_votes


def voters_of_candidates(paper: Paper, source: Source, candidates: tuple[Competence, ...]) -> list[Any]:
    """A line for every candidate with an open vote: each criterion, who gave 0, 1 or 2."""
    _ = paper.words
    lines = []
    for competence in candidates:
        by_criterion = (
            (_(NAMES[criterion]), named_votes(source.engagement, competence.id, criterion)) for criterion in CRITERIA
        )
        said = "; ".join(f"{name} — {_choices(votes)}" for name, votes in by_criterion if votes)
        if said:
            lines.append(_line(paper, competence.text, said))
    return lines


def voters_of_goals(paper: Paper, source: Source, goals: tuple[Goal, ...]) -> list[Any]:
    """A line for every goal with an open vote: who believes how far, 1–5."""
    found = ((goal, named_confidence(source.engagement, goal.id)) for goal in goals)
    return [_line(paper, goal.title, _choices(votes)) for goal, votes in found if votes]


def _choices(votes: tuple[Choice, ...]) -> str:
    """Highest votes first, people by name."""
    return ", ".join(f"{name}\u00a0{vote}" for name, vote in sorted(votes, key=lambda choice: (-choice[1], choice[0])))


def _line(paper: Paper, about: str, said: str) -> Any:
    _ = paper.words
    subject = quoted(_, about) if about.strip() else _("untitled")
    return note(paper, _("Who voted how on {subject}: {votes}.", subject=subject, votes=said))
