"""Lucide icons, recoloured at run time and kept by name, size, colour and screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import FOLDER

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

STROKE, TICK_STROKE = "1.75", "2.5"
TICKS = frozenset({"check", "check-check"})


class Icons:
    """The icons of one program. ``pixmap`` and ``icon`` are cheap after the first time."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
        """An icon of ``size`` logical pixels; FileNotFoundError for a name that is not shipped."""
        key = (name, size, color.name(QColor.NameFormat.HexArgb), ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size, color, ratio)
        return self._pixmaps[key]

    def paint(self, painter: QPainter, left: float, top: float, name: str, size: int, color: QColor) -> None:
        """Draw an icon with its corner on a whole pixel of the screen: between two its lines are grey."""
        ratio = painter.device().devicePixelRatioF()
        corner = QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)
        painter.drawPixmap(corner, self.pixmap(name, size, color, ratio))

    def icon(self, name: str, color: QColor, size: int = 16, ratio: float = 2.0) -> QIcon:
        """A QIcon for buttons and actions."""
        from PySide6.QtGui import QIcon

        return QIcon(self.pixmap(name, size, color, ratio))

    def _source(self, name: str) -> str:
        if name not in self._sources:
            file = FOLDER / "icons" / f"{name}.svg"
            self._sources[name] = file.read_text(encoding="utf-8")
        return self._sources[name]

    def _render(self, name: str, size: int, color: QColor, ratio: float) -> QPixmap:
        source = self._source(name).replace("currentColor", color.name())
        stroke = TICK_STROKE if name in TICKS else STROKE
        source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
        return pixmap
