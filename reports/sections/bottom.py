"""Blocks that stand at the foot of the page: lines to write on and to sign."""

from __future__ import annotations

from reports.flowables.layout import Stack


class Bottom(Stack):
    """Takes what is left of the page and puts its blocks at the lower edge; goes to the next page as a whole."""

    def measure(self, width: float, height: float) -> float:
        self._own = super().measure(width, height)
        return max(self._own, height - 0.05)

    def start_height(self, width: float) -> float:
        return super().measure(width, 10_000)

    def draw(self) -> None:
        """The blocks, lowest at the foot."""
        full, self.height = self.height, self._own
        super().draw()
        self.height = full
