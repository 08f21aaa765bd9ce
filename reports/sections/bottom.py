"""Blocks that stand at the foot of the page: lines to write on and to sign."""

from __future__ import annotations

from collections.abc import Sequence

from reports.flowables.block import Block
from reports.flowables.layout import Stack


class Bottom(Stack):
    """Takes what is left of the page and puts its blocks at the lower edge; goes to the next page as a whole.

    ``shorter``: the same with less room to write, tried in order when the page is nearly full.
    """

    def __init__(self, blocks: Sequence[Block], shorter: Sequence[Sequence[Block]] = (), before: float = 0) -> None:
        super().__init__(blocks, before)
        self._choices = [list(blocks), *(list(each) for each in shorter)]
        self._own = 0.0

    def measure(self, width: float, height: float) -> float:
        for blocks in self._choices:
            self.blocks = blocks
            self._own = super().measure(width, height)
            if self._own <= height:
                return max(self._own, height - 0.05)
        self.blocks = self._choices[0]
        self._own = super().measure(width, height)
        return self._own

    def start_height(self, width: float) -> float:
        self.blocks = self._choices[-1]
        return super().measure(width, 10_000)

    def split(self, width: float, height: float) -> Sequence[Block]:
        return []

    def draw(self) -> None:
        """The blocks, lowest at the foot."""
        full, self.height = self.height, self._own
        super().draw()
        self.height = full
