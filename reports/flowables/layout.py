"""Blocks put together: one under another, side by side, in a frame, kept on one page."""

from __future__ import annotations

from collections.abc import Sequence

from reports.flowables.block import Block
from reports.style import COLUMN_GAP, HAIRLINE, INK, STRONG, TINT, Colour

_TWO_LINES = 20.0
"""A block lower than this stands for one line of text."""


class Stack(Block):
    """Blocks one under another as one block."""

    def __init__(self, blocks: Sequence[Block], before: float = 0, after: float = 0) -> None:
        super().__init__(before, after)
        self.blocks = list(blocks)

    def gap(self, index: int) -> float:
        """Room above the block with this index."""
        if index == 0:
            return 0
        return float(max(self.blocks[index - 1].spaceAfter, self.blocks[index].spaceBefore))

    def measure(self, width: float, height: float) -> float:
        total = 0.0
        for index, block in enumerate(self.blocks):
            total += self.gap(index)
            total += block.wrap(width, height - total)[1]
        return total

    def min_width(self) -> float:
        return max((block.min_width() for block in self.blocks), default=0)

    def parts_width(self) -> float:
        return max((block.parts_width() for block in self.blocks), default=0)

    def natural_width(self) -> float:
        return max((block.natural_width() for block in self.blocks), default=0)

    def useful_width(self) -> float:
        return max((block.useful_width() for block in self.blocks), default=0)

    def start_height(self, width: float) -> float:
        """The beginning of the first block; of a list of short ones the first two."""
        if not self.blocks:
            return 0
        height = self.blocks[0].start_height(width)
        if len(self.blocks) > 1 and height < _TWO_LINES:
            height += self.gap(1) + self.blocks[1].start_height(width)
        return height

    def split(self, width: float, height: float) -> Sequence[Block]:
        first: list[Block] = []
        rest = list(self.blocks)
        used = 0.0
        while rest:
            gap = self.gap(len(first))
            needed = rest[0].wrap(width, height - used - gap)[1]
            if used + gap + needed > height + 0.01:
                parts = rest[0].split(width, height - used - gap)
                if len(parts) > 1:
                    first.append(parts[0])
                    rest[:1] = parts[1:]
                break
            first.append(rest.pop(0))
            used += gap + needed
        if not first or not rest:
            return []
        return [Stack(first, self.spaceBefore, 0), Stack(rest, 0, self.spaceAfter)]

    def draw(self) -> None:
        """From the top down."""
        y = self.height
        for index, block in enumerate(self.blocks):
            y -= self.gap(index) + block.height
            self.place(block, 0, y)


class Together(Stack):
    """A short stack that goes to the next page as a whole."""

    def start_height(self, width: float) -> float:
        return self.measure(width, 10_000)

    def split(self, width: float, height: float) -> Sequence[Block]:
        return super().split(width, height) if self.at_top else []


