"""S12 in the real window: overdue actions, the meeting held, claims asked again, next year's file."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.followup.again_page import AgainPage
from ui.steps.followup.day_page import DayPage
from ui.steps.followup.late_card import LateCard
from ui.steps.followup.page import FollowUpPage
from workshop_app.domain.followup import SECOND_WAVE
from workshop_app.domain.message import Message
from workshop_app.domain.model import Action, ActionStatus, Answer, DecisionType
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row
from workshop_app.steps.followup.next_year import next_year_rows


def day_page(window: FacilitatorWindow) -> DayPage:
    window.go(Place("followup", "day"))
    page = window.host.page
    assert isinstance(page, FollowUpPage)
    front = page.front
    assert isinstance(front, DayPage)
    return front


def cards(page: DayPage) -> list[LateCard]:
    return [card for card in page.findChildren(LateCard) if card.isVisibleTo(page)]


def test_overdue_actions_come_first_and_are_answered_by_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    first, second = cards(page)
    assert [card.late.id for card in (first, second)] == ["X08", "X12"]
    qtbot.keyClick(first, Qt.Key.Key_1)
    action = window.bridge.engagement.named(Action, "X08")
    assert (action.status, action.done_on) == (ActionStatus.DONE, date(2026, 4, 20))
    (left,) = cards(page)
    qtbot.keyClick(left, Qt.Key.Key_2)
    type_text(left.due, "30.04.2026")
    left.due.commit()
    type_text(left.reason, "Ждали выгрузку")
    qtbot.keyClick(left.reason, Qt.Key.Key_Return)
    moved = window.bridge.engagement.named(Action, "X12")
    assert (moved.due, moved.original_due, moved.moves) == (date(2026, 4, 30), date(2026, 4, 17), 1)
    assert moved.moved_reason == "Ждали выгрузку"
    assert not cards(page)


def test_moving_needs_a_reason(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    card = cards(day_page(window))[0]
    qtbot.keyClick(card, Qt.Key.Key_2)
    type_text(card.due, "30.04.2026")
    card.due.commit()
    qtbot.keyClick(card.reason, Qt.Key.Key_Return)
    assert window.bridge.engagement.named(Action, "X08").moves == 0
    assert card.message.text()


def test_the_meeting_is_held_and_undone(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    page.end_button.click()
    held = {followup.day: followup.held_on for followup in window.bridge.engagement.followups}
    assert held[90] == date(2026, 4, 20)
    window.actions_list.run("undo")
    assert {f.day: f.held_on for f in window.bridge.engagement.followups}[90] is None


def test_a_correction_is_kept_in_the_file(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    type_text(page.correction, "Передача без карточки не считается принятой")
    qtbot.keyClick(page.correction, Qt.Key.Key_Return)
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert again.engagement.notes[-1].text == "Передача без карточки не считается принятой"
    again.close()


def test_activities_are_asked_again_by_digits(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    window.go(Place("followup", "again"))
    page = window.host.page
    assert isinstance(page, FollowUpPage)
    front = page.front
    assert isinstance(front, AgainPage)
    line = front.model.lines[0]
    front.table.select(line.id, 2)
    front.table.setFocus()
    qtbot.keyClick(front.table, Qt.Key.Key_1)
    qtbot.keyClick(front.table, Qt.Key.Key_2)
    second = [c for c in window.bridge.engagement.claims if c.wave == SECOND_WAVE]
    assert [(c.activity_id, c.department_id, c.answer) for c in second] == [
        (line.id, "A", Answer.WE),
        (line.id, "B", Answer.THEY),
    ]


def test_next_year_begins_with_people_and_rules_but_without_answers(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    decision = window.bridge.engagement.decisions[0]
    window.bridge.run(change_row(Message("stop"), decision, type=DecisionType.STOP))
    rows = list(next_year_rows(window.bridge.engagement))
    tables = {row.table for row in rows}
    assert {"people", "activities", "functions", "company"} <= tables
    assert not tables & {"claims", "decisions", "actions", "goals", "raci_rows", "notes", "private_notes"}
    kept = {row.id for row in rows if row.table == "activities"}
    assert kept and decision.activity_id not in kept
