"""People take turns on the laptop: nobody sees the one before, the room sees counts, and what was promised is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.room_texts import room_texts
from tests.ui.typing import type_text
from ui.audience.room import RoomState
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.audit.overlay import OverlayPage
from ui.steps.feedback.pulse_page import PulsePage
from ui.steps.followup.again_page import AgainPage
from ui.steps.goals.competence import CompetencePage
from ui.steps.goals.goal_list import GoalListPage
from ui.steps.goals.vote_turns import ConfidenceTurns
from ui.turns.desk import TurnDesk
from ui.turns.panel import AFTER, TurnPanel
from ui.vote_panel import VotePanel
from workshop_app.domain.message import Message
from workshop_app.domain.model import Answer, Claim, Department, Goal, NoteKind
from workshop_app.services.operations import put_rows, remove_rows
from workshop_app.steps.turns import sealed_counts

Key, Mod = Qt.Key, Qt.KeyboardModifier


def front(window: FacilitatorWindow, place: Place) -> object:
    window.go(place)
    QApplication.processEvents()
    page = window.host.page
    assert page is not None
    return getattr(page, "front", page)


def begin(desk: TurnDesk, mode: str = "") -> TurnPanel:
    desk.begin()
    panel = desk.panel
    assert panel is not None
    panel.window().activateWindow()
    QApplication.processEvents()
    if mode:
        panel.modes.set_current(mode)
        panel.modes.chosen.emit(mode)
    QTest.keyClick(panel, Key.Key_Return)
    assert panel.private and panel.flow.covered
    return panel


def turn(panel: TurnPanel, keys: str, name: str = "") -> None:
    """One person: sits down, gives the name, answers every question, hands in."""
    QTest.keyClick(panel.flow, Key.Key_Return)
    sheet = panel.flow.sheet
    assert not sheet.answers and sheet.isVisible()
    if name:
        type_text(sheet.name, name)
        sheet.setFocus()
    type_text(sheet, keys)
    while sheet.isVisible():
        QTest.keyClick(sheet, Key.Key_Return)
    assert not sheet.answers and not sheet.text.text(), "nothing is left of it"


def covers(panel: QWidget, window: FacilitatorWindow) -> bool:
    return panel.geometry() == window.frame.rect() and panel.isVisible()


@pytest.fixture
def small(window: FacilitatorWindow) -> FacilitatorWindow:
    """Two departments with three and two people, three activities, no answers."""
    engagement = window.bridge.engagement
    kept = engagement.activities[:3]
    gone = [row for row in engagement.activities if row not in kept] + list(engagement.claims)
    window.bridge.run(remove_rows(Message("fewer"), gone))
    first, second = engagement.departments
    people = [p for p in engagement.people if p.department_id in (first.id, second.id)]
    here = set(engagement.session.participants)
    stay = [p for p in people if p.department_id == first.id and p.active and p.id in here][:3]
    stay += [p for p in people if p.department_id == second.id and p.active and p.id in here][:2]
    window.bridge.run(put_rows(Message("fewer people"), [replace(p, active=p in stay) for p in people]))
    return window


def answers(window: FacilitatorWindow, wave: int = 1) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for claim in window.bridge.engagement.rows(Claim):
        if claim.wave == wave:
            found.setdefault(claim.department_id, []).append(claim.answer)
    return found


def test_departments_answer_unseen_and_all_answers_open_together(small: FacilitatorWindow) -> None:
    window = small
    page = front(window, Place("audit", "overlay"))
    assert isinstance(page, OverlayPage)
    panel = begin(page.in_turn.desk)
    assert covers(panel, window) and window.room.state is RoomState.FREEZE
    first, second = (department.id for department in window.bridge.engagement.departments)
    turn(panel, "123")
    assert not answers(window) and answers(window, -1) == {first: [Answer.WE, Answer.THEY, Answer.BOTH]}
    for keys in (Key.Key_Z, Key.Key_K):
        QTest.keyClick(panel.flow, keys, Mod.ControlModifier)
    assert answers(window, -1), "no key of the window reaches it"
    QTest.keyClick(panel.flow, Key.Key_F5)
    assert window.room.state is RoomState.SHOW
    seen = set(room_texts(window))
    assert {"Кто что делает?", "3", "0", "из 3 ответов"} <= seen
    QTest.keyClick(panel.flow, Key.Key_F5)
    assert not answers(window), "F5 opens nothing while somebody has the laptop"
    turn(panel, "54")
    assert panel.stack.currentIndex() == AFTER and not panel.private
    QTest.keyClick(panel, Key.Key_Return)
    assert not answers(window), "a second Enter of the last person opens nothing"
    QTest.keyClick(panel, Key.Key_F5)
    assert not panel.isVisible()
    assert answers(window) == {
        first: [Answer.WE, Answer.THEY, Answer.BOTH],
        second: [Answer.UNKNOWN, Answer.NOBODY],
    }
    assert window.room.live.scene == "audit.overlay" and window.room.state is RoomState.SHOW
    window.actions_list.run("undo")
    assert not answers(window) and len(answers(window, -1)) == 2
    assert not page.in_turn.isHidden()


def test_what_waits_outlives_the_panel_and_f5_opens_it_in_two_steps(small: FacilitatorWindow) -> None:
    window = small
    page = front(window, Place("audit", "overlay"))
    assert isinstance(page, OverlayPage)
    panel = begin(page.in_turn.desk)
    turn(panel, "111")
    QTest.keyClick(panel.flow, Key.Key_Escape)
    assert not panel.isVisible() and not page.in_turn.isHidden()
    assert "3" in page.in_turn.said.text()
    window.actions_list.run("room_show")
    assert window.room.live.scene == "audit.answers" and not answers(window)
    window.go(Place("plan"))
    window.go(Place("audit", "decide"))
    assert window.room.live.scene == "audit.answers"
    window.go(Place("audit", "overlay"))
    window.actions_list.run("room_show")
    assert len(answers(window)) == 1
    assert window.room.live.scene == "audit.overlay"


def test_people_answer_alone_and_only_the_departments_answer_is_kept(small: FacilitatorWindow) -> None:
    window = small
    page = front(window, Place("audit", "overlay"))
    assert isinstance(page, OverlayPage)
    panel = begin(page.in_turn.desk, "alone")
    first, second = (department.id for department in window.bridge.engagement.departments)
    for keys in ("111", "121"):
        turn(panel, keys)
        assert not window.bridge.engagement.rows(Claim), "the department has no answer yet"
    turn(panel, "131")
    assert answers(window, -1) == {first: [Answer.WE, Answer.UNKNOWN, Answer.WE]}
    questions = [note.text for note in window.bridge.engagement.notes if note.kind is NoteKind.QUESTION]
    assert any(window.bridge.engagement.activities[1].title in text for text in questions)
    turn(panel, "222")
    panel.leave()
    page.in_turn.open_now()
    assert answers(window)[second] == [Answer.THEY] * 3, "the one who answered is the department"
    panel = begin(page.in_turn.desk, "alone")
    turn(panel, "111")
    panel.leave()
    page.in_turn._discard()
    page.in_turn.open_now()
    assert answers(window)[first] == [Answer.WE, Answer.UNKNOWN, Answer.WE], "what was thrown away counts no more"


def test_three_departments_name_each_other(small: FacilitatorWindow) -> None:
    window = small
    window.bridge.run(put_rows(Message("third"), [Department(id="Z", name="Склад", short="СК", rank=10**6)]))
    page = front(window, Place("audit", "overlay"))
    assert isinstance(page, OverlayPage)
    panel = begin(page.in_turn.desk)
    QTest.keyClick(panel.flow, Key.Key_Return)
    sheet = panel.flow.sheet
    type_text(sheet, "13")
    assert sheet.chosen() == (0, 2)
    QTest.keyClick(sheet, Key.Key_Return)
    type_text(sheet, "1*")
    QTest.keyClick(sheet, Key.Key_Left)
    assert len(sheet.chosen()) == 1, "don't know stands alone"
    QTest.keyClick(sheet, Key.Key_Return)
    type_text(sheet, "+")
    QTest.keyClick(sheet, Key.Key_Return)
    first = window.bridge.engagement.departments[0].id
    claims = {c.activity_id: c for c in window.bridge.engagement.rows(Claim) if c.department_id == first}
    one, two, three = (claims[a.id] for a in window.bridge.engagement.activities)
    third = window.bridge.engagement.departments[2].id
    assert (one.answer, one.others) == (Answer.BOTH, (third,))
    assert two.answer is Answer.UNKNOWN
    assert (three.answer, three.others) == (Answer.BOTH, ())


def without_votes(window: FacilitatorWindow) -> CompetencePage:
    page = front(window, Place("goals", "competence"))
    assert isinstance(page, CompetencePage)
    engagement = window.bridge.engagement
    window.bridge.run(remove_rows(Message("votes"), list(engagement.competence_votes)))
    window.bridge.run(remove_rows(Message("fewer"), list(engagement.competences[1:])))
    return page


@pytest.mark.parametrize("mode", ["anonymous", "open"])
def test_votes_on_the_competence_keep_no_order_and_names_only_in_an_open_vote(
    small: FacilitatorWindow, mode: str
) -> None:
    window = small
    page = without_votes(window)
    page._begin_turns()
    panel = begin(page.turns, mode)
    assert ("Анонимно" if mode == "anonymous" else "Открыто") in panel.promise.text()
    count = len(panel.turns.questions("x"))
    for place, (digit, name) in enumerate((("2", "Тайнова"), ("0", "Скрытнев"), ("1", "Незримов"))):
        QTest.keyClick(panel.flow, Key.Key_Return)
        sheet = panel.flow.sheet
        assert sheet.name.isVisible() is (mode == "open"), place
        if mode == "open":
            type_text(sheet.name, name)
            sheet.setFocus()
        type_text(sheet, digit * count)
        QTest.keyClick(sheet, Key.Key_Return)
    votes = window.bridge.engagement.competence_votes
    assert {row.votes for row in votes} == {(0, 1, 2)}, "in the order of size"
    window.actions_list.run("room_show")
    said = set(room_texts(window))
    assert ("Открыто: имена будут показаны" in said) is (mode == "open")
    assert not page.revealed and "Тайнова" not in str(said)
    panel.flow.stop.click()
    panel.open_button.click()
    assert page.revealed
    page.grid.choose(1, 1)
    page.name_votes()
    assert ("Тайнова" in str(room_texts(window))) is (mode == "open")
    path: Path = window.bridge.document.file.path
    written = b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))
    assert ("Тайнова".encode() in written) is (mode == "open")
    named = {(row.name, row.vote) for row in window.bridge.engagement.named_votes}
    assert named == ({("Тайнова", 2), ("Скрытнев", 0), ("Незримов", 1)} if mode == "open" else set())


def test_confidence_waits_in_the_file_until_it_is_opened_and_no_undo_knows_it(small: FacilitatorWindow) -> None:
    window = small
    page = front(window, Place("goals", "goals"))
    assert isinstance(page, GoalListPage)
    before = [goal.confidence for goal in window.bridge.engagement.goals]
    step = window.bridge.document.undo_step
    panel = begin(page.turns)
    goals = len(before)
    turn(panel, "5" * goals)
    QTest.keyClick(panel.flow, Key.Key_F5)
    assert {"Достигнем ли?", "1 из 5"} <= set(room_texts(window))
    for digit in "23":
        turn(panel, digit * goals)
    assert "3 из 5" in set(room_texts(window))
    assert [goal.confidence for goal in window.bridge.engagement.goals] == before
    assert {row.votes for row in window.bridge.engagement.sealed_confidence} == {(2, 3, 5)}, "in the order of size"
    again = ConfidenceTurns(window.bridge, window.words)
    assert again.seats()[0].said == "3 из\xa05 человек" and [mode.key for mode in again.modes] == ["anonymous"]
    panel.flow.stop.click()
    panel.open_button.click()
    assert {goal.confidence for goal in window.bridge.engagement.rows(Goal)} == {(2, 3, 5)}
    assert window.bridge.document.undo_step == step and not window.bridge.engagement.sealed_confidence


def test_the_pulse_is_answered_in_turn_and_no_undo_knows_it(small: FacilitatorWindow) -> None:
    window = small
    page = front(window, Place("feedback", "pulse"))
    assert isinstance(page, PulsePage)
    page.enter_answers(True)
    before = len(window.bridge.engagement.survey_responses)
    step = window.bridge.document.undo_step
    panel = begin(page.entry.turns)
    turn(panel, "5" * 30)
    responses = window.bridge.engagement.survey_responses
    assert len(responses) == before + 1 and {value for _code, value in responses[-1].answers} == {5}
    assert window.bridge.document.undo_step == step


def test_a_quick_vote_covers_the_window_and_takes_its_keys(window: FacilitatorWindow) -> None:
    window.actions_list.run("room_vote")
    panel = window.frame.findChild(VotePanel)
    assert isinstance(panel, VotePanel)
    type_text(panel.question, "Берём?")
    panel.expected.setText("1")
    assert not covers(panel, window)
    QTest.keyClick(panel.question, Key.Key_Return)
    assert covers(panel, window)
    QTest.keyClick(panel.entry.sheet, Key.Key_F5)
    assert not window.room.live.focus.revealed, "F5 of the voter opens nothing"
    type_text(panel.entry.sheet, "4")
    QTest.keyClick(panel.entry.sheet, Key.Key_Return)
    assert not covers(panel, window) and panel.stack.currentIndex() == 2


def test_day_90_is_answered_in_turn_too(small: FacilitatorWindow) -> None:
    window = small
    page = front(window, Place("followup", "again"))
    assert isinstance(page, AgainPage)
    panel = begin(page.in_turn.desk)
    asked = len(panel.turns.questions(window.bridge.engagement.departments[0].id))
    turn(panel, "1" * asked)
    assert not answers(window, 2) and len(answers(window, -2)) == 1
    assert not sealed_counts(window.bridge.engagement), "the first answers are another round"
    panel.leave()
    assert page.room_scene() == "followup.answers"
    page.in_turn.open_now()
    assert [len(given) for given in answers(window, 2).values()] == [asked]
    assert page.room_scene() == "followup.again"


def test_nothing_is_entered_unseen_on_a_screen_that_the_room_sees(window: FacilitatorWindow) -> None:
    page = front(window, Place("audit", "overlay"))
    assert isinstance(page, OverlayPage)
    window.stage.toggle()
    page.in_turn.desk.begin()
    panel = page.in_turn.desk.panel
    assert panel is not None and not panel.start.isEnabled() and "F11" in panel.promise.text()
    panel.begin()
    assert not panel.private
    panel.leave()
    window.stage.toggle()
    page.in_turn.desk.begin()
    assert panel.start.isEnabled()
