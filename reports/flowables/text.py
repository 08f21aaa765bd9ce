"""A block of text: wrapped, never hyphenated, never broken inside a word that fits the line."""

from __future__ import annotations

from collections.abc import Sequence

from reports import fonts
from reports.flowables.block import Block
from reports.lines import Line, Run, balanced_lines, break_lines, longest, longest_part, natural_width, words_of
from reports.paper import Paper, Rich
from reports.style import BODY, Align, Role
from reports.tagging import Element

_CAP_HEIGHT = 0.698


class Text(Block):
    """A paragraph. ``tag`` is its PDF type: P, H1 to H3, Caption, LBody, TH, TD…

    ``balanced`` makes its lines about equally long (titles).
    """

    def __init__(
        self,
        paper: Paper,
        content: Rich,
        role: Role = BODY,
        *,
        tag: str = "P",
        align: Align = "left",
        balanced: bool = False,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.role = content.role if isinstance(content, Run) else role
        self.align = align
        self.balanced = balanced
        self.element = Element(tag)
        runs = paper.runs(content, role)
        self.words = words_of(runs)
        self.leading = max((run.role.leading for run in runs), default=self.role.leading)
        self.size = max((run.role.size for run in runs), default=self.role.size)
        self.even = all(run.role.leading == self.leading for run in runs)
        self.lines: list[Line] = []
        self._broken_at = -1.0

    def measure(self, width: float, height: float) -> float:
        if width != self._broken_at:
            self.lines = balanced_lines(self.words, width) if self.balanced else break_lines(self.words, width)
            self._broken_at = width
        return self._height_of(self.lines)

    def _leading_of(self, line: Line) -> float:
        """A line is as high as its own largest role wants it."""
        if self.even or not line.pieces:
            return self.leading
        return max(run.role.leading for _x, run in line.pieces)

    def _height_of(self, lines: Sequence[Line]) -> float:
        return len(lines) * self.leading if self.even else sum(map(self._leading_of, lines))

    def min_width(self) -> float:
        return longest(self.words)

    def hard_width(self) -> float:
        return longest(self.words, keep_joined=False)

    def parts_width(self) -> float:
        return longest_part(self.words)

    def natural_width(self) -> float:
        return natural_width(self.words)

    def useful_width(self) -> float:
        return self.natural_width()

    @property
    def first_leading(self) -> float:
        """Height of the first line once it is broken into lines."""
        return self._leading_of(self.lines[0]) if self.lines else self.leading

    def start_height(self, width: float) -> float:
        self.measure(width, 0)
        return self._height_of(self.lines[: 3 if len(self.lines) == 3 else 2])

    @property
    def plain(self) -> str:
        """The text without its roles."""
        return " ".join("".join(piece.text for piece in word.pieces) for word in self.words)

    def split(self, width: float, height: float) -> Sequence[Block]:
        self.measure(width, height)
        total, fits, used = len(self.lines), 0, 0.0
        while fits < total and used + self._leading_of(self.lines[fits]) <= height + 0.01:
            used += self._leading_of(self.lines[fits])
            fits += 1
        if total - fits == 1:
            fits -= 1
        if fits < (1 if self.at_top else 2) or fits >= total:
            return []
        return [self._part(self.lines[:fits]), self._part(self.lines[fits:])]

    def _part(self, lines: list[Line]) -> Text:
        part = Text.__new__(Text)
        Block.__init__(part, self.spaceBefore, self.spaceAfter)
        part.role, part.align, part.element, part.balanced = self.role, self.align, self.element, False
        part.leading, part.size, part.even = self.leading, self.size, self.even
        part.words = words_of([Run(run.text + " ", run.role) for line in lines for run in (p[1] for p in line.pieces)])
        part.lines, part._broken_at = lines, self._broken_at
        return part

    def draw(self) -> None:
        """Lines from the top, capitals centred in the leading."""
        if not self.words:
            return
        with self.content(self.element):
            top = self.height
            for number, line in enumerate(self.lines):
                spare = self.width - line.width
                x = {"left": 0.0, "right": spare, "center": spare / 2}[self.align]
                leading, size = self._leading_of(line), self._size_of(line)
                baseline = top - (leading + size * _CAP_HEIGHT) / 2
                self._draw_line(line, x, baseline, last=number == len(self.lines) - 1)
                top -= leading

    def _size_of(self, line: Line) -> float:
        if self.even or not line.pieces:
            return self.size
        return max(run.role.size for _x, run in line.pieces)

    def _draw_line(self, line: Line, x: float, baseline: float, last: bool) -> None:
        for number, (offset, run) in enumerate(line.pieces):
            end = " " if not last and number == len(line.pieces) - 1 else ""
            self.canv.setFillColor(run.role.colour)
            at = x + offset
            for font, part in fonts.pieces(run.text + end, run.role.font):
                self.canv.setFont(font, run.role.size)
                self.canv.drawString(at, baseline, part)
                at += fonts.measure(part, font, run.role.size)
