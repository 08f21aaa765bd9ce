"""Texts offered under a line while it is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit


class OfferedTexts(QCompleter):
    """Texts that contain what is typed; Tab takes the marked one and goes on to the next field.

    Other texts can be offered at any time, also while the list is open.
    """

    def __init__(self, line: QLineEdit, texts: Iterable[str] = ()) -> None:
        self._texts = QStringListModel(list(texts))
        super().__init__(self._texts, line)
        self._line = line
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(self)

    def offer(self, texts: Iterable[str]) -> None:
        """Other texts."""
        wanted = list(texts)
        if wanted != self._texts.stringList():
            self._texts.setStringList(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keys of the list."""
        shown = self.popup()
        if shown is None or watched is not shown or not isinstance(event, QKeyEvent) or not _is_tab(event):
            return super().eventFilter(watched, event)
        marked = shown.currentIndex()
        shown.hide()
        if marked.isValid():
            self._line.setText(str(marked.data()))
        QApplication.sendEvent(self._line, QKeyEvent(event.type(), Qt.Key.Key_Tab, event.modifiers()))
        return True


def _is_tab(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
