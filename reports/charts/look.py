"""Colours, type and fills of charts, for paper and for the screen (SCREENS.md 1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from reportlab.lib.colors import HexColor

from reports import fonts, shapes
from reports.brand import PLAIN, Brand
from reports.shapes import Drawing, Shape
from reports.style import Align, Colour
from workshop_app.domain.frozen import frozen

FillKind = Literal["pale", "accent", "hatch", "ink", "white", "tint", "dots"]


@frozen
class ChartLook:
    """What a chart is drawn with. ``size`` is the size of captions: points on paper, pixels on the screen.

    Series are ink, accent, grey and hatch, never department colours, unless the series is a department.
    """

    ink: Colour
    text2: Colour
    text3: Colour
    strong: Colour
    grid: Colour
    ground: Colour
    tint: Colour
    pale: Colour
    selected: Colour
    accent: Colour
    error: Colour
    warn: Colour
    ok: Colour
    hatch: Colour
    size: float = 7.6

    @classmethod
    def paper(cls, brand: Brand | None = None) -> ChartLook:
        """For paper: always light, hairlines dark enough for print."""
        return replace(_look(_PRINT), accent=(brand or PLAIN).accent_text)

    @classmethod
    def screen(cls, dark: bool = False, size: float = 12) -> ChartLook:
        """For the window; the room is always light."""
        return _look(_DARK if dark else _LIGHT, size)

    @property
    def line(self) -> float:
        """A thin line at this size."""
        return self.size / 12

    def ink_on(self, kind: FillKind) -> Colour:
        """Text colour on a fill."""
        return self.ground if kind in ("ink", "accent") else self.ink

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 1,
        bold: bool = False,
        colour: Colour = None,
        align: Align = "left",
    ) -> Shape:
        """A label; ``size`` is in captions, ``y`` the baseline."""
        font = fonts.SEMIBOLD if bold else fonts.REGULAR
        return shapes.text(x, y, text, font, self.size * size, self.text2 if colour is None else colour, align)

    def width(self, text: str, size: float = 1, bold: bool = False) -> float:
        """Width of a label."""
        return fonts.measure(text, fonts.SEMIBOLD if bold else fonts.REGULAR, self.size * size)

    def box(self, x: float, y: float, width: float, height: float, kind: FillKind) -> Shape:
        """A filled rectangle in one of the fills that survive a black-and-white printer."""
        thin = self.line * 0.9
        step = self.size * 0.4
        if kind in ("ink", "accent"):
            return shapes.rect(x, y, width, height, fill=self.ink if kind == "ink" else self.accent)
        fill = {"pale": self.pale, "tint": self.selected}.get(kind, self.ground)
        outline = self.strong if kind == "pale" else self.ink
        frame = shapes.rect(x, y, width, height, fill=fill, stroke=outline, stroke_width=thin)
        if kind == "hatch":
            lines = shapes.hatch(
                shapes.box_points(x, y, max(width, 0), max(height, 0)), self.hatch, self.line * 1.3, step
            )
            return shapes.group(frame, lines)
        if kind == "dots":
            return shapes.group(frame, shapes.dots(x, y, width, height, self.ink, self.size * 0.07, step))
        return frame

    def plate(self, x: float, y: float, text: str, size: float = 1, bold: bool = True) -> Shape:
        """A label on a plate of the ground colour, centred: for labels over hatch."""
        half = self.width(text, size, bold) / 2 + self.size * 0.3
        high = self.size * size
        back = shapes.rect(x - half, y - high * 0.28, 2 * half, high * 1.2, fill=self.ground, radius=high * 0.25)
        return shapes.group(back, self.words(x, y, text, size=size, bold=bold, colour=self.ink, align="center"))


_LIGHT = (
    "#18202B #465160 #5F6A79 #808A99 #E8EAEE #FFFFFF #F4F5F7 #D3D9E3 #E4ECFC #2356C4 #B3261E #8A5300 #1B7340 #808A99"
)
_PRINT = (
    "#18202B #465160 #5F6A79 #808A99 #C4CAD3 #FFFFFF #F1F3F6 #D3D9E3 #E4E8EE #2356C4 #B3261E #8A5300 #1B7340 #18202B"
)
_DARK = (
    "#E9EDF3 #B9C2CF #97A2B1 #7B8798 #28313D #1A2029 #12161C #323C4A #22335A #86ABFF #FF9A90 #F0B95B #6FCF97 #97A2B1"
)


def _look(colours: str, size: float = 7.6) -> ChartLook:
    """The colours in the order of the fields."""
    made = [HexColor(colour) for colour in colours.split()]
    return ChartLook(*made, size=size)  # type: ignore[misc]  # as many colours as fields


def drawing(width: float, height: float, *items: Shape) -> Drawing:
    """A chart of this size."""
    from reports.unchecked import shapes as drawn

    fonts.register()
    made = drawn.Drawing(width, height)
    for item in items:
        made.add(item)
    return made


def nice_steps(highest: float, count: int = 4) -> list[float]:
    """Up to ``count`` round steps from zero to about ``highest`` for grid lines."""
    if highest <= 0:
        return [0.0]
    from math import ceil, floor, log10

    rough = highest / count
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return [step * index for index in range(ceil(highest / step - 0.15) + 1)]


def spread(places: list[float], gap: float, low: float, high: float) -> list[float]:
    """Label places pushed apart to at least ``gap``, in their order, within ``low`` and ``high``."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    result = list(places)
    previous = low - gap
    for index in order:
        result[index] = max(result[index], previous + gap)
        previous = result[index]
    limit = high
    for index in reversed(order):
        result[index] = min(result[index], limit)
        limit = result[index] - gap
    return result
