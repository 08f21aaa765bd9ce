"""A canvas that writes nothing: it remembers what blocks draw, as outlines and texts in page coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from typing import Any

from reportlab.lib.colors import Color, toColor

from reports.fonts import REGULAR
from workshop_app.domain.frozen import frozen

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_ROUND = 0.5522847498
"""How far the handles of a curve stand from its ends for a quarter of a circle."""


@frozen
class Outline:
    """A drawn path. ``steps``: ``M``, ``L``, ``C`` with their points, ``Z``; ``width`` of the line in points."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]
    fill: Color | None
    stroke: Color | None
    width: float
    dash: tuple[float, ...]
    cap: int
    join: int


@frozen
class Words:
    """A drawn text: its start on the baseline, font of paper, size in points."""

    at: Point
    text: str
    font: str
    size: float
    colour: Color


@frozen
class Recording:
    """What was drawn, in order; the origin is at the lower left. ``title`` and ``about`` say what it shows."""

    width: float
    height: float
    items: tuple[Outline | Words, ...]
    title: str = ""
    about: str = ""


@frozen
class _State:
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    fill: Color = field(default_factory=lambda: toColor("black"))
    stroke: Color = field(default_factory=lambda: toColor("black"))
    width: float = 1
    dash: tuple[float, ...] = ()
    cap: int = 0
    join: int = 0
    font: str = REGULAR
    size: float = 10

    @property
    def scale(self) -> float:
        """How much lengths grow."""
        a, b, c, d, _e, _f = self.matrix
        return float(abs(a * d - b * c) ** 0.5)

    def place(self, x: float, y: float) -> Point:
        """A point in page coordinates."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f


class Path:
    """A path under construction, as ReportLab's ``beginPath`` gives it."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, tuple[Point, ...]]] = []

    def moveTo(self, x: float, y: float) -> None:
        """A new part begins."""
        self.steps.append(("M", ((x, y),)))

    def lineTo(self, x: float, y: float) -> None:
        """A straight line."""
        self.steps.append(("L", ((x, y),)))

    def curveTo(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
        """A curve with two handles."""
        self.steps.append(("C", ((x1, y1), (x2, y2), (x3, y3))))

    def close(self) -> None:
        """Back to the part's beginning."""
        self.steps.append(("Z", ()))


class RecordingCanvas:
    """The part of ReportLab's canvas that the paper's blocks use."""

    def __init__(self) -> None:
        self.items: list[Outline | Words] = []
        self._state = _State()
        self._kept: list[_State] = []

    def saveState(self) -> None:
        """Remember pen, brush and place."""
        self._kept.append(self._state)

    def restoreState(self) -> None:
        """Take them back."""
        self._state = self._kept.pop()

    def transform(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        """Another system of coordinates inside the present one."""
        p, q, r, s, t, u = self._state.matrix
        matrix = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
        self._state = replace(self._state, matrix=matrix)

    def translate(self, x: float, y: float) -> None:
        """Move the origin."""
        self.transform(1, 0, 0, 1, x, y)

    def setFillColor(self, colour: Any) -> None:
        """The brush."""
        self._state = replace(self._state, fill=toColor(colour))

    def setStrokeColor(self, colour: Any) -> None:
        """The pen."""
        self._state = replace(self._state, stroke=toColor(colour))

    def setLineWidth(self, width: float) -> None:
        """The pen's width."""
        self._state = replace(self._state, width=width)

    def setLineCap(self, cap: int) -> None:
        """How lines end: 0 flat, 1 round, 2 square."""
        self._state = replace(self._state, cap=cap)

    def setLineJoin(self, join: int) -> None:
        """How lines meet: 0 sharp, 1 round, 2 cut."""
        self._state = replace(self._state, join=join)

    def setDash(self, dashes: Sequence[float] | float = (), gap: float = 0) -> None:
        """Dashes and gaps; none for a whole line."""
        found = (float(dashes), gap) if isinstance(dashes, int | float) else tuple(dashes)
        self._state = replace(self._state, dash=found if any(found) else ())

    def setFont(self, font: str, size: float) -> None:
        """The font of the texts that follow."""
        self._state = replace(self._state, font=font, size=size)

    def drawString(self, x: float, y: float, text: str) -> None:
        """A text from its start."""
        state = self._state
        self.items.append(Words(state.place(x, y), text, state.font, state.size * state.scale, state.fill))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self._draw((("M", ((x1, y1),)), ("L", ((x2, y2),))), 1, 0)

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        """A rectangle."""
        corners = ((x + width, y), (x + width, y + height), (x, y + height))
        self._draw((("M", ((x, y),)), *(("L", (corner,)) for corner in corners), ("Z", ())), stroke, fill)

    def roundRect(
        self, x: float, y: float, width: float, height: float, radius: float, stroke: int = 1, fill: int = 0
    ) -> None:
        """A rectangle with round corners."""
        r = min(radius, width / 2, height / 2)
        self._draw(tuple(_rounded(x, y, x + width, y + height, r)), stroke, fill)

    def circle(self, x: float, y: float, radius: float, stroke: int = 1, fill: int = 0) -> None:
        """A circle."""
        self._draw(tuple(_rounded(x - radius, y - radius, x + radius, y + radius, radius)), stroke, fill)

    def beginPath(self) -> Path:
        """A path to build."""
        return Path()

    def drawPath(self, path: Path, stroke: int = 1, fill: int = 0) -> None:
        """Draw what was built."""
        self._draw(tuple(path.steps), stroke, fill)

    def linkRect(self, *_place: Any, **_options: Any) -> None:
        """Links lead nowhere in a picture."""

    def doForm(self, _name: str) -> None:
        """Page numbers are no part of a picture."""

    def _draw(self, steps: tuple[tuple[str, tuple[Point, ...]], ...], stroke: int, fill: int) -> None:
        state = self._state
        placed = tuple((step, tuple(state.place(*point) for point in points)) for step, points in steps)
        grown = state.scale
        self.items.append(
            Outline(
                placed,
                state.fill if fill else None,
                state.stroke if stroke else None,
                state.width * grown,
                tuple(part * grown for part in state.dash),
                state.cap,
                state.join,
            )
        )


def _rounded(left: float, low: float, right: float, high: float, r: float) -> Iterator[tuple[str, tuple[Point, ...]]]:
    h = r * (1 - _ROUND)
    yield "M", ((left + r, low),)
    yield "L", ((right - r, low),)
    yield "C", ((right - h, low), (right, low + h), (right, low + r))
    yield "L", ((right, high - r),)
    yield "C", ((right, high - h), (right - h, high), (right - r, high))
    yield "L", ((left + r, high),)
    yield "C", ((left + h, high), (left, high - h), (left, high - r))
    yield "L", ((left, low + r),)
    yield "C", ((left, low + h), (left + h, low), (left + r, low))
    yield "Z", ()


@contextmanager
def recording(canvas: RecordingCanvas, x: float, y: float) -> Iterator[None]:
    """Draw with the origin at (x, y)."""
    canvas.saveState()
    canvas.translate(x, y)
    yield
    canvas.restoreState()
