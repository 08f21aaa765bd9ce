"""A department's badge as a widget."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.service import ThemeService
from ui.widgets.paint import badge_width, paint_badge


class DepartmentBadge(QWidget):
    """Code on the department's shape; the full name is the tooltip and the accessible name."""

    def __init__(self, code: str, name: str, index: int, theme: ThemeService, height: int = 24) -> None:
        super().__init__()
        self._code, self._index, self._theme = code, index, theme
        self._height = theme.theme.pixels(height)
        self._font = theme.theme.font("caption_strong")
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: as wide as the code needs."""
        return QSize(round(badge_width(self._code, self._height, self._font)) + 1, self._height + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the shape."""
        rect = QRectF(self.rect()).adjusted(0, 0, -1, -1)
        colors = self._theme.theme.department(self._index)
        paint_badge(QPainter(self), rect, self._code, self._index, colors, self._font)
