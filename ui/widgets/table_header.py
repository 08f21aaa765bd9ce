"""The head of a table: titles in caption type, badges, quiet lines under titles; no gradients, never rotated."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from ui.theme.service import ThemeService
from ui.theme.theme import Theme
from ui.widgets import roles
from ui.widgets.delegates.cell import LEAD, PADDING
from ui.widgets.delegates.text import draw_lines, lines_of
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.timelines import paint_months
from ui.widgets.tips import plain_tip

HEIGHT, HIGH, STACKED_HEIGHT = 34, 46, 84


class TableHeader(QHeaderView):
    """Reads ``BADGE``, ``CAPTION``, ``TONE``, ``GANTT`` (gives ``MonthMark``s), ``RULE`` of the model's header data.

    A title aligned to the middle is stacked: badge, title in two lines, caption (people of a matrix). Numbers' titles
    follow their column to the right.
    """

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._service = theme
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(20)
        self._low = HEIGHT
        self.setStacked(False)
        theme.changed.connect(self._follow)

    def setStacked(self, stacked: bool) -> None:
        """High enough for badge, two lines and a caption, or for one line."""
        self._stacked = stacked
        self._follow()

    def set_high(self) -> None:
        """High enough for titles that somebody wrote: two lines."""
        self._low = HIGH
        self._follow()

    def _follow(self) -> None:
        self.setFont(self._theme.font("caption_strong"))
        self.setFixedHeight(self._theme.pixels(STACKED_HEIGHT if self._stacked else self._low))

    @property
    def _theme(self) -> Theme:
        return self._service.theme

    def _role(self, section: int, role: int) -> Any:
        model = self.model()
        return model.headerData(section, Qt.Orientation.Horizontal, role) if model is not None else None

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Its own alignment, else that of the column's first cell."""
        role = int(Qt.ItemDataRole.TextAlignmentRole)
        own = self._role(section, role)
        if own is None and self.model() is not None and self.model().rowCount():
            own = self.model().index(0, section).data(role)
        return Qt.AlignmentFlag(own) if own is not None else Qt.AlignmentFlag.AlignLeft

    def sizeHint(self) -> QSize:
        """Qt: the fixed height."""
        return QSize(super().sizeHint().width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: sections, and the line under all of them."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("surface"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(0, self.height() - 1, self.viewport().width(), 1, self._theme.color("border"))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Qt: one title."""
        if not rect.isValid():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(0, 0, 0, -1)
        painter.fillRect(box, self._theme.color("surface"))
        if self._role(section, roles.RULE):
            painter.fillRect(QRectF(box.left(), box.top() + 6, 1, box.height() - 6), self._theme.color("border_strong"))
        title = str(self._role(section, int(Qt.ItemDataRole.DisplayRole)) or "")
        months = self._role(section, roles.GANTT)
        if months is not None:
            paint_months(painter, box.adjusted(PADDING, 0, -PADDING, 0), months(), self._theme)
        elif self.alignment(section) & Qt.AlignmentFlag.AlignHCenter:
            self._stack(painter, box, section, title)
        else:
            self._line(painter, box.adjusted(self._lead(section), 0, -PADDING, 0), section, title)
        painter.restore()

    def _lead(self, section: int) -> float:
        """Pixels before a title: above the words of its column."""
        return PADDING + LEAD if self.logicalIndex(0) == section else PADDING

    def _line(self, painter: QPainter, box: QRectF, section: int, title: str) -> None:
        font = self._theme.font("caption_strong")
        painter.setFont(font)
        painter.setPen(self._theme.color("text3"))
        if self._stacked:
            box = box.adjusted(0, box.height() - 34, 0, 0)
        badge = self._role(section, roles.BADGE)
        room = box.adjusted(0, 0, -(self._badge_width(badge) + 8 if badge else 0), 0)
        lines = 1 if box.height() < 34 else 2
        draw_lines(painter, room, title, self.alignment(section), lines)
        if badge:
            left = room.left() + min(room.width(), QFontMetricsF(font).horizontalAdvance(title)) + (8 if title else 0)
            self._badge(painter, left, box.center().y(), badge)

    def _stack(self, painter: QPainter, box: QRectF, section: int, title: str) -> None:
        theme, badge = self._theme, self._role(section, roles.BADGE)
        caption = str(self._role(section, roles.CAPTION) or "")
        low = 20.0 if caption else 4.0
        if badge:
            self._badge(painter, box.center().x() - self._badge_width(badge) / 2, box.top() + 16, badge)
        if caption:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color(str(self._role(section, roles.TONE) or "text3")))
            foot = QRectF(box.left(), box.bottom() - 20, box.width(), 18)
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), caption)
        painter.setFont(theme.font("caption_strong"))
        painter.setPen(theme.color("text"))
        room = box.adjusted(2, 27 if badge else 2, -2, -low)
        draw_lines(painter, room, title, Qt.AlignmentFlag.AlignHCenter, 2)

    def _badge_height(self) -> float:
        return float(self._theme.pixels(18))

    def _badge_width(self, badge: tuple[str, int]) -> float:
        height = self._badge_height()
        return badge_width(badge[0], height, badge_font(self._theme, height))

    def _badge(self, painter: QPainter, left: float, middle: float, badge: tuple[str, int]) -> None:
        (code, place), height = badge, self._badge_height()
        rect = QRectF(left, middle - height / 2, self._badge_width(badge), height)
        paint_badge(painter, rect, code, place, self._theme.department(place), badge_font(self._theme, height))

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: the whole title as a tooltip where it was shortened, or the header's own tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            section = self.logicalIndexAt(event.pos())
            tip = str(self._role(section, int(Qt.ItemDataRole.ToolTipRole)) or "")
            title = str(self._role(section, int(Qt.ItemDataRole.DisplayRole)) or "")
            room = self.sectionSize(section) - PADDING - self._lead(section)
            lines = 2 if self.height() > self._theme.pixels(HEIGHT) else 1
            if not tip and lines_of(title, self._theme.font("caption_strong"), room, lines)[1]:
                tip = title
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().viewportEvent(event)
