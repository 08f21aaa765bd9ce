"""Operations on competence candidates, votes and goals (METHOD S4)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Competence, CompetenceVotes, Contribution, Direction, Goal
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows
from workshop_app.steps.goals.ballots import put_votes, votes_id


def add_competence(text: str) -> Operation:
    """A candidate: one sentence that begins with what the client gets."""
    wording = single_line(text)
    name = Message(N_("Candidate added: {text}"), {"text": wording})
    return Operation(name, lambda edit: edit.add(Competence(id=edit.new_id(Competence), text=wording)))


def change_competence(competence: Competence, **values: Any) -> Operation:
    """Wording or the typed score of K2."""
    return change_row(Message(N_("Candidate: {text}"), {"text": competence.text}), competence, **values)


def choose_competence(competence: Competence, chosen: bool = True) -> Operation:
    """The room's choice: one candidate at most."""
    text = N_("Key competence: {text}") if chosen else N_("Not the key competence any more: {text}")

    def apply(edit: Edit) -> None:
        for other in edit.engagement.competences:
            edit.change(other, chosen=chosen and other.id == competence.id)

    return Operation(Message(text, {"text": competence.text}), apply)


def remove_competence(competence: Competence) -> Operation:
    """Delete a candidate. ``ProblemError`` while it has votes: they would be lost, undo never brings votes back."""
    made = remove_rows(Message(N_("Candidate removed: {text}"), {"text": competence.text}), [competence])

    def apply(edit: Edit) -> None:
        if any(row.votes for row in edit.engagement.competence_votes if row.competence_id == competence.id):
            text = N_("“{text}” has votes, and undo does not bring votes back. Take them off first.")
            raise ProblemError(Message(text, {"text": competence.text}))
        made.apply(edit)

    return Operation(made.name, apply)


def add_vote(competence: Competence, criterion: str, department_id: str, vote: int, seat: int) -> Operation:
    """A person's vote 0, 1 or 2 at a seat of a department; no undo step (DECISIONS), another digit corrects it.

    Seats are counted from 0 in the order of entry; a seat beyond the last one is the next one.
    """

    def apply(edit: Edit) -> None:
        votes = _cast(edit, competence, criterion, department_id)
        votes[seat : seat + 1] = [vote]
        put_votes(edit, competence.id, criterion, department_id, votes)

    return Operation(Message(N_("Votes on {criterion}"), {"criterion": criterion}), apply)


def take_vote(competence: Competence, criterion: str, department_id: str, seat: int) -> Operation:
    """Take the vote of a seat back; those after it move up."""
    name = Message(N_("Vote taken back on {criterion}"), {"criterion": criterion})

    def apply(edit: Edit) -> None:
        votes = _cast(edit, competence, criterion, department_id)
        del votes[seat : seat + 1]
        put_votes(edit, competence.id, criterion, department_id, votes)

    return Operation(name, apply)


def clear_votes(competence: Competence, criterion: str) -> Operation:
    """Take back all votes on a criterion of a candidate."""
    name = Message(N_("Votes cleared: {criterion}"), {"criterion": criterion})

    def apply(edit: Edit) -> None:
        for row in edit.engagement.competence_votes:
            if (row.competence_id, row.criterion) == (competence.id, criterion):
                put_votes(edit, competence.id, criterion, row.department_id, ())
                edit.remove(row)

    return Operation(name, apply)


def _cast(edit: Edit, competence: Competence, criterion: str, department_id: str) -> list[int]:
    stored = edit.get(CompetenceVotes, votes_id(competence.id, criterion, department_id))
    return list(stored.votes) if stored else []


def add_goal(title: str, **values: Any) -> Operation:
    """A common goal."""
    wording = single_line(title)
    name = Message(N_("Goal added: {text}"), {"text": wording})
    return Operation(name, lambda edit: edit.add(Goal(id=edit.new_id(Goal), title=wording, **values)))


def change_goal(goal: Goal, **values: Any) -> Operation:
    """Any field of a goal. Its two numbers say which way is good, a number typed anew too; where somebody has said
    otherwise, that stays.
    """
    before = (goal.baseline, goal.target)
    now = (values.get("baseline", goal.baseline), values.get("target", goal.target))
    led = _direction_of(*now)
    if led is not None and now != before and _direction_of(*before) in (None, goal.direction):
        values = {"direction": led, **values}
    return change_row(Message(N_("Goal: {text}"), {"text": goal.title}), goal, **values)


def _direction_of(start: Decimal | None, end: Decimal | None) -> Direction | None:
    """None where the numbers don't tell."""
    if start is None or end is None or start == end:
        return None
    return Direction.UP if end > start else Direction.DOWN


def set_contribution(goal: Goal, department_id: str, text: str) -> Operation:
    """What a department contributes; an empty text takes it back."""
    wording = single_line(text)

    def apply(edit: Edit) -> None:
        row_id = f"{goal.id}/{department_id}"
        stored = edit.get(Contribution, row_id)
        if stored is None:
            stored = edit.add(Contribution(id=row_id, goal_id=goal.id, department_id=department_id))
        edit.change(stored, text=wording)

    return Operation(Message(N_("Contribution to {text}"), {"text": goal.title}), apply)


def remove_goal(goal: Goal) -> Operation:
    """Delete a goal; its actions stay."""
    return remove_rows(Message(N_("Goal removed: {text}"), {"text": goal.title}), [goal])
