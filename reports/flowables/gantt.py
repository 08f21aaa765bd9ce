"""A Gantt strip inside a table: one scale, month names in the head only, a bar per row (PAPER.md 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from functools import lru_cache
from typing import Any, Literal

from reports import fonts, shapes
from reports.flowables.block import Block
from reports.flowables.mark import Mark
from reports.furniture import put
from reports.paint import paint
from reports.paper import Paper
from reports.style import COLUMN_HEAD, ERROR, HAIRLINE, INK, MM, TINT_DARK, WHITE, Colour
from reports.tagging import Element
from reports.text import prepare
from workshop_app.domain.frozen import frozen
from workshop_app.domain.time_strip import month_starts

GanttState = Literal["done", "running", "planned", "overdue"]
_BAR = 6.0
_DONE_LINE = "#9AA3AF"
_INSET = 5.0


@frozen
class GanttScale:
    """First and last day of the strip, and today."""

    start: Date
    end: Date
    today: Date | None = None

    def x(self, day: Date, width: float) -> float:
        """Place of a day within the width; days outside stay at the edge."""
        span = max((self.end - self.start).days, 1)
        part = min(max((day - self.start).days / span, 0), 1)
        return (width - _INSET) * part

    def months(self) -> Iterator[Date]:
        """First days of the months after the start."""
        return month_starts(self.start, self.end)


class GanttHead(Block):
    """Month names and the tip of today's line, for the column's head."""

    fills_row = True

    def __init__(self, paper: Paper, scale: GanttScale) -> None:
        super().__init__()
        self.paper, self.scale = paper, scale

    def measure(self, width: float, height: float) -> float:
        return COLUMN_HEAD.leading

    def min_width(self) -> float:
        return 30 * MM

    def draw(self) -> None:
        """Names from the left; one that would run into the next is left out."""
        with self.artifact():
            free = 0.0
            for day in (self.scale.start, *self.scale.months()):
                x = self.scale.x(day, self.width)
                name = prepare(self.paper.words.month(day), self.paper.language)
                width = fonts.measure(name, COLUMN_HEAD.font, COLUMN_HEAD.size)
                if x + 2 >= free and x + 2 + width <= self.width and self._fits(day, x + 2 + width):
                    put(self.canv, x + 2, 5, name, COLUMN_HEAD)
                    free = x + 2 + width + 3
            if self.scale.today is not None:
                x = self.scale.x(self.scale.today, self.width)
                points = [(x - 3, 0), (x + 3, 0), (x, -4)]
                paint(self.canv, shapes.polygon(points, fill=self.paper.accent))

    def _fits(self, day: Date, end: float) -> bool:
        following = next((month for month in self.scale.months() if month > day), None)
        return following is None or end <= self.scale.x(following, self.width) + 1


class GanttCell(Block):
    """One bar: ``done`` grey line and disc at ``due``; ``running`` solid up to today; ``planned`` outlined; ``overdue``
    hatched red with a dashed tail to today. ``words`` say it to a screen reader."""

    fills_row = True

    def __init__(
        self, paper: Paper, scale: GanttScale, start: Date, due: Date, state: GanttState, words: str = ""
    ) -> None:
        super().__init__()
        self.paper, self.scale = paper, scale
        self.start, self.due, self.state = start, due, state
        self.element = Element("Span", actual=words)

    def measure(self, width: float, height: float) -> float:
        return 11

    def min_width(self) -> float:
        return 30 * MM

    def draw(self) -> None:
        """Month lines, today's line, the bar."""
        middle = self.height / 2
        with self.artifact():
            for month in self.scale.months():
                self._upright(month, HAIRLINE, 0.4)
            if self.scale.today is not None:
                self._upright(self.scale.today, self.paper.accent, 1.3)
        with self.content(self.element):
            today = self.scale.today
            here = self.scale.x(today, self.width) if today else None
            first, last = self.scale.x(self.start, self.width), self.scale.x(self.due, self.width)
            paint(self.canv, gantt_bar(self.state, min(first, last), last, middle, here, self.paper.accent))

    def _upright(self, day: Date, colour: Colour, width: float) -> None:
        x = self.scale.x(day, self.width)
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(width)
        self.canv.line(x, 0, x, self.height)


def gantt_bar(state: GanttState, first: float, last: float, y: float, today: float | None, accent: Colour) -> Any:
    """The shapes of one bar from ``first`` to ``last`` at the middle line ``y``."""
    from reportlab.lib.colors import HexColor

    low = y - _BAR / 2
    if state == "done":
        line = shapes.line((first, y), (last, y), HexColor(_DONE_LINE), 2.6)
        return shapes.group(line, shapes.circle((last, y), 3, fill=INK))
    if state == "overdue":
        tail = [shapes.line((last, y), (today, y), ERROR, 1, (1.6, 1.4))] if today is not None and today > last else []
        frame = shapes.rect(first, low, last - first, _BAR, fill=WHITE, stroke=ERROR, stroke_width=0.9)
        hatching = shapes.hatch(shapes.box_points(first, low, last - first, _BAR), ERROR, 0.7, 1.5)
        return shapes.group(*tail, frame, hatching, _diamond(last, y, ERROR))
    frame = shapes.rect(first, low, last - first, _BAR, fill=WHITE, stroke=accent, stroke_width=0.9)
    solid = []
    if state == "running" and today is not None and today > first:
        solid = [shapes.rect(first, low, min(today, last) - first, _BAR, fill=accent)]
    return shapes.group(frame, *solid, _diamond(last, y, accent))


def _diamond(x: float, y: float, colour: Colour) -> Any:
    points = [(x - 4.2, y), (x, y - 4.2), (x + 4.2, y), (x, y + 4.2)]
    return shapes.polygon(points, fill=WHITE, stroke=colour, stroke_width=1.2)


@lru_cache(maxsize=20)
def gantt_sample(state: GanttState, accent: Colour) -> Mark:
    """A short bar for the legend."""
    if state == "overdue":
        return Mark(27, 9, gantt_bar(state, 0.5, 16, 4.5, 26, accent))
    width = 22.0
    return Mark(width + 4.5, 9, gantt_bar(state, 0.5, width, 4.5, width * 0.55, accent))


def today_sample(accent: Colour) -> Mark:
    """Today's line for the legend."""
    return Mark(2, 11, shapes.line((1, 0), (1, 11), accent, 1.3))


def stage_line(parts: list[Literal["done", "current", "to come"]], accent: Colour, width: float = 120) -> Mark:
    """Stages of a project: solid done, dotted current, grey to come."""
    gap, height = 2.2, 5.0
    each = (width - gap * (len(parts) - 1)) / max(len(parts), 1)
    made: list[Any] = []
    for index, part in enumerate(parts):
        x = index * (each + gap)
        made.append(shapes.rect(x, 0, each, height, fill=accent if part == "done" else TINT_DARK))
        if part == "current":
            made.append(
                shapes.rect(x + 0.4, 0.4, each - 0.8, height - 0.8, fill=WHITE, stroke=accent, stroke_width=0.8)
            )
            made.append(shapes.dots(x + 1, 1, each - 2, height - 2, accent, 0.6, 2.2))
    return Mark(width, height, shapes.group(*made))
