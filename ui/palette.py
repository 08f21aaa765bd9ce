"""Ctrl+K: every action and every record of the workshop, found by a few letters in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.palette_list import Found, PaletteList
from ui.theme.service import ThemeService
from ui.widgets.labels import plain_label
from ui.widgets.layout import HintLine
from workshop_app.domain.keyboard_layout import in_other_layout
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words

SHOWN, WIDTH, TOP, SHADE = 60, 620, 44, 70
SHORT, ENDING = 6, 2
"""Letters of a word that is taken as it is typed, and of an ending."""


class Shade(QWidget):
    """Dims the window behind the palette; a click on it closes."""

    def __init__(self, over: QWidget, closed: Callable[[], object]) -> None:
        super().__init__(over)
        self._closed = closed
        self.hide()

    def mousePressEvent(self, event: QEvent) -> None:
        """Qt: anywhere else closes."""
        self._closed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a veil."""
        from PySide6.QtGui import QColor

        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, SHADE))


class CommandPalette(QFrame):
    """A frame over the window; Esc and a click elsewhere close it."""

    def __init__(
        self,
        parent: QWidget,
        theme: ThemeService,
        icons: Icons,
        words: Words,
        sources: Callable[[], Iterable[Found]],
    ) -> None:
        super().__init__(parent)
        _ = words
        self.setProperty("cls", "popup")
        self._over, self._sources = parent, sources
        self._before: QWidget | None = None
        self._all: tuple[Found, ...] = ()
        self._shade = Shade(parent, self.close_and_return)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("A command, a person, a function, a decision …"))
        self.line.setAccessibleName(_("Commands and search"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = PaletteList(theme, icons)
        self.list.setAccessibleName(_("Found"))
        self.list.taken.connect(self._take)
        self.empty = plain_label(_("Nothing found. Try another word."), theme, "body", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty)
        column.addWidget(HintLine([("↑ ↓", _("choose")), ("Enter", _("do it")), ("Esc", _("close"))], theme))
        parent.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show over the middle of the window, ready to type."""
        if self.isVisible():
            self.line.selectAll()
            return
        self._before = self._over.window().focusWidget()
        self._all = tuple(self._sources())
        self.line.setText(text)
        self._search(text)
        self._place()
        self._shade.show()
        self._shade.raise_()
        self.show()
        self.raise_()
        self.line.setFocus()

    def _place(self) -> None:
        parent = self._over
        width, height = min(WIDTH, parent.width() - 80), min(460, parent.height() - 90)
        self._shade.setGeometry(parent.rect())
        self.resize(width, height)
        self.move(QPoint((parent.width() - width) // 2, TOP))

    def _search(self, text: str) -> None:
        hits = self._hits(text) or self._hits(in_other_layout(text))
        self.list.show_found(hits[:SHOWN])
        self.list.setVisible(bool(hits))
        self.empty.setVisible(not hits)

    def _hits(self, text: str) -> list[Found]:
        words = norm_text(text).split()
        roots = [_root(word) for word in words]
        hits = [found for found in self._all if all(root in found.key for root in roots)]
        hits.sort(key=lambda found: _nearness(found, words))
        return hits

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: arrows move in the list, Enter takes, Esc or losing the focus closes."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        """The focus has gone to another part of the window."""
        window = self.window()
        focus = window.focusWidget()
        if self.isVisible() and window.isActiveWindow() and focus is not self and not self.isAncestorOf(focus or self):
            self._close()

    def _key(self, event: QKeyEvent) -> bool:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        key = Qt.Key(event.key())
        if key in moves:
            self.list.move_by(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            found = self.list.current()
            if found is not None:
                self._take(found)
        elif key == Qt.Key.Key_Escape:
            self.close_and_return()
        else:
            return False
        return True

    def _close(self) -> None:
        self.hide()
        self._shade.hide()

    def close_and_return(self) -> None:
        """Hide; the focus goes back to where it was."""
        self._close()
        (self._before or self._over).setFocus()

    def _take(self, found: Found) -> None:
        if found.enabled:
            self.close_and_return()
            found.run()


def _nearness(found: Found, words: list[str]) -> tuple[int, int]:
    """The shortest title that begins as typed comes first, then what begins with the first word, then the rest;
    what has the words in another form comes last.
    """
    title = norm_text(found.title)
    if words and title.startswith(" ".join(words)):
        return 0, len(title)
    if not all(word in found.key for word in words):
        return 3, 0
    return (1, 0) if words and found.key.startswith(words[0]) else (2, 0)


def _root(word: str) -> str:
    """What forms of a word share: a longer one without its ending, «следующий» and «следующего»."""
    return word[:-ENDING] if len(word) > SHORT else word
