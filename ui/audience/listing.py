"""A list in the room: which rows stand on which page, each row's box, the row in focus, «1–5 of 8»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QRectF

from ui.audience.canvas import Canvas, span_of, spans_of

LINE = 1.24
"""Heights of type from one line to the next, as in ``Canvas.paragraph``."""
MOST_AIR = 0.4
"""How much higher a row may get where a page has room left."""

C = TypeVar("C")


class Listing:
    """Rows of these heights under ``top``; as many on a page as fit whole, spread over the height that is left."""

    def __init__(self, canvas: Canvas, heights: Sequence[float], top: float, *, foot: float = 0.0) -> None:
        self._canvas, self._heights, self._top = canvas, heights, top
        self._room = canvas.bottom - foot - top
        self.spans = spans_of(heights, self._room)

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list is one."""
        return len(self.spans)

    def page_of(self, row: int) -> int:
        """The page on which a row stands."""
        return span_of(self.spans, row)

    def boxes(self, page: int) -> list[tuple[int, QRectF]]:
        """Every row of a page: its place in the list and all its ground, from edge to edge."""
        start, end = self.spans[page]
        made, y = [], self._top
        for place, height in enumerate(spread(self._heights[start:end], self._room), start):
            made.append((place, QRectF(0, y, self._canvas.width, height)))
            y += height
        return made

    def rows(self, page: int, focus: int | None = None) -> Iterator[tuple[int, QRectF]]:
        """Every row of a page: its place in the list and its box; ground and rule are drawn around what is painted."""
        canvas = self._canvas
        for place, whole in self.boxes(page):
            if place == focus:
                canvas.focus(whole)
            height = self._heights[place]
            yield place, QRectF(canvas.left, whole.center().y() - height / 2, canvas.right - canvas.left, height)
            canvas.rule(whole.bottom() - 2)

    def where(self, page: int, words: str, things: int | None = None) -> str:
        """«1–5 of 8» in ``words``; nothing where all rows stand on one page.

        Fewer ``things`` than rows, as one goes on over several: «2 / 6», the page.
        """
        start, end = self.spans[page]
        total = len(self._heights)
        if things is not None and things < total:
            return f"{page + 1} / {self.pages}" if self.pages > 1 else ""
        return told(words, start + 1, end, total) if end - start < total else ""


def pages_in(listing: Callable[[Canvas, C], Listing]) -> Callable[[Canvas, C], int]:
    """``Scene.pages`` of a content that is one listing."""
    return lambda canvas, content: listing(canvas, content).pages


def page_in(listing: Callable[[Canvas, C], Listing], focus: Callable[[C], int | None]) -> Callable[[Canvas, C], int]:
    """``Scene.page_of`` of a content that is one listing: where the row in focus stands, else the first page."""
    return lambda canvas, content: listing(canvas, content).page_of(focus(content) or 0)


def told(words: str, first: int, last: int, total: int) -> str:
    """«1–5 of 8» in ``words``; of a single row «3 of 8»."""
    said = words.format(first=first, last=last, total=total)
    return said.replace(f"{first}–{last}", str(first)) if first == last else said


def pieces(canvas: Canvas, text: str, width: float, units: float, room: float, *, strong: bool = False) -> list[str]:
    """A text in parts of which none is higher than ``room``: what no page holds whole goes on over the next ones."""
    lines = canvas.lines(text, width, units, strong=strong)
    most = max(1, int(room / (units * LINE)))
    size = -(-len(lines) // -(-len(lines) // most))
    return [" ".join(lines[start : start + size]) for start in range(0, len(lines), size)]


def spread(heights: Sequence[float], room: float) -> list[float]:
    """The heights of a page's rows with the air that is left under them."""
    used = sum(heights)
    air = min(MOST_AIR, max(0.0, room / used - 1)) if used else 0.0
    return [height * (1 + air) for height in heights]


def spans_to_end(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Pages of which the last one is full: for lists whose newest rows matter."""
    count = len(heights)
    return [(count - end, count - start) for start, end in reversed(spans_of(heights[::-1], room))]


def place_of(ids: Sequence[str | None], row_id: str | None) -> int | None:
    """Where the row in focus stands; None while it is none of the list."""
    return ids.index(row_id) if row_id and row_id in ids else None