class Columns(Block):
    """Stacks side by side, tops level. ``shares`` divide the width; left to right is the order of reading."""

    def __init__(
        self,
        columns: Sequence[Sequence[Block]],
        shares: Sequence[float] = (),
        gap: float = COLUMN_GAP,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.stacks = [Stack(blocks) for blocks in columns]
        self.shares = list(shares) or [1.0] * len(self.stacks)
        self.gap = gap

    def widths(self, width: float) -> list[float]:
        """Width of every column in points."""
        room = width - self.gap * (len(self.stacks) - 1)
        return [room * share / sum(self.shares) for share in self.shares]

    def measure(self, width: float, height: float) -> float:
        sizes = zip(self.stacks, self.widths(width), strict=True)
        return max((stack.wrap(part, height)[1] for stack, part in sizes), default=0)

    def min_width(self) -> float:
        return sum(stack.min_width() for stack in self.stacks) + self.gap * (len(self.stacks) - 1)

    def split(self, width: float, height: float) -> Sequence[Block]:
        heads: list[Sequence[Block]] = []
        tails: list[Sequence[Block]] = []
        for stack, part in zip(self.stacks, self.widths(width), strict=True):
            if stack.wrap(part, height)[1] <= height + 0.01:
                heads.append(stack.blocks)
                tails.append([])
                continue
            parts = stack.split(part, height)
            if len(parts) != 2 or not all(isinstance(piece, Stack) for piece in parts):
                return []
            heads.append([parts[0]])
            tails.append([parts[1]])
        if not any(tails):
            return []
        return [
            Columns(heads, self.shares, self.gap, self.spaceBefore, 0),
            Columns(tails, self.shares, self.gap, 0, self.spaceAfter),
        ]

    def draw(self) -> None:
        """From left to right."""
        x = 0.0
        for stack, part in zip(self.stacks, self.widths(self.width), strict=True):
            self.place(stack, x, self.height - stack.height)
            x += part + self.gap


class Panel(Block):
    """A block on a tint, in a dashed frame or on the one dark panel (white with a frame when printing economically)."""

    def __init__(
        self,
        blocks: Sequence[Block],
        *,
        fill: Colour | None = TINT,
        stroke: Colour | None = None,
        stroke_width: float = 0.8,
        dashed: bool = False,
        edge: Colour | None = None,
        padding: tuple[float, float] = (10, 8),
        radius: float = 4,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.stack = Stack(blocks)
        self.fill, self.stroke, self.stroke_width, self.dashed = fill, stroke, stroke_width, dashed
        self.edge, self.padding, self.radius = edge, padding, radius

    @classmethod
    def dashed_frame(cls, blocks: Sequence[Block], before: float = 0, after: float = 0) -> Panel:
        """White in a dashed frame: a box to write in."""
        return cls(blocks, fill=None, stroke=STRONG, dashed=True, before=before, after=after)

    @classmethod
    def dark(cls, blocks: Sequence[Block], economical: bool, before: float = 0, after: float = 0) -> Panel:
        """The one dark panel; its texts must be light unless the printing is economical."""
        fill, stroke = (None, INK) if economical else (INK, None)
        return cls(blocks, fill=fill, stroke=stroke, stroke_width=1.3, padding=(13, 11), before=before, after=after)

    @property
    def _left(self) -> float:
        return self.padding[0] + (14 if self.edge is not None else 0)

    def measure(self, width: float, height: float) -> float:
        inner = width - self._left - self.padding[0]
        return self.stack.wrap(inner, height - 2 * self.padding[1])[1] + 2 * self.padding[1]

    def min_width(self) -> float:
        return self.stack.min_width() + self._left + self.padding[0]

    def draw(self) -> None:
        """Ground first, then the blocks."""
        with self.artifact():
            self._ground()
        self.place(self.stack, self._left, self.padding[1])

    def _ground(self) -> None:
        canvas = self.canv
        if self.fill is not None:
            canvas.setFillColor(self.fill)
        if self.stroke is not None:
            canvas.setStrokeColor(self.stroke)
            canvas.setLineWidth(self.stroke_width)
            canvas.setDash([3, 2] if self.dashed else [])
        fill, stroke = int(self.fill is not None), int(self.stroke is not None)
        if fill or stroke:
            canvas.roundRect(0, 0, self.width, self.height, self.radius, stroke=stroke, fill=fill)
        canvas.setDash([])
        if self.edge is not None:
            canvas.setFillColor(self.edge)
            canvas.rect(0, 0, 14, self.height, stroke=0, fill=1)


class Beside(Block):
    """A block with an upright line at its left: thick accent for a quotation, hairline for a side note."""

    def __init__(self, blocks: Sequence[Block], colour: Colour = HAIRLINE, line: float = 0.5, gap: float = 10) -> None:
        super().__init__()
        self.stack = Stack(blocks)
        self.colour, self.line, self.gap = colour, line, gap

    def measure(self, width: float, height: float) -> float:
        return self.stack.wrap(width - self.line - self.gap, height)[1]

    def min_width(self) -> float:
        return self.stack.min_width() + self.line + self.gap

    def draw(self) -> None:
        """Line, then the blocks."""
        with self.artifact():
            self.canv.setStrokeColor(self.colour)
            self.canv.setLineWidth(self.line)
            self.canv.setLineCap(1 if self.line > 1 else 0)
            inset = self.line / 2
            self.canv.line(inset, inset, inset, self.height - inset)
        self.place(self.stack, self.line + self.gap, 0)
