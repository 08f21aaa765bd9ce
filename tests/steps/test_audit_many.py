"""The audit with eight departments: columns come by their codes, answers stay readable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.pages.base import Place
from ui.steps.audit.collect import CollectPage
from ui.steps.audit.overlay import OverlayPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import Activity, Answer, Claim, Department, Function
from workshop_app.services.operations import put_rows

CODES = ("А", "Б", "В", "Г", "Д", "Е", "Ж", "З")


def eight(open_window: OpenWindow) -> CollectPage:
    window = open_window()
    departments = [Department(id=code, name=f"Отдел {code}", short=code, rank=at) for at, code in enumerate(CODES)]
    activity = Activity(id="ACT1", title="Продление договоров")
    unknown = Claim(id="ACT1/А/1", activity_id="ACT1", department_id="А", answer=Answer.UNKNOWN)
    window.bridge.run(put_rows(Message("eight departments"), [*departments, activity, unknown]))
    window.go(Place("audit", "collect"))
    QApplication.processEvents()
    page = window.host.page.front
    assert isinstance(page, CollectPage)
    return page


def shown(page: CollectPage) -> list[str]:
    return [column.department.short for column in page.columns if column.isVisible()]


def test_columns_that_can_be_read_are_shown_and_the_others_come_by_key(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = eight(open_window)
    assert page.which.isVisible()
    assert shown(page) == ["А", "Б", "В"]
    page.focus_column(0)
    for _ in range(4):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert shown(page) == ["В", "Г", "Д"]
    assert page.columns[4].entry.text.hasFocus()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert shown(page) == ["В", "Г", "Д"]
    page.which.chosen.emit("7")
    assert shown(page) == ["Е", "Ж", "З"]


def test_the_activity_can_be_read_beside_eight_answers(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = eight(open_window).window()
    window.go(Place("audit", "overlay"))
    QApplication.processEvents()
    page = window.host.page.front
    assert isinstance(page, OverlayPage)
    assert page.table.columnWidth(0) >= 200
    cell = page.model.index(0, 1)
    assert cell.data() == "?"
    assert "не знаем" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_lines_are_linked_by_hand_in_one_step(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = eight(open_window)
    bridge = page.context.bridge
    lines = [Function(id=f"F{at}", department_id="А", text=f"Строка {at}", rank=at) for at in range(3)]
    bridge.run(put_rows(Message("lines"), lines))
    window = page.window()
    window.go(Place("audit", "match"))
    QApplication.processEvents()
    match = window.host.page.front
    match._go_mode("hand")
    match.hand.table.selectAll()
    type_text(match.hand.activity, "Продление")
    qtbot.keyClick(match.hand.activity, Qt.Key.Key_Return)
    match.hand._link()
    assert [f.activity_id for f in bridge.engagement.functions] == ["ACT1"] * 3
    bridge.undo()
    assert [f.activity_id for f in bridge.engagement.functions] == [None] * 3
    match.hand.activity.set_current(None)
    match.hand.table.selectAll()
    type_text(match.hand.activity, "Замер у заказчика")
    qtbot.keyClick(match.hand.activity, Qt.Key.Key_Tab)
    match.hand._link()
    made = bridge.engagement.activities[-1]
    assert made.title == "Замер у заказчика" and match.hand.activity.text() == ""
    assert {f.activity_id for f in bridge.engagement.functions} == {made.id}
    match.hand._link()
    assert "Строк без деятельности: 3" in window.messages.toast_frame.text.text()
    match.hand.table.clearSelection()
    match.hand._split()
    assert "Сначала выберите строки" in window.messages.toast_frame.text.text()
    match.hand.table.selectAll()
    match.hand._split()
    assert {f.activity_id for f in bridge.engagement.functions} == {bridge.engagement.activities[-1].id}
    assert bridge.engagement.activities[-1].title == "Строка 0"
