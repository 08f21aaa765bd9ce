"""Lines to sign and to write on."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from reports import shapes
from reports.flowables.block import Block
from reports.flowables.mark import Mark
from reports.flowables.text import Text
from reports.paper import Paper
from reports.style import CAPTION, CAPTION2, INK, ITEM, MM, RULE_WRITE, STRONG, SUBHEAD
from workshop_app.domain.frozen import frozen

_PER_ROW = 4
_ROOM = 8.5 * MM


@frozen
class Signature:
    """A line to sign: name under it left, function right; ``written`` is already on the line (a date)."""

    name: str
    function: str = ""
    written: str = ""


class Signatures(Block):
    """Signature lines, up to four in a row and rows alike; they never stand alone on a page."""

    def __init__(
        self,
        paper: Paper,
        people: Sequence[Signature],
        *,
        per_row: int = _PER_ROW,
        note: str = "",
        before: float = 2 * MM,
    ) -> None:
        super().__init__(before)
        rows = max(ceil(len(people) / per_row), 1)
        self._per_row = max(ceil(len(people) / rows), 1)
        starts = range(0, len(people), self._per_row)
        self._rows = [list(people[start : start + self._per_row]) for start in starts]
        self._texts = [[self._make(paper, person) for person in row] for row in self._rows]
        self._note = Text(paper, note, CAPTION, before=2) if note else None

    def _make(self, paper: Paper, person: Signature) -> tuple[Text, Text, Text]:
        return (
            Text(paper, person.name, CAPTION2.sized(8)),
            Text(paper, person.function, CAPTION.sized(8), align="right"),
            Text(paper, person.written, ITEM.medium()),
        )

    def _column(self, width: float) -> float:
        return (width - 3.4 * MM * (self._per_row - 1)) / self._per_row

    def _row_height(self, row: Sequence[tuple[Text, Text, Text]], width: float) -> float:
        highest = 0.0
        for name, function, written in row:
            own = min(name.natural_width(), width)
            beside = own + 4 + function.natural_width() <= width
            name.wrap(width, 100)
            function.align = "right" if beside else "left"
            function.wrap(width, 100)
            written.wrap(width, 100)
            both = max(name.height, function.height) if beside else name.height + function.height
            highest = max(highest, both)
        return _ROOM + highest + 2

    def measure(self, width: float, height: float) -> float:
        total = sum(self._row_height(row, self._column(width)) for row in self._texts)
        return total + (self._note.wrap(width, height)[1] + 1 if self._note else 0)

    def draw(self) -> None:
        """Line, then name and function under it."""
        column, y = self._column(self.width), self.height
        for row in self._texts:
            height = self._row_height(row, column)
            for number, texts in enumerate(row):
                self._draw_one(texts, number * (column + 3.4 * MM), y - _ROOM, column)
            y -= height
        if self._note:
            self.place(self._note, 0, 0)

    def _draw_one(self, texts: tuple[Text, Text, Text], x: float, y: float, width: float) -> None:
        name, function, written = texts
        with self.artifact():
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(0.6)
            self.canv.line(x, y, x + width, y)
        self.place(written, x + 3, y + 1)
        self.place(name, x, y - 2 - name.height)
        under = name.height if function.align == "left" else 0
        self.place(function, x, y - 2 - function.height - under)


class WritingLines(Block):
    """Lines to write on, 8 mm apart; ``label`` stands above, or before the first line when ``beside``."""

    def __init__(
        self,
        paper: Paper,
        count: int,
        label: str = "",
        *,
        step: float = 8 * MM,
        beside: bool = False,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.count, self.step, self.beside = count, step, beside
        self._label = Text(paper, label, SUBHEAD.sized(9.5)) if label else None

    @property
    def _above(self) -> float:
        return self._label.height if self._label and not self.beside else 0

    def measure(self, width: float, height: float) -> float:
        if self._label:
            self._label.wrap(min(self._label.natural_width(), width * 0.6) if self.beside else width, height)
        return self._above + self.count * self.step

    def draw(self) -> None:
        """Label and lines."""
        if self._label:
            self.place(self._label, 0, self.height - (self.step - 2 if self.beside else self._label.height))
        with self.artifact():
            self.canv.setStrokeColor(STRONG)
            self.canv.setLineWidth(RULE_WRITE)
            for number in range(1, self.count + 1):
                indent = self._label.width + 10 if self._label and self.beside and number == 1 else 0
                y = self.height - self._above - number * self.step
                self.canv.line(indent, y, self.width, y)


def tick_circle(digit: str = "", size: float = 5 * MM) -> Mark:
    """A circle to tick, with a pale hint inside."""
    from reports import fonts
    from reports.style import TEXT3

    half = size / 2
    ring = shapes.circle((half, half), half - 0.5, fill=None, stroke=INK, stroke_width=0.9)
    if not digit:
        return Mark(size, size, ring)
    hint = min(size * 0.5, 7.4)
    inside = shapes.text(half, half - hint * 0.35, digit, fonts.REGULAR, hint, TEXT3, "center")
    return Mark(size, size, shapes.group(ring, inside))


def tick_box(ticked: bool = False, size: float = 3.3 * MM) -> Mark:
    """A box to tick with round corners; ``ticked`` draws the tick."""
    box = shapes.rect(0.5, 0.5, size - 1, size - 1, stroke=INK, stroke_width=1, radius=size * 0.22)
    if not ticked:
        return Mark(size, size, box)
    points = [(size * 0.24, size * 0.5), (size * 0.43, size * 0.31), (size * 0.78, size * 0.7)]
    return Mark(size, size, shapes.group(box, shapes.polyline(points, INK, size * 0.16)))
