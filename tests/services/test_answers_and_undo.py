"""Raw survey answers and votes never stand in undo: none of them comes back, and undo loses none by the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import Department, Goal, Survey, SurveyComment, SurveyResponse
from workshop_app.services.document import Document
from workshop_app.services.operations import add_row, change_row, put_rows, remove_rows

NAME = Message("change")
WAVE = Survey(id="W1", title="Before", date=date(2026, 2, 3))


def answer(number: int) -> SurveyResponse:
    return SurveyResponse(id=f"R{number}", survey_id="W1", department_id="A", answers=(("Q1", 4),))


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "Test.workshop")
    made.run(put_rows(NAME, [Department(id="A", name="Sales")]))
    yield made
    made.close()


def in_memory_and_on_disk(document: Document) -> tuple[int, int]:
    stored = Document.open(document.file.path, read_only=True)
    try:
        return len(document.engagement.survey_responses), len(stored.engagement.survey_responses)
    finally:
        stored.close()


def test_an_answer_is_no_undo_step(document: Document) -> None:
    document.run(put_rows(NAME, [WAVE]))
    wave = document.undo_step
    document.run(put_rows(NAME, [answer(1)]))
    assert document.undo_step is wave


def test_undo_does_not_lose_answers_that_were_entered_since(document: Document) -> None:
    document.run(put_rows(NAME, [WAVE]))
    document.run(put_rows(NAME, [answer(1)]))
    with pytest.raises(ProblemError):
        document.undo()
    assert [survey.id for survey in document.engagement.surveys] == ["W1"]
    assert in_memory_and_on_disk(document) == (1, 1)


def test_a_wave_imported_with_its_answers_is_taken_back_whole_and_for_good(document: Document) -> None:
    comment = SurveyComment(id="SC1", survey_id="W1", text="No common list")
    document.run(put_rows(NAME, [WAVE, answer(1), answer(2), comment]))
    document.undo()
    assert not document.engagement.surveys and not document.engagement.survey_comments
    assert in_memory_and_on_disk(document) == (0, 0)
    assert document.redo_step is None


def test_answers_added_to_an_imported_wave_hold_it(document: Document) -> None:
    document.run(put_rows(NAME, [WAVE, answer(1)]))
    document.run(put_rows(NAME, [answer(2)]))
    with pytest.raises(ProblemError):
        document.undo()
    assert in_memory_and_on_disk(document) == (2, 2)


def test_a_comment_loses_the_department_that_is_taken_back(document: Document) -> None:
    document.run(put_rows(NAME, [WAVE]))
    document.run(add_row(NAME, Department(id="B", name="Service")))
    document.run(put_rows(NAME, [SurveyComment(id="SC1", survey_id="W1", department_id="B", text="Queue")]))
    document.undo()
    (comment,) = document.engagement.survey_comments
    assert comment.department_id is None
    stored = Document.open(document.file.path, read_only=True)
    assert stored.engagement.survey_comments == (comment,)
    stored.close()


def test_no_step_of_a_goal_brings_other_votes_on_it(document: Document) -> None:
    document.run(add_row(NAME, Goal(id="G1", title="More")))
    step = document.undo_step
    document.run(change_row(NAME, document.engagement.named(Goal, "G1"), confidence=(4, 5)))
    assert document.undo_step is step, "votes are no step"
    document.run(change_row(NAME, document.engagement.named(Goal, "G1"), title="Much more"))
    document.run(change_row(NAME, document.engagement.named(Goal, "G1"), confidence=(1, 2)))
    document.undo()
    document.redo()
    document.undo()
    kept = Goal(id="G1", title="More", confidence=(1, 2), rank=document.engagement.goals[0].rank)
    assert document.engagement.goals == (kept,)
    document.run(remove_rows(NAME, [kept]))
    document.undo()
    path = document.file.path
    document.close()
    again = Document.open(path)
    assert again.engagement.goals == (kept,)
    again.close()
