"""The action plan by keys: typed, grouped, moved, pasted, checked, cured, waived, signed, and read back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.plan.actions_page import ActionsPage
from ui.steps.plan.lines import months_of
from ui.steps.plan.signing_page import SIGNED, SigningPage
from ui.widgets.buttons import Button
from ui.widgets.text_field import TextField
from workshop_app.domain.message import Message
from workshop_app.domain.model import Action, ActionStatus, Department, NoteKind, Person, Session
from workshop_app.domain.quick_line import QuickLine
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row, put_rows
from workshop_app.steps.session import add_note

Key, Mod = Qt.Key, Qt.KeyboardModifier
MONDAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 8)


def actions_page(window: FacilitatorWindow) -> ActionsPage:
    window.go(Place("plan", "actions"))
    QApplication.processEvents()
    page = window.host.page.front
    assert isinstance(page, ActionsPage)
    return page


def small(open_window: OpenWindow) -> FacilitatorWindow:
    window = open_window()
    rows = [
        Session(id="session", date=date(2026, 2, 10)),
        Department(id="A", name="Первый отдел", short="А1"),
        Department(id="B", name="Второй отдел", short="Б2", rank=1),
        Person(id="P1", name="Зимин Артём Викторович", department_id="A"),
        Person(id="P2", name="Мельник Вера Петровна", department_id="B", rank=1),
    ]
    company = replace(window.bridge.engagement.company, as_of=date(2026, 2, 20))
    window.bridge.run(put_rows(Message("two people"), [*rows, company]))
    return window


def link(page: ActionsPage, text: str) -> QPushButton:
    return next(b for b in page.checks.findChildren(Button) if b.isVisible() and b.shown() == text)


def test_an_action_is_typed_field_by_field_and_read_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = small(open_window)
    page = actions_page(window)
    page.add_new()
    editor = page.editor
    type_text(editor.title, "Составить общий прайс")
    for field, text in (
        (editor.owner, "Зимин"),
        (editor.due, "2.3"),
        (editor.result, "Один прайс у обоих отделов"),
        (editor.cost, "12 000,50"),
        (editor.hours, "8"),
    ):
        field.setFocus()
        type_text(field, text)
        QTest.keyClick(field, Key.Key_Return)
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    (action,) = again.engagement.actions
    again.close()
    assert (action.title, action.owner_id, action.due) == ("Составить общий прайс", "P1", MONDAY)
    assert (action.result, action.cost, action.hours) == (
        "Один прайс у обоих отделов",
        Decimal("12000.50"),
        Decimal(8),
    )


def test_a_new_action_of_which_nothing_is_written_goes_again(window: FacilitatorWindow) -> None:
    page, before = actions_page(window), len(window.bridge.engagement.actions)
    page.add_new()
    assert len(window.bridge.engagement.actions) == before + 1 and page.editor.title.hasFocus()
    QTest.keyClick(page.editor.title, Key.Key_Escape)
    assert len(window.bridge.engagement.actions) == before and page.table.hasFocus()
    page.add_new()
    type_text(page.editor.title, "Заказать вывеску")
    QTest.keyClick(page.editor.title, Key.Key_Return)
    QTest.keyClick(page.editor.title, Key.Key_Escape)
    assert window.bridge.engagement.actions[-1].title == "Заказать вывеску"
    page.add_new()
    window.bridge.run(add_note(NoteKind.PARKING, QuickLine("Важное"), None, datetime(2026, 2, 10)))
    QTest.keyClick(page.editor.title, Key.Key_Escape)
    assert window.bridge.engagement.notes[-1].text == "Важное", "what was done since stays"


def test_a_number_that_is_none_is_said_and_kept_in_its_field(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = small(open_window)
    page = actions_page(window)
    page.add_new()
    page.editor.cost.setFocus()
    type_text(page.editor.cost, "много")
    QTest.keyClick(page.editor.cost, Key.Key_Return)
    assert page.editor.cost.text() == "много"
    assert "много" in page.editor.cost.accessibleDescription()
    assert window.bridge.engagement.actions[0].cost is None


def test_rows_are_pasted_with_owner_and_date_and_done_by_space(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = small(open_window)
    page = actions_page(window)
    page.add_new()
    QGuiApplication.clipboard().setText("Обзвонить ушедших\tМельник\t02.03.2026\nРазослать письма\t\t08.03.2026")
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_V, Mod.ControlModifier)
    pasted = window.bridge.engagement.actions[1:]
    assert [(a.title, a.owner_id, a.due) for a in pasted] == [
        ("Обзвонить ушедших", "P2", MONDAY),
        ("Разослать письма", None, SUNDAY),
    ]
    QGuiApplication.clipboard().setText(
        "№\tСрок\tЧто сделать\tКто\tРезультат\n\t\t\t\t\n"
        '1\t9.03.2026\t"Составить\nграфик"\tМельник В. П.\tГрафик на стене\n'
        "2\t\tРазослать письма\t\tПисьма ушли\n3\tкогда-нибудь\tСпросить склад\tЗаведующий\t\n"
    )
    QTest.keyClick(page.table, Key.Key_V, Mod.ControlModifier)
    listed = {a.title: a for a in window.bridge.engagement.actions[1:]}
    assert list(listed) == ["Обзвонить ушедших", "Разослать письма", "Составить график", "Спросить склад"]
    made = listed["Составить график"]
    assert (made.owner_id, made.due, made.result) == ("P2", date(2026, 3, 9), "График на стене")
    assert listed["Разослать письма"].result == "Письма ушли" and listed["Спросить склад"].due is None
    assert "новых 2, изменено 1" in window.messages.toast_frame.text.text()
    page.table.select(listed["Спросить склад"].id)
    assert page.editor.owner.placeholderText() == "Заведующий?", "what the sheet said is told"
    page.editor.cost.set_current(Decimal("1250000.5"))
    assert page.editor.cost.shown_text() == page.editor.cost.displayText(), "an amount is whole"
    page.table.select(pasted[0].id)
    QTest.keyClick(page.table, Key.Key_Space)
    assert window.bridge.engagement.actions[1].status is ActionStatus.DONE
    window.bridge.undo()
    assert window.bridge.engagement.actions[1].status is ActionStatus.OPEN


def test_a_weekend_is_moved_by_one_click_and_a_check_waived_with_a_reason(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = small(open_window)
    page = actions_page(window)
    page.add_new()
    page.editor.due.setFocus()
    type_text(page.editor.due, "8.3.2026")
    QTest.keyClick(page.editor.due, Key.Key_Return)
    assert window.bridge.engagement.actions[0].due == SUNDAY
    QApplication.processEvents()
    link(page, "Перенести на понедельник").click()
    assert window.bridge.engagement.actions[0].due == date(2026, 3, 9)
    QApplication.processEvents()
    before = sum(result.waived is None for result in window.bridge.check_results)
    link(page, "Оставить…").click()
    QApplication.processEvents()
    field = next(f for f in page.checks.findChildren(TextField) if f.isVisible())
    type_text(field, "Решим через неделю")
    QTest.keyClick(field, Key.Key_Return)
    assert sum(result.waived is None for result in window.bridge.check_results) == before - 1
    assert window.bridge.engagement.waivers[0].reason == "Решим через неделю"
    assert page.checks.isAncestorOf(window.focusWidget())  # on the next check, not lost with the one that went
    window.bridge.undo()
    told = window.messages.toast_frame.text.text()
    assert "Отменено: Оставлено намеренно: " in told and not re.search(r"[A-Z]{3}-\d", told)


def test_groups_are_heads_and_months_stand_over_the_strip(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = actions_page(window)
    for by, head in (("person", "Авдеев Павел Константинович"), ("date", "Февраль 2026"), ("department", "Отдел")):
        page.by.set_current(by)
        page.by.chosen.emit(by)
        assert page.model.lines[0].line is None
        assert page.model.lines[0].title.startswith(head)
        told = page.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert ("Отдел продаж № " in told) == (by != "date"), "a badge says its department in full"
    marks = months_of(page._view, window.words)
    assert [mark.name for mark in marks] == ["фев", "мар", "апр", "май"]
    assert [mark.share for mark in marks] == sorted(mark.share for mark in marks)
    page.by.set_current("person")
    page.by.chosen.emit("person")
    heads = [at for at, line in enumerate(page.model.lines) if line.line is None]
    head, end = next(pair for pair in pairwise(heads) if pair[1] - pair[0] > 2)
    group = [line.id for line in page.model.lines[head + 1 : end]]
    page.table.select(group[0])
    page.table.setFocus()
    for _step in group:
        QTest.keyClick(page.table, Key.Key_Down, Mod.AltModifier)
    moved = [line.id for line in page.model.lines[head + 1 : end]]
    assert moved == [*group[1:], group[0]] != group
    other = next(at for at in heads if at != head)
    first = page.model.lines[other + 1].action
    assert first is not None and first.owner_id is not None
    page.table.select(moved[0])
    page.table.dropped.emit(other + 1)
    given = window.bridge.engagement.named(Action, moved[0])
    assert given.owner_id == first.owner_id and "Ответственный за" in window.messages.toast_frame.text.text()
    at = page.model.row_of(given.id)
    assert page.model.lines[at + 1].id == first.id and page.table.current_id() == given.id
    window.bridge.undo()
    page.by.set_current("date")
    page.by.chosen.emit("date")
    before = window.bridge.engagement
    page.table.select(page.model.lines[-1].id)
    page.table.dropped.emit(1)
    assert window.bridge.engagement is before, "a month names no day"


def test_a_participant_signs_by_space_or_click(window: FacilitatorWindow, qtbot: QtBot) -> None:
    window.go(Place("plan", "signing"))
    QApplication.processEvents()
    page = window.host.page.front
    assert isinstance(page, SigningPage)
    first, second = (line.id for line in page.model.lines[:2])
    page.table.select(first)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Space)
    at = page.table.visualRect(page.model.index(1, SIGNED)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    signed = {sign.person_id for sign in window.bridge.engagement.sign_offs if sign.signed_on}
    assert {first, second} <= signed


def test_where_nobody_takes_part_the_signatures_say_what_to_do(window: FacilitatorWindow) -> None:
    window.go(Place("plan", "signing"))
    page = window.host.page.front
    assert isinstance(page, SigningPage)
    session, somebody = window.bridge.engagement.session, window.bridge.engagement.people[0].id
    for participants in ((somebody,), ()):
        window.bridge.run(change_row(Message("participants"), session, participants=participants))
        assert page.table.isHidden() is not bool(participants) and page.nobody.isHidden() is bool(participants)
    page.nobody.buttons[0].click()
    assert window.place.step == "prepare"
    window.bridge.undo()
    window.bridge.undo()


def test_on_a_narrow_screen_the_check_comes_with_its_button(open_window: OpenWindow) -> None:
    window = small(open_window)
    page = actions_page(window)
    page.add_new()
    window.resize(1366, 700)
    QApplication.processEvents()
    assert page.checks.isVisible() and not page.check_button.isVisible()
    window.resize(1280, 640)
    QApplication.processEvents()
    assert not page.checks.isVisible() and page.check_button.isVisible()
    held = sum(result.waived is None for result in window.bridge.check_results)
    assert page.check_button.shown() == f"Проверка:\N{NO-BREAK SPACE}{held}"
    QTest.mouseClick(page.check_button, Qt.MouseButton.LeftButton)
    assert page.checks.isVisible()
    window.actions_list.run("plan_check")
    assert not page.checks.isVisible()
