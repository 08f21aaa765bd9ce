"""Department badges and marks: code, colour and a shape that survives a black-and-white printer (DESIGN.md 2)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reports import fonts, shapes
from reports.flowables.mark import Mark
from reports.shapes import Point
from reports.style import INK, STRONG, WHITE, DepartmentLook, department_look
from reports.text import clean
from workshop_app.domain.frozen import frozen

BADGE = 15.0
"""Height of a badge in a title, points."""
BADGE_CELL = 9.4
"""Height of a badge in a table."""
BADGE_DENSE = 8.4
"""Height of a badge in a dense table."""
_MAX_CODE = 10


@frozen
class Department:
    """What paper knows of a department: code, name, place in the order (0 first; None: outside the departments)."""

    code: str
    name: str
    index: int | None


def badge(department: Department, height: float = BADGE_CELL) -> Mark:
    """The code on the department's fill and shape. Width = max(1.65 height, text + 0.75 height)."""
    return _badge(department.code, department.name, department.index, height)


@lru_cache(maxsize=500)
def _badge(code: str, name: str, index: int | None, height: float) -> Mark:
    fonts.register()
    look = department_look(index)
    shown = clean(code)[:_MAX_CODE] or "?"
    size = height * 0.62
    font = fonts.SEMIBOLD
    width = max(1.65 * height, fonts.measure(shown, font, size) + 0.75 * height)
    ground, lift = _ground(index, look, width, height)
    baseline = height / 2 - size * 0.349 + lift
    label = shapes.text(width / 2, baseline, shown, font, size, look.ink, "center")
    return Mark(width, height, shapes.group(ground, label), name or code)


def _ground(index: int | None, look: DepartmentLook, width: float, height: float) -> tuple[Any, float]:
    line = max(height * 0.055, 0.5)
    if index is None:
        box = _box(look, width, height, line)
        return box, 0
    if look.shape == "circle":
        outline = look.outline if look.fill != WHITE else INK
        pill = shapes.rect(
            0, 0, width, height, fill=look.fill, stroke=outline, stroke_width=line / 2, radius=height / 2
        )
        return pill, 0
    if look.shape == "square":
        return _hatched(look, width, height, line)
    if look.shape == "diamond":
        return _cut(look, width, height, line), 0
    return _framed(look, width, height, line), 0


def _box(look: DepartmentLook, width: float, height: float, line: float) -> Any:
    half = line / 2
    return shapes.rect(
        half,
        half,
        width - line,
        height - line,
        fill=look.fill,
        stroke=look.outline,
        stroke_width=line,
        radius=height * 0.12,
    )


def _hatched(look: DepartmentLook, width: float, height: float, line: float) -> tuple[Any, float]:
    band = height * 0.2
    area = shapes.box_points(line, line, width - 2 * line, band)
    hatching = shapes.hatch(area, look.outline, max(height * 0.05, 0.4), max(height * 0.095, 0.9))
    return shapes.group(_box(look, width, height, line), hatching), height * 0.08


def _cut(look: DepartmentLook, width: float, height: float, line: float) -> Any:
    cut, low, right, top = height * 0.24, line / 2, width - line / 2, height - line / 2
    corners: list[Point] = [
        (low + cut, low), (right - cut, low), (right, low + cut), (right, top - cut),
        (right - cut, top), (low + cut, top), (low, top - cut), (low, low + cut),
    ]  # fmt: skip
    ground = shapes.polygon(corners, fill=look.fill, stroke=look.outline, stroke_width=line)
    radius = max(height * 0.035, 0.3)
    row = shapes.dots(cut, height * 0.06, width - 2 * cut, 2 * radius + 0.1, look.ink, radius, height * 0.16)
    return shapes.group(ground, row)


def _framed(look: DepartmentLook, width: float, height: float, line: float) -> Any:
    inset = height * 0.12
    inner = shapes.rect(
        inset,
        inset,
        width - 2 * inset,
        height - 2 * inset,
        stroke=look.outline,
        stroke_width=line * 0.8,
        radius=height * 0.06,
    )
    return shapes.group(_box(look, width, height, line), inner)


def department_mark(index: int | None, filled: bool, size: float = 6.4, words: str = "") -> Mark:
    """Circle, square, diamond or triangle of a department; filled = named, empty = not named."""
    look = department_look(index)
    fill = look.fill if filled else WHITE
    stroke = look.outline if filled else STRONG
    line = 0.7
    return Mark(size, size, _symbol(look.shape, size, line, fill, stroke), words)


def _symbol(shape: str, size: float, line: float, fill: Any, stroke: Any) -> Any:
    half, low, high = size / 2, line / 2, size - line / 2
    if shape == "circle":
        return shapes.circle((half, half), half - low, fill=fill, stroke=stroke, stroke_width=line)
    if shape == "square":
        inset = size * 0.04 + low
        return shapes.rect(
            inset, inset, size - 2 * inset, size - 2 * inset, fill=fill, stroke=stroke, stroke_width=line
        )
    if shape == "diamond":
        points = [(half, low), (high, half), (half, high), (low, half)]
    else:
        points = [(low, low + size * 0.06), (high, low + size * 0.06), (half, high)]
    return shapes.polygon(points, fill=fill, stroke=stroke, stroke_width=line)
