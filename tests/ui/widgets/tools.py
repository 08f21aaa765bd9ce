"""What tests of widgets share: a theme, a window that is active, typing in any alphabet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget


class Window(QWidget):
    """Remembers the keys that the focused widget let pass."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.passed: list[int] = []
        column = QVBoxLayout(self)
        for widget in widgets:
            column.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.passed.append(event.key())


Show = Callable[..., Window]


def type_text(widget: QWidget, text: str) -> None:
    """Letters of any alphabet, one after another."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
