"""S3 in the real window: answering by digits, deciding, undoing, reading the file back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.room_texts import room_texts
from tests.steps.audit_pages import collect, overlay, two_departments, type_line
from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.scene import Focus, SceneInput
from ui.audience.scenes.overlay import OVERLAY, OverlayContent
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.audit.match import MatchPage
from ui.steps.audit.overlay_table import OverlayDelegate
from ui.widgets import roles
from ui.widgets.elided import ToneLabel
from workshop_app.domain.findings import FindingCode, findings
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Activity,
    Answer,
    DecisionType,
    Function,
    PerformedBy,
    SameObject,
)
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

CTRL = Qt.KeyboardModifier.ControlModifier


def line(row_id: str, department_id: str, text: str, hours: int) -> Function:
    return Function(
        id=row_id,
        department_id=department_id,
        text=text,
        hours_per_week=Decimal(hours),
        activity_id="ACT1",
        performed_by=PerformedBy.DEPARTMENT,
    )


def activities(window: FacilitatorWindow) -> None:
    rows = [
        Activity(id="ACT1", title="Продление", key=True, same_object=SameObject.YES, rank=1),
        Activity(id="ACT2", title="Жалобы", rank=2),
        line("F1", "A", "продление", 14),
        line("F2", "B", "пролонгация", 9),
    ]
    window.bridge.run(put_rows(Message("activities"), rows))


def room_note(window: FacilitatorWindow) -> str:
    bridge = window.bridge
    content = OVERLAY.content(SceneInput(bridge.engagement, bridge.view_context, Words("ru"), Focus()))
    assert isinstance(content, OverlayContent)
    return content.note


def test_digits_answer_for_two_departments_and_findings_follow(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    activities(window)
    page = overlay(window)
    table = page.table
    table.select("ACT2", 1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_2)
    qtbot.keyClick(table, Qt.Key.Key_2)
    engagement = window.bridge.engagement
    assert [(c.department_id, c.answer) for c in engagement.claims] == [("A", Answer.THEY), ("B", Answer.THEY)]
    assert findings(engagement)["ACT2"].primary is FindingCode.SHIFTED
    assert findings(engagement)["ACT1"].primary is FindingCode.DUPLICATION
    assert "до 9 ч" in room_note(window).replace("\N{NO-BREAK SPACE}", " ")
    few = replace(line("F2", "B", "пролонгация", 9), hours_per_week=Decimal("0.3"))
    window.bridge.run(put_rows(Message("activities"), [few]))
    assert room_note(window) == ""
    table.select("ACT2", 1)
    qtbot.keyClick(table, Qt.Key.Key_0)
    assert [c.department_id for c in window.bridge.engagement.claims] == ["B"]
    qtbot.keyClick(table, Qt.Key.Key_O)
    assert window.bridge.engagement.named(Activity, "ACT2").same_object is SameObject.YES


def test_digits_toggle_departments_for_three(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window, 3)
    activities(window)
    page = overlay(window)
    page.table.select("ACT2", 2)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    claim = window.bridge.engagement.claims[0]
    assert (claim.department_id, claim.answer, claim.others) == ("B", Answer.THEY, ("A",))
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    assert window.bridge.engagement.claims[0].answer is Answer.BOTH
    type_text(page.table, "-")
    assert window.bridge.engagement.claims[0].answer is Answer.NOBODY
    type_text(page.table, "*")
    assert window.bridge.engagement.claims[0].answer is Answer.UNKNOWN
    said = page.model.index(page.model.row_of("ACT2"), 2).data(Qt.ItemDataRole.ToolTipRole)
    assert said == "Сервис говорит: не знаем"
    page.strip.chosen.emit(FindingCode.DUPLICATION.value)
    assert page.table.chosen_ids() == [page.table.current_id()] == ["ACT1"], "the row in the editor is marked"
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        page.add_new()
        editor = window.focusWidget()
        assert editor is not None and len(window.bridge.engagement.activities) == 3
        qtbot.keyClick(editor, key)
        QApplication.processEvents()
        assert len(window.bridge.engagement.activities) == 2, "an activity without a name goes again"
    page.add_new()
    type_text(window.focusWidget() or window, "Опрос после сборки")
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.bridge.engagement.activities[-1].title == "Опрос после сборки"


def test_a_decision_is_written_down_by_keys_and_read_back(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    two_departments(window)
    activities(window)
    page = overlay(window, "decide")
    page.table.select("ACT1")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    editor = page.editor
    assert editor.question.toolTip().startswith("Обычно: ")
    assert editor.form.kinds.segment("split").toolTip().startswith("несколько отделов")
    editor.choose_kind(2)
    type_text(editor.form.rule, "По покупке доп. услуг")
    qtbot.waitUntil(editor.form.rule.isVisible)
    editor.form.rule.setFocus()
    qtbot.keyClick(editor.form.rule, Qt.Key.Key_Tab)
    assert window.focusWidget() is editor.form.confirmed.boxes[0][1]
    for _key, box in editor.form.confirmed.boxes:
        box.setChecked(True)
    qtbot.keyClick(editor.form.rule, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (decision,) = window.bridge.engagement.decisions
    assert (decision.type, decision.split_rule) == (DecisionType.SPLIT, "По покупке доп. услуг")
    assert decision.confirmed_by == ("A", "B")
    assert decision.decided_on == window.bridge.as_of
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert again.engagement.decisions[0].split_rule == "По покупке доп. услуг"
    again.close()


def test_a_decision_that_is_left_half_typed_is_written_down(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    activities(window)
    page = overlay(window, "decide")
    first, second = (line.id for line in page.model.lines[:2])
    page.table.select(first)
    page.editor.choose_kind(3)  # a kind that is only looked at
    page.table.select(second)
    page.editor.choose_kind(2)
    type_text(page.editor.form.rule, "Новые клиенты у первого отдела")
    page.table.select(first)
    qtbot.waitUntil(lambda: bool(window.bridge.engagement.decisions))
    (decision,) = window.bridge.engagement.decisions
    assert (decision.activity_id, decision.split_rule) == (second, "Новые клиенты у первого отдела")
    assert "Решение" in window.messages.toast_frame.text.text()
    type_text(page.editor.form.reason, "Так договорились")
    window.go(Place("audit", "overlay"))
    assert {d.reason for d in window.bridge.engagement.decisions} == {None, "Так договорились"}
    window.go(Place("audit", "decide"))
    page.table.select(second)
    type_text(page.editor.form.dissent, "Гость: дорого")
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert {d.dissent for d in again.engagement.decisions} == {None, "Гость: дорого"}
    again.close()


def test_who_confirms_the_rule_of_today_is_ticked(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    activities(window)
    page = overlay(window, "overlay")
    page.table.select(window.bridge.engagement.activities[0].id)
    page.table.setFocus()
    type_text(page.table, "п")
    form = page.editor.form
    assert window.focusWidget() is form.existing
    type_text(form.existing, "По регионам")
    qtbot.keyClick(form.existing, Qt.Key.Key_Return)
    activity = window.bridge.engagement.activities[0]
    assert (activity.existing_rule, activity.existing_rule_confirmed_by) == ("По регионам", ("A", "B"))
    form.existing_confirmed.boxes[1][1].click()
    assert window.bridge.engagement.activities[0].existing_rule_confirmed_by == ("A",)
    assert not window.bridge.engagement.decisions


def test_what_a_decision_lacks_is_said_and_blocks_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    activities(window)
    page = overlay(window, "decide")
    page.table.select("ACT1")
    page.editor.choose_kind(1)
    page.editor.record()
    (decision,) = window.bridge.engagement.decisions
    assert (decision.type, decision.owner_department_id) == (DecisionType.ASSIGN, None)
    assert "Назовите отдел" in window.messages.toast_frame.text.text()
    editor, toast = page.editor, window.messages.toast_frame.text
    page.table.select("ACT1")
    editor.choose_kind(3)
    type_text(editor.form.rule, "Счёт выставляет тот, кто вёл сделку")
    editor.form.confirmed.set_ticked(("A",))
    editor.record()
    assert toast.text() == "Записано. Правило ещё не подтвердили: Сервис"
    page.table.select("ACT1")
    editor.choose_kind(5)
    type_text(editor.form.until, "когда-нибудь")
    editor.record()
    assert window.bridge.engagement.decisions[0].type is DecisionType.JOINT
    assert editor.form.until.text() == "когда-нибудь" and window.focusWidget() is editor.form.until
    editor.form.until.clear()
    type_text(editor.form.until, "через 2 недели")
    editor.record()
    assert window.bridge.engagement.decisions[0].deferred_until == window.bridge.as_of + timedelta(days=14)
    room = page.table.columnWidth(page.model.columnCount() - 1) - 42
    assert QFontMetrics(window.theme.theme.font("body")).horizontalAdvance("Прекратить") <= room


def test_the_kind_is_chosen_by_a_digit_and_recorded_at_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru", language="ru", size=(1366, 768))
    page = overlay(window, "decide")
    row = page.model.lines[0]
    page.table.select(row.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    for key, held in ((Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, CTRL)):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key, held)
    decision = next(d for d in window.bridge.engagement.decisions if d.activity_id == row.id)
    assert decision.type is DecisionType.STOP
    window.resize(1280, 640)
    window.messages.notice("A notice takes its room")
    page.editor.choose_kind(5)
    QApplication.processEvents()
    editor, until = page.editor, page.editor.form.until
    assert until.mapTo(editor, until.rect().bottomLeft()).y() < editor.save.y(), "whole on the lowest page too"


def test_hours_stand_under_the_answers_where_they_have_no_column(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru", language="ru", size=(1366, 768))
    table = overlay(window).table
    hours = [column.key for column in table.lines.columns].index("hours")
    delegate = table.itemDelegate()
    assert isinstance(delegate, OverlayDelegate)
    assert table.isColumnHidden(hours) and delegate.hours_in_claims
    assert table.lines.index(0, 1).data(roles.CAPTION) == "28\N{NO-BREAK SPACE}ч"
    window.toggle_guide()
    qtbot.waitUntil(lambda: not table.isColumnHidden(hours))
    assert not delegate.hours_in_claims


def shown_fact(match: MatchPage, text: str) -> ToneLabel:
    return next(label for label in match.card.findChildren(ToneLabel) if text in label.text())


def test_a_pair_stands_in_the_order_of_departments_and_comes_back_by_undo(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    two_departments(window)
    page = collect(window)
    type_line(qtbot, page, 1, "Продление договоров на следующий год")
    type_line(qtbot, page, 1, "Разбор жалоб клиентов")
    performer = "Константинопольская-Задунайская Александра Вячеславовна, ведущий специалист отдела"
    type_line(qtbot, page, 0, "Продление годовых договоров", performer)
    type_line(qtbot, page, 0, "Работа с жалобами клиентов", performer)
    match = front_of(window, "audit", "match", MatchPage)
    qtbot.waitUntil(lambda: len(match.model.lines) > 1 and window.tasks.idle())
    assert all((pair.a.department_id, pair.b.department_id) == ("A", "B") for pair in match.model.lines)
    name = shown_fact(match, "Константинопольская-Задунайская")
    assert name.shown_text().endswith("…") and "Вячеславовна" in name.toolTip()
    first = match.model.lines[0].id
    qtbot.keyClick(match.table, Qt.Key.Key_3)
    qtbot.waitUntil(window.tasks.idle)
    assert match.focus_id() != first
    window.actions_list.run("undo")
    qtbot.waitUntil(lambda: match.focus_id() == first)
    assert match.card.score.text().split()[1] == str(match.model.lines[0].per_cent)


def test_the_room_reads_full_pages_from_the_line_in_question_and_sees_the_newest_while_they_are_written(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(demo="ru")
    page = collect(window)
    qtbot.waitUntil(page.isVisible)
    window.actions_list.run("room_show")
    first, second, *_, last = page.columns[0].model.lines
    page.select(second.id)
    assert window.room.live.focus.row_id == second.id
    read = room_texts(window)
    assert first.text in " ".join(read) and "1 / 7" in read
    page.focus_column(0)
    assert window.room.live.focus.row_id is None
    written = room_texts(window)
    assert last.text in " ".join(written) and "7 / 7" in written
    assert all(sum(text.isdigit() for text in page_read) >= 8 for page_read in (read, written))  # hours of 8 lines


def test_a_ranking_that_ends_after_the_window_is_heard_by_nobody(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    queue = front_of(window, "audit", "match", MatchPage).queue
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(window)
    queue._ranked(())
    queue._failed(Message("late"))
    queue._encoder_loaded(None)
    assert not queue.ranked
