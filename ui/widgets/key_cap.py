"""A key as printed in hints: «Ctrl+J»."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel


class KeyCap(QLabel):
    """A small key."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        font = self.font()
        font.setPixelSize(12)
        self.setFont(font)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(7, 2, 7, 2)
        self.setFixedHeight(22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a rounded box under the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()
        super().paintEvent(event)
