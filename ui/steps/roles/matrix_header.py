"""The head of the matrix: badge, surname, today's hours, how many A and R; the current column is tinted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.steps.roles.matrix_model import MatrixModel
from ui.steps.roles.words import column_title, counts_text, load_text
from ui.theme.service import ThemeService
from ui.widgets import roles
from ui.widgets.delegates.surname import surname_lines
from ui.widgets.delegates.text import draw_lines
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.table_header import TableHeader
from workshop_app.domain.short_names import two_names

HEIGHT = 96
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class PeopleHeader(TableHeader):
    """Heads of the middle columns, stacked in four lines."""

    def __init__(self, theme: ThemeService, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._matrix = model
        self.current = -1

    def set_current(self, section: int) -> None:
        """Tint another column's head."""
        if section != self.current:
            self.current = section
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Qt: one person or position."""
        column = self._matrix.column(section)
        if column is None or not rect.isValid():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, QRectF(rect).adjusted(0, 0, 0, -1)
        painter.fillRect(box, theme.color("selected" if section == self.current else "surface"))
        if self._matrix.begins_department(section - 1):
            painter.fillRect(QRectF(box.left(), box.top() + 6, 1, box.height() - 6), theme.color("border_strong"))
        unit = theme.size / 100
        badge = self._matrix.headerData(section, Qt.Orientation.Horizontal, roles.BADGE)
        if badge:
            self._paint_badge(painter, box, box.top() + 7 * unit, badge)
        self._name(painter, QRectF(box.left() + 1, box.top() + 26 * unit, box.width() - 2, 34 * unit), section)
        heavy = self._matrix.headerData(section, Qt.Orientation.Horizontal, roles.TONE)
        painter.setFont(theme.font("caption_strong" if heavy else "caption"))
        painter.setPen(theme.color(heavy or "text3"))
        hours = QRectF(box.left(), box.top() + 58 * unit, box.width(), 17 * unit)
        painter.drawText(hours, _CENTRE, load_text(column, self._matrix.words))
        painter.drawText(hours.translated(0, 17 * unit), _CENTRE, counts_text(column))
        painter.restore()

    def _paint_badge(self, painter: QPainter, box: QRectF, top: float, badge: tuple[str, int]) -> None:
        (code, place), height = badge, float(self._theme.pixels(18))
        font = badge_font(self._theme, height)
        if badge_width(code, height, font) > box.width() - 2:
            code = "".join(word[0] for word in code.split()) if " " in code else code[:3]
        width = badge_width(code, height, font)
        rect = QRectF(box.center().x() - width / 2, top, width, height)
        paint_badge(painter, rect, code, place, self._theme.department(place), font)

    def _name(self, painter: QPainter, box: QRectF, section: int) -> None:
        column = self._matrix.columns[section - 1]
        painter.setFont(self._theme.font("caption_strong"))
        painter.setPen(self._theme.color("text"))
        title = column_title(column)
        if column.folded or title in self._matrix.namesakes:
            whole = title if column.folded else two_names(column.people[0].person.name)
            draw_lines(painter, box, whole, Qt.AlignmentFlag.AlignHCenter, 2)
            return
        painter.drawText(box, _CENTRE, "\n".join(surname_lines(title, painter.font(), box.width())))
