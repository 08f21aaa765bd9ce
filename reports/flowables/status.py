"""Small signs with a meaning of their own: ticks, crosses, severities, decision dots, claims, signals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from reports import fonts, shapes
from reports.flowables.badge import department_mark
from reports.flowables.mark import Mark, joined
from reports.style import ERROR, HAIRLINE, INK, OK, STRONG, TEXT2, TEXT3, TINT_DARK, WARN, WHITE, Colour

Severity = Literal["error", "warning", "info"]
DecisionState = Literal["decided", "deferred", "none"]
Signal = Literal["alarm", "attention", "ok", "none"]


def _tick(size: float, colour: Colour, width: float) -> Any:
    points = [(size * 0.18, size * 0.48), (size * 0.40, size * 0.26), (size * 0.82, size * 0.74)]
    return shapes.polyline(points, colour, width)


def tick(size: float = 8, colour: Colour = INK, words: str = "") -> Mark:
    """A bold tick."""
    return Mark(size, size, _tick(size, colour, size * 0.17), words)


def cross(size: float = 8, colour: Colour = INK, words: str = "") -> Mark:
    """A bold cross: what a person stops doing."""
    low, high = size * 0.2, size * 0.8
    first = shapes.polyline([(low, low), (high, high)], colour, size * 0.15)
    second = shapes.polyline([(low, high), (high, low)], colour, size * 0.15)
    return Mark(size, size, shapes.group(first, second), words)


def arrow(width: float = 13, colour: Colour = INK, words: str = "", back: bool = False) -> Mark:
    """An arrow to the right (to the left when ``back``)."""
    height = 7.0
    tip, tail = (0.7, width - 0.7) if back else (width - 0.7, 0.7)
    barb = tip + 3 if back else tip - 3
    stem = shapes.polyline([(tail, height / 2), (tip, height / 2)], colour, 1.3)
    head = shapes.polyline([(barb, height / 2 + 2.4), (tip, height / 2), (barb, height / 2 - 2.4)], colour, 1.3)
    return Mark(width, height, shapes.group(stem, head), words)


def dot(colour: Colour, size: float = 3.4, words: str = "") -> Mark:
    """A full dot, e.g. before key activities."""
    return Mark(size, size, shapes.circle((size / 2, size / 2), size / 2, fill=colour), words)


@lru_cache(maxsize=50)
def severity(level: Severity, size: float = 10, words: str = "") -> Mark:
    """Error: full disc with «!»; warning: triangle with «!»; hint: thin ring with «i»."""
    fonts.register()
    half = size / 2
    if level == "error":
        ground = shapes.circle((half, half), half - 0.2, fill=ERROR)
        letter = shapes.text(half, half - size * 0.25, "!", fonts.BOLD, size * 0.72, WHITE, "center")
    elif level == "warning":
        points = [(size * 0.02, size * 0.08), (size * 0.98, size * 0.08), (half, size * 0.92)]
        ground = shapes.polygon(points, fill=WHITE, stroke=WARN, stroke_width=size * 0.1)
        letter = shapes.text(half, size * 0.18, "!", fonts.BOLD, size * 0.56, WARN, "center")
    else:
        ground = shapes.circle((half, half), half - size * 0.08, stroke=STRONG, stroke_width=size * 0.09)
        letter = shapes.text(half, half - size * 0.2, "i", fonts.SEMIBOLD, size * 0.58, TEXT3, "center")
    return Mark(size, size, shapes.group(ground, letter), words)


@lru_cache(maxsize=20)
def decision_dot(state: DecisionState, size: float = 9, words: str = "") -> Mark:
    """Decided: full with a tick; deferred: dashed; no decision needed: empty ring."""
    half = size / 2
    if state == "decided":
        drawing = shapes.group(shapes.circle((half, half), half, fill=INK), _tick(size, WHITE, size * 0.14))
    elif state == "deferred":
        drawing = shapes.circle((half, half), half - 0.6, stroke=INK, stroke_width=1.1, dash=(1.9, 1.5))
    else:
        drawing = shapes.circle((half, half), half - 0.5, stroke=STRONG, stroke_width=1)
    return Mark(size, size, drawing, words)


def claim(named: Sequence[bool], size: float = 6.2, words: str = "") -> Mark:
    """One department's answer: a mark of every department in order, filled when it is named. The word stands beside."""
    row = joined([department_mark(index, filled, size) for index, filled in enumerate(named)], 2)
    return Mark(row.width, row.height, row.shapes, words)


@lru_cache(maxsize=50)
def skill_tile(level: int, confirmed: bool = True, size: float = 11.6, words: str = "") -> Mark:
    """A level 0–4: the tile is filled from below by quarters and shows the digit; 0 is «·»; dashed: not confirmed."""
    fonts.register()
    if level <= 0:
        return Mark(size, size, shapes.text(size / 2, size * 0.3, "·", fonts.BOLD, size * 0.7, TEXT3, "center"), words)
    grey = (TINT_DARK, HAIRLINE, TEXT3, TEXT2)[min(level, 4) - 1]
    fill = shapes.rect(0.5, 0.5, size - 1, (size - 1) * min(level, 4) / 4, fill=grey)
    dash = () if confirmed else (1.6, 1.3)
    frame = shapes.rect(0.5, 0.5, size - 1, size - 1, stroke=TEXT2, stroke_width=0.8, dash=dash)
    ink = WHITE if level >= 3 else INK
    digit = shapes.text(size / 2, size / 2 - size * 0.22, str(level), fonts.BOLD, size * 0.62, ink, "center")
    return Mark(size, size, shapes.group(fill, frame, digit), words)


@lru_cache(maxsize=20)
def signal(state: Signal, size: float = 8, words: str = "") -> Mark:
    """A watched number: ■ alarm, ▲ attention, ● in order, ○ no data."""
    half = size / 2
    if state == "alarm":
        drawing = shapes.rect(size * 0.08, size * 0.08, size * 0.84, size * 0.84, fill=ERROR)
    elif state == "attention":
        drawing = shapes.polygon([(0.2, size * 0.1), (size - 0.2, size * 0.1), (half, size * 0.92)], fill=WARN)
    elif state == "ok":
        drawing = shapes.circle((half, half), half - 0.2, fill=OK)
    else:
        drawing = shapes.circle((half, half), half - 0.8, stroke=STRONG, stroke_width=1.2)
    return Mark(size, size, drawing, words)
