"""Pictograms of the twelve findings (PAPER.md 5): box 1.5 : 1, lines 0.1 of its height, a word always beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from reportlab.lib.colors import HexColor

from reports import shapes
from reports.flowables.mark import Mark, MarkText
from reports.paper import Paper
from reports.style import CELL, OK, TEXT2, TEXT3, WHITE, Colour, Role
from reports.unchecked import shapes as drawn
from workshop_app.domain.frozen import frozen

PICTOGRAM = 10.0
"""Usual height of a pictogram in points."""

Shapes = list[Any]
Artist = Callable[[Colour, Colour], Shapes]
_LINE = 1.0
"""Pictograms are drawn in a box of 15 × 10."""


def _soft(colour: Colour) -> Colour:
    """A third of the colour on white, opaque."""
    from reportlab.lib.colors import Color

    return Color(*(1 - (1 - channel) * 0.34 for channel in colour.rgb()))


def _duplication(ink: Colour, tint: Colour) -> Shapes:
    soft = _soft(ink)
    shared = [
        (7.5, 8.02),
        (8.3, 7.1),
        (8.7, 5.9),
        (8.7, 4.1),
        (8.3, 2.9),
        (7.5, 1.98),
        (6.7, 2.9),
        (6.3, 4.1),
        (6.3, 5.9),
    ]
    return [
        shapes.circle((5.1, 5), 3.8, fill=soft),
        shapes.circle((9.9, 5), 3.8, fill=soft),
        shapes.polygon([*shared, (6.7, 7.1)], fill=ink),
        shapes.circle((5.1, 5), 3.8, stroke=ink, stroke_width=_LINE),
        shapes.circle((9.9, 5), 3.8, stroke=ink, stroke_width=_LINE),
    ]


def _arrow(ink: Colour, x1: float, x2: float, y: float, head: float = 2.2) -> Shapes:
    back = x2 - head if x2 > x1 else x2 + head
    return [
        shapes.polyline([(x1, y), (x2, y)], ink, _LINE),
        shapes.polyline([(back, y + head * 0.8), (x2, y), (back, y - head * 0.8)], ink, _LINE),
    ]


def _shifted(ink: Colour, tint: Colour) -> Shapes:
    return [*_arrow(ink, 1, 14, 6.7, 2), *_arrow(ink, 14, 1, 3.3, 2)]


def _contested(ink: Colour, tint: Colour) -> Shapes:
    return [*_arrow(ink, 0.7, 6.4, 5), *_arrow(ink, 14.3, 8.6, 5)]


def _gap(ink: Colour, tint: Colour) -> Shapes:
    return [shapes.circle((x, 5), 3.8, stroke=ink, stroke_width=_LINE, dash=(2.1, 1.3)) for x in (5.1, 9.9)]


def _overlap(ink: Colour, tint: Colour) -> Shapes:
    return [
        shapes.hatch(shapes.box_points(6.2, 2.9, 2.9, 4.1), ink, 0.5, 1.1),
        shapes.rect(2.2, 2.9, 6.9, 6.6, stroke=ink, stroke_width=_LINE),
        shapes.rect(6.2, 0.5, 6.9, 6.5, stroke=ink, stroke_width=_LINE),
    ]


def _claim_without_work(ink: Colour, tint: Colour) -> Shapes:
    return [
        shapes.rect(1.5, 2.9, 12, 6.5, stroke=ink, stroke_width=_LINE, radius=1.8),
        shapes.polygon([(4.2, 3.0), (4.2, 0.6), (7.4, 3.0)], fill=ink, stroke=ink, stroke_width=0.4),
        *(shapes.circle((x, 6.1), 0.55, fill=ink) for x in (4.9, 7.5, 10.1)),
    ]


def _eye(ink: Colour) -> Any:
    path = drawn.Path(fillColor=None, strokeColor=ink, strokeWidth=_LINE, strokeLineJoin=1)
    path.moveTo(1.2, 5)
    path.curveTo(3.6, 10.3, 11.4, 10.3, 13.8, 5)
    path.curveTo(11.4, -0.3, 3.6, -0.3, 1.2, 5)
    path.closePath()
    return path


def _work_without_claim(ink: Colour, tint: Colour) -> Shapes:
    return [
        _eye(ink),
        shapes.circle((7.5, 5), 1.7, fill=ink),
        shapes.polyline([(2.9, 0.4), (12.1, 9.6)], WHITE, 2.6),
        shapes.polyline([(2.9, 0.4), (12.1, 9.6)], ink, _LINE),
    ]


def _shared_no_rule(ink: Colour, tint: Colour) -> Shapes:
    from reports.fonts import BOLD

    return [
        shapes.circle((3.6, 5), 3, stroke=ink, stroke_width=_LINE),
        shapes.circle((11.4, 5), 3, stroke=ink, stroke_width=_LINE),
        shapes.circle((7.5, 5), 2.9, fill=WHITE),
        shapes.text(7.5, 2.35, "?", BOLD, 7.6, ink, "center"),
    ]


def _one_sided(ink: Colour, tint: Colour) -> Shapes:
    half = drawn.Path(fillColor=ink, strokeColor=None)
    half.moveTo(7.5, 8.8)
    half.curveTo(5.4, 8.8, 3.7, 7.1, 3.7, 5)
    half.curveTo(3.7, 2.9, 5.4, 1.2, 7.5, 1.2)
    half.closePath()
    return [half, shapes.circle((7.5, 5), 3.8, stroke=ink, stroke_width=_LINE)]


def _tick(ink: Colour, x: float, y: float, size: float = 1.0, width: float = 1.35) -> Any:
    return shapes.polyline([(x, y), (x + 2.6 * size, y - 2.6 * size), (x + 7.6 * size, y + 3.4 * size)], ink, width)


def _agreed_shared(ink: Colour, tint: Colour) -> Shapes:
    second = shapes.polyline([(7.0, 2.9), (7.9, 2.1), (13.9, 8.4)], ink, 1.35)
    return [_tick(ink, 1.2, 4.9), second]


def _agreed(ink: Colour, tint: Colour) -> Shapes:
    return [_tick(ink, 3.6, 4.9)]


def _no_data(ink: Colour, tint: Colour) -> Shapes:
    return [shapes.polyline([(4.2, 5), (10.8, 5)], ink, 1.2)]


@frozen
class FindingLook:
    """Ink, tint (None: no fill) and drawing of one finding."""

    ink: Colour
    tint: Colour | None
    artist: Artist


_LOOKS = MappingProxyType(
    {
        "DUPLICATION": FindingLook(HexColor("#9C1F66"), HexColor("#FBE8F2"), _duplication),
        "SHIFTED": FindingLook(HexColor("#5B3FB0"), HexColor("#EEEAFB"), _shifted),
        "CONTESTED": FindingLook(HexColor("#B3261E"), HexColor("#FCE9E7"), _contested),
        "GAP": FindingLook(TEXT2, None, _gap),
        "OVERLAP": FindingLook(HexColor("#8A3A12"), HexColor("#FBEBDD"), _overlap),
        "CLAIM_WITHOUT_WORK": FindingLook(HexColor("#24547E"), HexColor("#E6F0F8"), _claim_without_work),
        "WORK_WITHOUT_CLAIM": FindingLook(HexColor("#3D5A1E"), HexColor("#EDF3E4"), _work_without_claim),
        "SHARED_NO_RULE": FindingLook(HexColor("#7A4B00"), HexColor("#FBF0D8"), _shared_no_rule),
        "ONE_SIDED": FindingLook(TEXT2, None, _one_sided),
        "AGREED_SHARED": FindingLook(OK, None, _agreed_shared),
        "AGREED": FindingLook(OK, None, _agreed),
        "NO_DATA": FindingLook(TEXT3, None, _no_data),
    }
)

FINDING_CODES = tuple(_LOOKS)


def finding_look(code: str) -> FindingLook:
    """Colours of a finding. Raises ``KeyError`` for an unknown code."""
    return _LOOKS[code]


@lru_cache(maxsize=100)
def finding_mark(code: str, height: float = PICTOGRAM, words: str = "") -> Mark:
    """The finding's pictogram. Give ``words`` only when no word is printed beside it."""
    look = _LOOKS[code]
    drawing = shapes.group(*look.artist(look.ink, look.tint or WHITE), scale=height / 10)
    return Mark(height * 1.5, height, drawing, words)


def finding(
    paper: Paper, code: str, word: str, role: Role = CELL, *, tinted: bool = False, height: float = PICTOGRAM
) -> MarkText:
    """Pictogram and word. ``tinted`` sets the word in the finding's ink: only in the list of findings."""
    look = _LOOKS[code]
    shown = role.coloured(look.ink) if tinted else role
    return MarkText(paper, finding_mark(code, height), word, shown, level="middle", gap=4.5)
