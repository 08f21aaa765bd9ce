"""Marks: small vector signs that stand in cells and lines, with the words a screen reader says for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.block import Block
from reports.flowables.text import Text
from reports.lines import Run
from reports.paint import paint
from reports.paper import Paper, Rich
from reports.shapes import group
from reports.style import CELL, Align, Role
from reports.tagging import Element, TagCanvas
from workshop_app.domain.frozen import frozen


@frozen
class Mark:
    """Shapes in a box of ``width`` × ``height`` points, origin lower left. ``words`` say it without a picture."""

    width: float
    height: float
    shapes: Any
    words: str = ""

    def scaled(self, factor: float) -> Mark:
        """The same mark, larger or smaller."""
        shapes = group(self.shapes, scale=factor)
        return Mark(self.width * factor, self.height * factor, shapes, self.words)


def joined(marks: Sequence[Mark], gap: float = 2) -> Mark:
    """Marks in a row as one, middles level."""
    height = max((mark.height for mark in marks), default=0)
    shapes, x = [], 0.0
    for mark in marks:
        shapes.append(group(mark.shapes, x=x, y=(height - mark.height) / 2))
        x += mark.width + gap
    words = ", ".join(mark.words for mark in marks if mark.words)
    return Mark(max(x - gap, 0), height, group(*shapes), words)


class MarkRow(Block):
    """Marks in a row; more rows when they don't fit."""

    def __init__(
        self, marks: Sequence[Mark], gap: float = 2.4, align: Align = "left", before: float = 0, after: float = 0
    ) -> None:
        super().__init__(before, after)
        self.marks = list(marks)
        self.gap, self.align = gap, align
        self._rows: list[list[Mark]] = []
        self._elements = [Element("Span", actual=mark.words) for mark in self.marks]

    def measure(self, width: float, height: float) -> float:
        self._rows = [[]]
        used = 0.0
        for mark in self.marks:
            if self._rows[-1] and used + mark.width > width + 0.01:
                self._rows.append([])
                used = 0
            self._rows[-1].append(mark)
            used += mark.width + self.gap
        heights = [max((mark.height for mark in row), default=0) for row in self._rows]
        return sum(heights) + self.gap * (len(heights) - 1)

    def min_width(self) -> float:
        return max((mark.width for mark in self.marks), default=0)

    def natural_width(self) -> float:
        return sum(mark.width for mark in self.marks) + self.gap * max(len(self.marks) - 1, 0)

    def useful_width(self) -> float:
        return self.natural_width()

    def draw(self) -> None:
        """Row by row, middles level."""
        y, number = self.height, 0
        for row in self._rows:
            height = max((mark.height for mark in row), default=0)
            spare = self.width - sum(mark.width for mark in row) - self.gap * (len(row) - 1)
            x = {"left": 0.0, "right": spare, "center": spare / 2}[self.align]
            for mark in row:
                self._draw_mark(mark, self._elements[number], x, y - (height + mark.height) / 2)
                x += mark.width + self.gap
                number += 1
            y -= height + self.gap

    def _draw_mark(self, mark: Mark, element: Element, x: float, y: float) -> None:
        draw_mark(self, mark, element, x, y)


def draw_mark(block: Block, mark: Mark, element: Element, x: float, y: float) -> None:
    """Draw a mark inside a block's own drawing; a mark without words is decoration."""
    block.canv.saveState()
    block.canv.translate(x, y)
    with block.content(element) if element.actual else block.artifact():
        paint_mark(block.canv, mark)
    block.canv.restoreState()


def paint_mark(canvas: Any, mark: Mark) -> None:
    """Draw a mark at the canvas's origin."""
    if isinstance(canvas, TagCanvas):
        canvas.stamp(mark.shapes, mark.width, mark.height, paint)
    else:
        paint(canvas, mark.shapes)


class MarkText(Block):
    """A mark, then text that wraps beside it. ``level``: the mark stands at the first line or at the middle."""

    def __init__(
        self,
        paper: Paper,
        mark: Mark,
        content: Rich,
        role: Role = CELL,
        *,
        gap: float = 4,
        mark_width: float = 0,
        level: str = "first",
        says: bool = False,
        tag: str = "P",
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.mark = mark
        self._paper, self._content = paper, content
        self.text = Text(paper, content, role, tag=tag)
        self.gap, self.level = gap, level
        self.mark_width = max(mark_width, mark.width)
        self.element = Element("Span", actual=mark.words if says else "")

    def with_more(self, run: Run) -> MarkText:
        """The same with something added to its text."""
        pieces = [self._content] if isinstance(self._content, str | Run) else list(self._content)
        return MarkText(
            self._paper,
            self.mark,
            [*pieces, run],
            self.text.role,
            gap=self.gap,
            mark_width=self.mark_width,
            level=self.level,
        )

    def measure(self, width: float, height: float) -> float:
        inner = self.text.wrap(width - self.mark_width - self.gap, height)[1]
        return max(inner, self.mark.height)

    def min_width(self) -> float:
        return self.mark_width + self.gap + self.text.min_width()

    def parts_width(self) -> float:
        return self.mark_width + self.gap + self.text.parts_width()

    def natural_width(self) -> float:
        return self.mark_width + self.gap + self.text.natural_width()

    def useful_width(self) -> float:
        return self.natural_width()

    def draw(self) -> None:
        """The mark's middle on the first line's middle, or on the block's."""
        text_y = (self.height - self.text.height) / 2
        line = self.text.first_leading / 2 if self.level == "first" else self.text.height / 2
        y = text_y + self.text.height - line - self.mark.height / 2
        x = (self.mark_width - self.mark.width) / 2
        draw_mark(self, self.mark, self.element, x, min(max(y, 0), self.height - self.mark.height))
        self.place(self.text, self.mark_width + self.gap, text_y)
