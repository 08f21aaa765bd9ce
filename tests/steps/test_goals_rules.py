"""Votes and voters without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import Competence, CompetenceVotes, Department, Person
from workshop_app.domain.voters import voters
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.goals.operations import add_vote, take_vote


def test_who_votes_are_the_people_in_the_room() -> None:
    rows = [Department(id="A", name="A", short="A"), Person(id="P1", name="Анна", department_id="A")]
    rows += [
        Person(id="P2", name="Олег", department_id="A"),
        Person(id="P3", name="Ия", department_id="A", active=False),
    ]
    assert voters(Engagement.of(rows)) == {"A": 2}


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
