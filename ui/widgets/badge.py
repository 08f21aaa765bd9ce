"""A department's badge as a widget."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.service import ThemeService
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.tips import plain_tip


class DepartmentBadge(QWidget):
    """Code on the department's shape; the full name is the tooltip and the accessible name."""

    def __init__(self, code: str, name: str, index: int, theme: ThemeService, height: int = 24) -> None:
        super().__init__()
        self._theme, self._at_100 = theme, height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_department(code, name, index)
        theme.changed.connect(self.updateGeometry)

    def set_department(self, code: str, name: str, index: int) -> None:
        """Another department."""
        self._code, self._index = code, index
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @property
    def _height(self) -> int:
        return self._theme.theme.pixels(self._at_100)

    def _badge_font(self) -> QFont:
        return badge_font(self._theme.theme, self._height)

    def sizeHint(self) -> QSize:
        """Qt: as wide as the code needs."""
        return QSize(round(badge_width(self._code, self._height, self._badge_font())) + 1, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the shape."""
        colors = self._theme.theme.department(self._index)
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._code, self._index, colors, self._badge_font())
