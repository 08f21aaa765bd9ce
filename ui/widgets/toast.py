"""«Function removed   Undo Ctrl+Z»: what has just been done, in the line of the hints, for eight seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.announcement import announce
from ui.widgets.buttons import Button
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import tint
from workshop_app.i18n import Words

SHOWN_MS = 8000
MARGIN, GAP = 16, 2
HEIGHT = 30
"""At 100 %: the line of the hints at the foot of a page, no more."""
DONE = "check"
"""The icon of something that has been done."""


class UndoToast(QFrame):
    """One at a time over ``area``: a newer one replaces it. It waits while the pointer is on it and takes no focus.

    Ctrl+Z works after it is gone: it only calls ``undo``, the program's own.
    """

    def __init__(
        self,
        area: QWidget,
        theme: ThemeService,
        icons: Icons,
        words: Words,
        undo: Callable[[], object],
        shown_ms: int = SHOWN_MS,
    ) -> None:
        super().__init__(area)
        self._area, self._theme, self._icons = area, theme, icons
        self.text = ElidedLabel()
        self.text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.link = Button(words("Undo"), "toast-link", theme, keys="Ctrl+Z")
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._undo = undo
        self._icon = DONE
        self._shares = False
        self.link.clicked.connect(lambda _checked=False: self._take_back())
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 12, 0)
        row.setSpacing(14)
        row.addWidget(self.text, 1)
        row.addWidget(self.link)
        self._timer = QTimer(self, singleShot=True, interval=shown_ms)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._follow)
        area.installEventFilter(self)
        self._follow()
        self.hide()

    def _follow(self) -> None:
        self.text.setFont(self._theme.theme.font("body"))
        tint(self.text, self._theme, "on_toast")
        self.update()

    def say(self, text: str, *, undo: bool = True, icon: str = DONE) -> None:
        """Show words, with the link where there is something to take back."""
        self._icon = icon
        self.text.setText(text)
        self.link.setVisible(undo)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def share(self, *, share: bool) -> None:
        """At the right end, in at most half of the line, where something else stands in it too."""
        if self._shares != share:
            self._shares = share
            self._place()

    def _take_back(self) -> None:
        self.hide()
        self._undo()

    def _place(self) -> None:
        area, height = self._area, self._theme.theme.pixels(HEIGHT)
        room = max(120, area.width() // (2 if self._shares else 1) - 2 * MARGIN)
        width = min(room, self.sizeHint().width() + 4)
        left = area.width() - MARGIN - width if self._shares else (area.width() - width) // 2
        self.setGeometry(left, area.height() - GAP - height, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click puts it away."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay at the bottom centre of the area."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEvent) -> None:
        """Qt: wait while the pointer is here."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: begin again."""
        if self.isVisible():
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the dark plate and its icon."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("toast"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        pixmap = self._icons.pixmap(self._icon, 16, theme.color("toast_link"), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(QPoint(14, (self.height() - 16) // 2)), pixmap)
