"""A small drawing in a cell of a table: the same that paper prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.theme import Theme
from workshop_app.domain.frozen import frozen

CAPTION = 12


@frozen
class DrawingPaint:
    """``build``: (``ChartLook``, width, height) → a reportlab ``Drawing``."""

    build: Callable[[Any, float, float], Any]


def paint_cell_drawing(painter: QPainter, box: QRectF, picture: DrawingPaint, theme: Theme) -> None:
    """The drawing as large as the cell."""
    from reports import fonts
    from reports.charts.look import ChartLook
    from ui.widgets.chart_painter import paint_drawing

    fonts.register()
    look = ChartLook.screen(theme.dark, theme.pixels(CAPTION))
    inner = box.adjusted(0, 4, 0, -4)
    paint_drawing(painter, picture.build(look, inner.width(), inner.height()), inner)
