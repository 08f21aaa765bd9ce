"""A recording as SVG: texts stay texts, in IBM Plex Sans where it is installed, at the widths of paper everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth

from reports.pictures.recorder import Outline, Point, Recording, Words

_WEIGHTS = MappingProxyType({"Plex-Medium": 500, "Plex-SemiBold": 600, "Plex-Bold": 700, "DejaVu-Bold": 700})
_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")


def svg_bytes(recording: Recording) -> bytes:
    """The file; lengths are points."""
    width, height = _number(recording.width), _number(recording.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(recording.title)}</title>",
        f"<desc>{escape(recording.about)}</desc>",
        *_parts(recording),
        "</svg>",
    ]
    return "\n".join(lines).encode("utf-8")


def _parts(recording: Recording) -> Iterator[str]:
    for item in recording.items:
        if isinstance(item, Words):
            yield _text(item, recording.height)
        else:
            yield _path(item, recording.height)


def _text(words: Words, height: float) -> str:
    family = "'DejaVu Sans'" if words.font.startswith("DejaVu") else "'IBM Plex Sans'"
    style = ' font-style="italic"' if words.font.endswith("Italic") else ""
    x, y = words.at
    width = stringWidth(words.text, words.font, words.size)
    fit = f' textLength="{_number(width)}" lengthAdjust="spacingAndGlyphs"' if words.text.strip() else ""
    return (
        f'<text x="{_number(x)}" y="{_number(height - y)}" font-family="{family}, \'Segoe UI\', Arial, sans-serif" '
        f'font-size="{_number(words.size)}" font-weight="{_WEIGHTS.get(words.font, 400)}"{style} '
        f'xml:space="preserve" fill={quoteattr(_colour(words.colour))}{fit}>{escape(words.text)}</text>'
    )


def _path(outline: Outline, height: float) -> str:
    data = " ".join(f"{step}{_points(points, height)}" for step, points in outline.steps)
    line = 'stroke="none"'
    if outline.stroke is not None and outline.width:
        dash = f' stroke-dasharray="{" ".join(map(_number, outline.dash))}"' if outline.dash else ""
        line = (
            f'stroke="{_colour(outline.stroke)}" stroke-width="{_number(outline.width)}" '
            f'stroke-linecap="{_CAPS[outline.cap]}" stroke-linejoin="{_JOINS[outline.join]}"{dash}'
        )
    fill = _colour(outline.fill) if outline.fill is not None else "none"
    return f'<path d="{data}" fill="{fill}" {line}/>'


def _points(points: tuple[Point, ...], height: float) -> str:
    return " ".join(f"{_number(x)} {_number(height - y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _colour(colour: Color) -> str:
    red, green, blue = (round(255 * part) for part in (colour.red, colour.green, colour.blue))
    return f"#{red:02X}{green:02X}{blue:02X}"
