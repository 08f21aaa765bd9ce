"""The fonts of paper: IBM Plex Sans, DejaVu Sans for glyphs Plex lacks, then «□».

Read from ``resources/fonts`` and registered by path; nothing is looked up on the machine.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from types import MappingProxyType
from typing import Any

REGULAR = "Plex"
MEDIUM = "Plex-Medium"
SEMIBOLD = "Plex-SemiBold"
BOLD = "Plex-Bold"
ITALIC = "Plex-Italic"
FALLBACK = "DejaVu"
FALLBACK_BOLD = "DejaVu-Bold"
MISSING = "□"

FONT_FILES = MappingProxyType(
    {
        REGULAR: "IBMPlexSans_400Regular.ttf",
        MEDIUM: "IBMPlexSans_500Medium.ttf",
        SEMIBOLD: "IBMPlexSans_600SemiBold.ttf",
        BOLD: "IBMPlexSans_700Bold.ttf",
        ITALIC: "IBMPlexSans_400Regular_Italic.ttf",
        FALLBACK: "DejaVuSans.ttf",
        FALLBACK_BOLD: "DejaVuSans-Bold.ttf",
    }
)


def register() -> None:
    """Make the fonts known to ReportLab; calling it again costs nothing."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = set(pdfmetrics.getRegisteredFontNames())
    if known.issuperset(FONT_FILES):
        return
    folder = files("resources") / "fonts"
    for name, file in FONT_FILES.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, BytesIO((folder / file).read_bytes())))


@cache
def _face(font: str) -> Any:
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics.getFont(font).face


def covers(font: str, character: str) -> bool:
    """Whether the font has a glyph for the character."""
    return ord(character) in _face(font).charToGlyph


def fallback_of(font: str) -> str:
    """The font that stands in for glyphs this one lacks."""
    return FALLBACK_BOLD if font in (SEMIBOLD, BOLD, FALLBACK_BOLD) else FALLBACK


def _resolve(character: str, font: str) -> tuple[str, str]:
    if covers(font, character):
        return font, character
    fallback = fallback_of(font)
    return (fallback, character) if covers(fallback, character) else (fallback, MISSING)


def pieces(text: str, font: str) -> list[tuple[str, str]]:
    """The text cut into (font, text) pieces that all have glyphs; what no font has becomes «□»."""
    if _has_all(text, font):
        return [(font, text)] if text else []
    result: list[tuple[str, str]] = []
    for character in text:
        face, shown = _resolve(character, font)
        if result and result[-1][0] == face:
            result[-1] = (face, result[-1][1] + shown)
        else:
            result.append((face, shown))
    return result


def _has_all(text: str, font: str) -> bool:
    glyphs = _face(font).charToGlyph
    return all(map(glyphs.__contains__, map(ord, text)))


def missing(text: str, font: str) -> frozenset[str]:
    """The characters that are printed as «□»."""
    if _has_all(text, font):
        return frozenset()
    return frozenset(char for char in text if not covers(font, char) and _resolve(char, font)[1] != char)


def measure(text: str, font: str, size: float) -> float:
    """Width in points, each glyph in the font it will be printed in."""
    if len(text) > 40:
        return _measure(text, font) * size
    return _measure_short(text, font) * size


@lru_cache(maxsize=20_000)
def _measure_short(text: str, font: str) -> float:
    return _measure(text, font)


def _measure(text: str, font: str) -> float:
    face = _face(font)
    try:
        return float(sum(map(face.charWidths.__getitem__, map(ord, text)))) / 1000
    except KeyError:
        return sum(_piece_width(part, name) for name, part in pieces(text, font))


def _piece_width(text: str, font: str) -> float:
    face = _face(font)
    return sum(float(face.charWidths.get(ord(character), face.defaultWidth)) for character in text) / 1000
