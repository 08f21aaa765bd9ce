"""Text edited where it stands: wrapped, as high as its lines, framed only under the pointer and with the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy

from ui.theme.service import ThemeService
from ui.widgets.buttons import paint_edge
from ui.widgets.text_field import TextArea
from workshop_app.domain.text_key import single_line

MARGIN, FRAMED_MARGIN = 5, 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InPlaceText(TextArea):
    """``committed`` as of ``TextArea``; Enter commits and goes on to the next field, Esc takes back, then leaves.

    Line breaks are not kept: a pasted list becomes one paragraph. ``framed``: a frame always, as in a form.
    """

    def __init__(
        self, theme: ThemeService, role: str = "body", placeholder: str = "", name: str = "", *, framed: bool = False
    ) -> None:
        super().__init__(placeholder, name)
        self._theme, self._text_role, self._framed = theme, role, framed
        self.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._margin = FRAMED_MARGIN if framed else MARGIN
        self.document().setDocumentMargin(self._margin)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setFont(self._theme.theme.font(self._text_role))
        self._grow()

    def _grow(self) -> None:
        block, height = self.document().begin(), self._margin + 1.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        if self.minimumHeight() != round(height):
            self.setFixedHeight(round(height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width may take more lines."""
        super().resizeEvent(event)
        self._grow()

    def minimumSizeHint(self) -> QSize:
        """Qt: may become narrow."""
        return QSize(60, self.minimumHeight())

    def commit(self) -> None:
        """Tell the typed text once, as one paragraph."""
        if self.dirty():
            flat = single_line(self.toPlainText())
            if flat != self.toPlainText():
                self.setPlainText(flat)
        super().commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter commits and goes on; a clean field lets Esc pass."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape and not self.dirty():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: by keyboard all of it is chosen."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: commit; no ring, nothing chosen."""
        super().focusOutEvent(event)
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.viewport().update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: a frame under the pointer."""
        super().enterEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: no frame."""
        super().leaveEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the text in its frame."""
        theme = self._theme.theme
        if self._framed or self.hasFocus() or self.underMouse():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(theme.color("surface"))
            ring = theme.color("accent") if self.hasFocus() else None
            paint_edge(painter, QRectF(self.viewport().rect()), theme.color("border_strong"), ring)
            painter.end()
        super().paintEvent(event)
