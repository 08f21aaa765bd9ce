"""S10 in the real window: waves of the pulse survey, paper answers, what is hidden, files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.patience import to_front
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.room import RoomState
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.stepped import SubPage
from ui.steps.feedback.page import FeedbackPage
from ui.steps.feedback.pulse_page import PulsePage
from ui.steps.feedback.pulse_strip import department_state, privacy
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Department,
    Row,
    Survey,
    SurveyQuestion,
    SurveyResponse,
)
from workshop_app.services.operations import put_rows
from workshop_app.steps.feedback.view import feedback_view


def front(window: FacilitatorWindow, sub: str) -> SubPage:
    window.go(Place("feedback", sub))
    to_front(window)
    page = window.host.page
    assert isinstance(page, FeedbackPage)
    return page.front


def pulse_page(window: FacilitatorWindow) -> PulsePage:
    page = front(window, "pulse")
    assert isinstance(page, PulsePage)
    return page


def press(window: FacilitatorWindow, qtbot: QtBot, key: Qt.Key, *, ctrl: bool = False) -> None:
    """A key where the focus is."""
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_paper_ballots_freeze_the_room_and_stay_out_of_undo(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = pulse_page(window)
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


def test_no_answer_is_lost_by_leaving_too_early(open_window: OpenWindow, qtbot: QtBot) -> None:
    """A whole sheet needs no Enter; of one that was begun the facilitator is told, and it waits."""
    window = open_window(demo="ru")
    page = pulse_page(window)
    page.add_new()
    survey = window.bridge.engagement.surveys[-1]

    def entered() -> int:
        return sum(response.survey_id == survey.id for response in window.bridge.engagement.survey_responses)

    window.actions_list.run("pulse_enter")
    for _number in range(3):
        qtbot.keyClick(page.entry, Qt.Key.Key_4)
    qtbot.keyClick(page.entry, Qt.Key.Key_Escape)
    assert entered() == 0 and not page.entry.isVisible()
    assert "Анкета с 3 ответами не внесена" in window.messages.toast_frame.text.text().replace("\xa0", " ")
    window.actions_list.run("pulse_enter")
    for _number in range(8):
        qtbot.keyClick(page.entry, Qt.Key.Key_2)
    qtbot.keyClick(page.entry, Qt.Key.Key_Escape)
    (response,) = [r for r in window.bridge.engagement.survey_responses if r.survey_id == survey.id]
    assert [value for _code, value in response.answers] == [4] * 3 + [2] * 8


def test_more_answers_than_people_are_remarked_on(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = pulse_page(window)
    wave = page.waves.current()
    invited = [replace(row, invited=1) for row in window.bridge.engagement.survey_invitations if row.survey_id == wave]
    said = {label.text() for label in page.findChildren(QLabel)}
    assert "больше, чем приглашали" not in said
    window.bridge.run(put_rows(Message("invited"), invited))
    assert "больше, чем приглашали" in {label.text() for label in page.findChildren(QLabel)}


def test_the_room_is_frozen_again_when_the_sheet_comes_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = pulse_page(window)
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
    page = pulse_page(window)
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
    page = pulse_page(window)
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
    page = pulse_page(window)
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
    said = privacy(wave.results, None, words)
    assert said.said == "Скрыто 2\u00a0отдела: порог 5" and said.more.startswith("Остальные видны")


def test_below_the_threshold_not_even_the_company_is_shown(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = hide(window, (2, 1, 1))
    (line,) = page.model.lines
    assert line.now is None and line.departments == ()


def test_a_wave_is_changed_by_keys_and_its_threshold_never_below_four(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = pulse_page(window)
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
    page = pulse_page(window)
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
    qtbot.waitUntil(lambda: page.preview is not None and not page.confirm.busy())
    assert page.preview is not None
    assert len(page.preview.left_out) + len(page.preview.questions) >= 2
    assert all(left.why for left in page.preview.left_out)
