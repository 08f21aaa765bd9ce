"""Fields for typed text: commit on Enter or focus loss, Esc takes back, undo in an untouched field is the program's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton, QToolTip

from ui.theme.service import ThemeService
from ui.widgets.buttons import paint_edge
from ui.widgets.tips import plain_tip

_RIGHT = Qt.TextElideMode.ElideRight
_INSET = 2
"""Qt's own margin beside the text of a line."""
_FRAME, _BUTTON = 26, 36
"""What the frame with its margins, and each button at the end, take at most: a text that leaves as much is whole."""
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


class TextField(QLineEdit):
    """One line. ``committed`` carries the text when it differs from the last one set or committed.

    ``set_value`` does not disturb typing: a field that is being edited keeps what is typed. ``set_problem`` frames the
    field; the words go into a ``FieldMessage`` under it (signal ``problem``).
    """

    committed = Signal(str)
    problem = Signal(str)

    def __init__(self, theme: ThemeService, placeholder: str = "", name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._kept = ""
        self._wrong = False
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.returnPressed.connect(self.commit)
        theme.changed.connect(self.update)

    def set_value(self, text: str) -> None:
        """Show a value from the document; what is being typed stays."""
        if self.hasFocus() and self.text() != self._kept:
            return
        self._kept = text
        if self.text() != text:
            self.setText(text)
            self._show_beginning()
        self.set_problem("")

    def _show_beginning(self) -> None:
        if not self.hasFocus():
            self.setCursorPosition(0)

    def dirty(self) -> bool:
        """Whether something is typed that is not committed."""
        return self.text() != self._kept

    def commit(self) -> None:
        """Tell the typed text once."""
        if self.dirty():
            self._kept = self.text()
            self.committed.emit(self._kept)

    def revert(self) -> None:
        """Back to the last committed text."""
        self.setText(self._kept)
        self.set_problem("")

    def set_problem(self, text: str) -> None:
        """What is wrong, or nothing; said by ``problem``, shown as a red frame."""
        changed = self._wrong != bool(text)
        self._wrong = bool(text)
        self.setAccessibleDescription(text)
        if changed or text:
            self.problem.emit(text)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: led here by a command, typing goes on at the end."""
        super().focusInEvent(event)
        led = event.reason() in (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason)
        if led and not self.hasSelectedText():
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: commit, unless only a popup of the field opened; in another window's turn the cursor stays."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self._show_beginning()

    def event(self, event: QEvent) -> bool:
        """Qt: the whole of a shortened text as a tooltip; Ctrl+Z is the field's only while it is typed in."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            shortened = self.shown_text() != self.displayText()
            QToolTip.showText(event.globalPos(), plain_tip(self.displayText()) if shortened else "", self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and not self.dirty() and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc takes back what was typed; a clean field lets Esc and undo pass."""
        if _is_undo(event) and not self.dirty():
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self.dirty():
            self.revert()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def shown_text(self) -> str:
        """What fits, with «…» where more is left; while it is typed in, the line scrolls instead."""
        text, metrics = self.displayText(), self.fontMetrics()
        margins = self.textMargins()
        surely = self.width() - _FRAME - _BUTTON * len(self.actions()) - margins.left() - margins.right()
        if self.hasFocus() or metrics.horizontalAdvance(text) <= surely:
            return text
        return metrics.elidedText(text, _RIGHT, self._room().width())

    def _room(self) -> QRect:
        """Where the text stands: inside the frame and the margins, left of the buttons at the end."""
        from PySide6.QtWidgets import QStyle, QStyleOptionFrame

        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = room.marginsRemoved(self.textMargins()).adjusted(_INSET, 0, -_INSET, 0)
        buttons = self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        room.setRight(min([room.right(), *(button.x() for button in buttons if not button.isHidden())]))
        return room

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the field, a text too long for it with «…»; a red frame while something is wrong."""
        shown = self.shown_text()
        if shown == self.displayText():
            super().paintEvent(event)
        else:
            self._paint_shortened(shown)
        if self._wrong:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_edge(painter, QRectF(self.rect()), None, self._theme.theme.color("err"))

    def _paint_shortened(self, shown: str) -> None:
        from PySide6.QtWidgets import QStyle, QStyleOptionFrame

        painter, option = QPainter(self), QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._room(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class TextArea(QPlainTextEdit):
    """Several lines. Commits on Ctrl+Enter and focus loss; Tab goes on to the next field."""

    committed = Signal(str)

    def __init__(self, placeholder: str = "", name: str = "") -> None:
        super().__init__()
        self._kept = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)

    def set_value(self, text: str) -> None:
        """Show a value from the document; what is being typed stays."""
        if self.hasFocus() and self.dirty():
            return
        self._kept = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def dirty(self) -> bool:
        """Whether something is typed that is not committed."""
        return self.toPlainText() != self._kept

    def commit(self) -> None:
        """Tell the typed text once."""
        if self.dirty():
            self._kept = self.toPlainText()
            self.committed.emit(self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: commit."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def event(self, event: QEvent) -> bool:
        """Qt: Ctrl+Z belongs to the field only while something is typed in it."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.dirty() and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter commits and passes on, Esc takes back."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            event.ignore()
        elif _is_undo(event) and not self.dirty():
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self.dirty():
            self.setPlainText(self._kept)
        else:
            super().keyPressEvent(event)
