"""Competence and goals in the real window: hidden votes, the choice, goals edited in place; the file is read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.room_texts import room_texts
from tests.steps.fronts import stored
from tests.steps.shared_window import take_everything_back
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.room import RoomState
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.goals.competence import CompetencePage
from ui.steps.goals.goal_form import GoalForm
from ui.steps.goals.goal_list import GoalListPage
from ui.widgets.text_field import TextArea
from workshop_app.domain.goals import Letter
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Competence,
    CompetenceVotes,
    Contribution,
    Direction,
    Goal,
    UnitKind,
)
from workshop_app.services.operations import put_rows
from workshop_app.steps.goals.operations import change_goal, clear_votes

Key = Qt.Key
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    desk.activateWindow()
    cast = desk.bridge.engagement.competence_votes
    yield desk
    take_everything_back(desk)
    desk.bridge.run(put_rows(Message("the votes again"), cast))


def front_of(window: FacilitatorWindow, sub_step: str) -> object:
    window.go(Place("goals", sub_step))
    page = window.host.page
    assert page is not None
    return page.front


def voting(window: FacilitatorWindow, *, hidden: bool = True) -> CompetencePage:
    front = front_of(window, "competence")
    assert isinstance(front, CompetencePage)
    front.set_revealed(not hidden)
    front.table.setFocus()
    return front


def goals_of(window: FacilitatorWindow) -> GoalListPage:
    front = front_of(window, "goals")
    assert isinstance(front, GoalListPage)
    for cell in front.cells.values():
        if cell.form is not None and cell.editing:
            cell.form.close_form()
    return front


def votes(window: FacilitatorWindow, candidate: str, criterion: str, department: str) -> tuple[int, ...]:
    row = stored(window).get(CompetenceVotes, f"{candidate}/{criterion}/{department}")
    return row.votes if row else ()


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def press(qtbot: QtBot, page: CompetencePage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.table, key)


def empty_cell(page: CompetencePage, window: FacilitatorWindow, candidate: str = "C2", criterion: str = "K3") -> None:
    """A criterion that nobody has voted on yet, under the cursor."""
    competence = window.bridge.engagement.get(Competence, candidate)
    assert competence is not None
    window.bridge.run(clear_votes(competence, criterion))
    page.grid.choose(int(criterion[1]), page.model.column_of(candidate))


def test_digits_fill_seats_department_by_department(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    empty_cell(page, window)
    press(qtbot, page, Key.Key_2, Key.Key_Tab, Key.Key_0, Key.Key_Tab, Key.Key_1)
    assert votes(window, "C2", "K3", "A") == (2, 0, 1)
    press(qtbot, page, *[Key.Key_2] * 6)
    assert votes(window, "C2", "K3", "A") == (2, 0, 1, 2, 2, 2, 2, 2)
    assert votes(window, "C2", "K3", "B") == (2,)
    press(qtbot, page, Key.Key_Backspace)
    assert votes(window, "C2", "K3", "B") == ()


def test_tab_corrects_a_vote_and_goes_on_to_the_next_question(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    page.grid.choose(3, page.model.column_of("C1"))
    press(qtbot, page, Key.Key_Tab, Key.Key_0)
    assert votes(window, "C1", "K3", "A") == (1, 0, 2, 1, 2, 1, 1, 1)
    press(qtbot, page, *[Key.Key_Tab] * 7)
    assert page.keys.cursor.row == 1
    press(qtbot, page, *[Key.Key_Tab] * 8)
    assert (page.table.currentIndex().row(), page.focus_id()) == (4, "C1")


def test_votes_are_no_undo_step(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    before = window.bridge.document.undo_step
    empty_cell(page, window)
    press(qtbot, page, Key.Key_2, Key.Key_2, Key.Key_1)
    assert window.bridge.document.undo_step is before
    assert votes(window, "C2", "K3", "A")[:3] == (2, 2, 1)


def test_del_clears_votes_only_when_it_is_pressed_again(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    page.grid.choose(3, page.model.column_of("C1"))
    press(qtbot, page, Key.Key_Delete)
    assert votes(window, "C1", "K3", "A") and "не вернутся" in window.messages.toast_frame.text.text()
    press(qtbot, page, Key.Key_Delete)
    assert not votes(window, "C1", "K3", "A")


def test_a_candidate_with_votes_is_not_deleted(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    page.grid.choose(0, page.model.column_of("C2"))
    press(qtbot, page, Key.Key_Delete)
    assert stored(window).get(Competence, "C2") is not None
    assert "голоса" in window.messages.banner.text.text()


def test_hidden_votes_show_counts_and_nothing_else(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    page.select("C1")
    texts = [
        str(page.model.index(row, column).data(role) or "")
        for row in range(1, 7)
        for column in range(1, 4)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    assert not any("," in text.replace(", голоса скрыты", "") for text in texts)
    assert not page.verdicts.isVisible() and page.entry.isVisible()
    room = room_texts(window, "goals.competence")
    assert "16 из 16" in room
    assert not any("1,8" in text or "Почти" in text or "5 из 6" in text for text in room)


def test_f5_opens_only_when_everybody_has_voted(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    empty_cell(page, window)
    window.actions_list.run("room_show")
    assert not page.revealed
    assert "K3" in window.messages.toast_frame.text.text()
    page.grid.choose(3, page.model.column_of("C2"))
    press(qtbot, page, *[Key.Key_1] * 16)
    assert window.room.state is RoomState.FREEZE
    window.actions_list.run("room_show")
    assert not page.revealed
    window.actions_list.run("room_show")
    assert page.revealed
    page.select("C1")
    room = room_texts(window, "goals.competence")
    assert "1,81" in room and any("Почти" in text for text in room)


def test_open_votes_take_no_digits(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window, hidden=False)
    page.grid.choose(1, page.model.column_of("C1"))
    before = votes(window, "C1", "K1", "A")
    press(qtbot, page, Key.Key_0)
    assert votes(window, "C1", "K1", "A") == before
    assert page.model.data(page.model.index(1, 1)) == "1,81"


def test_ctrl_enter_chooses_and_takes_back(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window, hidden=False)
    page.select("C3")
    qtbot.keyClick(page.table, Key.Key_Return, CONTROL)
    assert [c.id for c in stored(window).competences if c.chosen] == ["C3"]
    assert page.verdicts.cards["C3"].selected
    qtbot.keyClick(page.table, Key.Key_Return, CONTROL)
    assert not any(c.chosen for c in stored(window).competences)


def test_k2_is_typed_or_voted_without_a_ledger(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window)
    page.grid.choose(2, page.model.column_of("C1"))
    press(qtbot, page, Key.Key_2)
    assert stored(window).named(Competence, "C1").k2_score == 2
    page.entry.k2.segment("votes").click()
    assert stored(window).named(Competence, "C1").k2_score is None
    press(qtbot, page, Key.Key_1)
    assert votes(window, "C1", "K2", "A") == (1,)


def test_a_candidate_is_added_edited_moved_and_removed(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = voting(window, hidden=False)
    page.add_new()
    assert not page.revealed
    editor = page.table.viewport().focusWidget() or QApplication.focusWidget()
    assert editor is not None
    editor.selectAll()
    type_text(editor, "Клиент не ждёт ответа")
    qtbot.keyClick(editor, Key.Key_Return)
    made = stored(window).competences[-1]
    assert made.text == "Клиент не ждёт ответа"
    page.table.setFocus()
    type_text(page.table, "З")
    editor = page.table.focusWidget()
    assert isinstance(editor, TextArea)
    type_text(editor, "аказчик знает срок")
    qtbot.keyClick(editor, Key.Key_Return)
    assert [c.text for c in stored(window).competences][-2:] == ["Клиент не ждёт ответа", "Заказчик знает срок"]
    page.add_new()
    unwritten = page.table.focusWidget()
    assert isinstance(unwritten, TextArea) and len(stored(window).competences) == 6
    qtbot.keyClick(unwritten, Key.Key_Escape)
    assert [c.text for c in stored(window).competences][-1] == "Заказчик знает срок"
    window.bridge.undo()
    window.bridge.undo()
    page.select(made.id)
    qtbot.keyClick(page.table, Key.Key_Left, ALT)
    assert [c.id for c in stored(window).competences][-2] == made.id
    assert page.focus_id() == made.id
    press(qtbot, page, Key.Key_Delete)
    assert made.id not in [c.id for c in stored(window).competences]
    window.bridge.undo()
    assert made.id in [c.id for c in stored(window).competences]


def form_of(page: GoalListPage, goal_id: str) -> GoalForm:
    page.edit(goal_id)
    form = page.cells[goal_id].form
    assert form is not None
    return form


def test_a_goal_is_edited_in_place_field_by_field(window: FacilitatorWindow, qtbot: QtBot) -> None:
    form = form_of(goals_of(window), "G1")
    form.baseline.setFocus()
    form.baseline.selectAll()
    type_text(form.baseline, "1 200,5")
    qtbot.keyClick(form.baseline, Key.Key_Return)
    for field, name in ((form.baseline_date, "baseline_date"), (form.deadline, "deadline")):
        field.setFocus()
        field.selectAll()
        type_text(field, "31.12")
        qtbot.keyClick(field, Key.Key_Return)
        day = getattr(stored(window).named(Goal, "G1"), name)
        assert (day.month, day.day) == (12, 31) and (day < window.bridge.as_of) == (field is form.baseline_date)
    form.deadline.setFocus()
    form.deadline.selectAll()
    type_text(form.deadline, "31.10.2026")
    qtbot.keyClick(form.deadline, Key.Key_Tab)
    form.source.setFocus()
    form.source.selectAll()
    type_text(form.source, "Отчёт CRM")
    form.title.setFocus()
    form.direction.segment("down").click()
    form.unit_kind.setCurrentIndex(form.unit_kind.findData("hours"))
    form.unit_kind.picked.emit("hours")
    goal = stored(window).named(Goal, "G1")
    assert (goal.baseline, goal.deadline, goal.source) == (Decimal("1200.5"), date(2026, 10, 31), "Отчёт CRM")
    assert (goal.direction, goal.unit_kind) == (Direction.DOWN, UnitKind.HOURS)


def test_a_wrong_number_is_explained_and_kept(window: FacilitatorWindow, qtbot: QtBot) -> None:
    form = form_of(goals_of(window), "G1")
    form.target.setFocus()
    form.target.selectAll()
    type_text(form.target, "много")
    qtbot.keyClick(form.target, Key.Key_Return)
    assert form.target.text() == "много"
    assert "не число" in plain(form.target.accessibleDescription())
    assert stored(window).named(Goal, "G1").target == Decimal(93)


def test_fingers_are_typed_fast_and_contributions_in_place(window: FacilitatorWindow, qtbot: QtBot) -> None:
    form = form_of(goals_of(window), "G2")
    form.confidence.setFocus()
    form.confidence.selectAll()
    type_text(form.confidence, "44521")
    qtbot.keyClick(form.confidence, Key.Key_Return)
    field = form.contributions["B"]
    field.setFocus()
    field.selectAll()
    type_text(field, "Звоним за 60 дней")
    qtbot.keyClick(field, Key.Key_Return)
    engagement = stored(window)
    assert engagement.named(Goal, "G2").confidence == (4, 4, 5, 2, 1)
    assert engagement.named(Contribution, "G2/B").text == "Звоним за 60 дней"


def test_a_failing_letter_is_said_in_words(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = goals_of(window)
    form = form_of(page, "G1")
    form.owner.setFocus()
    form.owner.selectAll()
    qtbot.keyClick(form.owner, Key.Key_Delete)
    qtbot.keyClick(form.owner, Key.Key_Return)
    qtbot.keyClick(form, Key.Key_Escape)
    tile = page.cells["G1"].tile
    assert tile.isVisible() and tile.hasFocus()
    assert "Конкретная" in tile.smart.reason.text() and "Ответственного пока нет" in plain(tile.owner.text())
    assert page.cells["G1"].tile.smart._failing == {Letter.S}


def test_goals_are_walked_moved_and_removed_by_keyboard(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = goals_of(window)
    page.select("G1")
    qtbot.keyClick(page.cells["G1"].tile, Key.Key_Right)
    assert page.focus_id() == "G2"
    qtbot.keyClick(page.cells["G2"].tile, Key.Key_Down)
    assert page.focus_id() == "G4"
    qtbot.keyClick(page.cells["G4"].tile, Key.Key_Up, ALT)
    assert [goal.id for goal in stored(window).goals] == ["G1", "G2", "G4", "G3", "G5"]
    qtbot.keyClick(page.cells["G4"].tile, Key.Key_Delete)
    assert "G4" not in page.cells
    assert window.messages.toast_frame.isVisible()
    window.bridge.undo()
    assert "G4" in page.cells and len(stored(window).goals) == 5


def test_a_new_goal_is_typed_into_the_last_tile(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = goals_of(window)
    window.actions_list.run("add_new")
    assert page.entry.hasFocus()
    type_text(page.entry, "Ни одной жалобы")
    page.samples.setFocus()
    assert stored(window).goals[-1].title == "Ни одной жалобы" and window.focusWidget() is page.samples
    page.add_new()
    type_text(page.entry, "Две жалобы в месяц вместо шести")
    qtbot.keyClick(page.entry, Key.Key_Tab)
    made = stored(window).goals[-1]
    assert made.title == "Две жалобы в месяц вместо шести"
    form = page.cells[made.id].form
    assert form is not None and form.measured.hasFocus()
    window.actions_list.run("goal_answer")
    assert stored(window).goals[-1].unit_kind is UnitKind.HOURS


def test_f4_goes_to_the_goal_with_the_problem(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = goals_of(window)
    goal = window.bridge.engagement.named(Goal, "G3")
    window.bridge.run(change_goal(goal, owner_id=None))
    front_of(window, "competence")
    window.commands.problem_by(1)
    assert window.place.sub_step == "goals" and page.focus_id() == "G3"


def test_the_room_sees_goals_but_no_money_and_no_confidence(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = goals_of(window)
    goal = window.bridge.engagement.named(Goal, "G5")
    window.bridge.run(put_rows(Message("x"), [_money(goal)]))
    page.select("G5")
    room = room_texts(window, "goals.goals")
    assert any("Карта" in text for text in room)
    assert "+20 %" in room
    assert not any("000" in text or "₽" in text or "Уверенность" in text for text in room)


def _money(goal: Goal) -> Goal:
    return replace(goal, unit="₽", unit_kind=UnitKind.MONEY, baseline=Decimal(5000000), target=Decimal(6000000))


def test_an_empty_workshop_says_how_to_begin(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(language="en")
    page = voting(window)
    assert page.stack.currentIndex() == 1
    goals = goals_of(window)
    assert goals.stack.currentIndex() == 1
    window.actions_list.run("add_new")
    type_text(goals.entry, "Answer within a day")
    qtbot.keyClick(goals.entry, Key.Key_Return)
    assert stored(window).goals[0].title == "Answer within a day"
    assert goals.stack.currentIndex() == 0
