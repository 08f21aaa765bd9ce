"""A scale of circles joined by a line, and its head: one answer in a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reports import shapes
from reports.flowables.block import Block
from reports.flowables.mark import paint_mark
from reports.flowables.signing import tick_circle
from reports.flowables.text import Text
from reports.paint import paint
from reports.paper import Paper
from reports.style import CAPTION, ITEM, MM, STRONG


def _places(width: float, count: int) -> list[float]:
    """Middles of ``count`` equal parts."""
    return [width * (number + 0.5) / count for number in range(count)]


class AnswerScale(Block):
    """Circles with their digits as pale hints."""

    fills_row = True

    def __init__(self, digits: Sequence[str], size: float = 5.2 * MM) -> None:
        super().__init__()
        self.marks = [tick_circle(digit, size) for digit in digits]
        self.size = size

    def measure(self, width: float, height: float) -> float:
        return self.size

    def min_width(self) -> float:
        return len(self.marks) * (self.size + 4)

    def draw(self) -> None:
        """The line, then the circles on white."""
        places, middle = _places(self.width, len(self.marks)), self.height / 2
        with self.artifact():
            for left, right in pairwise(places):
                ends = (left + self.size / 2, middle), (right - self.size / 2, middle)
                paint(self.canv, shapes.line(*ends, STRONG, 0.7))
            for x, mark in zip(places, self.marks, strict=True):
                self.canv.saveState()
                self.canv.translate(x - mark.width / 2, middle - mark.height / 2)
                paint_mark(self.canv, mark)
                self.canv.restoreState()


class ScaleHead(Block):
    """Words over digits at the places of the circles."""

    fills_row = True

    def __init__(self, paper: Paper, texts: Sequence[str], digits: Sequence[str]) -> None:
        super().__init__()
        self._texts = [Text(paper, text, CAPTION, align="center") for text in texts]
        self._digits = [Text(paper, digit, ITEM.bold(), align="center") for digit in digits]

    def measure(self, width: float, height: float) -> float:
        room = width / max(len(self._digits), 1) - 2
        for text in (*self._texts, *self._digits):
            text.wrap(room, height)
        return max((text.height for text in self._texts), default=0) + self._digits[0].height

    def min_width(self) -> float:
        widest = max((text.min_width() for text in self._texts), default=10)
        return (widest + 2) * len(self._digits)

    def draw(self) -> None:
        """Words stand on the digits."""
        room = self.width / len(self._digits) - 2
        for number, x in enumerate(_places(self.width, len(self._digits))):
            digit = self._digits[number]
            self.place(digit, x - room / 2, 0)
            if number < len(self._texts):
                self.place(self._texts[number], x - room / 2, digit.height)
