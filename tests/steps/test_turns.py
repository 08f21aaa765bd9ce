"""Answers given in turn, without a window: kept unseen, opened together, worked out of single ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop_app.domain.findings import findings
from workshop_app.domain.message import Message
from workshop_app.domain.model import Activity, Answer, Claim, Department, NoteKind
from workshop_app.exchange.engagement_json import write_engagement
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.audit.deciding import answer
from workshop_app.steps.turns import discard_answers, hand_in, hand_in_alone, open_answers, sealed_counts, tallies

A, B = Department(id="A", name="Продажи", short="ПР"), Department(id="B", name="Сервис", short="СЕ", rank=1)
ONE, TWO = Activity(id="X1", title="Счета"), Activity(id="X2", title="Жалобы", rank=1)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "T.workshop")
    made.run(put_rows(Message("rows"), (A, B, ONE, TWO)))
    yield made
    made.close()


def said(document: Document, wave: int = 1) -> dict[str, Answer]:
    return {claim.id: claim.answer for claim in document.engagement.claims if claim.wave == wave}


def test_answers_wait_unseen_and_are_opened_as_one_step(document: Document) -> None:
    document.run(answer(ONE, "B", Answer.NOBODY))
    before = findings(document.engagement)
    document.run(hand_in(A, {"X1": (Answer.WE, ()), "X2": (Answer.THEY, ())}))
    document.run(hand_in(B, {"X1": (Answer.WE, ())}))
    assert sealed_counts(document.engagement) == {"A": 2, "B": 1}
    assert said(document) == {"X1/B/1": Answer.NOBODY}
    assert findings(document.engagement) == before, "no finding knows of them"
    assert [claim["answer"] for claim in write_engagement(document.engagement)["claims"]] == ["nobody"]
    document.run(open_answers())
    assert said(document) == {"X1/A/1": Answer.WE, "X2/A/1": Answer.THEY, "X1/B/1": Answer.WE}
    assert not sealed_counts(document.engagement)
    document.undo()
    assert sealed_counts(document.engagement) == {"A": 2, "B": 1}
    assert said(document) == {"X1/B/1": Answer.NOBODY}


def test_a_second_turn_takes_the_place_of_the_first(document: Document) -> None:
    document.run(hand_in(A, {"X1": (Answer.WE, ()), "X2": (Answer.WE, ())}))
    document.run(hand_in(A, {"X1": (Answer.THEY, ())}))
    assert said(document, -1) == {"X1/A/-1": Answer.THEY}
    document.run(discard_answers())
    assert not document.engagement.rows(Claim)
    document.undo()
    assert said(document, -1) == {"X1/A/-1": Answer.THEY}


def test_what_waits_is_still_there_when_the_file_is_opened_again(document: Document) -> None:
    path = document.file.path
    document.run(hand_in(A, {"X1": (Answer.WE, ())}))
    document.close()
    again = Document.open(path)
    assert sealed_counts(again.engagement) == {"A": 1}
    again.close()


def test_single_answers_become_the_departments_and_leave_no_trace(document: Document) -> None:
    for code in (Answer.WE, Answer.THEY, Answer.WE):
        document.run(hand_in_alone(A, {"X1": (code, ()), "X2": (code if code is Answer.WE else None, ())}))
    given, split = tallies(document.engagement)["A"].result()
    assert given == {"X1": (Answer.WE, ()), "X2": (Answer.WE, ())} and not split
    document.run(hand_in_alone(A, {"X1": (Answer.THEY, ())}))
    tally = tallies(document.engagement)["A"]
    given, split = tally.result()
    assert given["X1"] == (Answer.UNKNOWN, ()) and split == {"X1"}
    assert tally.people == 4
    document.run(hand_in(A, given, ("Мнения разделились: Счета",)))
    notes = document.engagement.notes
    assert [(note.kind, note.text) for note in notes] == [(NoteKind.QUESTION, "Мнения разделились: Счета")]
    assert not tallies(document.engagement)
