"""Tick box, choice from a short list, slider: Qt's own, painted in the program's look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QSlider

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.theme.theme import Theme
from ui.widgets.buttons import paint_edge

BOX = 18.0


def paint_check(painter: QPainter, box: QRectF, checked: bool, theme: Theme, *, enabled: bool = True) -> None:
    """A tick box: accent ground and white tick, or an empty frame."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if checked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if enabled else "disabled"))
        painter.drawRoundedRect(box, 4, 4)
        pen = QPen(theme.color("on_accent"), box.width() * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        unit = box.width() / 18
        points = ((4.5, 9.4), (7.8, 12.6), (13.6, 5.8))
        painter.drawPolyline(QPolygonF([QPointF(box.left() + x * unit, box.top() + y * unit) for x, y in points]))
    else:
        painter.setPen(QPen(theme.color("border_strong"), 1.3))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
    painter.restore()


class CheckBox(QCheckBox):
    """A tick and its words; the whole line can be clicked."""

    def __init__(self, text: str, theme: ThemeService) -> None:
        super().__init__(text.replace("&", "&&"))
        self._theme, self._words = theme, text
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Qt: box and words."""
        theme = self._theme.theme
        width = QFontMetricsF(theme.font("body")).horizontalAdvance(self._words)
        return QSize(round(width) + 36, theme.pixels(32))

    def minimumSizeHint(self) -> QSize:
        """Qt: the box and a few letters."""
        return QSize(60, self.sizeHint().height())

    def set_current(self, on: bool) -> None:
        """Tick it, or not, without telling anybody."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)

    def hitButton(self, position: object) -> bool:
        """Qt: everywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: box, words, focus ring."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        paint_check(painter, QRectF(4, middle - BOX / 2, BOX, BOX), self.isChecked(), theme, enabled=self.isEnabled())
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(theme.color("text" if self.isEnabled() else "disabled"))
        room = self.width() - 34.0
        shown = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(30, 0, room + 4, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_edge(painter, QRectF(self.rect()), None, theme.color("accent"))


class ChoiceBox(QComboBox):
    """One of a short list. ``picked`` carries the key; only a person's choice emits it."""

    picked = Signal(str)

    def __init__(self, theme: ThemeService, icons: Icons, name: str) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda place: self.picked.emit(str(self.itemData(place))))
        theme.changed.connect(self.updateGeometry)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Keys and words; the present choice stays where it can."""
        key = self.current()
        self.blockSignals(True)
        self.clear()
        for item_key, word in items:
            self.addItem(word, item_key)
        self.blockSignals(False)
        self.set_current(key)

    def current(self) -> str:
        """The chosen key."""
        return str(self.currentData() or "")

    def set_current(self, key: str) -> None:
        """Choose without telling anybody."""
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def sizeHint(self) -> QSize:
        """Qt: the widest choice."""
        theme = self._theme.theme
        metrics = QFontMetricsF(theme.font("body"))
        widest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=60)
        return QSize(round(widest) + 46, theme.pixels(32))

    def minimumSizeHint(self) -> QSize:
        """Qt: a few letters."""
        return QSize(80, self.sizeHint().height())

    def wheelEvent(self, event: object) -> None:
        """Qt: scrolling a page never changes a choice."""
        if hasattr(event, "ignore"):
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: frame, word, chevron."""
        theme, painter, box = self._theme.theme, QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = self.isEnabled()
        painter.setBrush(theme.color("surface" if enabled else "sunken"))
        edge = theme.color("border_strong" if enabled else "border")
        paint_edge(painter, box, edge, theme.color("accent") if self.hasFocus() else None)
        tone = theme.color("text" if enabled else "disabled")
        painter.setPen(tone)
        font = theme.font("body")
        painter.setFont(font)
        room = box.width() - 40
        shown = QFontMetricsF(font).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(10, 0, room + 4, box.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        self._icons.paint(painter, box.right() - 26, box.center().y() - 8, "chevron-down", 16, theme.color("text2"))


SLIDER_HEIGHT, CAPTIONED_SLIDER_HEIGHT = 32, 38


class Slider(QSlider):
    """A weight in per cent: groove 4, handle 18, arrows 5, with Shift 1. ``settled`` once at the end of a drag.

    ``caption``: quiet words under the groove, e.g. what the weight was.
    """

    settled = Signal(int)

    def __init__(self, theme: ThemeService, name: str, low: int = 0, high: int = 100) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setRange(low, high)
        self.setSingleStep(5)
        self.setPageStep(10)
        self.caption = ""
        self.setMinimumHeight(SLIDER_HEIGHT)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def set_caption(self, words: str) -> None:
        """Other words under the groove."""
        self.caption = words
        self.setMinimumHeight(self._theme.theme.pixels(CAPTIONED_SLIDER_HEIGHT) if words else SLIDER_HEIGHT)
        self.setAccessibleDescription(words)
        self.update()

    def set_current(self, value: int) -> None:
        """Show a weight without telling anybody."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def _x(self) -> float:
        span = max(1, self.maximum() - self.minimum())
        return 10 + (self.width() - 20) * (self.value() - self.minimum()) / span

    def _set_at(self, x: float) -> None:
        share = min(1.0, max(0.0, (x - 10) / max(1, self.width() - 20)))
        raw = self.minimum() + share * (self.maximum() - self.minimum())
        self.setValue(round(raw / self.singleStep()) * self.singleStep())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: jump to the pointer."""
        self.setSliderDown(True)
        self._set_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: follow the pointer."""
        if self.isSliderDown():
            self._set_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: tell once."""
        self.setSliderDown(False)
        self.settled.emit(self.value())

    def wheelEvent(self, event: object) -> None:
        """Qt: scrolling a page never changes a weight."""
        if hasattr(event, "ignore"):
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows by 5, with Shift by 1."""
        before = self.value()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        key = Qt.Key(event.key())
        if key in steps:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.setValue(before + steps[key] * (1 if fine else self.singleStep()))
        else:
            super().keyPressEvent(event)
        if self.value() != before:
            self.settled.emit(self.value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: groove, its accent part, handle."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, x = 13.0 if self.caption else self.height() / 2, self._x()
        if self.caption:
            painter.setPen(theme.color("text2"))
            painter.setFont(theme.font("caption"))
            foot = QRectF(2, y + 9, self.width() - 4, self.height() - y - 9)
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.caption)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("track"))
        painter.drawRoundedRect(QRectF(2, y - 2, self.width() - 4, 4), 2, 2)
        painter.setBrush(theme.color("accent" if self.isEnabled() else "disabled"))
        painter.drawRoundedRect(QRectF(2, y - 2, x - 2, 4), 2, 2)
        painter.setPen(QPen(theme.color("accent" if self.isEnabled() else "disabled"), 2))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QPointF(x, y), 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), 11.5, 11.5)
