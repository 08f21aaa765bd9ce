"""Run charts: a number over time with target, alarm, median and the session (SCREENS.md 1, “Run chart”)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from reports import shapes
from reports.charts.look import ChartLook, drawing, spread
from reports.shapes import Drawing, Point, Shape
from reports.style import Colour
from workshop_app.domain.frozen import frozen

ENOUGH_POINTS = 6
_ROOM = 0.12


@frozen
class RunData:
    """``points``: (time, value) with time as any growing number, e.g. a date's ordinal.

    ``median`` is given: after the session it stays that of the points before (METHOD C.12).
    ``bad`` and ``good``: indexes of the points a signal is made of; ``alarming`` says whether the bad ones are alarm
    or attention. ``session``: the time of the session.
    """

    points: Sequence[tuple[float, float]]
    target: float | None = None
    alarm: float | None = None
    median: float | None = None
    session: float | None = None
    bad: Collection[int] = ()
    good: Collection[int] = ()
    alarming: bool = False

    @property
    def enough(self) -> bool:
        """Whether there are points enough to speak of a trend."""
        return len(self.points) >= ENOUGH_POINTS


@frozen
class RunTexts:
    """Ready texts: ``target``, ``alarm``, ``median`` at the right end, ``session`` above its line, ``few`` points."""

    target: str = ""
    alarm: str = ""
    median: str = ""
    session: str = ""
    few: str = ""
    start: str = ""
    end: str = ""


class _Scale:
    """From time and value to points; fits data, target and alarm with 12 %, not from zero."""

    def __init__(self, data: RunData, area: tuple[float, float, float, float]) -> None:
        self.left, self.bottom, self.right, self.top = area
        values = [value for _, value in data.points]
        values += [line for line in (data.target, data.alarm) if line is not None]
        low, high = min(values, default=0.0), max(values, default=1.0)
        spare = (high - low) * _ROOM or abs(high) * _ROOM or 1.0
        self.low, self.high = low - spare, high + spare
        times = [time for time, _ in data.points] + ([data.session] if data.session is not None else [])
        self.first, self.last = min(times, default=0.0), max(times, default=1.0)

    def x(self, time: float) -> float:
        """Horizontal place."""
        span = self.last - self.first
        return self.left + (self.right - self.left) * ((time - self.first) / span if span else 0.5)

    def y(self, value: float) -> float:
        """Vertical place."""
        return self.bottom + (self.top - self.bottom) * (value - self.low) / (self.high - self.low)


def run_chart(
    look: ChartLook, width: float, height: float, data: RunData, texts: RunTexts, number: Callable[[float], str]
) -> Drawing:
    """The large chart with labels at the right end, pushed apart, and the session's line."""
    size = look.size
    labels = _labels(look, data, texts)
    margin = max((look.width(text) for _, text, _ in labels), default=0) + size * 1.2
    axis = max((look.width(number(value)) for _, value in data.points), default=0) + size
    scale = _Scale(data, (axis, 2.2 * size, width - margin, height - 1.8 * size))
    items = [*_ground(look, data, texts, scale), *_lines(look, data, scale), *_curve(look, data, scale, size * 0.27)]
    places = spread([scale.y(value) - size * 0.35 for value, _, _ in labels], size * 1.4, scale.bottom, scale.top)
    for (_, text, colour), place in zip(labels, places, strict=True):
        items.append(look.words(scale.right + size * 0.7, place, text, colour=colour))
    items += _axis(look, data, texts, scale, number)
    return drawing(width, height, *items)


def spark(look: ChartLook, width: float, height: float, data: RunData, *, points: bool = False) -> Drawing:
    """The same small, without labels, for a table; ``points``: each value is marked, those of a signal by its sign."""
    edge = look.size * 0.35
    scale = _Scale(data, (edge, edge, width - edge, height - edge))
    items: list[Shape] = []
    if data.session is not None:
        x = scale.x(data.session)
        items.append(shapes.line((x, 0), (x, height), look.strong, look.line * 0.8))
    items += [*_lines(look, data, scale), *_curve(look, data, scale, look.size * 0.2 if points else 0)]
    return drawing(width, height, *items)


