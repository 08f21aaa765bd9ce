"""One laid-out row of a table: measured once per width, drawn cell by cell, cut only when very high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.block import Block
from reports.flowables.layout import Stack
from reports.flowables.text import Text
from reports.style import CELL_GAP, HAIRLINE, TINT_DARK, Colour
from reports.tagging import Element
from workshop_app.domain.frozen import frozen

_LINES_TO_CUT = 8
_BAND_PADDING = 1.6


@frozen
class RowStyle:
    """What the rows of a table have in common."""

    padding: float
    min_row: float
    uprights: tuple[int, ...] = ()


class LaidRow:
    """Blocks of one row. ``rule`` is the width of an ink line above it."""

    def __init__(
        self,
        cells: Sequence[Block | None],
        levels: Sequence[str],
        *,
        rule: float = 0,
        ground: Colour | None = None,
        min_height: float = 0,
        is_head: bool = False,
        is_band: bool = False,
        is_total: bool = False,
        row_heads: Sequence[bool] = (),
    ) -> None:
        self.cells = list(cells)
        self.levels = list(levels)
        self.rule, self.ground, self.min_height = rule, ground, min_height
        self.is_head, self.is_band, self.is_total = is_head, is_band, is_total
        self.row_heads = list(row_heads) or [False] * len(self.cells)
        self.in_group = self.after_band = self.hide_lead = self.is_repeat = False
        self.element = Element("TR")
        self.tags = [Element("TH" if is_head or head else "TD") for head in self.row_heads]
        for cell, tag in zip(self.cells, self.tags, strict=True):
            if isinstance(cell, Text):
                cell.element = tag
        self._measured: tuple[tuple[float, ...], bool, float] | None = None

    @classmethod
    def band(cls, text: Block, columns: int) -> LaidRow:
        """A tinted heading row over the whole width."""
        return cls([text, *[None] * (columns - 1)], ["middle"] * columns, ground=TINT_DARK, is_band=True)

    def open_lead(self, lead: Block | None, level: str, repeated: bool) -> None:
        """Put the group's name into the first column; a repeated one shows only at the top of a page."""
        self.cells.insert(0, lead)
        self.levels.insert(0, level)
        self.row_heads.insert(0, True)
        self.tags.insert(0, Element("TH"))
        self.hide_lead = repeated
        self.in_group = repeated

    def repeated(self) -> LaidRow:
        """The head again on a later page, not read aloud again."""
        copy = LaidRow.__new__(LaidRow)
        copy.__dict__.update(self.__dict__)
        copy.is_repeat = True
        return copy

    def _visible(self, first: bool) -> list[Block | None]:
        return [None, *self.cells[1:]] if self.hide_lead and not first else self.cells

    def _width(self, index: int, widths: Sequence[float]) -> float:
        if self.is_band:
            return sum(widths)
        return widths[index] - (CELL_GAP if index < len(widths) - 1 else 0)

    def measure(self, widths: Sequence[float], style: RowStyle, first: bool) -> float:
        """Height with padding."""
        key = (tuple(widths), first and self.hide_lead)
        if self._measured is None or self._measured[:2] != key:
            highest = 0.0
            for index, cell in enumerate(self._visible(first)):
                if cell is not None:
                    highest = max(highest, cell.wrap(self._width(index, widths), 10_000)[1])
            padding = _BAND_PADDING if self.is_band else style.padding
            least = 0.0 if self.is_band or self.is_head else max(style.min_row, self.min_height)
            self._measured = (*key, max(highest + 2 * padding, least))
        return self._measured[2]

    def draw(self, table: Any, y: float, widths: Sequence[float], height: float, first: bool = True) -> None:
        """All cells; the row's lower edge is at ``y``."""
        if self.ground is not None:
            with table.artifact():
                table.canv.setFillColor(self.ground)
                table.canv.rect(0, y, sum(widths), height, stroke=0, fill=1)
        self._draw_uprights(table, y, widths, height)
        with table.artifact() if self.is_repeat else table.inside(self.element):
            x = 0.0
            for index, cell in enumerate(self._visible(first)):
                with table.inside(self.tags[index]):
                    if cell is not None:
                        self._draw_cell(table, cell, index, x, y, self._width(index, widths), height)
                x += widths[index]

    def _draw_uprights(self, table: Any, y: float, widths: Sequence[float], height: float) -> None:
        if not table.style.uprights or self.is_head:
            return
        with table.artifact():
            table.canv.setStrokeColor(HAIRLINE)
            table.canv.setLineWidth(0.4)
            for index in table.style.uprights:
                x = sum(widths[:index]) - CELL_GAP / 2
                table.canv.line(x, y, x, y + height)

    def _draw_cell(self, table: Any, cell: Block, index: int, x: float, y: float, width: float, height: float) -> None:
        if getattr(cell, "fills_row", False):
            cell.width, cell.height = width, height
            table.place(cell, x, y)
            return
        padding = table.style.padding
        inset = 4 if self.is_band else 0.0
        offset = {
            "middle": (height - cell.height) / 2,
            "top": height - padding - cell.height,
            "bottom": padding if not self.is_head else 3,
        }[self.levels[index]]
        table.place(cell, x + inset, y + offset)

    @property
    def may_cut(self) -> bool:
        """Whether a cell has more than eight lines."""
        return any(isinstance(cell, Text) and len(cell.lines) > _LINES_TO_CUT for cell in self.cells)

    def cut(self, room: float) -> tuple[LaidRow, LaidRow] | None:
        """The row in two, the first no higher than ``room``; None when nothing sensible fits."""
        heads: list[Block | None] = []
        tails: list[Block | None] = []
        for cell in self.cells:
            head, tail = _cut_cell(cell, room)
            if head is None and cell is not None:
                return None
            heads.append(head)
            tails.append(tail)
        if not any(tails):
            return None
        return self._piece(heads, self.rule), self._piece(tails, 0)

    def _piece(self, cells: list[Block | None], rule: float) -> LaidRow:
        piece = self.repeated()
        piece.is_repeat = False
        piece.cells, piece.rule, piece._measured, piece.min_height = cells, rule, None, 0
        piece.levels = ["top"] * len(cells)
        return piece


def _cut_cell(cell: Block | None, room: float) -> tuple[Block | None, Block | None]:
    if cell is None or cell.height <= room + 0.01:
        return cell, None
    if isinstance(cell, Text | Stack):
        parts = cell.split(cell.width, room)
        if len(parts) == 2:
            return parts[0], parts[1]
    return None, None
