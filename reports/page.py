"""Page sizes, margins and what repeats on every page (PAPER.md 3, 8, 10)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from reports.style import MM
from workshop_app.domain.frozen import frozen

PaperSize = Literal["A4", "Letter", "A3"]
Orientation = Literal["portrait", "landscape"]

_SIZES: MappingProxyType[PaperSize, tuple[float, float]] = MappingProxyType(
    {
        "A4": (210 * MM, 297 * MM),
        "Letter": (215.9 * MM, 279.4 * MM),
        "A3": (297 * MM, 420 * MM),
    }
)


LATER_TOP = 18 * MM
"""From the upper edge to the text of pages after the first, in portrait."""


@frozen
class Sheet:
    """A page's geometry in points. The binding edge is left in portrait and top in landscape."""

    size: PaperSize = "A4"
    orientation: Orientation = "portrait"

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.orientation == "landscape"

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page."""
        width, height = _SIZES[self.size]
        return (height, width) if self.landscape else (width, height)

    @property
    def left(self) -> float:
        """Left margin: room for the punch in portrait."""
        return (11 if self.landscape else 22) * MM

    @property
    def right(self) -> float:
        """Right margin."""
        return (11 if self.landscape else 14) * MM

    @property
    def bottom(self) -> float:
        """Lower edge of the text."""
        return (13.5 if self.landscape else 17) * MM

    @property
    def top(self) -> float:
        """From the page's top edge to the step bar or running head."""
        return 11 * MM

    @property
    def footer(self) -> float:
        """Baseline of the footer."""
        return (7.6 if self.landscape else 9.5) * MM

    @property
    def text_width(self) -> float:
        """Width of the text."""
        return self.page[0] - self.left - self.right

    def turned(self, orientation: Orientation) -> Sheet:
        """The same paper the other way round."""
        return Sheet(self.size, orientation)
