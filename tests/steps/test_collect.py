"""S3, collecting in the real window: lines typed, pasted, renamed, moved, taken back; blind lists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.steps.audit_pages import collect, two_departments, type_line
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.room import RoomState
from ui.widgets import roles
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    PerformedBy,
    Person,
)
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.audit.collecting import change_performer

CTRL = Qt.KeyboardModifier.ControlModifier


def test_lines_are_typed_with_enter_and_undone_by_name(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    page = collect(window)
    type_line(qtbot, page, 0, "Продление договоров", "Иванов И. И.", "14,5")
    type_line(qtbot, page, 0, "Выставление счетов", "", "30 мин/день")
    type_line(qtbot, page, 1, "Приём заявок")
    first, second, third = window.bridge.engagement.functions
    assert (first.text, str(first.hours_per_week), first.performed_by) == (
        "Продление договоров",
        "14.5",
        PerformedBy.PERSON,
    )
    assert window.bridge.engagement.people[0].name == "Иванов И. И."
    assert second.performed_by is PerformedBy.DEPARTMENT and str(second.hours_per_week) == "2.5"
    assert third.department_id == "B" and third.hours_per_week is None
    assert page.columns[0].counts.accessibleName().startswith("2\N{NO-BREAK SPACE}функции")
    window.actions_list.run("undo")
    assert len(window.bridge.engagement.functions) == 2
    window.actions_list.run("redo")
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert [f.text for f in again.engagement.functions] == ["Продление договоров", "Выставление счетов", "Приём заявок"]
    again.close()


def test_wrong_hours_are_explained_and_the_typed_line_stays(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    page = collect(window)
    type_line(qtbot, page, 0, "Звонки", "", "много")
    assert not window.bridge.engagement.functions
    assert page.columns[0].entry.text.text() == "Звонки"
    assert "много" in page.columns[0].message.text()


def test_what_no_week_has_and_whom_several_are_called_is_remarked_on_and_stays(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    two_departments(window)
    names = ("Иванов Иван", "Иванов Илья", "Гусев Пётр")
    people = [Person(id=f"P{at}", name=name, department_id="A") for at, name in enumerate(names)]
    window.bridge.run(put_rows(Message("people"), people))
    column = collect(window).columns[0]
    type_line(qtbot, collect(window), 0, "Учёт остатков", "Гусев", "200")
    assert "168 часов" in column.message.text() and column.model.index(0, 2).data(roles.TONE) == "warn"
    assert window.bridge.engagement.functions[0].hours_per_week == 200
    type_line(qtbot, collect(window), 0, "Звонки", "Иванов", "13 ч/мес")
    assert not window.bridge.engagement.positions and "Иванов Иван, Иванов Илья" in column.message.text()
    unclear = window.bridge.engagement.functions[1]
    assert unclear.performed_by is PerformedBy.DEPARTMENT, "one of them does it: the department does"
    checks = {(found.check.id, found.object_id) for found in window.bridge.check_results}
    assert ("AUD-01", unclear.id) in checks and ("AUD-01", window.bridge.engagement.functions[0].id) not in checks
    assert [column.model.index(row, 1).data() for row in (0, 1)] == ["Гусев\N{NO-BREAK SPACE}П.", "Иванов?"]
    pasted = (
        "Функции отдела\n№\tЧто делаем\tКто\tЧасов в неделю\n"
        "1.\tПриём заявок\tИванов Иван\t8\n2.\tЗамер\tИванов Илья\t1/3\n3.\tДоговор\tЖук Аля\t8 ч/мес\nИтого\t\t\t9\n"
    )
    QGuiApplication.clipboard().setText(pasted)
    qtbot.keyClick(column.entry.text, Qt.Key.Key_V, CTRL)
    shown = [[column.model.index(row, at).data() for at in range(3)] for row in range(2, 5)]
    assert shown == [
        ["Приём заявок", "Иванов Иван", "8"],
        ["Замер", "Иванов Илья", "—"],
        ["Договор", "Жук\N{NO-BREAK SPACE}А.", "1,85"],
    ]
    assert "новые люди: Жук Аля" in window.messages.toast_frame.text.text()
    change = change_performer(window.bridge.engagement.functions[1], "Иванов Илья")
    window.bridge.run(change)
    assert not window.bridge.engagement.unresolved_references
    assert column.model.index(1, 1).data() == "Иванов Илья"


def test_rows_are_pasted_from_a_spreadsheet_as_one_step(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    page = collect(window)
    QGuiApplication.clipboard().setText("Звонки\tПетров П. П.\t6\nОтчёт\t2,5\t\n\nВстречи\t\t\n")
    table = page.columns[1].table
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    functions = window.bridge.engagement.functions
    assert [(f.text, f.hours_per_week and str(f.hours_per_week)) for f in functions] == [
        ("Звонки", "6"), ("Отчёт", "2.5"), ("Встречи", None),
    ]  # fmt: skip
    window.actions_list.run("undo")
    assert not window.bridge.engagement.functions


def test_a_line_is_renamed_moved_and_removed_by_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    page = collect(window)
    for text in ("первая", "вторая", "третья"):
        type_line(qtbot, page, 0, text)
    table = page.columns[0].table
    table.select(window.bridge.engagement.functions[0].id)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    type_text(editor, "Первая строка")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.editing())
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [f.text for f in window.bridge.engagement.functions] == ["вторая", "Первая строка", "третья"]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [f.text for f in window.bridge.engagement.functions] == ["вторая", "третья"]
    assert not window.messages.toast_frame.isHidden()
    window.actions_list.run("undo")
    qtbot.waitUntil(lambda: table.current_id() == window.bridge.engagement.functions[1].id)


def test_blind_lists_stay_hidden_from_the_room_until_f5(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    page = collect(window)
    type_line(qtbot, page, 0, "Тайная работа")
    assert window.room.state is RoomState.FREEZE
    window.actions_list.run("room_show")
    assert window.room.state is RoomState.SHOW
    assert "Тайная" not in str(window.thumbnail.painter.current()[1])
    window.actions_list.run("room_show")
    assert "Тайная" in str(window.thumbnail.painter.current()[1])


def test_a_letter_in_the_list_begins_the_next_line(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    page = collect(window)
    type_line(qtbot, page, 0, "Продление договоров", "Иванов И. И.", "14,5")
    type_text(page.columns[0].table, "Вы")
    entry = page.columns[0].entry
    assert entry.text.text() == "Вы" and window.focusWidget() is entry.text


def test_a_messy_list_is_pasted_into_the_line_being_typed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    two_departments(window)
    window.bridge.run(put_rows(Message("people"), [Person(id="P1", name="Иванов Иван Ильич", department_id="A")]))
    page = collect(window)
    messy = (
        "Функция\tКто\tч/мес\n\n"
        "  Поиск   поставщиков\tИванов\t26\n"
        '"Отслеживание заказов\nу поставщиков"\t\t8 ч/нед\n'
        "ПРЕТЕНЗИИ\tИванов И.И.\t13\nПретензии\tИванов Иван\t13\n"
        "Учёт остатков\t\t4-5\nИтого\t\t40\n"
    )
    QGuiApplication.clipboard().setText(messy)
    field = page.columns[0].entry.text
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    engagement = window.bridge.engagement
    assert [(f.text, f.hours_per_week and str(f.hours_per_week), f.comment) for f in engagement.functions] == [
        ("Поиск поставщиков", "6", None),
        ("Отслеживание заказов у поставщиков", "8", None),
        ("ПРЕТЕНЗИИ", "3", None),
        ("Учёт остатков", None, "4-5"),
    ]
    assert len({f.person_id for f in engagement.functions if f.person_id}) == 1
    said = window.messages.toast_frame.text.text()
    assert "Вставлено 4 функции" in said and "1 уже есть" in said and "часы не поняты у 1 строки" in said
    assert field.text() == ""
    QGuiApplication.clipboard().setText("Одна строка")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Одна строка"  # plain text goes into the field