def _labels(look: ChartLook, data: RunData, texts: RunTexts) -> list[tuple[float, str, Colour]]:
    wanted = (
        (data.target, texts.target, look.accent),
        (data.alarm, texts.alarm, look.error),
        (data.median, texts.median, look.text2),
    )
    return [(value, text, colour) for value, text, colour in wanted if value is not None and text]


def _ground(look: ChartLook, data: RunData, texts: RunTexts, scale: _Scale) -> list[Shape]:
    items: list[Shape] = []
    if data.session is not None:
        x = scale.x(data.session)
        items.append(shapes.rect(x, scale.bottom, scale.right - x, scale.top - scale.bottom, fill=look.tint))
        items.append(shapes.line((x, scale.bottom), (x, scale.top + look.size * 0.3), look.strong, look.line))
        half = look.width(texts.session) / 2
        middle = min(max(x, scale.left + half), scale.right - half)
        items.append(look.words(middle, scale.top + look.size * 0.6, texts.session, align="center", colour=look.text3))
    items.append(shapes.line((scale.left, scale.bottom), (scale.right, scale.bottom), look.strong, look.line))
    return items


def _lines(look: ChartLook, data: RunData, scale: _Scale) -> list[Shape]:
    items = []
    dashed = (look.size * 0.4, look.size * 0.25)
    styles = (
        (data.target, look.accent, 1.3, ()),
        (data.alarm, look.error, 1.2, dashed),
        (data.median, look.text2, 1.0, (look.line, look.line * 2.4)),
    )
    for value, colour, wide, dash in styles:
        if value is not None:
            y = scale.y(value)
            items.append(shapes.line((scale.left, y), (scale.right, y), colour, look.line * wide, dash))
    return items


def _curve(look: ChartLook, data: RunData, scale: _Scale, radius: float) -> list[Shape]:
    places: list[Point] = [(scale.x(time), scale.y(value)) for time, value in data.points]
    items: list[Shape] = []
    if len(places) > 1:
        items.append(shapes.polyline(places, look.text2 if radius else look.ink, look.line * 1.6))
    for index, place in enumerate(places):
        last = index == len(places) - 1
        if radius or last:
            items.append(_point(look, data, index, place, radius or look.size * 0.3, last))
    return items


def _point(look: ChartLook, data: RunData, index: int, place: Point, radius: float, last: bool) -> Shape:
    x, y = place
    if data.enough and index in data.bad:
        colour = look.error if data.alarming else look.warn
        points = [(x - radius * 1.35, y + radius), (x + radius * 1.35, y + radius), (x, y - radius * 1.4)]
        return shapes.polygon(points, fill=colour)
    if data.enough and index in data.good:
        return shapes.circle(place, radius, fill=look.ok)
    fill = look.ink if last else look.ground
    return shapes.circle(place, radius, fill=fill, stroke=look.ink if last else look.text2, stroke_width=look.line)


def _axis(
    look: ChartLook, data: RunData, texts: RunTexts, scale: _Scale, number: Callable[[float], str]
) -> list[Shape]:
    size = look.size
    first = scale.x(data.points[0][0]) if data.points else scale.left
    items = [
        look.words(first, size * 0.5, texts.start, colour=look.text3),
        look.words(scale.right, size * 0.5, texts.end, colour=look.text3, align="right"),
    ]
    if data.points:
        values = [value for _, value in data.points]
        shown = dict.fromkeys((values[0], max(values), min(values)))
        places = spread([scale.y(value) - size * 0.35 for value in shown], size * 1.3, scale.bottom - size, scale.top)
        for value, place in zip(shown, places, strict=True):
            items.append(look.words(scale.left - size * 0.6, place, number(value), align="right", colour=look.text3))
    if not data.enough and texts.few:
        items.append(_few(look, texts, scale, first))
    return items


def _few(look: ChartLook, texts: RunTexts, scale: _Scale, first: float) -> Shape:
    """That it is too early for a trend: in the middle, before the first date where there is no room after it."""
    size = look.size
    left = first + look.width(texts.start) + size
    right = scale.right - look.width(texts.end) - size
    if right - left >= look.width(texts.few):
        return look.words((left + right) / 2, size * 0.5, texts.few, align="center", colour=look.text3)
    return look.words(first - size, size * 0.5, texts.few, align="right", colour=look.text3)
