"""Where the lines of a text begin and end: one way of breaking for cells and for the room."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from workshop_app.typesetting import NBSP, bound

Spans = list[tuple[int, int]]


def line_spans(text: str, font: QFont, width: float) -> Spans:
    """Start and length of every line of a text in a width.

    No line ends after a short word, unless that took a further line or cut a word.
    """
    plain, kept = _spans(text, font, width), bound(text)
    if kept == text or len(plain) == 1:
        return plain
    spans = _spans(kept, font, width)
    return plain if len(spans) > len(plain) or _cuts(kept, spans) else spans


def _spans(text: str, font: QFont, width: float) -> Spans:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    spans: Spans = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return spans


def _cuts(text: str, spans: Spans) -> bool:
    ends = [start + length for start, length in spans[:-1]]
    return any(_within(text[end - 1]) and _within(text[end]) for end in ends)


def _within(character: str) -> bool:
    return character.isalnum() or character == NBSP
