"""A note in the foot of one page: who may read it."""

from __future__ import annotations

from reports.flowables.block import Block


class PrivacyNote(Block):
    """Takes no room; the page it falls on says ``text`` before its number."""

    _ZEROSIZE = True

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def measure(self, width: float, height: float) -> float:
        return 0

    def draw(self) -> None:
        """Nothing: the footer prints it."""
