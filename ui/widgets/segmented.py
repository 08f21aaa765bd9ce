"""A row of choices in one track: one is chosen, arrows move, the chosen one is raised."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService

Item = tuple[str, str] | tuple[str, str, str]
"""Key, word, and where wanted an icon's name."""


class SegmentedControl(QWidget):
    """``chosen`` carries the key; only a person's choice emits it, not ``set_current``."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeService, icons: Icons, *, accent: bool = True) -> None:
        super().__init__()
        self._theme, self._icons, self._accent = theme, icons, accent
        self._items: list[tuple[str, str, str]] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_items(self, items: Sequence[Item]) -> None:
        """Replace the choices; the first one is chosen where the present key is gone."""
        key = self.current()
        self._items = [(item[0], item[1], item[2] if len(item) > 2 else "") for item in items]
        self._current = next((i for i, item in enumerate(self._items) if item[0] == key), 0)
        self.updateGeometry()
        self.update()

    def current(self) -> str:
        """The chosen key; empty without choices."""
        return self._items[self._current][0] if self._items else ""

    def set_current(self, key: str) -> None:
        """Choose without telling anybody."""
        for place, item in enumerate(self._items):
            if item[0] == key:
                self._current = place
        self.setAccessibleDescription(self._items[self._current][1] if self._items else "")
        self.update()

    def _widths(self) -> list[float]:
        font = self._theme.theme.font("control_strong")
        self.setFont(font)
        metrics = self.fontMetrics()
        return [metrics.horizontalAdvance(word) + 24 + (22 if icon else 0) for _key, word, icon in self._items]

    def sizeHint(self) -> QSize:
        """Qt: all words."""
        return QSize(int(sum(self._widths())) + 6, 34)

    def minimumSizeHint(self) -> QSize:
        """Qt: never narrower than the words."""
        return self.sizeHint()

    def _boxes(self) -> list[QRectF]:
        boxes, x = [], 3.0
        for width in self._widths():
            boxes.append(QRectF(x, 3, width, self.height() - 6))
            x += width
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: track, raised choice, words."""
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        for place, box in enumerate(self._boxes()):
            self._paint_item(painter, place, box)

    def _paint_item(self, painter: QPainter, place: int, box: QRectF) -> None:
        theme = self._theme.theme
        _key, word, icon = self._items[place]
        on = place == self._current
        tone = theme.color("text" if on else "text2")
        if on:
            edge = theme.color("accent") if self.hasFocus() else theme.color("border_strong")
            painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(theme.font("control_strong" if on else "control"))
        painter.setPen(tone)
        left = box.left() + 12
        if icon:
            pixmap = self._icons.pixmap(icon, 16, tone, self.devicePixelRatioF())
            painter.drawPixmap(int(left), int(box.center().y() - 8), pixmap)
            left += 22
        text_box = QRectF(left, box.top(), box.right() - left, box.height())
        painter.drawText(text_box, int(Qt.AlignmentFlag.AlignVCenter), word)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose what is under the pointer."""
        for place, box in enumerate(self._boxes()):
            if box.contains(event.position()):
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows move the choice, Enter and Space confirm it."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._choose(max(0, self._current - 1))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._choose(min(len(self._items) - 1, self._current + 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self.set_current(self._items[place][0])
        self.chosen.emit(self._items[place][0])
