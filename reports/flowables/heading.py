"""Titles, section rules and the lines under them; each enters the bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.badge import BADGE, Department, badge
from reports.flowables.block import Block
from reports.flowables.layout import Beside, Columns
from reports.flowables.mark import Mark, MarkRow
from reports.flowables.text import Text
from reports.furniture import step_bar
from reports.paper import Paper, Rich
from reports.style import (
    CAPTION,
    CHAPTER,
    FACT,
    INK,
    INNER_GAP,
    LABEL,
    MM,
    QUOTE,
    RULE_SECTION,
    SECTION,
    SECTION_GAP,
    SQUEEZE,
    STANDFIRST,
    STATEMENT,
    SUBHEAD,
    TITLE,
    Role,
)
from reports.tagging import Element


class Heading(Block):
    """A block that must not stand alone at the foot of a page and is listed in the bookmarks."""

    title: str
    outline_level = 1
    in_outline = True
    key = ""

    def bookmark(self) -> None:
        """Put the heading into the file's bookmarks."""
        outline = getattr(self.canv, "outline", None)
        if self.in_outline and outline is not None:
            outline(self.title, self.outline_level, self.height, self.key)


class TitleBlock(Heading):
    """The document's title with badges at its right end and a standfirst of two lines at most under it.

    ``aside`` is one grey fact on the title's line, for sheets that have no room for a standfirst.
    """

    in_outline = False

    def __init__(
        self,
        paper: Paper,
        title: Rich,
        *,
        badges: Sequence[Department] = (),
        marks_before: Sequence[Mark] = (),
        standfirst: Rich = "",
        aside: Rich = "",
        role: Role = TITLE,
        after: float = SECTION_GAP,
    ) -> None:
        super().__init__(after=after)
        self._title = Text(paper, title, role, tag="H1")
        self.title = self._title.plain
        self._badges = MarkRow([badge(department, BADGE) for department in badges], gap=3.4, align="right")
        self._lead = MarkRow(marks_before, gap=3.4)
        self._aside = Text(paper, aside, STANDFIRST.sized(9.8)) if aside else None
        self._standfirst = Text(paper, standfirst, STANDFIRST) if standfirst else None

    def measure(self, width: float, height: float) -> float:
        lead = self._lead.natural_width() + 8 if self._lead.marks else 0
        free = max(width * 0.45, width - lead - self._title.natural_width() - 12)
        right = min(self._badges.natural_width(), free)
        self._lead.wrap(max(lead - 8, 0), height)
        self._badges.wrap(right, height)
        self._title.wrap(width - lead - (right + 12 if right else 0), height)
        if self._aside:
            self._aside.wrap(max(width - lead - right - self._title.natural_width() - 24, width * 0.2), height)
        return self._line() + (self._standfirst.wrap(width, height)[1] if self._standfirst else 0)

    def _line(self) -> float:
        """The height of the title's line: badges in several rows hang down from the title's middle."""
        above = max(self._title.role.leading - BADGE, 0) / 2
        return max(self._title.height, self._badges.height + (above if self._badges.marks else 0))

    def draw(self) -> None:
        """Title and badges on one middle line."""
        lead = self._lead.natural_width() + 8 if self._lead.marks else 0
        top = self.height - self._line()
        middle = self.height - self._title.role.leading / 2
        if self._lead.marks:
            self.place(self._lead, 0, middle - self._lead.height / 2)
        self.place(self._title, lead, self.height - self._title.height)
        if self._aside:
            x = lead + min(self._title.natural_width(), self._title.width) + 12
            self.place(self._aside, x, top + 5)
        if self._badges.marks:
            y = min(middle + BADGE / 2, self.height) - self._badges.height
            self.place(self._badges, self.width - self._badges.width, y)
        if self._standfirst:
            self.place(self._standfirst, 0, top - self._standfirst.height)


