"""The contents: step number, title, what is inside, page. Filled from the chapters of the story."""

from __future__ import annotations

from collections.abc import Sequence

from reports.flowables.block import Block
from reports.flowables.heading import Chapter
from reports.flowables.text import Text
from reports.paper import Paper
from reports.style import CAPTION, HAIRLINE, MM, RULE_ROW, SUBHEAD, TITLE
from reports.tagging import Element

_ROW = 9.8 * MM
_LEAST_ROW = 7 * MM
_NUMBER = 10.5 * MM


def contents_form(key: str) -> str:
    """Name of the form that holds a chapter's page number."""
    return f"contents-{key}"


class Contents(Block):
    """A page of contents; the numbers are forms that are written when the pages are known."""

    def __init__(self, paper: Paper, note: str = "") -> None:
        super().__init__()
        self.paper = paper
        self._title = Text(paper, paper.words("Contents"), TITLE, tag="H1")
        self._note = Text(paper, note, CAPTION.sized(8)) if note else None
        self._chapters: list[Chapter] = []
        self._titles: list[Text] = []
        self._facts: list[Text] = []
        self._row = _ROW

    def fill(self, chapters: Sequence[Chapter]) -> None:
        """Set the chapters it lists."""
        role = SUBHEAD.sized(11.5)
        self._chapters = list(chapters)
        self._titles = [Text(self.paper, chapter.title, role, tag="Reference") for chapter in chapters]
        self._facts = [Text(self.paper, chapter.fact, CAPTION.sized(8.4), tag="Span") for chapter in chapters]

    def measure(self, width: float, height: float) -> float:
        fixed = (
            self._title.wrap(width, height)[1] + 18 * MM + (self._note.wrap(width, height)[1] + 10 if self._note else 0)
        )
        for title, fact in zip(self._titles, self._facts, strict=True):
            title.wrap(width * 0.53 - _NUMBER - 6, height)
            fact.wrap(width * 0.47 - 12 * MM, height)
        room = (height - fixed) / max(len(self._chapters), 1)
        self._row = min(max(room, _LEAST_ROW), _ROW)
        return fixed + sum(self._height(index) for index in range(len(self._chapters)))

    def _height(self, index: int) -> float:
        return max(self._row, self._titles[index].height + 4, self._facts[index].height + 4)

    def draw(self) -> None:
        """Title, rows between hairlines, note."""
        y = self.height - 10 * MM - self._title.height
        self.place(self._title, 0, y)
        y -= 8 * MM
        with self.inside(Element("TOC")):
            for index in range(len(self._chapters)):
                y -= self._height(index)
                self._draw_row(index, y)
        self._line(y)
        if self._note:
            self.place(self._note, 0, y - 10 - self._note.height)

    def _line(self, y: float) -> None:
        with self.artifact():
            self.canv.setStrokeColor(HAIRLINE)
            self.canv.setLineWidth(RULE_ROW)
            self.canv.line(0, y, self.width, y)

    def _draw_row(self, index: int, y: float) -> None:
        chapter, title, fact = self._chapters[index], self._titles[index], self._facts[index]
        height = self._height(index)
        middle = y + height / 2
        self._line(y + height)
        with self.inside(Element("TOCI")):
            if chapter.step is not None:
                number = Text(
                    self.paper, str(chapter.step), title.role.coloured(self.paper.accent), tag="Lbl", align="right"
                )
                number.wrap(_NUMBER - 4.5 * MM, height)
                self.place(number, 0, middle - number.height / 2)
            self.place(title, _NUMBER, middle - title.height / 2)
            self.place(fact, self.width * 0.53, middle - fact.height / 2)
            self._draw_number(chapter, middle - title.role.size * 0.349)
        self.canv.linkRect("", chapter.key, (0, y, self.width, y + height), relative=1, thickness=0)

    def _draw_number(self, chapter: Chapter, y: float) -> None:
        self.canv.saveState()
        self.canv.translate(self.width, y)
        with self.content(Element("Span")):
            self.canv.doForm(contents_form(chapter.key))
        self.canv.restoreState()
