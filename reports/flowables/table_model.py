"""What a table is made of: columns, rows, groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeGuard

from reports.flowables.block import Block
from reports.flowables.mark import Mark
from reports.lines import Run
from reports.paper import Rich
from reports.style import CELL, Align, Colour, Role
from workshop_app.domain.frozen import frozen

Cell = Rich | Mark | Block | Sequence[Mark] | None
"""Text, a mark, marks in a row, any block, or nothing."""

Level = Literal["middle", "top", "bottom"]


@frozen
class Column:
    """A column. ``share`` divides the table's width; ``fixed`` is a width in points instead.

    No column becomes narrower than its longest word; the columns with ``grows`` give way first.
    """

    head: Cell = ""
    share: float = 1
    align: Align = "left"
    role: Role = CELL
    fixed: float = 0
    grows: bool = False
    level: Level = "middle"
    row_head: bool = False


@frozen
class Row:
    """A row of cells, as many as columns; a missing rest is empty.

    ``total`` draws an ink line above and sets texts in SemiBold. ``ground`` colours the row. ``rule_above`` draws the
    group line above it. ``min_height`` in points.
    """

    cells: Sequence[Cell]
    total: bool = False
    ground: Colour | None = None
    rule_above: bool = False
    min_height: float = 0


@frozen
class RowGroup:
    """Rows that belong together, with a line of ink above.

    ``lead`` stands in the first column beside the first row only (the rows then have one cell fewer); after a page
    break it is repeated with «(continued)», or ``lead_again`` when given. ``band`` is a tinted heading row instead.
    """

    rows: Sequence[Row]
    lead: Cell = None
    lead_again: Cell = None
    band: Rich = ""


def is_marks(cell: Any) -> TypeGuard[Sequence[Mark]]:
    """Whether the cell is a sequence of marks."""
    return isinstance(cell, list | tuple) and bool(cell) and all(isinstance(item, Mark) for item in cell)


def is_text(cell: Any) -> TypeGuard[str | Run | Sequence[str | Run]]:
    """Whether the cell is text."""
    if isinstance(cell, str | Run):
        return True
    return isinstance(cell, list | tuple) and all(isinstance(item, str | Run) for item in cell)
