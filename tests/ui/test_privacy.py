"""Marker words in every private field, then everything the room can show is searched for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tests.demo_files import demo_file
from ui.application import Application
from ui.audience.ballot import Ballot, VoteKind, VoteQuestion
from ui.audience.painting import RoomPainter
from ui.audience.room import Live
from ui.audience.scene import Focus
from ui.audience.scenes import SCENES
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    CompetenceVotes,
    Decision,
    FollowUp,
    Function,
    ImageCard,
    ImageList,
    PrivateNote,
    RewardScheme,
    Row,
    Survey,
    SurveyComment,
    SurveyQuestion,
    SurveyResponse,
    TargetBonus,
)
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.guide import Guide
from workshop_app.steps import STEPS

MARK = "ЗМЕЕЛОВ"
"""A word that stands in no text of the program."""

AMOUNT = Decimal("918273")
AMOUNT_TEXTS = ("918273", "918\xa0273", "918 273", "918,273")


def marked(name: str) -> str:
    return f"{MARK} {name}"


def private_rows(engagement: Engagement) -> Iterator[Row]:
    """Everything that must never come into the room."""
    for step in STEPS:
        yield PrivateNote(id=step.id, text=marked("note"))
    for row_type, names in ((Decision, ("reason", "dissent")), (FollowUp, ("notes",))):
        for row in engagement.rows(row_type):
            yield replace(row, **{name: marked(name) for name in names if name in _names(row)})
    for survey in engagement.rows(Survey):
        yield SurveyComment(id=f"{survey.id}-m", survey_id=survey.id, text=marked("comment"))
    for bonus in engagement.rows(TargetBonus):
        yield replace(bonus, amount=AMOUNT)


def _names(row: Row) -> set[str]:
    return {field.name for field in fields(row)}


def blind_rows(engagement: Engagement) -> Iterator[Row]:
    """Lists that are blind until both are opened: only the counters may be seen."""
    department = engagement.departments[0]
    for function in engagement.rows(Function):
        yield replace(function, text=marked("function"))
    for place, kind in enumerate(ImageList):
        yield ImageCard(id=f"IC{place}", department_id=department.id, list=kind, text=marked("image"))


def everything(name: str, rows: Iterator[Row]) -> Operation:
    kept = tuple(rows)

    def apply(edit: Edit) -> None:
        for row in kept:
            edit.put(row)

    return Operation(Message(name), apply)


@pytest.fixture
def guided(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guide whose every text carries the mark."""
    texts = (marked("say"),), (marked("ask"),), (marked("traps"),)
    monkeypatch.setattr("ui.main_window.guide", lambda *_where: Guide(*texts))


@pytest.fixture
def desk(program: Application, tmp_path: Path, guided: None) -> FacilitatorWindow:
    window = program.show_file(demo_file(tmp_path / "Private.workshop"))
    window.resize(1366, 768)
    return window


def every_focus(engagement: Engagement, step: str | None, *, revealed: bool) -> Iterator[Focus]:
    yield Focus(None, revealed)
    for found in STEPS:
        if found.id == step:
            for table in found.tables:
                for row in engagement.rows(table)[:2]:
                    yield Focus(row.id, revealed)


