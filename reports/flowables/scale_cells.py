"""Small charts in table columns that share one scale: hours side by side, before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reports import fonts, shapes
from reports.charts.rows import department_bar
from reports.flowables.block import Block
from reports.flowables.mark import Mark
from reports.furniture import put
from reports.paint import paint
from reports.paper import Paper
from reports.style import CAPTION, CELL, ERROR, HAIRLINE, INK, MM, STRONG, TEXT2, WHITE
from reports.tagging import Element
from workshop_app.domain.frozen import frozen

_BAR = 8.6
_WIDE_BAR = 11.0
_DISC = 2.9


class DepartmentBars(Block):
    """Numbers of the departments in order as bars: two departments stand back to back.

    More stand under each other, each that has something with its sign before it. ``limit`` is the largest value of the
    column, so that all rows share a scale.
    """

    fills_row = True

    def __init__(self, values: Sequence[float], texts: Sequence[str], limit: float, signs: Sequence[Mark] = ()) -> None:
        super().__init__()
        self.values, self.texts, self.limit, self.signs = list(values), list(texts), limit, list(signs)
        self._shown = [place for place, value in enumerate(self.values) if value]
        self._start = max((sign.width for sign in self.signs), default=-4.0) + 4
        self.element = Element("P")
        self._label = max((fonts.measure(text, CELL.font, CELL.size) for text in texts), default=0) + 4

    @property
    def _mirrored(self) -> bool:
        return len(self.values) == 2

    def measure(self, width: float, height: float) -> float:
        return _WIDE_BAR if self._mirrored else max(1, len(self._shown)) * (_BAR + 1)

    def min_width(self) -> float:
        return 30 * MM

    def draw(self) -> None:
        """Bars and their numbers."""
        with self.content(self.element):
            if self._mirrored:
                self._draw_mirrored()
            else:
                self._draw_rows()

    def _draw_mirrored(self) -> None:
        middle, y = self.width / 2, self.height / 2
        unit = max(middle - self._label - 3, 1) / (self.limit or 1)
        paint(self.canv, shapes.line((middle, 1.5), (middle, self.height - 1.5), STRONG, 0.8))
        left, right = (value * unit for value in self.values)
        paint(self.canv, department_bar(0, middle - 2.4 - left, y - _WIDE_BAR / 2, left, _WIDE_BAR))
        paint(self.canv, department_bar(1, middle + 2.4, y - _WIDE_BAR / 2, right, _WIDE_BAR))
        base = y - CELL.size * 0.349
        put(self.canv, middle - left - 5.4, base, self.texts[0], CELL, "right")
        put(self.canv, middle + right + 5.4, base, self.texts[1], CELL)

    def _draw_rows(self) -> None:
        unit = max(self.width - self._label - self._start, 1) / (self.limit or 1)
        y = self.height / 2 + len(self._shown) * (_BAR + 1) / 2
        for index in self._shown:
            y -= _BAR + 1
            length = self.values[index] * unit
            if self.signs:
                sign = self.signs[index]
                paint(self.canv, shapes.group(sign.shapes, y=y + (_BAR + 1 - sign.height) / 2))
            paint(self.canv, department_bar(index, self._start, y + 1.5, length, _BAR - 2))
            put(self.canv, self._start + length + 3, y + _BAR / 2 - 2.6, self.texts[index], CELL.sized(7.6))


@frozen
class Span:
    """A scale from ``low`` to ``high`` with marked values."""

    low: float
    high: float
    marks: Sequence[float] = ()

    def x(self, value: float, width: float) -> float:
        """Place of a value within the width."""
        part = (value - self.low) / ((self.high - self.low) or 1)
        return _DISC + 1 + (width - 2 * _DISC - 2) * min(max(part, 0), 1)


class SpanHead(Block):
    """The scale's marked values for the column's head."""

    fills_row = True

    def __init__(self, span: Span, number: Callable[[float], str]) -> None:
        super().__init__()
        self.span, self.number = span, number

    def measure(self, width: float, height: float) -> float:
        return CAPTION.leading

    def min_width(self) -> float:
        return 35 * MM

    def draw(self) -> None:
        """Values over their lines."""
        with self.artifact():
            for mark in self.span.marks:
                put(self.canv, self.span.x(mark, self.width), 4, self.number(mark), CAPTION, "center")


class SpanCell(Block):
    """Before = open ring, after = full disc; a loss is a dashed line. The numbers stand in the columns beside."""

    fills_row = True

    def __init__(self, paper: Paper, span: Span, before: float, after: float) -> None:
        super().__init__()
        self.paper, self.span = paper, span
        self.first, self.last = before, after

    def measure(self, width: float, height: float) -> float:
        return 2 * _DISC + 2

    def min_width(self) -> float:
        return 35 * MM

    def draw(self) -> None:
        """Scale lines, the way, ring and disc."""
        middle = self.height / 2
        first, last = (self.span.x(value, self.width) for value in (self.first, self.last))
        loss = self.last < self.first
        lines = [self.span.x(mark, self.width) for mark in self.span.marks]
        way = shapes.line((first, middle), (last, middle), ERROR if loss else INK, 1.6, (2.2, 1.5) if loss else ())
        with self.artifact():
            for x in lines:
                paint(self.canv, shapes.line((x, 0), (x, self.height), HAIRLINE, 0.4))
            paint(self.canv, way)
            ring = shapes.circle((first, middle), _DISC, fill=WHITE, stroke=TEXT2, stroke_width=1.1)
            paint(self.canv, shapes.group(ring, shapes.circle((last, middle), _DISC, fill=INK)))
