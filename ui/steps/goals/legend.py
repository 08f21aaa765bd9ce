"""What the marks of the voting table mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.service import ThemeService
from ui.widgets.paint import paint_mark
from workshop_app.domain.competence import PASS
from workshop_app.domain.model import Department
from workshop_app.i18n import Words


class VoteLegend(QWidget):
    """Means of departments, threshold, ledger; while votes are hidden one quiet sentence."""

    def __init__(self, theme: ThemeService, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._departments: tuple[Department, ...] = ()
        self._revealed = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_legend(self, departments: tuple[Department, ...], revealed: bool) -> None:
        """For these departments."""
        self._departments, self._revealed = departments, revealed
        self.setAccessibleName("" if revealed else self._hidden_words())
        self.update()

    def _hidden_words(self) -> str:
        return self._words("Votes are hidden until everybody has voted")

    def sizeHint(self) -> QSize:
        """Qt: one line."""
        return QSize(200, self._theme.theme.pixels(28))

    def minimumSizeHint(self) -> QSize:
        """Qt: may give way."""
        return QSize(40, self._theme.theme.pixels(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: marks and words, as many as fit."""
        _, painter, theme = self._words, QPainter(self), self._theme.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        if not self._revealed:
            self._word(painter, 0, self._hidden_words())
            return
        x, middle = 0.0, self.height() / 2
        for place, department in enumerate(self._departments):
            paint_mark(painter, QPointF(x + 6, middle), 10, place, theme.department(place), filled=True)
            x = self._word(painter, x + 18, _("mean of {department}", department=department.short))
        painter.fillRect(QRectF(x + 4, middle - 8, 1.5, 16), theme.color("text"))
        x = self._word(painter, x + 12, _("threshold {number}", number=self._words.number(PASS, 1)))
        painter.setPen(theme.color("text"))
        painter.setBrush(theme.color("text"))
        points = [
            QPointF(x + 6, middle - 5),
            QPointF(x + 11, middle),
            QPointF(x + 6, middle + 5),
            QPointF(x + 1, middle),
        ]
        painter.drawPolygon(points)
        self._word(painter, x + 18, _("ledger or typed"))

    def _word(self, painter: QPainter, x: float, text: str) -> float:
        font = self._theme.theme.font("caption")
        painter.setPen(self._theme.theme.color("text2"))
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, self.width() - x))
        width = metrics.horizontalAdvance(text)
        painter.drawText(QRectF(x, 0, width + 4, self.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
        return x + width + 16
