"""Where the lines of a text begin and end: at words, a word too long anywhere."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from workshop_app.typesetting import NBSP, bound

Spans = list[tuple[int, int]]


def line_spans(text: str, font: QFont, width: float) -> Spans:
    """Start and length of every line of a text in a width.

    No line ends after a short word, unless a column is so narrow that a word would be cut for it.
    """
    kept = bound(text)
    spans = plain_spans(kept, font, width)
    return spans if kept == text or not _cuts(kept, spans) else plain_spans(text, font, width)


def plain_spans(text: str, font: QFont, width: float) -> Spans:
    """Start and length of every line of a text in a width, wherever words end."""
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
