"""A key as printed in hints: «Ctrl+J»."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel

HEIGHT = 20


class KeyCap(QLabel):
    """A small key, in the palette's colours and the application's type."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def _key_font(self) -> QFont:
        font = QApplication.font()
        font.setPixelSize(max(12, round(font.pixelSize() * 12 / 14)))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def event(self, event: QEvent) -> bool:
        """Qt: follow the application's type size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Qt: the text and a margin."""
        metrics = QFontMetricsF(self._key_font())
        height = max(HEIGHT, round(metrics.height() + 4))
        return QSize(max(height, round(metrics.horizontalAdvance(self.text()) + 12)), height)

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a rounded box and the text in the middle."""
        size = self.sizeHint()
        box = QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_key(QPainter(self), box, self.text(), self._key_font(), self.palette())


def paint_key(painter: QPainter, box: QRectF, text: str, font: QFont, palette: QPalette) -> None:
    """The box of a key with its text."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    painter.setFont(font)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
