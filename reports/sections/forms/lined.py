"""Questions with lines to write on that fill the page, however many departments there are."""

from __future__ import annotations

from collections.abc import Sequence

from reports.flowables.block import Block
from reports.flowables.signing import WritingLines
from reports.paper import Paper
from reports.style import MM
from workshop_app.domain.frozen import frozen

STEP = 8 * MM
_MOST_STEP = 9.5 * MM
_GAP = 4 * MM


@frozen
class Question:
    """A ready text and how many lines it needs at least; the page's spare lines are shared out in this proportion."""

    text: str
    lines: int


class LinedQuestions(Block):
    """Takes what is left of the page; where even the least lines do not fit, it goes on with the next page."""

    def __init__(self, paper: Paper, questions: Sequence[Question], reserve: float = 0) -> None:
        super().__init__()
        self._paper, self._questions, self._reserve = paper, list(questions), reserve
        self._parts: list[WritingLines] = []

    def measure(self, width: float, height: float) -> float:
        room = height - self._reserve
        counts = [question.lines for question in self._questions]
        texts = self._labels(width)
        spare = int((room - texts - sum(counts) * STEP) / STEP)
        for _spare in range(max(spare, 0)):
            most = max(range(len(counts)), key=lambda at: (self._questions[at].lines / counts[at], -at))
            counts[most] += 1
        step = min((room - texts) / sum(counts), _MOST_STEP) if spare >= 0 else STEP
        self._parts = [self._lines(place, count, step) for place, count in enumerate(counts)]
        return sum(part.wrap(width, height)[1] for part in self._parts) + _GAP * len(self._parts)

    def _labels(self, width: float) -> float:
        """Height of everything but the lines."""
        bare = [self._lines(place, 0, STEP) for place in range(len(self._questions))]
        return sum(part.wrap(width, 0)[1] for part in bare) + _GAP * len(bare)

    def _lines(self, place: int, count: int, step: float) -> WritingLines:
        return WritingLines(self._paper, count, self._questions[place].text, step=step)

    def start_height(self, width: float) -> float:
        return self._labels(width) + STEP * sum(question.lines for question in self._questions)

    def split(self, width: float, height: float) -> Sequence[Block]:
        """As many questions as fit with their least lines, and the rest."""
        fits = len(self._questions) - 1
        while fits and LinedQuestions(self._paper, self._questions[:fits]).start_height(width) > height:
            fits -= 1
        if not fits:
            return []
        return [LinedQuestions(self._paper, part) for part in (self._questions[:fits], self._questions[fits:])]

    def draw(self) -> None:
        """From the top down."""
        y = self.height
        for part in self._parts:
            y -= _GAP + part.height
            self.place(part, 0, y)
