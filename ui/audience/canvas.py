"""Where scenes draw: 1920 × 1080 design units scaled by height, and no text under 4.3 % of the height.

4:3 and 16:10 keep the size of type and lose width; portrait takes its unit from the width (DECISIONS, room type size).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import sqrt
from typing import TypeVar, cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.theme.theme import FAMILY, Theme, load_theme
from ui.widgets.line_spans import line_spans
from ui.widgets.paint import badge_width, fill, paint_badge, paint_mark, paint_tick
from ui.widgets.pictograms import paint_pictogram
from workshop_app.domain.frozen import frozen
from workshop_app.typesetting import bound

T = TypeVar("T")

DESIGN_HEIGHT, LEAST_WIDTH = 1080.0, 1440.0
SMALLEST = 46
"""Units: 4.3 % of the height (DESIGN.md 8)."""

LIST, STATUS, SUMMARY, TITLE = 48, 52, 60, 76
MARGIN = 72.0
LEAST_PAGE = 1_100_000.0
"""Square units that enlarged type leaves a page at least: fewer hold no row of long words whole."""
EYE, FOOT_LINE = 74.0, 56.0
TICK, TICK_WIDTH = "✓", 0.76
"""A line that begins with it has a drawn tick, this wide in its type size."""
TOP, UNDER_TITLE = 46.0, 24.0
FOOT, BOTTOM = 118.0, 128.0
"""Where the foot line begins and content ends, from the bottom."""


class TooSmallError(AssertionError):
    """A scene asked for text under the type rule."""


@frozen
class Drawn:
    """A text that was drawn: the box it was given, how it was put there, and its type."""

    text: str
    box: QRectF
    flags: int
    font: QFont

    @property
    def place(self) -> QRectF:
        """Where its letters are, in units."""
        return QFontMetricsF(self.font).boundingRect(self.box, self.flags, self.text)


class Canvas:
    """A painter in design units. ``zoom`` above 1 enlarges type for distant rows, as far as ``LEAST_PAGE`` lets it."""

    def __init__(self, painter: QPainter, size: QSizeF, zoom: float = 1.0) -> None:
        smallest = min(size.height() / DESIGN_HEIGHT, size.width() / LEAST_WIDTH)
        unit = min(smallest * zoom, sqrt(size.height() * size.width() / LEAST_PAGE))
        self.painter = painter
        self.unit = unit
        self.width = size.width() / unit
        self.height = size.height() / unit
        self.theme: Theme = load_theme("light")
        self.texts: list[Drawn] = []
        self._made: dict[tuple[str, int], object] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}

    @property
    def drawn(self) -> list[str]:
        """Every text that was drawn, in order."""
        return [text.text for text in self.texts]

    def note_text(self, text: str, box: QRectF, flags: int, font: QFont) -> None:
        """Remember a text that a painter of its own draws (badges, chips): the tests look at all of them."""
        self.texts.append(Drawn(text, QRectF(box), flags, QFont(font)))

    def begin(self) -> None:
        """White ground and the scale."""
        self.painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.painter.save()
        self.painter.scale(self.unit, self.unit)
        fill(self.painter, QRectF(0, 0, self.width, self.height), self.theme.color("surface"))

    def end(self) -> None:
        """Back to device units."""
        self.painter.restore()

    @property
    def left(self) -> float:
        """The left margin."""
        return MARGIN

    @property
    def right(self) -> float:
        """The right margin's x."""
        return self.width - MARGIN

    def font(self, units: float, *, strong: bool = False) -> QFont:
        """A font of this size; TooSmallError under the rule."""
        if units < SMALLEST:
            raise TooSmallError(f"{units} units")
        return _font(units, strong)

    def once(self, name: str, part: object, make: Callable[[], T]) -> T:
        """What ``make`` works out for a part of the content, once for this picture: long lists ask again and again."""
        key = (name, id(part))
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])

    def color(self, token: str) -> QColor:
        """A token of the light theme: the room is always light."""
        return self.theme.color(token)

    def text_width(self, text: str, units: float, *, strong: bool = False) -> float:
        """Width in units; measured once, as scenes ask for the same words again and again."""
        key = (text, units, strong)
        if key not in self._widths:
            self._widths[key] = QFontMetricsF(self.font(units, strong=strong)).horizontalAdvance(text)
        return self._widths[key]

    def text(
        self,
        rect: QRectF,
        text: str,
        units: float = LIST,
        token: str | QColor = "text",
        *,
        strong: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line; never shortened: a text that does not fit its width is wrapped into the rect instead."""
        font = self.font(units, strong=strong)
        if not text:
            return
        color = token if isinstance(token, QColor) else self.color(token)
        self.painter.setFont(font)
        self.painter.setPen(color)
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(int(Qt.TextFlag.TextDontClip))
        place, words = rect, text
        if wraps := self.text_width(text, units, strong=strong) > rect.width() + 1:
            words = "\n".join(self.lines(text, rect.width(), units, strong=strong))
        elif text.startswith(TICK):
            place, words = self._ticked(rect, text.removeprefix(TICK), font, color, align)
        self.painter.drawText(place, int(flags), words)
        self.note_text(text, rect, int(flags) | (int(Qt.TextFlag.TextWordWrap) if wraps else 0), font)

    def _ticked(
        self, rect: QRectF, rest: str, font: QFont, color: QColor, align: Qt.AlignmentFlag
    ) -> tuple[QRectF, str]:
        """Draw the tick before the rest of a line, which has what is returned."""
        width, size = QFontMetricsF(font).horizontalAdvance(rest), font.pixelSize() * TICK_WIDTH
        share = 1.0 if align & Qt.AlignmentFlag.AlignRight else 0.5 if align & Qt.AlignmentFlag.AlignHCenter else 0.0
        left = rect.left() + max(0.0, rect.width() - width - size) * share
        paint_tick(self.painter, left, rect.center().y(), size, color)
        return QRectF(left + size, rect.top(), width + 4, rect.height()), rest

    def lines(self, text: str, width: float, units: float, *, strong: bool = False) -> list[str]:
        """The text broken at words to a width; a word too long is broken anywhere."""
        if units < SMALLEST:
            raise TooSmallError(f"{units} units")
        return list(_broken(text, max(10.0, width), units, strong))

    def heights(self, texts: Sequence[str], width: float, units: float) -> list[float]:
        """What ``paragraph_height`` says of each of many texts: the lines of long lists, fast."""
        room, step = max(10.0, width), units * 1.24
        return [len(_broken(text, room, units, False)) * step for text in texts]

    def even_width(self, text: str, width: float, units: float, *, strong: bool = False) -> float:
        """The least width that takes no more lines: a large sentence ends with no single word on a line."""
        count, most = len(self.lines(text, width, units, strong=strong)), width
        if count == 1:
            return width
        least = min(width, max(self.text_width(word, units, strong=strong) for word in text.split()))
        whole = (text, bound(text)) if len(self.lines(bound(text), width, units, strong=strong)) == count else (text,)
        while most - least > units / 2:
            middle = (least + most) / 2
            if any(len(self.lines(each, middle, units, strong=strong)) > count for each in whole):
                least = middle
            else:
                most = middle
        return most

    def paragraph(
        self, x: float, y: float, width: float, text: str, units: float, token: str = "text", *, strong: bool = False
    ) -> float:
        """Wrapped text from a top left corner; returns the y below it. What is strong is a head: its lines are even."""
        step = units * 1.24
        width = self.even_width(text, width, units, strong=True) if strong else width
        for line in self.lines(text, width, units, strong=strong):
            self.text(QRectF(x, y, width + 2, step), line, units, token, strong=strong)
            y += step
        return y

    def paragraph_height(self, text: str, width: float, units: float, *, strong: bool = False) -> float:
        """The height ``paragraph`` takes."""
        return len(self.lines(text, width, units, strong=strong)) * units * 1.24

    def title(self, text: str, note: str = "", note_token: str | QColor = "text2") -> float:
        """The question at the top with a fact at the right, quiet or in a colour; returns where the content begins."""
        room, loud = self.right - self.left, note_token != "text2"
        beside = self._beside(text, note)
        if note and beside:
            width = self.text_width(note, STATUS, strong=loud)
            self.text(QRectF(self.right - width, TOP, width + 4, 100), note, STATUS, note_token, strong=loud)
        y = self.paragraph(self.left, TOP, room, text, TITLE, strong=True)
        if note and not beside:
            self.text(QRectF(self.left, y, room, 70), note, STATUS, note_token, strong=loud)
            y += 74
        return y + UNDER_TITLE

    def _beside(self, text: str, note: str) -> bool:
        """Whether the note stands in the line of the title."""
        width = self.text_width(text, TITLE, strong=True) + self.text_width(note, STATUS, strong=True)
        return width + 60 < self.right - self.left

    def title_height(self, text: str, note: str = "") -> float:
        """What ``title`` returns, without drawing."""
        room = self.right - self.left
        under = 74 if note and not self._beside(text, note) else 0
        return TOP + self.paragraph_height(text, room, TITLE, strong=True) + under + UNDER_TITLE

    def badge(self, x: float, centre_y: float, code: str, index: int, height: float = 62) -> float:
        """A department's badge; returns the x right of it."""
        font = self.font(SMALLEST, strong=True)
        width = badge_width(code, height, font)
        rect = QRectF(x, centre_y - height / 2, width, height)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        paint_badge(self.painter, rect, code, index, self.theme.department(index), bold)
        self.note_text(code, rect, int(Qt.AlignmentFlag.AlignCenter), font)
        return x + width

    def mark(self, x: float, centre_y: float, index: int, *, filled: bool, size: float = 40) -> float:
        """A department's mark; returns the x right of it."""
        centre = QPointF(x + size / 2, centre_y)
        paint_mark(self.painter, centre, size, index, self.theme.department(index), filled=filled)
        return x + size + 14

    def chip(self, x: float, centre_y: float, code: str, label: str, height: float = 76) -> float:
        """A finding's chip; returns the x right of it."""
        font = self.font(LIST, strong=True)
        width = QFontMetricsF(font).horizontalAdvance(label) + height * 0.75 + 40
        rect = QRectF(x, centre_y - height / 2, width, height)
        colors, painter = self.theme.finding(code), self.painter
        if colors.tint is not None or colors.dashed is not None:
            dashes = QPen(colors.dashed, 3, Qt.PenStyle.DashLine) if colors.dashed else QPen(Qt.PenStyle.NoPen)
            painter.setPen(dashes)
            painter.setBrush(colors.tint or Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 12, 12)
        sign = QRectF(x + 14, centre_y - height / 4, height * 0.75, height / 2)
        paint_pictogram(painter, code, sign, colors.ink)
        box = QRectF(sign.right() + 12, rect.top(), rect.right() - sign.right() - 12, height)
        self.text(box, label, LIST, colors.ink, strong=True)
        return x + width

    def chip_width(self, label: str, height: float = 76) -> float:
        """The width of a finding's chip."""
        return self.text_width(label, LIST, strong=True) + height * 0.75 + 40

    def sign(self, rect: QRectF, code: str) -> None:
        """A finding's sign alone."""
        paint_pictogram(self.painter, code, rect, self.theme.finding(code).ink)

    def closed_eye(self, x: float, centre_y: float, width: float = 52) -> None:
        """Hidden: an eye struck through, before the words that say so."""
        half = width / 2
        left, right, over = QPointF(x, centre_y), QPointF(x + width, centre_y), half * 1.05
        eye = QPainterPath(left)
        eye.quadTo(QPointF(x + half, centre_y - over), right)
        eye.quadTo(QPointF(x + half, centre_y + over), left)
        stroke = QPainterPath(QPointF(x + width * 0.12, centre_y - half * 0.8))
        stroke.lineTo(QPointF(x + width * 0.88, centre_y + half * 0.8))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, token, thick in ((eye, "text2", 4.0), (stroke, "surface", 12.0), (stroke, "text2", 4.0)):
            cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            self.painter.setPen(QPen(self.color(token), thick, Qt.PenStyle.SolidLine, cap, join))
            self.painter.drawPath(path)
            if path is eye:
                self.painter.drawEllipse(QPointF(x + half, centre_y), width * 0.13, width * 0.13)

    def rule(self, y: float, token: str = "divider", width: float = 2) -> None:
        """A line across."""
        fill(self.painter, QRectF(self.left, y, self.right - self.left, width), self.color(token))

    def focus(self, rect: QRectF) -> None:
        """The focus row: full-width tint and a 20 px accent edge."""
        fill(self.painter, QRectF(0, rect.top(), self.width, rect.height()), self.color("selected"))
        fill(self.painter, QRectF(0, rect.top(), 20, rect.height()), self.color("accent"))

    def footer(self, left: str, right: str = "", *, hidden: bool = False) -> None:
        """The foot line: what is left out (or ``hidden``), and the page; long words grow upwards."""
        y, x, width = self.height - FOOT, self.left, self.text_width(right, SMALLEST)
        self.text(QRectF(self.right - width, y, width + 4, 60), right, SMALLEST, "text2")
        y -= self.foot_growth(left, right, hidden=hidden)
        if hidden and left:
            self.closed_eye(x, y + 30)
            x += EYE
        room = self.foot_room(right, hidden=hidden)
        for line in self.lines(left, room, SMALLEST) if left else ():
            self.text(QRectF(x, y, room + 4, 60), line, SMALLEST, "text2")
            y += FOOT_LINE

    def foot_room(self, right: str = "", *, hidden: bool = False) -> float:
        """The width of the foot line's words beside the page."""
        beside = self.text_width(right, SMALLEST) + 40 if right else 0.0
        return self.right - self.left - beside - (EYE if hidden else 0.0)

    def foot_growth(self, left: str, right: str = "", *, hidden: bool = False) -> float:
        """How much higher than a line the foot is: content ends that much above ``bottom``."""
        return (len(self.lines(left, self.foot_room(right, hidden=hidden), SMALLEST)) - 1) * FOOT_LINE

    def strip(self, lit: int | None, count: int, done: int = 0) -> None:
        """One bar per step at the bottom, no words."""
        if not count:
            return
        gap, y = 10.0, self.height - 32
        width = (self.right - self.left - gap * (count - 1)) / count
        for place in range(count):
            high = 18.0 if place == lit else 10.0
            rect = QRectF(self.left + place * (width + gap), y - high / 2, width, high)
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(self.color("accent" if place == lit or place < done else "border"))
            self.painter.drawRoundedRect(rect, high / 2, high / 2)

    @property
    def bottom(self) -> float:
        """Where content must end: above foot line and strip."""
        return self.height - BOTTOM


def _font(units: float, strong: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(units))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


@lru_cache(maxsize=20_000)
def _broken(text: str, width: float, units: float, strong: bool) -> tuple[str, ...]:
    """The lines of a text; kept, as every picture of a long list asks for the same ones again."""
    spans = line_spans(text, _font(units, strong), width)
    return tuple(text[start : start + length].strip() for start, length in spans) or ("",)


def pages_of(count: int, per_page: int) -> int:
    """How many pages ``count`` rows take."""
    return max(1, -(-count // max(1, per_page)))


def spans_of(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """The rows of every page (start, end): as many as fit the room, at least one."""
    spans: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for place, height in enumerate(heights):
        if place > start and used + height > room:
            spans.append((start, place))
            start, used = place, 0.0
        used += height
    return [*spans, (start, len(heights))]


def span_of(spans: Sequence[tuple[int, int]], row: int) -> int:
    """The page on which a row stands."""
    return next((page for page, (start, end) in enumerate(spans) if start <= row < end), 0)
