"""A goal's way: ring = where it began, upright = where it should be, disc = now. The good end is always right."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reports.flowables.block import Block
from reports.flowables.text import Text
from reports.paper import Paper
from reports.style import CAPTION, CELL, CELL_BOLD, HAIRLINE, INK, TEXT2, WHITE
from reports.tagging import Element

Number = Decimal | Fraction | int | float
_TRACK = 3.2
_ROOM = 8.0


class GoalTrack(Block):
    """Baseline, target and (when measured over the same period) the present value, as numbers and ready texts."""

    def __init__(
        self,
        paper: Paper,
        baseline: Number | None,
        target: Number | None,
        now: Number | None = None,
        *,
        baseline_text: str,
        target_text: str,
        now_text: str = "",
    ) -> None:
        super().__init__()
        self.paper = paper
        self._place = _fraction(baseline, target, now)
        self._from = Text(paper, baseline_text, CELL.coloured(TEXT2), tag="Span")
        self._to = Text(paper, target_text, CELL_BOLD.sized(9.2), tag="Span", align="right")
        self._now = Text(paper, now_text, CAPTION.medium().coloured(paper.accent), tag="Span") if now_text else None
        self.element = Element("P")

    @property
    def _below(self) -> float:
        return 9.0 if self._now else 0

    def measure(self, width: float, height: float) -> float:
        width = self._span(width)
        from_width = min(self._from.natural_width(), width * 0.5)
        self._from.wrap(from_width, height)
        self._to.wrap(width - from_width - 4, height)
        if self._now:
            self._now.wrap(min(self._now.natural_width(), width), height)
        return max(self._from.height, self._to.height) + _ROOM + self._below

    def min_width(self) -> float:
        return max(self._from.natural_width() + self._to.natural_width() + 10, 60)

    def _span(self, width: float) -> float:
        return min(width, 150)

    def draw(self) -> None:
        """Texts over the track, the present under its disc."""
        width = self._span(self.width)
        middle = self._below + _ROOM / 2 + 0.5
        left, right = 2.9, width - 1.2
        with self.inside(self.element):
            self.place(self._from, 0, self._below + _ROOM)
            self.place(self._to, width - self._to.width, self._below + _ROOM)
            with self.artifact():
                self._draw_track(left, right, middle)
            if self._now:
                x = left + (right - left) * self._place if self._place is not None else left
                self.place(self._now, min(max(x - self._now.width / 2, 0), width - self._now.width), 0)

    def _draw_track(self, left: float, right: float, y: float) -> None:
        canvas = self.canv
        canvas.setLineCap(0)
        canvas.setDash([])
        canvas.setLineWidth(_TRACK)
        canvas.setStrokeColor(HAIRLINE)
        canvas.line(left, y, right, y)
        here = None if self._place is None else left + (right - left) * self._place
        if here is not None and here > left:
            canvas.setStrokeColor(self.paper.accent)
            canvas.line(left, y, here, y)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(2)
        canvas.line(right, y - 4.2, right, y + 4.2)
        canvas.setFillColor(WHITE)
        canvas.setLineWidth(1.4)
        canvas.circle(left, y, 2.2, stroke=1, fill=1)
        if here is not None:
            canvas.setFillColor(self.paper.accent)
            canvas.circle(here, y, 2.7, stroke=0, fill=1)


def _fraction(baseline: Number | None, target: Number | None, now: Number | None) -> float | None:
    """How much of the way is done, 0 to 1; a step back stays just left of the ring."""
    if baseline is None or target is None or now is None:
        return None
    way = float(target) - float(baseline)
    if way == 0:
        return 1.0 if now == target else 0.0
    return min(max((float(now) - float(baseline)) / way, -0.006), 1.0)
