"""Horizontal charts: one bar split into parts, before and after, load against a limit, plus and minus."""

from __future__ import annotations

from collections.abc import Sequence

from reports import shapes
from reports.charts.look import ChartLook, FillKind, drawing
from reports.shapes import Drawing, Shape
from reports.style import Colour, department_look
from workshop_app.domain.frozen import frozen

_FEW_ROWS = 12
"""More rows of a load chart stand closer together."""


@frozen
class Part:
    """A part of a bar: value, text inside, fill. ``colour`` replaces ink for hatch, dots and text (findings)."""

    value: float
    text: str = ""
    fill: FillKind = "white"
    colour: Colour = None
    under: str = ""


def split_bar(look: ChartLook, width: float, parts: Sequence[Part], height: float = 0, total: float = 0) -> Drawing:
    """One bar cut into parts. Texts stand inside when they fit, on a plate over hatch or dots, else under the bar.

    ``total`` larger than the sum leaves the rest empty, so that two bars can share a scale.
    """
    size = look.size
    bar = height or size * 3
    lower = size * 1.6 if any(_needs_room_below(look, part, width, parts, total) for part in parts) else 0
    unit = width / (total or sum(part.value for part in parts) or 1)
    items, x = [], 0.0
    outside: list[tuple[float, str]] = []
    for part in parts:
        wide = part.value * unit
        items.append(_part(look, part, x, lower, wide, bar))
        outside.append((x, part.under or ("" if _fits(look, part, wide) else part.text)))
        x += wide
    items += _under(look, [(x, text) for x, text in outside if text], width, lower - size * 1.2)
    return drawing(width, bar + lower, *items)


def _under(look: ChartLook, texts: Sequence[tuple[float, str]], width: float, y: float) -> list[Shape]:
    """Texts under the bar, each at its part; pushed to the right by the one before, then back into the width."""
    gap, free = look.size * 0.7, 0.0
    starts = []
    for x, text in texts:
        starts.append(max(x, free))
        free = starts[-1] + look.width(text) + gap
    limit = width
    for index in reversed(range(len(texts))):
        starts[index] = max(min(starts[index], limit - look.width(texts[index][1])), 0)
        limit = starts[index] - gap
    return [look.words(start, y, text) for start, (_x, text) in zip(starts, texts, strict=True)]


def _needs_room_below(look: ChartLook, part: Part, width: float, parts: Sequence[Part], total: float) -> bool:
    whole = total or sum(each.value for each in parts) or 1
    return bool(part.under) or bool(part.text and not _fits(look, part, part.value * width / whole))


def _fits(look: ChartLook, part: Part, wide: float) -> bool:
    return look.width(part.text, 1.15, True) + look.size * 1.2 <= wide


def _part(look: ChartLook, part: Part, x: float, y: float, wide: float, high: float) -> Shape:
    size = look.size
    items = [look.box(x, y, wide, high, part.fill)]
    if part.colour is not None:
        items = [_coloured(look, part, x, y, wide, high)]
    if part.text and _fits(look, part, wide):
        baseline = y + high / 2 - size * 0.4
        if part.fill in ("hatch", "dots"):
            half = look.width(part.text, 1.15, True) / 2
            plate = shapes.rect(
                x + size * 0.5,
                baseline - size * 0.45,
                2 * half + size * 0.9,
                size * 1.8,
                fill=look.ground,
                radius=size * 0.2,
            )
            items.append(plate)
        colour = part.colour if part.colour is not None else look.ink_on(part.fill)
        items.append(look.words(x + size * 0.95, baseline, part.text, size=1.15, bold=True, colour=colour))
    return shapes.group(*items)


def _coloured(look: ChartLook, part: Part, x: float, y: float, wide: float, high: float) -> Shape:
    size = look.size
    frame = shapes.rect(x, y, wide, high, fill=look.ground, stroke=part.colour, stroke_width=look.line * 1.4)
    if part.fill == "hatch":
        inside = shapes.hatch(shapes.box_points(x, y, wide, high), part.colour, look.line, size * 0.42)
    elif part.fill == "dots":
        inside = shapes.dots(x, y, wide, high, part.colour, size * 0.07, size * 0.5)
    else:
        inside = shapes.rect(x, y, wide, high, fill=part.colour)
    return shapes.group(frame, inside)


def department_bar(index: int, x: float, y: float, width: float, height: float) -> Shape:
    """A bar of one department: its fill, and a hatched lower band when the department's second cue is hatch."""
    look = department_look(index)
    frame = shapes.rect(x, y, width, height, fill=look.fill, stroke=look.outline, stroke_width=0.7)
    if look.shape != "square" or width < 1:
        return frame
    band = shapes.hatch(shapes.box_points(x, y, width, height * 0.3), look.outline, 0.6, 1.4)
    return shapes.group(frame, band)


@frozen
class LoadRow:
    """A row of a load chart: label, values of each series, their sum as text."""

    label: str
    values: Sequence[float]
    sum_text: str


def load_bars(
    look: ChartLook,
    width: float,
    rows: Sequence[LoadRow],
    fills: Sequence[FillKind],
    limit: float,
    limit_text: str = "",
) -> Drawing:
    """Stacked rows with a dashed limit; above it the sum turns to the warning colour with a triangle."""
    size = look.size
    row, top = size * (2.3 if len(rows) <= _FEW_ROWS else 1.75), size * 1.7 if limit_text else size * 0.4
    labels = min(max((look.width(each.label, 1.05) for each in rows), default=0) + size, width * 0.4)
    sums = max((look.width(each.sum_text, 1.1, True) for each in rows), default=0) + size * 2.4
    plot = max(width - labels - sums, 30)
    unit = plot / (max([limit, *(sum(each.values) for each in rows)]) or 1)
    height = row * len(rows) + top
    items: list[Shape] = []
    for number, each in enumerate(rows):
        middle = height - top - row * (number + 0.5)
        items += _load_row(look, each, fills, (labels, middle, unit), limit, width)
    x = labels + limit * unit
    items.append(shapes.line((x, 0), (x, height - top + size * 0.3), look.warn, look.line * 1.2, (3, 2)))
    if limit_text:
        half = look.width(limit_text) / 2
        at = min(max(x, half), width - half)
        items.append(look.words(at, height - size * 1.1, limit_text, align="center", colour=look.warn))
    return drawing(width, height, *items)


def _load_row(
    look: ChartLook,
    each: LoadRow,
    fills: Sequence[FillKind],
    place: tuple[float, float, float],
    limit: float,
    width: float,
) -> list[Shape]:
    (x, middle, unit), size = place, look.size
    items = [look.words(0, middle - size * 0.38, each.label, size=1.05, colour=look.ink)]
    for value, fill in zip(each.values, fills, strict=False):
        if value > 0:
            items.append(look.box(x, middle - size * 0.6, max(value * unit - look.line, 0.3), size * 1.2, fill))
        x += value * unit
    over = sum(each.values) > limit
    colour = look.warn if over else look.ink
    items.append(
        look.words(width, middle - size * 0.4, each.sum_text, size=1.1, bold=True, colour=colour, align="right")
    )
    if over:
        left = width - look.width(each.sum_text, 1.1, True) - size * 1.4
        points = [
            (left, middle - size * 0.4),
            (left + size, middle - size * 0.4),
            (left + size / 2, middle + size * 0.5),
        ]
        items.append(shapes.polygon(points, fill=look.warn))
    return items
