"""S10 in the real window: values, paper ballots, suggestions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.stepped import SubPage
from ui.steps.feedback.indicators_page import IndicatorsPage
from ui.steps.feedback.page import FeedbackPage
from ui.steps.feedback.pulse_page import PulsePage
from ui.steps.feedback.suggestions_page import SuggestionsPage
from workshop_app.domain.model import SuggestionStatus


def front(window: FacilitatorWindow, sub: str) -> SubPage:
    window.go(Place("feedback", sub))
    page = window.host.page
    assert isinstance(page, FeedbackPage)
    return page.front


def test_a_value_is_entered_where_the_chart_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    shown = page.table.current_id()
    type_text(page.date, "20.04.2026")
    type_text(page.value, "7,5")
    qtbot.keyClick(page.value, Qt.Key.Key_Return)
    points = [p for p in window.bridge.engagement.indicator_points if p.indicator_id == shown]
    assert (points[-1].date, points[-1].value) == (date(2026, 4, 20), Decimal("7.5"))
    window.bridge.document.undo()
    assert len([p for p in window.bridge.engagement.indicator_points if p.indicator_id == shown]) == len(points) - 1


def test_words_are_no_value(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    before = window.bridge.engagement.indicator_points
    type_text(page.value, "много")
    qtbot.keyClick(page.value, Qt.Key.Key_Return)
    assert page.message.text() and window.bridge.engagement.indicator_points == before


def test_every_goal_gets_an_indicator(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    before = window.bridge.engagement
    page._from_goals()
    after = window.bridge.engagement
    assert all(goal.indicator_id for goal in after.goals)
    new = sum(goal.indicator_id is None for goal in before.goals)
    assert len(after.indicators) == len(before.indicators) + new
    window.bridge.document.undo()
    assert window.bridge.engagement.indicators == before.indicators


def test_paper_ballots_freeze_the_room_and_stay_out_of_undo(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    page.add_new()
    survey = window.bridge.engagement.surveys[-1]
    assert page.waves.current() == survey.id
    undoable = window.bridge.document.undo_step
    page.enter.setChecked(True)
    for _number in range(12):
        qtbot.keyClick(page.entry, Qt.Key.Key_4)
    qtbot.keyClick(page.entry, Qt.Key.Key_Backspace)
    qtbot.keyClick(page.entry, Qt.Key.Key_Return)
    (response,) = [r for r in window.bridge.engagement.survey_responses if r.survey_id == survey.id]
    assert {value for _code, value in response.answers} == {4}
    assert window.bridge.document.undo_step == undoable


def test_a_suggestion_is_written_down_and_answered(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "suggestions")
    assert isinstance(page, SuggestionsPage)
    type_text(page.new, "Один список клиентов на двоих")
    qtbot.keyClick(page.new, Qt.Key.Key_Return)
    added = window.bridge.engagement.suggestions[-1]
    assert (added.text, added.department_id) == ("Один список клиентов на двоих", None)
    page.select(added.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    type_text(page.answer, "Да, с понедельника")
    qtbot.keyClick(page.answer, Qt.Key.Key_Return)
    answered = window.bridge.engagement.suggestions[-1]
    assert (answered.status, answered.reply) == (SuggestionStatus.ACCEPTED, "Да, с понедельника")
