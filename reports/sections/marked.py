"""A mark at the left edge, and blocks one under another beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reports.flowables.block import Block
from reports.flowables.layout import Stack
from reports.flowables.mark import Mark, draw_mark
from reports.tagging import Element


class Marked(Block):
    """The mark's middle stands on the middle of the first line, ``line`` points high; ``column`` is its room."""

    def __init__(self, mark: Mark, blocks: Sequence[Block], column: float, line: float, gap: float = 5) -> None:
        super().__init__()
        self.mark, self.column, self.line, self.gap = mark, max(column, mark.width), line, gap
        self.stack = Stack(blocks)
        self.element = Element("Lbl", actual=mark.words)

    def measure(self, width: float, height: float) -> float:
        return max(self.stack.wrap(width - self.column - self.gap, height)[1], self.mark.height)

    def min_width(self) -> float:
        return self.column + self.gap + self.stack.min_width()

    def draw(self) -> None:
        """Mark, then the blocks from the top."""
        y = self.height - self.line / 2 - self.mark.height / 2
        draw_mark(self, self.mark, self.element, 0, min(max(y, 0), self.height - self.mark.height))
        self.place(self.stack, self.column + self.gap, self.height - self.stack.height)