def seen(
    painter: RoomPainter, window: FacilitatorWindow, *, revealed: bool, only: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Every scene with every kind of focus: where, and all its contents and painted texts."""
    image = QImage(240, 135, QImage.Format.Format_RGB32)
    for make in SCENES.values():
        for scene in make():
            if scene.id == "vote" or (only and scene.id not in only):
                continue
            for focus in every_focus(window.bridge.engagement, scene.step, revealed=revealed):
                window.room.put(scene.id, focus)
                brush = QPainter(image)
                canvas = painter.paint(brush, QSizeF(1920, 1080))
                brush.end()
                content = painter.content(Live(scene.id, focus))
                yield f"{scene.id} {focus}", f"{content!r} {canvas.drawn!r}"


def accessible(window: FacilitatorWindow) -> str:
    """What a screen reader hears of the room: the audience window and the thumbnail."""
    window.audience.show()
    found: list[str] = []
    for root in (window.audience.window, window.thumbnail):
        assert isinstance(root, QWidget)
        for widget in (root, *root.findChildren(QWidget)):
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
    return " ".join(found)


def test_nothing_private_comes_into_the_room(desk: FacilitatorWindow) -> None:
    assert desk.bridge.run(everything("private", private_rows(desk.bridge.engagement))) is not None
    for step in STEPS:
        desk.go(Place(step.id))
        QApplication.processEvents()
        assert MARK not in accessible(desk)
    for revealed in (False, True):
        for where, text in seen(desk.desk.painter, desk, revealed=revealed):
            assert MARK not in text, where
            assert not any(amount in text for amount in AMOUNT_TEXTS), where


def test_the_guide_is_in_the_window_so_that_the_search_would_find_it(desk: FacilitatorWindow) -> None:
    desk.go(Place("audit"))
    labels = " ".join(str(label.property("text")) for label in desk.guide.findChildren(QWidget))
    assert marked("say") in labels


def test_blind_lists_stay_blind_until_they_are_opened(desk: FacilitatorWindow) -> None:
    assert desk.bridge.run(everything("blind", blind_rows(desk.bridge.engagement))) is not None
    blind = ("audit.collect", "diagnosis.images")
    checked = set()
    for where, text in seen(desk.desk.painter, desk, revealed=False, only=blind):
        checked.add(where.split()[0])
        assert MARK not in text, where
    assert checked == set(blind)
    opened = seen(desk.desk.painter, desk, revealed=True, only=("audit.collect",))
    assert any(MARK in text for _where, text in opened)


def test_hidden_votes_on_the_competence_show_counts_only(desk: FacilitatorWindow) -> None:
    vote = ("goals.competence",)
    hidden = tuple(seen(desk.desk.painter, desk, revealed=False, only=vote))
    shown = [text for _where, text in seen(desk.desk.painter, desk, revealed=True, only=vote)]
    assert hidden and desk.bridge.engagement.rows(CompetenceVotes)
    for where, text in hidden:
        assert "means" not in text and "MarkRow" not in text, where
    assert any("MarkRow" in text for text in shown)


def test_a_hidden_ballot_is_in_no_object_of_the_room(desk: FacilitatorWindow) -> None:
    ballot = Ballot(VoteQuestion("Берём?", VoteKind.DOTS, (marked("a"), marked("b")), 3, anonymous=False))
    ballot.cast((0,), marked("name"))
    desk.desk.show_ballot(ballot)
    live, content = desk.desk.painter.current()
    assert marked("name") not in repr((live, content))
    assert "totals" not in dict(live.focus.options)


def test_comments_and_figures_under_the_threshold_stay_hidden(desk: FacilitatorWindow) -> None:
    engagement = desk.bridge.engagement
    survey = replace(engagement.surveys[-1], id="S-few", rank=10**9)
    last = engagement.surveys[-1].id
    asked = [question for question in engagement.rows(SurveyQuestion) if question.survey_id == last]
    questions = [replace(question, id=f"few-{question.id}", survey_id="S-few") for question in asked]
    answers = tuple((question.code, 5) for question in questions)
    department = engagement.departments[0].id
    responses = [
        SurveyResponse(id=f"few-{place}", survey_id="S-few", department_id=department, answers=answers)
        for place in range(survey.threshold - 1)
    ]
    comment = SurveyComment(id="few-comment", survey_id="S-few", department_id=department, text=marked("few"))
    rows: tuple[Row, ...] = (survey, *questions, *responses, comment)
    assert desk.bridge.run(everything("few", iter(rows))) is not None
    for revealed in (False, True):
        text = repr(desk.desk.painter.content(Live("feedback.pulse", Focus("S-few", revealed))))
        assert MARK not in text
        assert "100" not in text, "a figure of four people"


def test_the_sums_of_the_rewards_are_not_in_the_room(desk: FacilitatorWindow) -> None:
    engagement = desk.bridge.engagement
    assert engagement.rows(TargetBonus) and engagement.rows(RewardScheme)
    assert desk.bridge.run(everything("bonus", private_rows(engagement))) is not None
    for scene in SCENES["rewards"]():
        for focus in (Focus(), Focus(None, True)):
            text = repr(desk.desk.painter.content(Live(scene.id, focus)))
            assert "₽" not in text, scene.id
            assert not any(amount in text for amount in AMOUNT_TEXTS)
