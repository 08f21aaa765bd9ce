"""Votes given in turn on one laptop: unseen until they are opened, with names only in an open vote (C.7, C.9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Competence, CompetenceVotes, Goal, NamedConfidence, NamedVote, SealedConfidence
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit

Choice = tuple[str, int]
"""Who voted, and what."""


def named_votes(engagement: Engagement, competence_id: str, criterion: str) -> tuple[Choice, ...]:
    """Who voted how on a criterion of a candidate in open votes."""
    rows = engagement.named_votes
    return tuple(
        (row.name, row.vote) for row in rows if (row.competence_id, row.criterion) == (competence_id, criterion)
    )


def named_confidence(engagement: Engagement, goal_id: str) -> tuple[Choice, ...]:
    """Who believes how far in a goal, after an open vote."""
    return tuple((row.name, row.vote) for row in engagement.named_confidence if row.goal_id == goal_id)


def sealed_people(engagement: Engagement) -> int:
    """How many have voted on the goals in a round that is not opened yet."""
    return max((len(row.votes) for row in engagement.sealed_confidence), default=0)


def votes_id(competence_id: str, criterion: str, department_id: str) -> str:
    """The id of the votes of a department on a criterion of a candidate."""
    return f"{competence_id}/{criterion}/{department_id}"


def hand_in_votes(department_id: str, votes: Mapping[tuple[Competence, str], int], name: str = "") -> Operation:
    """One person's whole ballot; the votes of a department are kept in the order of size, so that none can be traced.

    ``votes``: 0, 1 or 2 by candidate and criterion; ``name`` only in an open vote. No undo step (DECISIONS).
    """

    def apply(edit: Edit) -> None:
        for (competence, criterion), vote in votes.items():
            stored = edit.get(CompetenceVotes, votes_id(competence.id, criterion, department_id))
            cast = sorted((*(stored.votes if stored else ()), vote))
            put_votes(edit, competence.id, criterion, department_id, cast)
            if name:
                made = NamedVote(
                    id=edit.numbered_id(NamedVote, competence.id),
                    competence_id=competence.id,
                    criterion=criterion,
                    department_id=department_id,
                    name=name,
                    vote=vote,
                )
                edit.add(made)

    return Operation(Message(N_("A ballot on the key competence")), apply)


def put_votes(edit: Edit, competence_id: str, criterion: str, department_id: str, votes: Sequence[int]) -> None:
    """Store the votes of a department; the names of open votes go once one of them stands no more."""
    row_id = votes_id(competence_id, criterion, department_id)
    row = CompetenceVotes(id=row_id, competence_id=competence_id, criterion=criterion, department_id=department_id)
    edit.change(edit.get(CompetenceVotes, row_id) or edit.add(row), votes=tuple(votes))
    place = (competence_id, criterion, department_id)
    named = [
        row for row in edit.engagement.named_votes if (row.competence_id, row.criterion, row.department_id) == place
    ]
    _forget_changed(edit, named, votes)


def set_confidence(goal: Goal, votes: Iterable[int]) -> Operation:
    """The show of fingers 1–5: how far each person believes that the goal will be reached. No undo step (DECISIONS)."""
    cast = tuple(votes)

    def apply(edit: Edit) -> None:
        edit.change(goal, confidence=cast)
        _forget_changed(edit, [row for row in edit.engagement.named_confidence if row.goal_id == goal.id], cast)

    return Operation(Message(N_("Confidence in {text}"), {"text": goal.title}), apply)


def hand_in_confidence(votes: Mapping[str, int], name: str | None = None) -> Operation:
    """One person's fingers by goal: kept unseen, in the order of size. ``name``: in an open vote, perhaps empty."""

    def apply(edit: Edit) -> None:
        for goal_id, vote in votes.items():
            row = edit.get(SealedConfidence, goal_id) or SealedConfidence(id=goal_id, goal_id=goal_id)
            if name is None:
                edit.put(SealedConfidence(id=goal_id, goal_id=goal_id, votes=tuple(sorted((*row.votes, vote)))))
                continue
            pairs = sorted((*zip(row.votes, row.names, strict=True), (vote, name)))
            cast, names = tuple(vote for vote, _name in pairs), tuple(name for _vote, name in pairs)
            edit.put(SealedConfidence(id=goal_id, goal_id=goal_id, votes=cast, names=names))

    return Operation(Message(N_("A ballot on the goals")), apply)


def open_confidence() -> Operation:
    """The votes of the round stand on the goals now, with the names of an open one. No undo step (DECISIONS)."""

    def apply(edit: Edit) -> None:
        for row in tuple(edit.engagement.sealed_confidence):
            edit.remove(row)
            edit.change(edit.engagement.named(Goal, row.goal_id), confidence=row.votes)
            for old in tuple(old for old in edit.engagement.named_confidence if old.goal_id == row.goal_id):
                edit.remove(old)
            for name, vote in zip(row.names, row.votes, strict=False):
                if name:
                    row_id = edit.numbered_id(NamedConfidence, row.goal_id)
                    edit.add(NamedConfidence(id=row_id, goal_id=row.goal_id, name=name, vote=vote))

    return Operation(Message(N_("Confidence in the goals")), apply)


def discard_confidence() -> Operation:
    """Throw away a round that is not opened, unseen."""

    def apply(edit: Edit) -> None:
        for row in tuple(edit.engagement.sealed_confidence):
            edit.remove(row)

    return Operation(Message(N_("Votes thrown away, not opened")), apply)


def _forget_changed(edit: Edit, named: Sequence[NamedVote | NamedConfidence], votes: Sequence[int]) -> None:
    if Counter(row.vote for row in named) - Counter(votes):
        for row in named:
            edit.remove(row)
