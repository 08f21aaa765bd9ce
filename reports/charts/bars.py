"""Bars: years stacked by kind of revenue, months with quarter ends, simple columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reports import shapes
from reports.charts.look import ChartLook, FillKind, drawing, nice_steps, spread
from reports.shapes import Drawing, Shape
from workshop_app.domain.frozen import frozen

Format = Callable[[float], str]

TWO_LINES = 2.9
"""Captions between names at the right that have a fact under them; a low chart writes it behind the name."""


@frozen
class Series:
    """A part of every bar: its name, its fill, what stands under the name at the right («9.6 m · 9.8 %»)."""

    name: str
    fill: FillKind
    fact: str = ""


@frozen
class Bar:
    """One stacked bar; ``parts`` in the order of the series from the bottom, None = no history (only ``total``)."""

    label: str
    total: float
    total_text: str
    parts: Sequence[float] | None = None
    part_texts: Sequence[str] = ()
    note: str = ""


@frozen
class Month:
    """A month: its name, its value and how that is written."""

    name: str
    value: float
    text: str
    ends_quarter: bool


def stacked_years(
    look: ChartLook,
    width: float,
    height: float,
    series: Sequence[Series],
    bars: Sequence[Bar],
    number: Format,
    no_data: str,
) -> Drawing:
    """Years stacked from the bottom, totals above, names at the right of the last bar in the order of the stack.

    Usual order of fills: pale (renewals), accent (add-ons), hatch (returned), ink (new). ``no_data`` stands in the
    dashed outline of a year without history.
    """
    size = look.size
    below = height - 3.6 * size >= TWO_LINES * size * len(series)
    names = max((look.width(each.name, 1.05, below) for each in series), default=0) + 2.4 * size
    names += 0 if below else max((look.width(each.fact, 1.05, True) for each in series), default=0) + size
    steps = nice_steps(max((bar.total for bar in bars), default=0))
    axis = max(look.width(number(step)) for step in steps) + size
    left, bottom, top = axis, 1.9 * size, height - 1.7 * size
    plot = max(width - left - names - size, 40)
    unit = (top - bottom) / max(steps[-1], max((bar.total for bar in bars), default=1) or 1)
    items = [_grid(look, left, plot, bottom, [(step * unit, number(step)) for step in steps])]
    each = plot / max(len(bars), 1)
    for index, bar in enumerate(bars):
        x = left + each * index + each * 0.18
        items.append(_stack(look, bar, series, (x, each * 0.64), bottom, unit, no_data))
    if bars and bars[-1].parts is not None:
        area = (left + plot + size * 0.4, bottom, top)
        items.append(_names(look, series, bars[-1], area, unit, right=0 if below else width))
    return drawing(width, height, *items)


def _grid(look: ChartLook, left: float, plot: float, bottom: float, steps: Sequence[tuple[float, str]]) -> Shape:
    items = []
    for offset, label in steps:
        y = bottom + offset
        colour, width = (look.ink, look.line * 1.3) if offset == 0 else (look.grid, look.line * 0.7)
        items.append(shapes.line((left, y), (left + plot, y), colour, width))
        items.append(look.words(left - look.size * 0.6, y - look.size * 0.35, label, align="right", colour=look.text3))
    return shapes.group(*items)


def _stack(
    look: ChartLook,
    bar: Bar,
    series: Sequence[Series],
    span: tuple[float, float],
    bottom: float,
    unit: float,
    no_data: str,
) -> Shape:
    x, width = span
    middle, size = x + width / 2, look.size
    items = [look.words(middle, bottom - 1.5 * size, bar.label, size=1.1, bold=True, colour=look.ink, align="center")]
    top = bottom + bar.total * unit
    if bar.parts is None:
        items.append(
            shapes.rect(
                x,
                bottom,
                width,
                top - bottom,
                fill=look.tint,
                stroke=look.strong,
                stroke_width=look.line,
                dash=(2.2, 1.8),
            )
        )
        for number, line in enumerate(no_data.split("\n")):
            y = bottom + (top - bottom) / 2 - number * size * 1.3
            items.append(look.words(middle, y, line, align="center", colour=look.text2))
    else:
        items.append(_parts(look, bar, series, x, width, bottom, unit))
    items.append(
        look.words(middle, top + size * 0.5, bar.total_text, size=1.15, bold=True, colour=look.ink, align="center")
    )
    return shapes.group(*items)


def _parts(
    look: ChartLook, bar: Bar, series: Sequence[Series], x: float, width: float, bottom: float, unit: float
) -> Shape:
    items, y, gap = [], bottom, look.line
    texts = [*bar.part_texts, *[""] * (len(series) - len(bar.part_texts))]
    for part, each, text in zip(bar.parts or (), series, texts, strict=False):
        high = part * unit
        if high > 0:
            items.append(look.box(x, y, width, max(high - gap, 0.2), each.fill))
            if text and high > look.size * 1.3:
                items.append(_inside(look, x + width / 2, y + high / 2 - look.size * 0.38, text, each.fill))
        y += high
    return shapes.group(*items)


def _inside(look: ChartLook, x: float, y: float, text: str, fill: FillKind) -> Shape:
    if fill in ("hatch", "dots"):
        return look.plate(x, y, text)
    return look.words(x, y, text, bold=True, colour=look.ink_on(fill), align="center")


def _names(
    look: ChartLook, series: Sequence[Series], bar: Bar, area: tuple[float, float, float], unit: float, *, right: float
) -> Shape:
    """Names with their facts below, or at ``right``."""
    x, bottom, top = area
    middles, y = [], bottom
    for part in bar.parts or ():
        middles.append(y + part * unit / 2)
        y += part * unit
    facts = not right and any(each.fact for each in series)
    low, high = (bottom + look.size, top) if facts else (bottom, top + look.size * 0.5)
    places = spread(middles, look.size * (TWO_LINES if facts else 1.5), low, high)
    items, box = [], look.size * 1.15
    for each, place in zip(series, places, strict=False):
        items.append(look.box(x, place - box / 2 + look.size * 0.25, box, box, each.fill))
        start = x + look.size * 1.9
        items.append(look.words(start, place, each.name, size=1.05, bold=not right, colour=look.ink))
        if right:
            items.append(look.words(right, place, each.fact, size=1.05, bold=True, colour=look.ink, align="right"))
        else:
            items.append(look.words(start, place - look.size * 1.25, each.fact))
    return shapes.group(*items)


def months(
    look: ChartLook,
    width: float,
    height: float,
    year: Sequence[Month],
    even: float | None = None,
    even_text: str = "",
) -> Drawing:
    """The months of a year: quarter ends in the accent with their value, the others grey without; a dashed even spread.

    A negative month is a short mark of the error colour under the line.
    """
    size, values = look.size, [month.value for month in year]
    bottom, top = 1.9 * size, height - 1.6 * size
    unit, each = (top - bottom) / (max(*values, even or 0, 0) or 1), width / len(year)
    items: list[Shape] = []
    for index, month in enumerate(year):
        items += _month(look, month, (index * each, each), bottom, month.value * unit, height)
    items.append(shapes.line((0, bottom), (width, bottom), look.ink, look.line * 1.3))
    for index, month in enumerate(year):
        if month.ends_quarter:
            wide = look.width(month.text, 1.1, True)
            x = _inner((index + 0.5) * each, wide, width)
            y = bottom + _under_label(values, index, wide > each * 1.25) * unit + size * 0.4
            items.append(look.words(x, y, month.text, size=1.1, bold=True, colour=look.ink, align="center"))
    if even is not None:
        y = bottom + even * unit
        items.append(shapes.line((0, y), (width, y), look.text2, look.line, (3, 2)))
        items.append(shapes.rect(0, y + size * 0.1, look.width(even_text), size * 1.2, fill=look.ground))
        items.append(look.words(0, y + size * 0.35, even_text))
    return drawing(width, height, *items)


def _under_label(values: Sequence[float], index: int, wide: bool) -> float:
    """What a month's value stands on: its bar, or the highest beside it where the value is wider than its column."""
    return max(0.0, *values[max(0, index - 1) : index + 2]) if wide else max(0.0, values[index])


