"""Cards: grounds with round corners, painted from the palette; a card that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.widgets.paint import fill

RADIUS = 8.0
SIDE = 16
"""Pixels from the edge of a white card to its words; a table's first column has them too."""
LEAST_WITH_SIDE = 10
_HALO = 0.35
_Role = QPalette.ColorRole


class Card(QFrame):
    """A ground with a column layout ``body``: ``card`` (white), ``soft`` (sunken), ``dashed`` (to add), ``popup``.

    ``margins`` above and below; at the sides the same, but words of all white cards start at one edge, ``SIDE``.
    """

    def __init__(self, cls: str = "card", margins: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.kind, self.selected, self._target = cls, False, False
        self.body = QVBoxLayout(self)
        side = SIDE if margins >= LEAST_WITH_SIDE and cls != "soft" else margins
        self.body.setContentsMargins(side, margins, side, margins)
        self.body.setSpacing(spacing)

    def set_selected(self, selected: bool) -> None:
        """An accent border of 2 px, or the plain one."""
        self.selected = selected
        self.update()

    def set_target(self, *, target: bool) -> None:
        """The tinted ground of a card on which something would be let go."""
        self._target = target
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, box = self.palette(), QRectF(self.rect())
        painter.setBrush(self._ground())
        if self.selected or self._target:
            painter.setPen(QPen(palette.color(_Role.Accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            return
        painter.setPen(self._edge())
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _ground(self) -> QColor | Qt.BrushStyle:
        palette = self.palette()
        if self._target:
            return palette.color(_Role.Highlight)
        if self.kind == "dashed":
            return Qt.BrushStyle.NoBrush
        return palette.color(_Role.Midlight if self.kind == "soft" else _Role.Base)

    def _edge(self) -> QPen:
        palette = self.palette()
        if self.kind == "soft":
            return QPen(Qt.PenStyle.NoPen)
        if self.kind == "dashed":
            pen = QPen(palette.color(_Role.Dark), 1)
            pen.setDashPattern([4, 3])
            return pen
        return QPen(palette.color(_Role.Dark if self.kind == "popup" else _Role.Mid), 1)


class SelectableCard(Card):
    """A card that takes the focus: a click chooses it, Enter or a double click opens it. ``name`` is spoken."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, name: str, cls: str = "card", margins: int = 16, spacing: int = 8) -> None:
        super().__init__(cls, margins, spacing)
        self._pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click begins; what becomes a drag chooses nothing."""
        super().mousePressEvent(event)
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: choose."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, False
        if pressed and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: open."""
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space chooses, Enter opens."""
        if event.key() == Qt.Key.Key_Space:
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the card; a focus ring, on a chosen one as a halo inside its border."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, width, inset = self.palette().color(_Role.Accent), 2.0, 1.0
        if self.selected:
            color.setAlphaF(_HALO)
            width, inset = 3.0, 3.5
        painter.setPen(QPen(color, width))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS - 2, RADIUS - 2)


class Divider(QFrame):
    """A line of 1 px across a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the line."""
        fill(QPainter(self), self.rect(), self.palette().color(_Role.Mid))


class UprightRule(QFrame):
    """A line of 1 px between things that stand side by side."""

    INSET = 8

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the line."""
        box = self.rect().adjusted(0, self.INSET, 0, -self.INSET)
        fill(QPainter(self), box, self.palette().color(_Role.Mid))
