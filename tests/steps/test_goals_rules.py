"""Votes and voters without a window."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import Competence, CompetenceVotes, Department, Direction, Goal, Person
from workshop_app.domain.voters import voters
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.goals.operations import add_vote, change_goal, take_vote


def test_who_votes_are_the_people_in_the_room() -> None:
    rows = [Department(id="A", name="A", short="A"), Person(id="P1", name="Анна", department_id="A")]
    rows += [
        Person(id="P2", name="Олег", department_id="A"),
        Person(id="P3", name="Ия", department_id="A", active=False),
    ]
    assert voters(Engagement.of(rows)) == {"A": 2}


def test_the_second_number_of_a_goal_says_which_way_is_good(tmp_path: Path) -> None:
    document = Document.create(tmp_path / "Goals.workshop")
    document.run(put_rows(Message("goal"), [Goal(id="G1", title="From measuring to fitting")]))
    for values in ({"baseline": Decimal(45)}, {"target": Decimal(30)}):
        document.run(change_goal(document.engagement.goals[0], **values))
    assert document.engagement.goals[0].direction is Direction.DOWN
    document.run(change_goal(document.engagement.goals[0], direction=Direction.UP))
    document.run(change_goal(document.engagement.goals[0], target=Decimal(20)))
    assert document.engagement.goals[0].direction is Direction.UP, "said by somebody"
    document.run(change_goal(document.engagement.goals[0], direction=Direction.DOWN))
    for typed, way in ((450, Direction.UP), (45, Direction.UP), (25, Direction.DOWN), (65, Direction.UP)):
        document.run(change_goal(document.engagement.goals[0], target=Decimal(typed)))
        assert document.engagement.goals[0].direction is way, "a number that was mistyped leaves no way behind"
    document.close()


def test_votes_are_written_and_taken_back_in_order(tmp_path: Path) -> None:
    document = Document.create(tmp_path / "x.workshop")
    candidate = Competence(id="C1", text="Клиент не ждёт")
    document.run(put_rows(Message("x"), [Department(id="A", name="A", short="A"), candidate]))
    for seat, digit in enumerate((2, 1, 0)):
        document.run(add_vote(candidate, "K1", "A", digit, seat))
    document.run(take_vote(candidate, "K1", "A", 0))
    row = document.engagement.get(CompetenceVotes, "C1/K1/A")
    assert row is not None and row.votes == (1, 0)
    with pytest.raises(ProblemError, match="Votes or answers"):
        document.undo()
    document.close()
