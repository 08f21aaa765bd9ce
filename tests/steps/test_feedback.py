"""S10 in the real window: values, suggestions, and the whole step by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.patience import to_front
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.stepped import SubPage
from ui.steps.feedback.indicators_page import IndicatorsPage
from ui.steps.feedback.page import FeedbackPage
from ui.steps.feedback.pulse_page import PulsePage
from ui.steps.feedback.suggestions_page import SuggestionsPage
from ui.widgets import roles
from ui.widgets.picker import Picker
from ui.widgets.segmented import HeaderTabs
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.indicators import Status
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Department,
    NoteKind,
    Person,
    Position,
    Session,
    Suggestion,
    SuggestionStatus,
)
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps import step_of
from workshop_app.steps.feedback.view import feedback_view
from workshop_app.steps.step import ViewContext


def front(window: FacilitatorWindow, sub: str) -> SubPage:
    window.go(Place("feedback", sub))
    to_front(window)
    page = window.host.page
    assert isinstance(page, FeedbackPage)
    return page.front


def test_a_value_is_entered_where_the_chart_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    shown = page.table.current_id()
    type_text(page.card.date, "20.04.2026")
    type_text(page.card.value, "7,5")
    qtbot.keyClick(page.card.value, Qt.Key.Key_Return)
    points = [p for p in window.bridge.engagement.indicator_points if p.indicator_id == shown]
    assert (points[-1].date, points[-1].value) == (date(2026, 4, 20), Decimal("7.5"))
    window.bridge.document.undo()
    assert len([p for p in window.bridge.engagement.indicator_points if p.indicator_id == shown]) == len(points) - 1


def test_a_value_is_taken_back_or_written_anew_in_the_table_of_values(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    page.select("I02")
    before = values(window, "I02")
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    numbers = window.focusWidget()
    assert numbers is page.card.chart.table
    qtbot.keyClick(numbers, Qt.Key.Key_Delete)
    assert values(window, "I02") == before[:-1]
    window.bridge.undo()
    qtbot.keyClick(numbers, Qt.Key.Key_Home)
    qtbot.keyClick(numbers, Qt.Key.Key_Return)
    assert window.focusWidget() is page.card.value and page.card.date.value == before[0][0]
    type_text(page.card.value, "61,5")
    qtbot.keyClick(page.card.value, Qt.Key.Key_Return)
    assert values(window, "I02") == [(before[0][0], Decimal("61.5")), *before[1:]]
    numbers.setFocus()
    qtbot.keyClick(numbers, Qt.Key.Key_T)
    assert page.card.chart.view.isVisible(), "the chart again"


def test_thousands_that_are_opened_and_left_alone_stay_thousands(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="en", language="en")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    page.select("I02")
    type_text(page.card.value, "1,234")
    qtbot.keyClick(page.card.value, Qt.Key.Key_Return)
    written = values(window, "I02")
    assert written[-1][1] == Decimal(1234)
    page.card._open(len(written) - 1)
    qtbot.keyClick(page.card.value, Qt.Key.Key_Return)
    assert values(window, "I02") == written
    page.card._open(0)
    page.select("I03")
    assert not page.card.value.text(), "a value of one indicator is not offered for another"


def values(window: FacilitatorWindow, indicator: str) -> list[tuple[date, Decimal]]:
    return [(p.date, p.value) for p in window.bridge.engagement.indicator_points if p.indicator_id == indicator]


def test_words_are_no_value(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    before = window.bridge.engagement.indicator_points
    type_text(page.card.value, "много")
    qtbot.keyClick(page.card.value, Qt.Key.Key_Return)
    assert page.card.message.text() and window.bridge.engagement.indicator_points == before


def test_every_goal_gets_an_indicator(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    goal = window.bridge.engagement.goals[0]
    window.bridge.run(put_rows(Message("no indicator"), [replace(goal, indicator_id=None)]))
    before = window.bridge.engagement
    new = sum(goal.indicator_id is None for goal in before.goals)
    assert page.goals_button.text() == f"Из целей: {new}"
    page.goals_button.click()
    after = window.bridge.engagement
    assert all(goal.indicator_id for goal in after.goals) and page.goals_button.isHidden()
    assert len(after.indicators) == len(before.indicators) + new
    window.bridge.document.undo()
    assert window.bridge.engagement.indicators == before.indicators


def test_a_question_for_the_parking_is_written_from_the_chart(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    page.card._park()
    note = window.bridge.engagement.notes[-1]
    assert note.kind is NoteKind.PARKING and page.model.lines[0].indicator.title in note.text


def test_the_run_is_drawn_beside_each_indicator_until_there_is_no_room(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    run = [column.key for column in page.model.columns].index("run")
    assert page.table.itemDelegate() and page.model.index(0, run).data(roles.PICTURE) is not None
    assert not page.table.isColumnHidden(run)
    page.table.resize(700, 300)
    assert page.table.isColumnHidden(run)


def test_f4_walks_from_signal_to_signal(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    bad = [line.id for line in page.model.lines if line.trend.status in (Status.RED, Status.AMBER)]
    seen = [page.table.current_id()]
    for _press in bad:
        qtbot.keyClick(window, Qt.Key.Key_F4)
        seen.append(page.table.current_id())
    assert len(bad) == 3 and seen == [*bad, bad[0]]


# Suggestions


def test_a_suggestion_of_a_later_day_than_the_report_waits_no_time() -> None:
    later = Suggestion(id="S1", text="Общий список клиентов", date=date(2026, 5, 1))
    (line,) = feedback_view(Engagement.of([later]), ViewContext(date(2026, 4, 20))).suggestions
    assert (line.age, line.left, line.late) == (0, 14, False)


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


def test_a_no_needs_its_reason(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "suggestions")
    assert isinstance(page, SuggestionsPage)
    shown = page.table.current_id()
    page.status.set_current(SuggestionStatus.DECLINED.value)
    qtbot.keyClick(page.answer, Qt.Key.Key_Return)
    stored = {s.id: s.status for s in window.bridge.engagement.suggestions}
    assert stored[shown] is SuggestionStatus.NEW and window.messages.banner.isVisible()


def test_an_answer_that_is_left_half_typed_is_kept(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "suggestions")
    assert isinstance(page, SuggestionsPage)
    waiting = next(line for line in page.model.lines if line.suggestion.status is SuggestionStatus.NEW)
    page.table.select(waiting.id)
    to_front(window)
    page.answer.setFocus()
    type_text(page.answer, "Посчитаем к пятнице")
    page.table.setFocus()
    stored = window.bridge.engagement.named(Suggestion, waiting.id)
    assert (stored.reply, stored.status) == ("Посчитаем к пятнице", SuggestionStatus.NEW)


def test_the_oldest_without_an_answer_stands_first(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    view = feedback_view(window.bridge.engagement, window.bridge.view_context)
    waiting = [line.age or 0 for line in view.suggestions if line.suggestion.status is SuggestionStatus.NEW]
    assert waiting == sorted(waiting, reverse=True)
    assert [line.late for line in view.suggestions][:2] == [True, False]


# From empty to "done when", by keyboard alone


def press(window: FacilitatorWindow, qtbot: QtBot, key: Qt.Key, *, ctrl: bool = False) -> None:
    """A key where the focus is."""
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def fill(window: FacilitatorWindow, qtbot: QtBot, text: str) -> None:
    """Type where the focus is, and Tab to the next field."""
    if text:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(target, QLineEdit):
            target.selectAll()
        type_text(target, text)
        if isinstance(target, Picker):
            press(window, qtbot, Qt.Key.Key_Return)
    press(window, qtbot, Qt.Key.Key_Tab)


def next_tab(window: FacilitatorWindow, qtbot: QtBot) -> SubPage:
    page = window.host.page
    assert isinstance(page, FeedbackPage)
    to_front(window)
    tabs = page.front.findChild(HeaderTabs)
    assert tabs is not None
    tabs.setFocus()
    press(window, qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not tabs.isVisible())
    shown = page.front.findChild(HeaderTabs)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.isAncestorOf(QApplication.focusWidget() or window))
    return page.front


def test_from_nothing_to_done_by_keyboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    day = date(2026, 2, 10)
    window.bridge.run(
        put_rows(
            Message("start"),
            [
                Department(id="A", name="Отдел продаж № 1", short="ОП-1", head_person_id="PA"),
                Department(id="B", name="Отдел продаж № 2", short="ОП-2", head_person_id="PB"),
                Position(id="PO", title="Начальник", department_id="A"),
                Person(id="PA", name="Зимин Артём", department_id="A", position_id="PO"),
                Person(id="PB", name="Белова Наталья", department_id="B", position_id="PO"),
                Session(id="session", date=day),
            ],
        )
    )
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    qtbot.keyClick(window, Qt.Key.Key_Insert)
    assert page.editor.title.hasFocus()
    for text in ("Передачи, принятые в срок", "%", "", "", "Зимин", "40", "90", "50", "Журнал передач"):
        fill(window, qtbot, text)
    for text in ("10.02.2026", "31.12.2026"):
        fill(window, qtbot, text)
    page = next_tab(window, qtbot)
    assert isinstance(page, PulsePage)
    qtbot.keyClick(window, Qt.Key.Key_Insert)
    qtbot.keyClick(window, Qt.Key.Key_Insert)
    page = next_tab(window, qtbot)
    assert isinstance(page, SuggestionsPage)
    press(window, qtbot, Qt.Key.Key_Tab)
    assert page.channel.hasFocus()
    type_text(page.channel, "Ящик у Зимина, ответ за 14 дней")
    press(window, qtbot, Qt.Key.Key_Return)
    path = window.bridge.document.file.path
    window.close()
    document = Document.open(path)
    done = step_of("feedback").done_when(document.engagement, ViewContext(date(2026, 2, 12)))
    (indicator,) = document.engagement.indicators
    document.close()
    assert [item.done for item in done] == [True, True, True]
    assert (indicator.title, indicator.owner_id, indicator.baseline, indicator.target) == (
        "Передачи, принятые в срок",
        "PA",
        Decimal(40),
        Decimal(90),
    )