def _inner(x: float, label: float, width: float) -> float:
    """A label's middle moved so that the label stays within the chart."""
    return min(max(x, label / 2), width - label / 2)


def _month(
    look: ChartLook, month: Month, span: tuple[float, float], bottom: float, high: float, top: float
) -> list[Shape]:
    (x, each), size, items = span, look.size, []
    if month.ends_quarter:
        items.append(shapes.rect(x + each * 0.06, bottom, each * 0.88, top - bottom, fill=look.selected))
    bar, wide = x + each * 0.18, each * 0.64
    if high > 0:
        items.append(look.box(bar, bottom, wide, high, "accent" if month.ends_quarter else "pale"))
    elif high < 0:
        items.append(shapes.rect(bar, bottom - size * 0.3, wide, size * 0.26, fill=look.error))
    middle, y, colour = x + each / 2, bottom - 1.4 * size, look.ink if month.ends_quarter else look.text3
    items.append(look.words(middle, y, month.name, bold=month.ends_quarter, colour=colour, align="center"))
    return items


def columns_chart(
    look: ChartLook,
    width: float,
    height: float,
    values: Sequence[float],
    texts: Sequence[str],
    labels: Sequence[str],
    notes: Sequence[str] = (),
) -> Drawing:
    """Simple columns with the value above, the label and a note below."""
    size = look.size
    bottom, top = (3.2 if notes else 1.9) * size, height - 1.9 * size
    unit, each = (top - bottom) / (max([*values, 0]) or 1), width / max(len(values), 1)
    items = []
    for index, value in enumerate(values):
        middle = (index + 0.5) * each
        items.append(look.box(middle - each * 0.25, bottom, each * 0.5, value * unit, "hatch"))
        y = bottom + value * unit + size * 0.5
        items.append(look.words(middle, y, texts[index], size=1.35, bold=True, colour=look.ink, align="center"))
        items.append(
            look.words(
                middle, bottom - 1.5 * size, labels[index], size=1.05, bold=True, colour=look.ink, align="center"
            )
        )
        if notes:
            items.append(look.words(middle, size * 0.4, notes[index], align="center"))
    items.append(shapes.line((0, bottom), (width, bottom), look.ink, look.line * 1.3))
    return drawing(width, height, *items)
