"""Key numbers, legends, lists and pairs of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.flowables.block import Block
from reports.flowables.layout import Columns, Stack
from reports.flowables.mark import Mark, MarkText
from reports.flowables.text import Text
from reports.paint import paint
from reports.paper import Paper, Rich
from reports.style import (
    CAPTION,
    CELL,
    INK,
    KEY_NUMBER,
    KEY_NUMBER_SMALL,
    LEGEND,
    MM,
    POINT,
    SUBHEAD,
    TEXT2,
    TEXT3,
    Role,
)
from reports.tagging import Element
from workshop_app.domain.frozen import frozen


@frozen
class KeyNumber:
    """A number with its unit, what it is, and a grey note."""

    number: str
    label: str
    note: str = ""


class _Ruled(Stack):
    """A stack under a thin line of ink."""

    def measure(self, width: float, height: float) -> float:
        return super().measure(width, height) + 4

    def draw(self) -> None:
        """Line, then the blocks."""
        with self.artifact():
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(0.9)
            self.canv.line(0, self.height - 0.45, self.width, self.height - 0.45)
        full, self.height = self.height, self.height - 4
        super().draw()
        self.height = full


def key_numbers(paper: Paper, numbers: Sequence[KeyNumber], before: float = 0, after: float = 0) -> Columns:
    """Up to five key numbers side by side, each under a line."""
    columns: list[list[Block]] = []
    for item in numbers:
        blocks: list[Block] = [
            Text(paper, item.number, KEY_NUMBER_SMALL),
            Text(paper, item.label, CELL.bold().sized(8.6)),
        ]
        if item.note:
            blocks.append(Text(paper, item.note, CAPTION.sized(8), before=1))
        columns.append([_Ruled(blocks)])
    return Columns(columns, gap=3.4 * MM, before=before, after=after)


class BigNumber(Block):
    """The one number of a page with what it is beside it and a remark at the right end («an upper bound…»)."""

    def __init__(
        self, paper: Paper, number: str, label: str, text: Rich = "", remark: Rich = "", role: Role = KEY_NUMBER
    ) -> None:
        super().__init__()
        self._number = Text(paper, number, role)
        self._beside = Stack(
            [Text(paper, label, SUBHEAD.sized(12.5)), Text(paper, text, CELL.sized(9.2).coloured(TEXT2))]
        )
        self._remark = Text(paper, remark, CAPTION.sized(8), align="right")

    def measure(self, width: float, height: float) -> float:
        number = self._number.wrap(min(self._number.natural_width(), width * 0.6), height)[0]
        remark = min(self._remark.natural_width(), width * 0.34)
        self._remark.wrap(remark, height)
        self._beside.wrap(width - number - remark - 20, height)
        return max(self._number.height, self._beside.height, self._remark.height)

    def draw(self) -> None:
        """Feet level."""
        self.place(self._number, 0, 0)
        self.place(self._beside, self._number.width + 8, self._number.role.leading * 0.1)
        self.place(self._remark, self.width - self._remark.width, self._number.role.leading * 0.08)


class Legend(Block):
    """Marks with their words in a row, wrapping; stands right under its table or chart."""

    def __init__(
        self,
        paper: Paper,
        items: Sequence[tuple[Mark, str]],
        role: Role = LEGEND,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.items = [MarkText(paper, mark, text, role, tag="P") for mark, text in items]
        self.gap = 12.0
        self._rows: list[list[MarkText]] = []

    def measure(self, width: float, height: float) -> float:
        self._rows, used = [[]], 0.0
        for item in self.items:
            own = min(item.natural_width() + 0.1, width)
            if self._rows[-1] and used + own > width:
                self._rows.append([])
                used = 0
            item.wrap(own, height)
            self._rows[-1].append(item)
            used += own + self.gap
        return sum(self._row_height(row) for row in self._rows)

    @staticmethod
    def _row_height(row: Sequence[MarkText]) -> float:
        return max((item.height for item in row), default=0) + 1.5

    def draw(self) -> None:
        """Row by row."""
        y = self.height
        for row in self._rows:
            height, x = self._row_height(row), 0.0
            for item in row:
                self.place(item, x, y - (height + item.height) / 2)
                x += item.width + self.gap
            y -= height


class Items(Stack):
    """Blocks that are the items of a list."""

    def __init__(self, blocks: Sequence[Block], gap: float = 1.5, before: float = 0, after: float = 0) -> None:
        super().__init__(blocks, before, after)
        self._gap = gap
        self._list = Element("L")
        self._elements = {id(block): Element("LI") for block in blocks}

    def gap(self, index: int) -> float:
        """At least the list's own gap."""
        return max(super().gap(index), self._gap) if index else 0

    def split(self, width: float, height: float) -> Sequence[Block]:
        parts = super().split(width, height)
        for part in parts:
            part.__class__ = Items
            part.__dict__.update(_gap=self._gap, _list=self._list, _elements=self._elements)
        return parts

    def draw(self) -> None:
        """Each block as one item."""
        with self.inside(self._list):
            y = self.height
            for index, block in enumerate(self.blocks):
                y -= self.gap(index) + block.height
                element = self._elements.setdefault(id(block), Element("LI"))
                with self.inside(element):
                    self.place(block, 0, y)


def numbered(paper: Paper, items: Sequence[tuple[Rich, Rich]], role: Role = POINT) -> Items:
    """Numbered points: the number in the accent, a text and a grey note under it."""
    blocks: list[Block] = []
    number_role = SUBHEAD.sized(12.5).coloured(paper.accent)
    for number, (text, note) in enumerate(items, 1):
        lines: list[Block] = [Text(paper, text, role, tag="LBody")]
        if note:
            lines.append(Text(paper, note, CAPTION.sized(8)))
        columns = [[Text(paper, str(number), number_role, tag="Lbl")], lines]
        blocks.append(Columns(columns, shares=(1, 13), gap=4))
    return Items(blocks, gap=4)


def bullets(paper: Paper, mark: Mark, texts: Sequence[Rich], role: Role = CELL, gap: float = 1.5) -> Items:
    """Texts with the same mark before each."""
    return Items([MarkText(paper, mark, text, role, gap=6, tag="LBody") for text in texts], gap=gap)


def pairs(paper: Paper, items: Sequence[tuple[Rich, Rich]], share: float = 0.24, role: Role = POINT) -> Items:
    """A bold word or number at the left, what it means at the right."""
    return Items(
        [
            Columns([[Text(paper, left, SUBHEAD)], [Text(paper, right, role)]], shares=(share, 1 - share), gap=6)
            for left, right in items
        ],
        gap=3,
    )


class Figure(Block):
    """A chart on paper. ``chart`` makes a ReportLab ``Drawing`` for a width in points; ``alt`` says what it shows."""

    def __init__(self, chart: Callable[[float], Any], alt: str, before: float = 0, after: float = 0) -> None:
        super().__init__(before, after)
        self.chart = chart
        self.element = Element("Figure", alt=alt)
        self._drawing: Any = None

    def measure(self, width: float, height: float) -> float:
        if self._drawing is None or self._drawing.width > width or self.width != width:
            self._drawing = self.chart(width)
        return float(self._drawing.height)

    def draw(self) -> None:
        """The drawing as one figure."""
        with self.content(self.element, (self.width, self.height)):
            paint(self.canv, self._drawing)


def note(paper: Paper, text: Rich, before: float = 3) -> Text:
    """A grey remark under a table or chart."""
    return Text(paper, text, CAPTION.coloured(TEXT3), before=before)
