"""Keys in the window. Any letters can be typed: QTest's key clicks abort on characters outside Latin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Send a key press and release for every character, as a keyboard of that layout would."""
    for character in text:
        key = ord(character.upper()) if character.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key, where the keys of ``window`` go."""
    window.activateWindow()
    QTest.keyClick(window.focusWidget() or window, key, modifiers)
    QApplication.processEvents()
