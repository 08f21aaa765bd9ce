"""What every flowable of the paper is: measured, drawn, possibly split, and tagged for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from math import inf
from typing import Any

from reportlab.platypus import Flowable

from reports.tagging import Element, TagCanvas


class Block(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Base of the paper's flowables. ``before`` and ``after`` are the gaps around it in points."""

    canv: Any
    width: float
    height: float

    def __init__(self, before: float = 0, after: float = 0) -> None:
        super().__init__()
        self.spaceBefore = before
        self.spaceAfter = after
        self.width = self.height = 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the width; the subclass says how high it is."""
        self.width = width
        self.height = self.measure(width, height)
        return self.width, self.height

    def measure(self, width: float, height: float) -> float:
        """Height in points at this width; ``height`` is what is left on the page."""
        raise NotImplementedError  # each kind of block measures itself

    def split(self, width: float, height: float) -> Sequence[Block]:
        """Pieces when only ``height`` is left; none means: go to the next page."""
        return []

    def min_width(self) -> float:
        """The narrowest width at which no word is broken."""
        return 0

    def hard_width(self) -> float:
        """The narrowest width at which no single word is broken, no-break spaces opened."""
        return self.min_width()

    def parts_width(self) -> float:
        """The same with long words opened after hyphens."""
        return self.hard_width()

    def natural_width(self) -> float:
        """The width it takes when nothing limits it."""
        return self.min_width()

    def useful_width(self) -> float:
        """The width beyond which more is of no use to it; without end for charts and for lines to write on."""
        return inf

    def start_height(self, width: float) -> float:
        """The least part that may stand under a heading at the foot of a page."""
        return self.measure(width, 10_000)

    def weight(self) -> int:
        """Its share of the work, for the progress bar."""
        return 1

    @property
    def at_top(self) -> bool:
        """Whether it starts the page: then something must be placed, however little."""
        frame = getattr(self, "_frame", None)
        return bool(frame is not None and frame._atTop)

    def content(self, element: Element, box: tuple[float, float] | None = None) -> AbstractContextManager[None]:
        """Mark what is drawn as content of the element."""
        return self.canv.content(element, box) if isinstance(self.canv, TagCanvas) else nullcontext()

    def inside(self, element: Element) -> AbstractContextManager[None]:
        """Put what is drawn into the element."""
        return self.canv.inside(element) if isinstance(self.canv, TagCanvas) else nullcontext()

    def artifact(self) -> AbstractContextManager[None]:
        """Mark what is drawn as decoration."""
        return self.canv.artifact() if isinstance(self.canv, TagCanvas) else nullcontext()

    def place(self, child: Block, x: float, y: float) -> None:
        """Draw another block with its lower left corner at (x, y)."""
        child.canv = self.canv
        child.drawOn(self.canv, x, y)
