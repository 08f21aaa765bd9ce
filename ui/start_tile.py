"""What the start window is made of, painted without a style sheet: tiles and a search field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolTip

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.tips import plain_tip

SIGN, QUIET_SIGN, MORE = 22, 16, 44
"""Pixels of the icon, of a quiet button's, and of the «…» at the right end that opens the tile's menu."""

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class Tile(QAbstractButton):
    """A painted button: icon, title, caption; where wanted a progress bar and «…» at the right.

    ``menu`` gets the place on the screen where its menu is to open.
    """

    def __init__(
        self, theme: ThemeService, icons: Icons, icon: str, title: str, caption: str, run: Callable[[], object]
    ) -> None:
        super().__init__()
        self._theme, self._icons, self._icon = theme, icons, icon
        self.caption, self.primary, self.tall, self.quiet = caption, False, False, False
        self.progress: tuple[str, float] | None = None
        self.menu: Callable[[QPoint], object] | None = None
        self.setText(title)
        self.setAccessibleName(f"{title}. {caption}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: run())

    def sizeHint(self) -> QSize:
        """Qt: a comfortable target."""
        theme, pixels = self._theme.theme, self._theme.theme.pixels
        if self.quiet:
            wide = QFontMetrics(theme.font("control")).horizontalAdvance(self.text())
            return QSize(12 + QUIET_SIGN + 8 + wide + 14, pixels(36))
        return QSize(200, pixels(104 if self.tall else 60 if self.caption else 44))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the right end opens the menu, everywhere else is the button."""
        if self.menu is not None and event.position().x() > self.width() - MORE:
            self.menu(event.globalPosition().toPoint())
        else:
            super().mousePressEvent(event)

    def shortened(self) -> bool:
        """Whether the title or the caption does not fit."""
        room, theme = self._room(), self._theme.theme
        lines = 2 if self.tall else 1
        title = QFontMetrics(theme.font("body_strong")).horizontalAdvance(self.text())
        return title > room or QFontMetrics(theme.font("caption")).horizontalAdvance(self.caption) > room * lines

    def event(self, event: QEvent) -> bool:
        """Qt: the whole words as a tooltip, where they do not fit."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            whole = f"{self.text()}\n{self.caption}".strip() if self.shortened() else ""
            QToolTip.showText(event.globalPos(), plain_tip(whole), self)
            return True
        return super().event(event)

    def _left(self) -> float:
        return 16.0 if self.tall else 52.0

    def _room(self) -> float:
        """What title and caption have at most."""
        taken = (self._theme.theme.pixels(170) if self.progress else 0) + (MORE if self.menu else 0)
        return self.width() - 2 - self._left() - 14 - taken

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the tile."""
        theme, pixels = self._theme.theme, self._theme.theme.pixels
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.quiet:
            self._word(painter, box)
            return
        self._plate(painter, box)
        middle = box.center().y()
        ink = theme.color("on_accent" if self.primary else "accent")
        self._icons.paint(painter, 16, 14 if self.tall else middle - SIGN / 2, self._icon, SIGN, ink)
        line = float(pixels(20))
        left, room = self._left(), self._room()
        top = 44.0 if self.tall else middle - (line if self.caption else line / 2)
        tokens = ("on_accent", "on_accent") if self.primary else ("text", "text2")
        for text, role, token, y in (
            (self.text(), "body_strong", tokens[0], top),
            (self.caption, "caption", tokens[1], top + line),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(token if self.isEnabled() else "disabled"))
            metrics = painter.fontMetrics()
            if self.tall and role == "caption" and metrics.horizontalAdvance(text) > room:
                flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
                painter.drawText(QRectF(left, y, room, 2.0 * metrics.height()), flags, text)
                continue
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(left, y, room, line), _MIDDLE, shown)
        if self.progress:
            self._bar(painter, box, *self.progress)
        if self.menu is not None:
            self._icons.paint(painter, box.right() - MORE / 2 - 9, middle - 9, "ellipsis", 18, theme.color("text2"))

    def _word(self, painter: QPainter, box: QRectF) -> None:
        """A quiet button: a small icon and a word, a plate only under the pointer or with the focus."""
        theme = self._theme.theme
        if self.hasFocus() or self.underMouse():
            self._plate(painter, box)
        top = box.center().y() - QUIET_SIGN / 2
        self._icons.paint(painter, 12, top, self._icon, QUIET_SIGN, theme.color("text2"))
        painter.setFont(theme.font("control"))
        painter.setPen(theme.color("text2"))
        painter.drawText(box.adjusted(11 + QUIET_SIGN + 8, 0, 0, 0), _MIDDLE, self.text())

    def _plate(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme.theme
        fill = "accent" if self.primary else "hover" if self.underMouse() else "surface"
        edge = "accent" if self.hasFocus() and not self.primary else "text" if self.hasFocus() else "border"
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(box, 8, 8)

    def _bar(self, painter: QPainter, box: QRectF, words: str, share: float) -> None:
        theme, pixels = self._theme.theme, self._theme.theme.pixels
        left, line = box.right() - pixels(150) - (MORE if self.menu else 0), pixels(20)
        middle, width = box.center().y(), pixels(96)
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(left, middle - line, pixels(130), line), _MIDDLE, words)
        painter.setPen(Qt.PenStyle.NoPen)
        for token, length in (("sunken", float(width)), ("accent", max(6.0, width * share) if share else 0.0)):
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(QRectF(left, middle + 5, length, 6), 3, 3)


class SearchLine(QLineEdit):
    """A line with round corners; its frame is the accent while it has the focus."""

    def __init__(self, theme: ThemeService, placeholder: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFrame(False)
        self.setFont(theme.theme.font("body"))
        width, height = theme.theme.pixels(220), theme.theme.pixels(34)
        # The sheet of the workshops' windows is not meant here, where it was put on.
        self.setStyleSheet(f"border: none; background: transparent; padding: 0; min-height: {height}px")
        self.setTextMargins(10, 0, 10, 0)
        self.setFixedSize(width, height)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: plate and text."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "border_strong"), width))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
        super().paintEvent(event)
