"""Rows that are only offered yet, among the real ones: they stand in dashed frames."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from ui.icons import Icons
from ui.models.table import TableModel
from ui.theme.service import ThemeService
from ui.widgets.delegates.cell import Index
from ui.widgets.delegates.special import RowDelegate


class OfferedRowDelegate(RowDelegate):
    """``is_offered`` is asked for each line of a ``TableModel``."""

    def __init__(
        self,
        theme: ThemeService,
        icons: Icons,
        parent: QWidget,
        is_offered: Callable[[Any], bool],
        *,
        height: int,
    ) -> None:
        super().__init__(theme, icons, parent, height=height)
        self._is_offered = is_offered

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRectF:
        """Qt: a dashed card as wide as the row, of which each cell draws its part."""
        box = super().ground(painter, option, index)
        model = index.model()
        line = model.line(index) if isinstance(model, TableModel) else None
        if line is not None and self._is_offered(line):
            pen = QPen(self.theme.color("border_strong"), 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            rect, view = QRectF(option.rect), option.widget
            width = view.viewport().width() if isinstance(view, QAbstractItemView) else rect.right()
            painter.drawRoundedRect(QRectF(4.5, rect.top() + 2.5, width - 9, rect.height() - 6), 6, 6)
        return box
