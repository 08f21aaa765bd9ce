"""A document of its own inside a file: one person's sheets among those of all."""

from __future__ import annotations

from reports.flowables.block import Block


class Booklet(Block):
    """Takes no room; from its page on running head, footer and bookmark say ``title`` and pages are numbered anew."""

    _ZEROSIZE = True

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def measure(self, width: float, height: float) -> float:
        return 0

    def draw(self) -> None:
        """Nothing but a bookmark."""
        outline = getattr(self.canv, "outline", None)
        if outline is not None:
            outline(self.title, 0, 0, "")
