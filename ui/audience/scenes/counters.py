"""What is written blind, in the room: a card for each department, how much there is and from how many (SCREENS 49)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas
from ui.audience.scenes.overlay import Badge
from workshop_app.domain.frozen import frozen

GAP, PADDING, NUMBER = 44.0, 40.0, 190.0
BADGE, DOT, DOT_GAP = 72.0, 34.0, 12.0
LEAST_WIDTH = 560.0
MOST_DOTS = 24


@frozen
class Counter:
    """A department: a number, what it counts, and how many of how many (dots where both are known)."""

    badge: Badge
    number: str
    word: str
    part: int
    whole: int
    said: str


def per_page(canvas: Canvas, count: int) -> int:
    """How many cards stand side by side."""
    return max(1, min(4, count, int((canvas.right - canvas.left + GAP) // (LEAST_WIDTH + GAP))))


def paint_counters(canvas: Canvas, counters: Sequence[Counter], top: float, note: str) -> None:
    """The cards of a page, and the note in bold under them."""
    width = canvas.right - canvas.left
    under = canvas.paragraph_height(note, width - 70, STATUS, strong=True) + 40 if note else 20
    each = (width - GAP * (len(counters) - 1)) / max(1, len(counters))
    head = max((_head_height(canvas, counter, each) for counter in counters), default=0.0)
    height = min(canvas.bottom - top - under, head + 2 * PADDING + NUMBER + 300)
    for place, counter in enumerate(counters):
        _paint_card(canvas, counter, QRectF(canvas.left + place * (each + GAP), top, each, height), head)
    if note:
        y = top + height + 26
        canvas.closed_eye(canvas.left, y + STATUS * 0.62)
        canvas.paragraph(canvas.left + 70, y, width - 70, note, STATUS, strong=True)


def _head_height(canvas: Canvas, counter: Counter, width: float) -> float:
    """The badge, and the name beside it or under it."""
    beside = canvas.text_width(counter.badge.name, LIST, strong=True) <= width - 2 * PADDING - 220
    name = canvas.paragraph_height(counter.badge.name, width - 2 * PADDING, LIST, strong=True)
    return BADGE if beside else BADGE + 12 + name


def _paint_card(canvas: Canvas, counter: Counter, box: QRectF, head: float) -> None:
    painter = canvas.painter
    painter.setPen(QPen(canvas.color("border"), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 18, 18)
    left, inner = box.left() + PADDING, box.width() - 2 * PADDING
    y = box.top() + PADDING
    right = canvas.badge(left, y + BADGE / 2, counter.badge.code, counter.badge.index, BADGE)
    if _head_height(canvas, counter, box.width()) == BADGE:
        room = QRectF(right + 28, y, box.right() - right - 28, BADGE)
        canvas.text(room, counter.badge.name, LIST, strong=True)
    else:
        canvas.paragraph(left, y + BADGE + 12, inner, counter.badge.name, LIST, strong=True)
    word = max(LIST * 1.3, canvas.paragraph_height(counter.word, inner, LIST))
    under = word + (DOT + 16 + SMALLEST * 1.3 if counter.said else 0)
    number = max(LIST, min(NUMBER, (box.bottom() - y - head - 16 - under) / 1.1))
    lines = number * 1.1 + under
    y = max(y + head + 8, y + head + (box.bottom() - PADDING / 2 - y - head - lines) / 2)
    centre = Qt.AlignmentFlag.AlignHCenter
    canvas.text(QRectF(left, y, inner, number * 1.1), counter.number, number, strong=True, align=centre)
    y += number * 1.1
    canvas.text(QRectF(left, y, inner, word), counter.word, LIST, "text2", align=centre)
    y += word
    if counter.said:
        y = _paint_dots(canvas, counter, QRectF(left, y + 8, inner, DOT)) + 8
        canvas.text(QRectF(left, y, inner, SMALLEST * 1.3), counter.said, SMALLEST, "text2", align=centre)


def _paint_dots(canvas: Canvas, counter: Counter, row: QRectF) -> float:
    """A dot for everybody, filled for those who are in; none where they do not fit in a line. Returns the y below."""
    wide = counter.whole * (DOT + DOT_GAP) - DOT_GAP
    if not 0 < counter.whole <= MOST_DOTS or wide > row.width():
        return row.top()
    x = row.center().x() - wide / 2
    for place in range(counter.whole):
        canvas.painter.setPen(QPen(canvas.color("border_strong"), 3))
        canvas.painter.setBrush(canvas.color("text2") if place < counter.part else Qt.BrushStyle.NoBrush)
        canvas.painter.drawEllipse(QRectF(x, row.top(), DOT, DOT))
        x += DOT + DOT_GAP
    return row.bottom()
