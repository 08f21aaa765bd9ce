"""S10 in the real window: values, paper ballots, suggestions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.room import RoomState
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.stepped import SubPage
from ui.steps.feedback.indicators_page import IndicatorsPage
from ui.steps.feedback.page import FeedbackPage
from ui.steps.feedback.pulse_page import PulsePage
from ui.steps.feedback.pulse_strip import department_state, privacy
from ui.steps.feedback.suggestions_page import SuggestionsPage
from ui.widgets import roles
from ui.widgets.picker import Picker
from ui.widgets.segmented import HeaderTabs
from workshop_app.domain.indicators import Status
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Department,
    NoteKind,
    Person,
    Position,
    Row,
    Session,
    SuggestionStatus,
    Survey,
    SurveyQuestion,
    SurveyResponse,
)
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps import step_of
from workshop_app.steps.feedback.view import feedback_view
from workshop_app.steps.step import ViewContext


def front(window: FacilitatorWindow, sub: str) -> SubPage:
    window.go(Place("feedback", sub))
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
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


def test_a_question_for_the_parking_is_written_from_the_chart(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = front(window, "indicators")
    assert isinstance(page, IndicatorsPage)
    page._park()
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


# The pulse survey


def test_paper_ballots_freeze_the_room_and_stay_out_of_undo(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    page.add_new()
    survey = window.bridge.engagement.surveys[-1]
    assert page.waves.current() == survey.id
    undoable = window.bridge.document.undo_step
    window.actions_list.run("pulse_enter")
    assert window.room.state is RoomState.FREEZE
    for _number in range(12):
        qtbot.keyClick(page.entry, Qt.Key.Key_4)
    qtbot.keyClick(page.entry, Qt.Key.Key_Backspace)
    qtbot.keyClick(page.entry, Qt.Key.Key_Return)
    (response,) = [r for r in window.bridge.engagement.survey_responses if r.survey_id == survey.id]
    assert {value for _code, value in response.answers} == {4}
    assert window.bridge.document.undo_step == undoable


def test_the_room_is_frozen_again_when_the_sheet_comes_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    page.enter_answers(True)
    qtbot.keyClick(page.entry, Qt.Key.Key_4)
    window.go(Place("goals"))
    window.room.show()
    assert window.room.state is RoomState.SHOW
    window.go(Place("feedback", "pulse"))
    assert window.room.state is RoomState.FREEZE
    assert page.entry.isVisible()


def test_a_sheet_of_the_other_department_with_both_comments(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    page.add_new()
    survey = window.bridge.engagement.surveys[-1]
    asked = [q.code for q in window.bridge.engagement.survey_questions if q.survey_id == survey.id]
    page.enter_answers(True)
    qtbot.keyClick(page.entry, Qt.Key.Key_Right)
    for digit in "54321054321":
        qtbot.keyClick(page.entry, digit)
    for field, text in zip(page.entry.comments, ("Нет общего списка", "За подмену в отпуск"), strict=True):
        press(window, qtbot, Qt.Key.Key_Tab)
        assert field.hasFocus()
        type_text(field, text)
    press(window, qtbot, Qt.Key.Key_Return)
    engagement = window.bridge.engagement
    (response,) = [r for r in engagement.survey_responses if r.survey_id == survey.id]
    given = dict(zip(asked, map(int, "54321054321"), strict=True))
    assert response.department_id == engagement.departments[1].id
    assert dict(response.answers) == {code: value for code, value in given.items() if value}
    written = [c.text for c in engagement.survey_comments if c.survey_id == survey.id]
    assert written == ["Нет общего списка", "За подмену в отпуск"]
    assert "1" in page.entry.count.text() and page.entry.hasFocus()


def test_the_widest_difference_stands_first_whoever_is_ahead(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    gaps = [round(float(line.gap or 0)) for line in page.model.lines]
    assert gaps[:2] == [57, 43] and gaps == sorted(gaps, reverse=True)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert page.table.currentIndex().row() in (0, 1)


def hide(window: FacilitatorWindow, counts: tuple[int, ...]) -> PulsePage:
    """A wave in which departments have answered so many times, a third department among them."""
    rows: list[Row] = [Department(id="C", name="Сервис", short="СЛ", rank=1 << 30)]
    rows.append(Survey(id="WX", title="Три отдела", date=date(2026, 4, 18), rank=1 << 30))
    rows.append(SurveyQuestion(id="WX/Q1", survey_id="WX", code="Q1", text="Знаю, за что отвечаем"))
    for department, count in zip("ABC", counts, strict=True):
        rows += [
            SurveyResponse(id=f"RX{department}{n}", survey_id="WX", department_id=department, answers=(("Q1", 5),))
            for n in range(count)
        ]
    window.bridge.run(put_rows(Message("wave"), rows))
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    page.select("WX")
    return page


def test_a_small_department_hides_and_takes_the_next_along(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = hide(window, (8, 6, 3))
    (line,) = page.model.lines
    assert line.hidden and line.gap is None and len(line.departments) == 1
    words = window.words
    wave = next(wave for wave in feedback_view(window.bridge.engagement, window.bridge.view_context).waves[::-1])
    states = [department_state(wave.results, name, words) for name in "ABC"]
    assert states == ["виден", "скрыт вторым", "меньше 5"]
    assert privacy(wave.results, None, words).said == "Скрыто 2\u00a0отдела: порог 5"


def test_below_the_threshold_not_even_the_company_is_shown(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = hide(window, (2, 1, 1))
    (line,) = page.model.lines
    assert line.now is None and line.departments == ()


def test_a_wave_is_changed_by_keys_and_its_threshold_never_below_four(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    editor = page.editor
    assert editor.isVisible() and editor.title.hasFocus()
    editor.threshold.selectAll()
    type_text(editor.threshold, "3")
    qtbot.keyClick(editor.threshold, Qt.Key.Key_Return)
    survey = window.bridge.engagement.surveys[-1]
    assert survey.threshold == 5
    editor.threshold.selectAll()
    type_text(editor.threshold, "6")
    qtbot.keyClick(editor.threshold, Qt.Key.Key_Return)
    assert window.bridge.engagement.surveys[-1].threshold == 6


def test_a_wave_with_answers_goes_only_at_the_second_press(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    page.edit_wave()
    before = window.bridge.engagement.surveys
    page.editor.remove.click()
    assert window.bridge.engagement.surveys == before
    page.editor.remove.click()
    assert window.bridge.engagement.surveys == before[:-1]
    gone = before[-1].id
    assert not any(response.survey_id == gone for response in window.bridge.engagement.survey_responses)


def test_answers_of_a_file_say_what_they_skip(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(demo="ru")
    source = tmp_path / "pulse.csv"
    source.write_text(
        "Отдел;Q1;Q2;Q3;Комментарий\nОтдел продаж № 1;4;2;5;Нет общего списка\nБухгалтерия;5;5;5;\nИтого;9;7;10;\n",
        encoding="utf-8",
    )
    from ui.pages.import_preview.opening import begin_import

    page = begin_import(window.context, window, "survey", Place("feedback", "pulse"), path=source)
    assert page is not None
    qtbot.waitUntil(lambda: page.preview is not None)
    assert page.preview is not None
    assert len(page.preview.left_out) + len(page.preview.questions) >= 2
    assert all(left.why for left in page.preview.left_out)


# Suggestions


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
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
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
