"""Keys for whatever has the focus in the real window, and people typed into an empty file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.stepped import SteppedPage

MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
NEXT = "Ctrl+PageDown"
PEOPLE = (
    ("Иванов Иван", "ОП", "Начальник отдела"),
    ("Петрова Анна", "ОП", "Менеджер"),
    ("Ким Ольга", "СС", "Начальник службы"),
    ("Ли Мария", "СС", "Инженер"),
)


class Keyboard:
    """Keys and texts for the focus; where it is, is told when something fails."""

    def __init__(self, window: FacilitatorWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    def focus(self) -> str:
        """The widget with the focus, in words."""
        focused = QApplication.focusWidget()
        return f"{type(focused).__name__} {focused.accessibleName()!r}" if focused is not None else "nothing"

    def press(self, *keys: str) -> None:
        """Keys like «Ctrl+PageDown», one after the other."""
        for key in keys:
            *modifiers, name = key.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= MODIFIERS[modifier]
            QTest.keyClick(QApplication.focusWidget() or self.window, getattr(Qt.Key, f"Key_{name}"), held)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """A text, letter by letter."""
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, text)
        QApplication.processEvents()

    def fill(self, *texts: str) -> None:
        """Texts into fields that follow each other, then Enter."""
        for place, text in enumerate(texts):
            if place:
                self.press("Tab")
            self.type(text)
        self.press("Return")

    def reach(self, name: str) -> None:
        """Tab until the field with this name, as a screen reader says it, has the focus."""
        passed = []
        for _ in range(60):
            focused = QApplication.focusWidget()
            said = (
                focused.text() if isinstance(focused, QAbstractButton) else focused.accessibleName() if focused else ""
            )
            if said.replace("\N{NO-BREAK SPACE}", " ") == name:
                return
            passed.append(self.focus())
            self.press("Tab")
        raise AssertionError(f"{name} was not reached: {passed}")

    def retype(self, text: str) -> None:
        """Another value for the field that has the focus."""
        self.press("Ctrl+A", "Delete")
        if text:
            self.type(text)
        self.press("Return")

    def jump(self, code: str) -> None:
        """Ctrl+K, the code of a step, Enter."""
        self.press("Ctrl+K")
        self.type(code)
        self.press("Return")

    def go_to(self, step: str, sub_step: str) -> None:
        """Ctrl+PgDn until it is there."""
        for _ in range(40):
            if (self.window.place.step, self.window.place.sub_step) == (step, sub_step):
                return
            self.press(NEXT)
        raise AssertionError(f"{step}.{sub_step} was not reached")

    @property
    def front(self) -> object:
        page = self.window.host.page
        assert isinstance(page, SteppedPage)
        return page.front


def prepare(keyboard: Keyboard, *more: tuple[str, str, str]) -> None:
    """Two departments with two people each, and ``more`` people."""
    keyboard.go_to("prepare", "people")
    for place, (name, code) in enumerate((("Отдел продаж", "ОП"), ("Служба сервиса", "СС"))):
        keyboard.press(*(("Right",) if place else ()), "Return")
        keyboard.type(name)
        keyboard.press("Tab")
        keyboard.type(code)
        keyboard.press("Escape")
    keyboard.press("Insert")
    for person in (*PEOPLE, *more):
        keyboard.fill(*person)