class Chapter(Heading):
    """A chapter of the full report: step bar, title, standfirst. ``fact`` is what the contents say is inside."""

    outline_level = 0

    def __init__(
        self,
        paper: Paper,
        title: Rich,
        *,
        step: int | None = None,
        contents_title: str = "",
        fact: str = "",
        standfirst: Rich = "",
        before: float = 14 * MM,
        after: float = SECTION_GAP - INNER_GAP,
    ) -> None:
        super().__init__(before, after)
        self.paper = paper
        self.step = step
        self.fact = fact
        self._title = Text(paper, title, CHAPTER, tag="H1")
        self.title = contents_title or self._title.plain
        self._standfirst = Text(paper, standfirst, STANDFIRST) if standfirst else None

    @property
    def _bar(self) -> float:
        return 5 * MM if self.step is not None else 0

    def measure(self, width: float, height: float) -> float:
        rest = self._standfirst.wrap(width, height)[1] + 1 if self._standfirst else 0
        return self._bar + self._title.wrap(width, height)[1] + rest

    def draw(self) -> None:
        """Bar, title, standfirst."""
        self.bookmark()
        if self.step is not None:
            with self.artifact():
                step_bar(self.canv, self.paper, 0, self.height, self.width, frozenset({self.step}))
        self.place(self._title, 0, self.height - self._bar - self._title.height)
        if self._standfirst:
            self.place(self._standfirst, 0, 0)


class Section(Heading):
    """The section rule: a thick line, the title under it at the left, one grey fact at the right."""

    def __init__(
        self,
        paper: Paper,
        title: Rich,
        fact: Rich = "",
        *,
        caption: Rich = "",
        role: Role = SECTION,
        before: float = SECTION_GAP,
        after: float = 1.2 * MM,
    ) -> None:
        super().__init__(max(before - (SQUEEZE if paper.squeezed else 0), 0), after)
        self._title = Text(paper, title, role, tag="H2")
        self.title = self._title.plain
        self._fact = Text(paper, fact, FACT, align="right") if fact else None
        self._caption = Text(paper, caption, CAPTION) if caption else None
        self._beside = True

    def measure(self, width: float, height: float) -> float:
        natural = self._title.natural_width() + 10
        fact = self._fact.natural_width() if self._fact else 0
        self._beside = self._fact is not None and natural + min(fact, width * 0.3) <= width
        room = width - min(fact, width - natural) - 10 if self._beside else width
        title = self._title.wrap(min(max(room, natural - 9.9), width), height)[1]
        caption = self._caption.wrap(width, height)[1] if self._caption else 0
        if self._fact is None:
            return title + caption + 3.4
        self._fact.wrap(width - natural if self._beside else width, height)
        inner = max(title, self._fact.height + 3) if self._beside else title + self._fact.height
        return inner + caption + 3.4

    def draw(self) -> None:
        """Line, title, fact, caption."""
        self.bookmark()
        with self.artifact():
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(RULE_SECTION)
            self.canv.line(0, self.height - RULE_SECTION / 2, self.width, self.height - RULE_SECTION / 2)
        top = self.height - 3.4
        self.place(self._title, 0, top - self._title.height)
        if self._fact and self._beside:
            self.place(self._fact, self.width - self._fact.width, top - 3 - self._fact.height)
        elif self._fact:
            self._fact.align = "left"
            self.place(self._fact, 0, top - self._title.height - self._fact.height)
        if self._caption:
            self.place(self._caption, 0, 0)


class SubHead(Heading):
    """A small head inside a section; not in the bookmarks."""

    in_outline = False

    def __init__(self, paper: Paper, title: Rich, *, before: float = 3 * MM, after: float = 1 * MM) -> None:
        super().__init__(before, after)
        self._title = Text(paper, title, SUBHEAD, tag="H3")
        self.title = self._title.plain

    def raise_level(self) -> None:
        """Stand directly under the title for a screen reader: no section is above it."""
        self._title.element = Element("H2")

    def measure(self, width: float, height: float) -> float:
        return self._title.wrap(width, height)[1]

    def draw(self) -> None:
        """The words."""
        self.place(self._title, 0, 0)


def quote_pair(
    paper: Paper, asked_label: str, asked: str, answered_label: str, answer: str, note: Rich = "", **gaps: Any
) -> Columns:
    """The owner's question in italics at the left, the departments' answer beside a thick accent line at the right."""
    left = [Text(paper, asked_label, LABEL, after=3), Text(paper, asked, QUOTE)]
    right: list[Block] = [Text(paper, answered_label, LABEL, after=3), Text(paper, answer, STATEMENT)]
    if note:
        right.append(Text(paper, note, CAPTION, before=4))
    return Columns([left, [Beside(right, paper.accent, 2.4, 10)]], shares=(40, 59), gap=14, **gaps)


def statement(paper: Paper, label: str, text: str) -> Beside:
    """One sentence that matters, with its small label, beside a thick accent line."""
    return Beside([Text(paper, label, LABEL, after=3), Text(paper, text, STATEMENT)], paper.accent, 2.4, 10)
