"""Ctrl+K: every action and every record of the workshop, found by a few letters in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.actions import Action, keys_text
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words

SHOWN = 12


@dataclass(frozen=True)
class Found:
    """A line of the palette: what it says, what it is, and what Enter does."""

    title: str
    caption: str
    run: Callable[[], object]
    key: str
    enabled: bool = True


class CommandPalette(QFrame):
    """A frame over the window; Esc and a click elsewhere close it."""

    def __init__(self, parent: QWidget, words: Words, sources: Callable[[], Iterable[Found]]) -> None:
        super().__init__(parent)
        _ = words
        self.setProperty("cls", "popup")
        self._over, self._sources = parent, sources
        self._all: tuple[Found, ...] = ()
        self._found: tuple[Found, ...] = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("A command, a person, a function, a decision …"))
        self.line.setAccessibleName(_("Commands and search"))
        self.line.setMinimumHeight(36)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Found"))
        self.list.itemActivated.connect(lambda _item: self._take())
        self.list.itemClicked.connect(lambda _item: self._take())
        self.empty = QLabel(_("Nothing found. Try another word."))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show over the middle of the window, ready to type."""
        parent = self._over
        self._all = tuple(self._sources())
        width, height = min(620, parent.width() - 80), min(460, parent.height() - 120)
        self.resize(width, height)
        self.move(QPoint((parent.width() - width) // 2, 60))
        self.line.setText(text)
        self._search(text)
        self.show()
        self.raise_()
        self.line.setFocus()

    def _search(self, text: str) -> None:
        words = norm_text(text).split()
        hits = [found for found in self._all if all(word in found.key for word in words)]
        hits.sort(key=lambda found: 0 if words and found.key.startswith(words[0]) else 1)
        self._found = tuple(hits[:SHOWN])
        self.list.clear()
        for found in self._found:
            item = QListWidgetItem(f"{found.title}    {found.caption}" if found.caption else found.title)
            if not found.enabled:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self.empty.setVisible(not self._found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: arrows move in the list, Enter takes, Esc or losing the focus closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(self.window().focusWidget() or self.line):
            self.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        key = Qt.Key(event.key())
        if key in moves:
            row = self.list.currentRow() + moves[key]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close_and_return()
        else:
            return False
        return True

    def close_and_return(self) -> None:
        """Hide; the focus goes back to the page."""
        self.hide()
        self._over.setFocus()

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found) and self._found[row].enabled:
            self.hide()
            self._found[row].run()


def found_actions(actions: Iterable[Action], words: Words) -> Iterable[Found]:
    """The palette's lines of the actions."""
    for action in actions:
        caption = " · ".join(part for part in (action.section, keys_text(action, words)) if part)
        key = norm_text(f"{action.title} {action.section} {action.search}")
        yield Found(action.title, caption, action.run, key, action.enabled())
