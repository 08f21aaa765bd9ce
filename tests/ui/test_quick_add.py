"""The quick line by keyboard: owner and date are never lost, doubts are said, Esc gives the keys back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import OpenWindow
from tests.ui.typing import press, type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.domain.message import Message
from workshop_app.domain.model import Action, Note, NoteKind, Person
from workshop_app.services.operations import put_rows
from workshop_app.steps.session import note_to_action

Key, Mod = Qt.Key, Qt.KeyboardModifier


def said(window: FacilitatorWindow) -> str:
    return window.messages.toast_frame.text.text()


def write(window: FacilitatorWindow, key: Qt.Key, text: str) -> None:
    """Enter takes what is offered after each part of ``text``, and writes the line down at the end."""
    press(window, key, Mod.AltModifier)
    for part in text.split("|"):
        type_text(window.quick_add.line, part)
        QTest.keyClick(window.quick_add.line, Key.Key_Return)


def clinic(window: FacilitatorWindow) -> None:
    names = ("Королёва Алёна Семёновна", "Королёв Артём Семёнович", "Щукин Лев")
    window.bridge.run(put_rows(Message("x"), [Person(id=f"P9{n}", name=name) for n, name in enumerate(names)]))


def test_a_decision_keeps_its_owner_and_date_and_gives_them_to_an_action(window: FacilitatorWindow) -> None:
    clinic(window)
    write(window, Key.Key_1, "Звонить пациенту в тот же день @кор арт|#15.12.2026|")
    note = window.bridge.engagement.rows(Note)[-1]
    assert note.text == "Звонить пациенту в тот же день – Королёв Артём Семёнович, до 15\u00a0дек\u00a02026"
    assert said(window) == f"Решение: {note.text}"
    window.bridge.run(note_to_action(note))
    action = window.bridge.engagement.rows(Action)[-1]
    assert (action.title, action.owner_id, f"{action.due}") == ("Звонить пациенту в тот же день", "P91", "2026-12-15")


def test_an_action_says_who_and_by_when(window: FacilitatorWindow) -> None:
    clinic(window)
    write(window, Key.Key_2, "Купить автоклав @щук|#31|")
    action = window.bridge.engagement.rows(Action)[-1]
    assert action.title == "Купить автоклав" and action.due is not None and action.due.day == 31
    assert "Действие добавлено: Купить автоклав · Щукин Лев · 31" in said(window)


def test_what_is_not_understood_is_said_once_and_written_on_the_second_enter(window: FacilitatorWindow) -> None:
    clinic(window)
    before = len(window.bridge.engagement.actions)
    line = window.quick_add.line
    for typed, why in (
        ("Нанять регистратора @Иванченко", "Никого не зовут «Иванченко»."),
        (
            "Нанять регистратора @Корол",
            "«@Корол» подходит нескольким: Королёва Алёна Семёновна, Королёв Артём Семёнович.",
        ),
        ("Нанять регистратора #32.13", "«32.13» — не дата."),
    ):
        press(window, Key.Key_2, Mod.AltModifier)
        line.setText(typed)
        press(window, Key.Key_Return)
        assert said(window).startswith(why) and line.text() == typed and line.hasFocus()
        assert len(window.bridge.engagement.actions) == before
    press(window, Key.Key_Return)
    assert window.bridge.engagement.rows(Action)[-1].title == "Нанять регистратора #32.13"
    assert line.text() == ""


def test_escape_gives_the_keys_back_and_keeps_what_is_typed(window: FacilitatorWindow) -> None:
    window.go(Place("plan", "actions"))
    before = window.focusWidget()
    press(window, Key.Key_J, Mod.ControlModifier)
    type_text(window.quick_add.line, "Мысль @щ")
    press(window, Key.Key_Escape)
    if window.quick_add.line.hasFocus():  # the first one closed the list of names
        press(window, Key.Key_Escape)
    assert window.focusWidget() is before
    assert window.quick_add.line.text() == "Мысль @щ"


def test_a_line_that_was_not_written_down_waits_in_the_parking_of_the_closed_workshop(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    press(window, Key.Key_1, Mod.AltModifier)
    type_text(window.quick_add.line, "Договорить про график")
    window.close()
    again = open_window()
    assert [(note.kind, note.text) for note in again.bridge.engagement.notes] == [
        (NoteKind.PARKING, "Договорить про график")
    ]
