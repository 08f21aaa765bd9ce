"""Cells that draw more than text: finding chip, claim marks, bars, strips, tracks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.theme.theme import Theme
from ui.widgets import roles
from ui.widgets.bars import (
    BarPaint as BarPaint,
)
from ui.widgets.bars import (
    DeltaPaint,
    GoalPaint,
    LoadPaint,
    SplitPaint,
    paint_delta,
    paint_goal,
    paint_hours_bar,
    paint_load,
    paint_split,
)
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.delegates.editing import EditingDelegate
from ui.widgets.delegates.raci import RaciDelegate as RaciDelegate
from ui.widgets.drawing_paint import DrawingPaint, paint_cell_drawing
from ui.widgets.marks import ClaimPaint as ClaimPaint
from ui.widgets.marks import SkillPaint, paint_claim, paint_skill
from ui.widgets.opinions import (
    GapPaint,
    HiddenPaint,
    ShiftPaint,
    VotePaint,
    paint_gap,
    paint_hidden,
    paint_shift,
    paint_votes,
)
from ui.widgets.paint import chip_width, paint_chip
from ui.widgets.timelines import GanttPaint as GanttPaint
from ui.widgets.timelines import paint_gantt

NUMBER_WIDTH = 52

_PAINTERS: Mapping[type, Callable[[QPainter, QRectF, Any, Theme], None]] = MappingProxyType(
    {
        BarPaint: paint_hours_bar,
        DeltaPaint: paint_delta,
        GoalPaint: paint_goal,
        LoadPaint: paint_load,
        SplitPaint: paint_split,
        VotePaint: paint_votes,
        ShiftPaint: paint_shift,
        GapPaint: paint_gap,
        HiddenPaint: paint_hidden,
        GanttPaint: paint_gantt,
        SkillPaint: paint_skill,
        DrawingPaint: paint_cell_drawing,
    }
)
_FULL_CELL = (GanttPaint, SkillPaint)


class FindingDelegate(CellDelegate):
    """A finding as a chip, with «+2» for further ones."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The chip."""
        found = index.data(roles.FINDING)
        if not found:
            super().content(painter, box, option, index)
            return
        code, label, *more = found
        font, height = self.theme.font("control_strong"), float(self.theme.pixels(26))
        further = f"+{more[0]}" if more and more[0] else ""
        after = QFontMetricsF(self.theme.font("caption")).horizontalAdvance(further) + 6 if further else 0.0
        width = min(chip_width(label, height, font), box.width() - after)
        rect = QRectF(box.left(), box.center().y() - height / 2, width, height)
        paint_chip(painter, rect, code, label, self.theme, font)
        if further:
            painter.setPen(self.theme.color("text2"))
            painter.setFont(self.theme.font("caption"))
            room = QRectF(rect.right() + 6, box.top(), 30, box.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), further)


class PictureDelegate(CellDelegate):
    """A bar, strip, track or tile of the roles ``PICTURE``, ``BAR`` or ``GANTT``; the cell's text right of it."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture and number."""
        value = picture_of(index)
        if value is None:
            super().content(painter, box, option, index)
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if text and not isinstance(value, _FULL_CELL):
            box = self._number(
                painter, box, text, index, over=isinstance(value, BarPaint) and value.value > value.limit
            )
        inner = QRectF(option.rect).adjusted(0, 0, 0, -1) if isinstance(value, _FULL_CELL) else box
        painter.save()
        _PAINTERS[type(value)](painter, inner, value, self.theme)
        painter.restore()

    def _number(self, painter: QPainter, box: QRectF, text: str, index: Index, *, over: bool) -> QRectF:
        theme = self.theme
        tone = str(index.data(roles.TONE) or ("warn" if over else "text"))
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font("body_strong" if over or index.data(roles.STRONG) else "body"))
        shown = f"▲ {text}" if over else text
        width = max(theme.pixels(NUMBER_WIDTH), painter.fontMetrics().horizontalAdvance(shown) + 4)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box.adjusted(box.width() - width, 0, 0, 0), flags, shown)
        return box.adjusted(0, 0, -width - 8, 0)


class BarDelegate(PictureDelegate):
    """Hours against their norm, the number right of the bar."""


class GanttDelegate(PictureDelegate):
    """The action's strip."""


def picture_of(index: Index) -> Any:
    """What a cell wants painted, or None."""
    for role in (roles.PICTURE, roles.BAR, roles.GANTT):
        value = index.data(role)
        if value is not None:
            return value
    return None


class RowDelegate(FindingDelegate, PictureDelegate, EditingDelegate):
    """One delegate for a whole table: draws each cell by the roles its column gives, and edits by ``EDITOR``."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Claim, finding, picture, else the plain cell."""
        claim = index.data(roles.CLAIM)
        if claim is not None:
            paint_claim(painter, box, claim, self.theme)
        else:
            super().content(painter, box, option, index)
