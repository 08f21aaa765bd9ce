"""A recording as PNG, drawn large with the fonts of paper and made smaller: smooth edges without a display."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from math import dist
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import Color

from reports.fonts import FONT_FILES
from reports.pictures.recorder import Outline, Point, Recording, Words

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_FINER = 3
_CURVE_STEPS = 16
_MOST_PIXELS = 120_000_000


def png_bytes(recording: Recording, scale: float = 3) -> bytes:
    """The file at ``scale`` pixels a point (3 = 216 dots an inch), at less for a very large chart."""
    from PIL import Image, ImageDraw

    area = recording.width * recording.height
    scale = min(scale, (_MOST_PIXELS / area) ** 0.5)
    finer = max(1, min(_FINER, int((_MOST_PIXELS / area) ** 0.5 / scale)))
    size = (round(recording.width * scale), round(recording.height * scale))
    image = Image.new("RGB", (size[0] * finer, size[1] * finer), "white")
    brush = _Brush(ImageDraw.Draw(image), scale * finer, recording.height)
    for item in recording.items:
        brush.text(item) if isinstance(item, Words) else brush.outline(item)
    out = BytesIO()
    dots = 72 * scale
    image.resize(size, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True, dpi=(dots, dots))
    return out.getvalue()


class _Brush:
    """Draws items at a scale with y downwards."""

    def __init__(self, draw: ImageDraw, scale: float, height: float) -> None:
        self._draw, self._scale, self._height = draw, scale, height

    def text(self, words: Words) -> None:
        """One piece of text on its baseline."""
        font = _font(words.font, round(words.size * self._scale * 4) / 4)
        self._draw.text(self._place(words.at), words.text, fill=_colour(words.colour), font=font, anchor="ls")

    def outline(self, outline: Outline) -> None:
        """Fill, then line."""
        parts = [([self._place(point) for point in points], closed) for points, closed in _flat(outline.steps)]
        for points, _closed in parts:
            if outline.fill is not None and len(points) > 2:
                self._draw.polygon(points, fill=_colour(outline.fill))
        if outline.stroke is None or not outline.width:
            return
        width = max(1, round(outline.width * self._scale))
        for points, closed in parts:
            whole = [*points, points[0]] if closed else points
            for stretch in _dashed(whole, [part * self._scale for part in outline.dash]):
                self._line(stretch, width, _colour(outline.stroke), round_ends=outline.cap == 1 and not outline.dash)

    def _line(self, points: Sequence[Point], width: int, colour: str, round_ends: bool) -> None:
        self._draw.line([*points], fill=colour, width=width, joint="curve")
        if round_ends and width > 2:
            for x, y in (points[0], points[-1]):
                half = width / 2
                self._draw.ellipse((x - half, y - half, x + half, y + half), fill=colour)

    def _place(self, point: Point) -> Point:
        return point[0] * self._scale, (self._height - point[1]) * self._scale


@lru_cache(maxsize=64)
def _font(name: str, size: float) -> Any:
    from PIL import ImageFont

    data = (files("resources") / "fonts" / FONT_FILES[name]).read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _flat(steps: Sequence[tuple[str, tuple[Point, ...]]]) -> Iterator[tuple[list[Point], bool]]:
    """The parts of a path as points, curves cut into short lines, and whether a part is closed."""
    points: list[Point] = []
    for step, found in steps:
        if step == "M":
            if len(points) > 1:
                yield points, False
            points = [found[0]]
        elif step == "L":
            points.append(found[0])
        elif step == "C":
            points += _curve(points[-1], *found)
        else:
            yield points, True
            points = [points[0]]
    if len(points) > 1:
        yield points, False


def _curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for number in range(1, _CURVE_STEPS + 1):
        t = number / _CURVE_STEPS
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        x = sum(w * point[0] for w, point in zip(weights, (start, first, second, end), strict=True))
        y = sum(w * point[1] for w, point in zip(weights, (start, first, second, end), strict=True))
        yield x, y


def _dashed(points: Sequence[Point], dash: Sequence[float]) -> Iterator[list[Point]]:
    """The drawn stretches of a line."""
    if not dash:
        yield list(points)
        return
    pattern = [max(part, 0.5) for part in (dash if len(dash) % 2 == 0 else [*dash, *dash])]
    place, left, drawn = 0, pattern[0], True
    for start, end in pairwise(points):
        length, done = dist(start, end), 0.0
        while length - done > 1e-6:
            step = min(left, length - done)
            if drawn:
                yield [_between(start, end, done / length), _between(start, end, (done + step) / length)]
            done, left = done + step, left - step
            if left <= 1e-6:
                place = (place + 1) % len(pattern)
                left, drawn = pattern[place], not drawn


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _colour(colour: Color) -> str:
    red, green, blue = (round(255 * part) for part in (colour.red, colour.green, colour.blue))
    return f"#{red:02X}{green:02X}{blue:02X}"
