"""RACI tiles, told apart by weight: solid, outlined, pale, bare (PAPER.md 6)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

from reports import fonts, shapes
from reports.flowables.mark import Mark
from reports.style import HAIRLINE, INK, STRONG, TEXT2, TINT_DARK, WHITE, Colour

RaciLetters = Literal["A", "R", "AR", "C", "I", ""]
TILE = 11.6
"""Usual size of a tile in points."""


@lru_cache(maxsize=100)
def raci_tile(letters: RaciLetters, size: float = TILE, words: str = "") -> Mark:
    """A tile; AR is a double one. An empty cell is a faint dot."""
    fonts.register()
    if letters == "":
        return Mark(size, size, shapes.circle((size / 2, size / 2), 0.55, fill=HAIRLINE))
    if letters == "AR":
        return Mark(size * 1.78, size, _double(size), words)
    return Mark(size, size, _single(letters, size), words)


def _letter(letter: str, x: float, size: float, colour: Colour, font: str = fonts.BOLD) -> Any:
    points = size * 0.655
    return shapes.text(x, size / 2 - points * 0.349, letter, font, points, colour, "center")


def _single(letters: str, size: float) -> Any:
    half = size / 2
    if letters == "A":
        tile = shapes.rect(0.3, 0.3, size - 0.6, size - 0.6, fill=INK, radius=size * 0.17)
        return shapes.group(tile, _letter("A", half, size, WHITE))
    if letters == "R":
        inset = 1.0
        side = size - 2 * inset
        tile = shapes.rect(inset, inset, side, side, fill=WHITE, stroke=INK, stroke_width=1.4, radius=size * 0.16)
        return shapes.group(tile, _letter("R", half, size, INK))
    if letters == "C":
        disc = shapes.circle((half, half), half - 0.5, fill=TINT_DARK, stroke=STRONG, stroke_width=0.5)
        return shapes.group(disc, _letter("C", half, size, TEXT2))
    underline = shapes.line((half - size * 0.22, size * 0.1), (half + size * 0.22, size * 0.1), STRONG, 0.8)
    return shapes.group(_letter("I", half, size, TEXT2, fonts.MEDIUM), underline)


def _double(size: float) -> Any:
    width, inset = size * 1.78, 1.0
    frame = shapes.rect(
        inset, inset, width - 2 * inset, size - 2 * inset, fill=WHITE, stroke=INK, stroke_width=1.4, radius=size * 0.16
    )
    solid = shapes.rect(0.3, 0.3, width / 2 - 0.3, size - 0.6, fill=INK, radius=size * 0.17)
    square = shapes.rect(width / 4, 0.3, width / 4, size - 0.6, fill=INK)
    return shapes.group(
        frame, solid, square, _letter("A", width * 0.27, size, WHITE), _letter("R", width * 0.72, size, INK)
    )
