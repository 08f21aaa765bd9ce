"""Typed makers of ReportLab shapes for marks and charts. Points, y upwards; the same shapes go to paper and screen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from reports.style import INK, Align, Colour
from reports.text import clean
from reports.unchecked import shapes

Point = tuple[float, float]
Shape = Any
"""A ReportLab shape, or a group of them; ReportLab has no types."""

Drawing = Any
"""A ReportLab drawing: shapes and the size of their paper."""

_LONGEST = 160
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}


def line(start: Point, end: Point, colour: Colour = INK, width: float = 1, dash: Sequence[float] = ()) -> Shape:
    """A straight line with flat ends."""
    return shapes.Line(*start, *end, strokeColor=colour, strokeWidth=width, strokeDashArray=list(dash) or None)


def polyline(points: Iterable[Point], colour: Colour = INK, width: float = 1, dash: Sequence[float] = ()) -> Shape:
    """An open line through the points, round ends and joins unless dashed."""
    flat = [value for point in points for value in point]
    cap = 0 if dash else 1
    return shapes.PolyLine(
        flat,
        strokeColor=colour,
        strokeWidth=width,
        strokeDashArray=list(dash) or None,
        strokeLineCap=cap,
        strokeLineJoin=1,
    )


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: Colour | None = None,
    stroke: Colour | None = None,
    stroke_width: float = 0.6,
    radius: float = 0,
    dash: Sequence[float] = (),
) -> Shape:
    """A rectangle, with round corners when ``radius`` is given."""
    return shapes.Rect(
        x,
        y,
        max(width, 0),
        max(height, 0),
        rx=radius,
        ry=radius,
        fillColor=fill,
        strokeColor=stroke,
        strokeWidth=stroke_width if stroke is not None else 0,
        strokeDashArray=list(dash) or None,
    )


def circle(
    centre: Point,
    radius: float,
    *,
    fill: Colour | None = None,
    stroke: Colour | None = None,
    stroke_width: float = 0.6,
    dash: Sequence[float] = (),
) -> Shape:
    """A circle."""
    return shapes.Circle(
        *centre,
        radius,
        fillColor=fill,
        strokeColor=stroke,
        strokeWidth=stroke_width if stroke is not None else 0,
        strokeDashArray=list(dash) or None,
    )


def polygon(
    points: Iterable[Point], *, fill: Colour | None = None, stroke: Colour | None = None, stroke_width: float = 0.6
) -> Shape:
    """A closed polygon."""
    return shapes.Polygon(
        [value for point in points for value in point],
        fillColor=fill,
        strokeColor=stroke,
        strokeWidth=stroke_width if stroke is not None else 0,
        strokeLineJoin=1,
    )


def text(x: float, y: float, words: str, font: str, size: float, colour: Colour = INK, align: Align = "left") -> Shape:
    """A word or two, not wrapped, cleaned of what no font shows; ``y`` is the baseline."""
    return shapes.String(
        x, y, clean(words, _LONGEST), fontName=font, fontSize=size, fillColor=colour, textAnchor=_ANCHOR[align]
    )


def group(*items: Shape, x: float = 0, y: float = 0, scale: float = 1) -> Shape:
    """Shapes together, moved to (x, y) and scaled."""
    made = shapes.Group(*items)
    made.transform = (scale, 0, 0, scale, x, y)
    return made


def circle_points(centre: Point, radius: float, count: int = 48) -> list[Point]:
    """A circle as a polygon, for hatching."""
    turn = 2 * math.pi / count
    return [(centre[0] + radius * math.cos(i * turn), centre[1] + radius * math.sin(i * turn)) for i in range(count)]


def box_points(x: float, y: float, width: float, height: float) -> list[Point]:
    """A rectangle as a polygon."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def hatch(outline: Sequence[Point], colour: Colour, width: float = 0.8, step: float = 3) -> Shape:
    """45° hatch inside a convex outline, ``step`` between lines. Without clip paths, which Qt paints black."""
    offsets = [y - x for x, y in outline]
    gap = step * math.sqrt(2)
    first = math.ceil((min(offsets) + gap / 4) / gap)
    lines = []
    for index in range(first, math.floor(max(offsets) / gap) + 1):
        ends = _crossings(outline, index * gap)
        if len(ends) >= 2 and math.dist(ends[0], ends[-1]) > width / 2:
            lines.append(line(ends[0], ends[-1], colour, width))
    return shapes.Group(*lines)


def _crossings(outline: Sequence[Point], offset: float) -> list[Point]:
    found: list[Point] = []
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        d1, d2 = y1 - x1 - offset, y2 - x2 - offset
        if (d1 < 0) != (d2 < 0):
            part = d1 / (d1 - d2)
            found.append((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part))
    return sorted(found)


def dots(
    x: float, y: float, width: float, height: float, colour: Colour, radius: float = 0.5, step: float = 3
) -> Shape:
    """A dotted fill of a rectangle: every second row is shifted by half a step."""
    made = []
    rows = int((height - 2 * radius) / step)
    for row in range(rows + 1):
        shift = step / 2 if row % 2 else 0
        count = int((width - 2 * radius - shift) / step)
        at_y = y + (height - rows * step) / 2 + row * step
        made += [circle((x + radius + shift + i * step, at_y), radius, fill=colour) for i in range(count + 1)]
    return shapes.Group(*made)
