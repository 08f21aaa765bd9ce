"""A short list of texts: a line for each, an empty one at the end; package items, points of an agenda, decisions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.service import ThemeService
from ui.widgets.text_field import TextField
from workshop_app.domain.text_key import single_line


class _ItemLine(TextField):
    """``moved`` carries ±1 (Alt+arrows), ``listed`` the lines of a pasted list."""

    moved = Signal(int)
    listed = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Alt+↑ ↓, a pasted list."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self.moved.emit(ways[Qt.Key(event.key())])
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = [line.strip(" \t•–-") for line in QGuiApplication.clipboard().text().splitlines()]
            lines = [line for line in lines if line]
            if len(lines) > 1:
                self.listed.emit(lines)
                return
        super().keyPressEvent(event)


class ItemsField(QWidget):
    """``changed`` carries the texts. Enter goes to the next line, an emptied line goes away, Alt+↑ ↓ moves one."""

    changed = Signal(object)

    def __init__(self, theme: ThemeService, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._theme, self._name, self._placeholder = theme, name, placeholder
        self.items: tuple[str, ...] = ()
        self.lines: list[_ItemLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.setAccessibleName(name)
        self._fit()

    def set_items(self, items: tuple[str, ...]) -> None:
        """What the document holds; the line that is being typed stays."""
        self.items = items
        self._fit()
        for line, text in zip(self.lines, (*items, ""), strict=True):
            line.set_value(text)

    def _fit(self) -> None:
        while len(self.lines) < len(self.items) + 1:
            self._add_line()
        while len(self.lines) > len(self.items) + 1:
            line = self.lines.pop()
            if line.hasFocus():
                self.lines[-1].setFocus()
            line.hide()
            line.deleteLater()
        for place, line in enumerate(self.lines):
            last = place == len(self.lines) - 1
            line.setPlaceholderText(self._placeholder if last else "")
            line.setAccessibleName(f"{self._name} {place + 1}")
        self.setFocusProxy(self.lines[0])

    def _add_line(self) -> None:
        line = _ItemLine(self._theme)
        place = len(self.lines)
        self.lines.append(line)
        self._column.addWidget(line)
        line.committed.connect(partial(self._write, place))
        line.moved.connect(partial(self._move, place))
        line.listed.connect(partial(self._insert, place))
        line.show()

    def _write(self, place: int, text: str) -> None:
        wording = single_line(text)
        found = list(self.items)
        found[place : place + 1] = [wording] if wording else []
        self._tell(found)

    def _insert(self, place: int, texts: list[str]) -> None:
        found = list(self.items)
        found[place : place + 1] = texts
        self._tell(found)

    def _move(self, place: int, way: int) -> None:
        found, there = list(self.items), place + way
        if place < len(found) and 0 <= there < len(found):
            found[place], found[there] = found[there], found[place]
            self._tell(found)
            self.lines[there].setFocus()

    def _tell(self, items: list[str]) -> None:
        if tuple(items) != self.items:
            self.changed.emit(tuple(items))
