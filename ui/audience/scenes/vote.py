"""A vote of the group: how many have voted while it is hidden, the totals when it is open (SCREENS 42, 43)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.ballot import SEPARATOR, VoteKind
from ui.audience.canvas import LIST, SMALLEST, STATUS, TITLE, Canvas
from ui.audience.listing import Listing, pages_in, pieces
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.shared import first_page
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_

MOST_TILES, LEAST_NUMBER = 60, TITLE
GAP, UNDER_NAMES = 18.0, 84.0
MOST_QUESTION = 0.25
"""Of the height, before a question is written smaller."""


@frozen
class VoteRow:
    """An answer; ``total`` and ``names`` only when the vote is open."""

    digit: str
    word: str
    total: int
    names: str


@frozen
class VoteContent:
    """``rows`` are empty while the vote is hidden."""

    title: str
    voted: int
    expected: int
    said: str
    note: str
    rows: tuple[VoteRow, ...]
    page_word: str


def _content(given: SceneInput) -> VoteContent:
    _ = given.words
    option, revealed = given.focus.option, given.focus.revealed
    voted, expected = int(option("voted", "0")), int(option("expected", "0"))
    typed, first = option("kind") == VoteKind.DOTS, int(option("kind") == VoteKind.CONFIDENCE)
    choices = [choice for choice in option("choices").split(SEPARATOR) if choice]
    rows: tuple[VoteRow, ...] = ()
    if revealed:
        totals = [int(total) for total in option("totals").split(SEPARATOR) if total]
        names = option("names").split(SEPARATOR)
        rows = tuple(
            VoteRow("" if typed else str(place + first), choice if typed else _(choice), total, name)
            for place, (choice, total, name) in enumerate(zip(choices, totals, names, strict=False))
        )
    said = _("{n} of {total}", n=voted, total=expected) if expected else str(voted)
    note = (
        ""
        if revealed
        else _("Anonymous: nobody sees who voted how")
        if option("anonymous")
        else _("Open: names will be shown")
    )
    return VoteContent(option("question"), voted, expected, said, note, rows, _("{first}–{last} of {total}"))


def _rows(canvas: Canvas, content: VoteContent) -> list[VoteRow]:
    """The answers; one with more names than a page holds stands on several."""
    _word, bar = _columns(canvas)
    room = canvas.bottom - _top(canvas, content) - UNDER_NAMES
    return [
        VoteRow(row.digit, row.word, row.total, names)
        for row in content.rows
        for names in pieces(canvas, row.names, bar, SMALLEST, room)
    ]


def _heights(canvas: Canvas, rows: list[VoteRow]) -> list[float]:
    word, bar = _columns(canvas)
    return [
        max(
            104.0,
            canvas.paragraph_height(row.word, word, LIST) + 40,
            canvas.paragraph_height(row.names, bar, SMALLEST) + UNDER_NAMES if row.names else 0.0,
        )
        for row in rows
    ]


def _columns(canvas: Canvas) -> tuple[float, float]:
    room = canvas.right - canvas.left - 90 - 40 - 130
    return room * 0.45, room * 0.55


def _top(canvas: Canvas, content: VoteContent) -> float:
    width = canvas.right - canvas.left
    return 76 + canvas.paragraph_height(content.title, width, _title_size(canvas, content), strong=True)


def _title_size(canvas: Canvas, content: VoteContent) -> float:
    """A long question is smaller over the answers: they need the room."""
    height = canvas.paragraph_height(content.title, canvas.right - canvas.left, TITLE, strong=True)
    return STATUS if content.rows and height > canvas.height * MOST_QUESTION else TITLE


def _listing(canvas: Canvas, content: VoteContent) -> Listing:
    return Listing(canvas, _heights(canvas, _rows(canvas, content)), _top(canvas, content))


def _paint(canvas: Canvas, content: VoteContent, page: int) -> None:
    y, width = _top(canvas, content), canvas.right - canvas.left
    canvas.paragraph(canvas.left, 52, width, content.title, _title_size(canvas, content), strong=True)
    if not content.rows:
        _paint_hidden(canvas, content, y)
        canvas.footer(content.note, hidden=True)
        return
    most = max(1, max(row.total for row in content.rows))
    listing, rows = _listing(canvas, content), _rows(canvas, content)
    for place, box in listing.rows(page):
        _paint_row(canvas, rows[place], box.top(), box.height(), most)
    canvas.footer(content.said, listing.where(page, content.page_word, len(content.rows)))


def _paint_hidden(canvas: Canvas, content: VoteContent, y: float) -> None:
    """A tile for everybody, filled when voted: never who, never what."""
    width, painter = canvas.right - canvas.left, canvas.painter
    tiles = min(MOST_TILES, max(content.expected, content.voted, 1))
    rows = 1 if tiles <= 16 else 2 if tiles <= 32 else 4
    per = -(-tiles // rows)
    room = canvas.bottom - y - 20
    size = min(90.0, (width - GAP * (per - 1)) / per, (room - LEAST_NUMBER * 1.3) / rows - GAP)
    number = max(float(LEAST_NUMBER), min(120.0, (room - rows * (size + GAP)) / 1.3))
    filled = content.voted if content.expected <= MOST_TILES else content.voted * tiles // content.expected
    block = rows * (size + GAP) + number * 1.3
    top = y + max(10.0, (canvas.bottom - y - block) / 2)
    left = canvas.left + (width - per * size - GAP * (per - 1)) / 2
    for place in range(tiles):
        x, down = left + place % per * (size + GAP), top + place // per * (size + GAP)
        painter.setPen(QPen(canvas.color("border_strong"), 3))
        painter.setBrush(canvas.color("accent") if place < filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x, down, size, size), 14, 14)
    box = QRectF(canvas.left, top + rows * (size + GAP), width, number * 1.3)
    canvas.text(box, content.said, number, strong=True, align=Qt.AlignmentFlag.AlignHCenter)


def _paint_row(canvas: Canvas, row: VoteRow, y: float, height: float, most: int) -> None:
    word, bar = _columns(canvas)
    middle = y + height / 2
    if row.digit:
        canvas.text(QRectF(canvas.left, y, 80, height), row.digit, TITLE, "text2", strong=True)
    x = canvas.left + (90 if row.digit else 0)
    wide = word if row.digit else word + 90
    high = canvas.paragraph_height(row.word, word, LIST)
    canvas.paragraph(x, middle - high / 2, wide, row.word, LIST)
    x = canvas.left + 90 + word + 40
    canvas.text(QRectF(x, y, 120, height), str(row.total), STATUS, strong=True)
    x += 130
    names = canvas.paragraph_height(row.names, bar, SMALLEST) if row.names else 0.0
    top = middle - (28 + names) / 2
    painter = canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color("accent" if row.total else "border"))
    painter.drawRoundedRect(QRectF(x, top, max(6.0, bar * row.total / most), 28), 6, 6)
    if row.names:
        canvas.paragraph(x, top + 36, bar, row.names, SMALLEST, "text2")


VOTE = Scene("vote", None, N_("Vote"), _content, _paint, pages_in(_listing), first_page)
