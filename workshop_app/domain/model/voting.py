"""Votes whose names were meant to be known, and votes that nobody has opened yet (METHOD C.2, C.7, C.9)."""

from __future__ import annotations

from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, row


@row
class NamedVote(Row):
    """Who voted 0, 1 or 2 on one criterion in an open vote; anonymous votes leave none. id = ``competence/n``."""

    table: ClassVar[str] = "named_votes"

    competence_id: str = owned_by("competences")
    criterion: str = "K1"
    department_id: str = owned_by("departments")
    name: str = ""
    vote: int = 0
    rank: int = 0


@row
class NamedConfidence(Row):
    """Who believes how far, 1–5, in a goal after an open vote; anonymous votes leave none. id = ``goal/n``."""

    table: ClassVar[str] = "named_confidence"

    goal_id: str = owned_by("goals")
    name: str = ""
    vote: int = 1
    rank: int = 0


@row
class SealedConfidence(Row):
    """Votes 1–5 on a goal that are not opened yet, in the order of size; id = the goal's.

    ``names`` stand beside the votes in an open vote and are empty in an anonymous one.
    """

    table: ClassVar[str] = "sealed_confidence"

    goal_id: str = owned_by("goals")
    votes: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@row
class SealedAnswers(Row):
    """What single people of a department said about an activity, until its answer is worked out; in the order of text.

    id = ``activity/department/wave``. An answer is its code and the ids it names, ``both:D2,D3``; empty where a person
    left the activity out, so that every activity counts all people.
    """

    table: ClassVar[str] = "sealed_answers"

    activity_id: str = owned_by("activities")
    department_id: str = owned_by("departments")
    wave: int = 1
    answers: tuple[str, ...] = ()
