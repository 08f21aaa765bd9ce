"""The way from the session over 30 and 60 to 90 days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta

from reports import fonts
from reports.flowables.block import Block
from reports.flowables.text import Text
from reports.furniture import put
from reports.paper import Paper
from reports.style import CAPTION, CELL_BOLD, INK, STRONG, TEXT2, TINT_DARK, WHITE
from reports.tagging import Element
from reports.text import prepare
from workshop_app.domain.frozen import frozen
from workshop_app.domain.time_strip import month_starts

_BAR = 5.5
_DISC = 9.5
_ABOVE = 17.0


@frozen
class Milestone:
    """A meeting on the way: ``label`` stands in the disc, ``title`` and ``note`` under it; held ones are solid."""

    label: str
    day: Date
    held: bool
    title: str
    note: str = ""


class Timeline(Block):
    """Milestones on a bar that is filled up to ``today``; months are named above it."""

    def __init__(self, paper: Paper, milestones: Sequence[Milestone], today: Date | None, today_text: str = "") -> None:
        super().__init__()
        self.paper = paper
        self.milestones = sorted(milestones, key=lambda milestone: milestone.day)
        self.today = today
        self.today_text = prepare(today_text, paper.language)
        self._texts = [
            (
                Text(paper, milestone.title, CELL_BOLD.sized(8.6), align="center"),
                Text(paper, milestone.note, CAPTION.sized(8).coloured(TEXT2), align="center"),
            )
            for milestone in self.milestones
        ]
        self.element = Element("P")

    @property
    def _first(self) -> Date:
        return self.milestones[0].day

    @property
    def _days(self) -> int:
        last = max(self.milestones[-1].day, self.today or self._first)
        return max((last - self._first).days + 12, 1)

    def _x(self, day: Date) -> float:
        left = _DISC + 1
        return left + (self.width - left - 4) * (day - self._first).days / self._days

    def measure(self, width: float, height: float) -> float:
        if not self.milestones:
            return 0
        self.width = width
        rooms = self._rooms()
        for (title, note), room in zip(self._texts, rooms, strict=True):
            title.wrap(room, height)
            note.wrap(room, height)
        below = max(title.height + note.height for title, note in self._texts)
        return _ABOVE + 2 * _DISC + 3 + below

    def _rooms(self) -> list[float]:
        """Width for each milestone's words: twice the way to its nearest neighbour or edge."""
        places = [self._x(milestone.day) for milestone in self.milestones]
        rooms = []
        for index, x in enumerate(places):
            before = (x - places[index - 1]) / 2 if index else x + 200
            after = (places[index + 1] - x) / 2 if index < len(places) - 1 else 200
            rooms.append(min(max(2 * min(before, after) - 6, 40), 130))
        return rooms

    def draw(self) -> None:
        """Bar, months, discs, words."""
        if not self.milestones:
            return
        middle = self.height - _ABOVE - _DISC
        with self.artifact():
            self._draw_bar(middle)
            self._draw_months(middle)
            self._draw_today(middle)
        with self.inside(self.element):
            for milestone, texts in zip(self.milestones, self._texts, strict=True):
                self._draw_milestone(milestone, texts, middle)

    def _draw_bar(self, y: float) -> None:
        canvas, start = self.canv, self._x(self._first)
        canvas.setFillColor(TINT_DARK)
        canvas.rect(start, y - _BAR / 2, self.width - start - 4, _BAR, stroke=0, fill=1)
        if self.today is not None and self.today > self._first:
            canvas.setFillColor(self.paper.accent)
            canvas.rect(start, y - _BAR / 2, self._x(self.today) - start, _BAR, stroke=0, fill=1)

    def _draw_months(self, y: float) -> None:
        taken = [self._x(milestone.day) for milestone in self.milestones]
        rest = min(timedelta(days=self._days), Date.max - self._first)
        for month in month_starts(self._first, self._first + rest):
            x = self._x(month)
            self.canv.setStrokeColor(STRONG)
            self.canv.setLineWidth(0.6)
            self.canv.line(x, y - 6, x, y + 6)
            name = self.paper.words.month(month, "wide")
            width = fonts.measure(name, CAPTION.font, CAPTION.size) + 3
            if not any(x < place + _DISC and place - _DISC < x + width for place in taken):
                put(self.canv, x + 3, y + 5, name, CAPTION)

    def _draw_today(self, y: float) -> None:
        if self.today is None:
            return
        x = self._x(self.today)
        self.canv.setStrokeColor(self.paper.accent)
        self.canv.setLineWidth(1.4)
        self.canv.line(x, y + _BAR / 2, x, y + 16)
        role = CELL_BOLD.sized(8).coloured(self.paper.accent)
        half = fonts.measure(self.today_text, role.font, role.size) / 2
        put(self.canv, min(max(x, half), self.width - half), y + 19.5, self.today_text, role, "center")

    def _draw_milestone(self, milestone: Milestone, texts: tuple[Text, Text], y: float) -> None:
        x = self._x(milestone.day)
        with self.content(Element("Span")):
            self.canv.setFillColor(INK if milestone.held else WHITE)
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1.5)
            self.canv.circle(x, y, _DISC - 0.75, stroke=1, fill=1)
            role = CELL_BOLD.sized(8.8).coloured(WHITE if milestone.held else INK)
            put(self.canv, x, y - role.size * 0.349, milestone.label, role, "center")
        title, note = texts
        room = title.width
        left = min(max(x - room / 2, 0), self.width - room)
        if left != x - room / 2:
            title.align = note.align = "left" if left == 0 else "right"
        top = y - _DISC - 3 - title.height
        self.place(title, left, top)
        self.place(note, left, top - note.height)
