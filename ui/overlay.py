"""A panel over the window: title, content, Esc and a click on × close it. Nothing behind it is blocked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.card import RADIUS
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.tab_order import HOLDS_TAB
from workshop_app.i18n import Words

TOP, FOOT = 56, 16
"""Pixels of the window that stay free above and, at least, below a panel."""

SPREAD, FAINT = 20, 5


class Shadow(QWidget):
    """A soft edge around a panel: it lies over the page, the page goes on being used."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, panel: QRect) -> None:
        """Lie under a panel of this place."""
        self.setGeometry(panel.adjusted(-SPREAD, -SPREAD, SPREAD, SPREAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: rings that become fainter outwards, a little lower than the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, FAINT))
        panel = QRectF(self.rect()).adjusted(SPREAD, SPREAD, -SPREAD, -SPREAD)
        for ring in range(2, SPREAD, 2):
            box = panel.adjusted(-ring, 4 - ring, ring, min(ring + 4, SPREAD))
            painter.drawRoundedRect(box, RADIUS + ring, RADIUS + ring)


class OverlayPanel(Card):
    """Sub-classes fill ``body``; ``open`` puts it over the middle of its parent, in place of another panel there.

    ``width_wanted`` and ``height_wanted`` are pixels at 100 %. One that is ``passing`` is made for one look and thrown
    away when it is closed.
    """

    width_wanted, height_wanted = 620, 480
    passing = False

    def __init__(self, parent: QWidget, title: str, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__("popup", margins=16, spacing=10)
        self.setParent(parent)
        self._over = parent
        self._shadow = Shadow(parent)
        self.theme, self.icons, self.words = theme, icons, words
        head = QHBoxLayout()
        head.addWidget(plain_label(title, theme, "card_title"), 1)
        head.addWidget(button("", "ghost", self.leave, icons=icons, icon="x", theme=theme, tip=words("Close (Esc)")))
        self.body.addLayout(head)
        self.setAccessibleName(title)
        self.setProperty(HOLDS_TAB, True)
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        theme.changed.connect(self._fit)
        self.hide()

    def _fit(self) -> None:
        if self.isVisible():
            self._place()

    def open(self) -> None:
        """Show over the middle, with the focus inside."""
        for other in self._over.findChildren(OverlayPanel):
            if other is not self and other.isVisible():
                other.leave()
        self._place()
        focus = self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._before = focus
        self.show()
        self.raise_()
        self.focus_first()

    def focus_first(self) -> None:
        """Where typing begins."""
        self.setFocus()

    def leave(self) -> None:
        """Close; the focus goes back to where it was."""
        before = self._before
        self.hide()
        there = before is not None and isValid(before) and before.isVisible()
        (before if before is not None and there else self._over).setFocus()
        if self.passing:
            self._shadow.deleteLater()
            self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the shadow comes with it."""
        super().showEvent(event)
        self._shadow.show()
        self._shadow.stackUnder(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: the shadow goes with it."""
        super().hideEvent(event)
        if isValid(self._shadow):
            self._shadow.hide()

    def _place(self) -> None:
        pixels = self.theme.theme.pixels
        width = min(pixels(self.width_wanted), self._over.width() - 48)
        height = min(pixels(self.height_wanted), self._over.height() - TOP - FOOT)
        self.setGeometry((self._over.width() - width) // 2, TOP, width, height)
        self._shadow.surround(self.geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
