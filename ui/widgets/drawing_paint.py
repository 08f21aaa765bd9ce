"""A chart in a box: a cell of a table, a place in the room. The same drawing that paper prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.theme import Theme
from workshop_app.domain.frozen import frozen

if TYPE_CHECKING:  # reportlab comes when the first chart is drawn
    from reports.charts.look import ChartLook
    from reports.shapes import Drawing

Build = Callable[["ChartLook", float, float], "Drawing"]
"""Makes a drawing of a width and height."""

CAPTION = 12


@frozen
class DrawingPaint:
    """A chart for a cell."""

    build: Build


def paint_cell_drawing(painter: QPainter, box: QRectF, picture: DrawingPaint, theme: Theme) -> None:
    """The drawing as large as the cell."""
    inner = box.adjusted(0, 4, 0, -4)
    paint_chart(painter, inner, picture.build, theme.pixels(CAPTION), dark=theme.dark)


def paint_chart(painter: QPainter, box: QRectF, build: Build, size: float, *, dark: bool = False) -> None:
    """A chart as large as the box; ``size`` of its type in the painter's units."""
    from reports import fonts
    from reports.charts.look import ChartLook
    from ui.widgets.chart_painter import paint_drawing

    fonts.register()
    paint_drawing(painter, build(ChartLook.screen(dark, size), box.width(), box.height()), box)
