"""A document of its own inside a file: one person's sheets among those of all."""

from __future__ import annotations

from reports.flowables.block import Block


class Booklet(Block):
    """Takes no room; from its page on running head, footer and bookmark say ``title`` and pages are numbered anew.

    ``steps`` and ``label``: what the masthead's bar lights and says at the right instead of the document's own.
    """

    _ZEROSIZE = True

    def __init__(self, title: str, steps: frozenset[int] | None = None, label: str | None = None) -> None:
        super().__init__()
        self.title, self.steps, self.label = title, steps, label

    def measure(self, width: float, height: float) -> float:
        return 0

    def draw(self) -> None:
        """Nothing but a bookmark."""
        outline = getattr(self.canv, "outline", None)
        if outline is not None:
            outline(self.title, 0, 0, "")
