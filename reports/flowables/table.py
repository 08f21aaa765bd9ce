"""The paper's table: a head that repeats, rows that stay whole, groups that say they go on (PAPER.md 7)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, inf
from typing import Any

from reportlab.platypus.doctemplate import FrameBreak

from reports.flowables.block import Block
from reports.flowables.columns import Want, column_widths
from reports.flowables.mark import Mark, MarkRow, MarkText
from reports.flowables.table_model import Cell, Column, Row, RowGroup, is_marks, is_text
from reports.flowables.table_row import LaidRow, RowStyle
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.style import (
    CELL_BOLD,
    CELL_GAP,
    CELL_GREY,
    COLUMN_HEAD,
    HAIRLINE,
    INK,
    RULE_GROUP,
    RULE_HEAD,
    RULE_ROW,
)
from reports.tagging import Element

_MARGIN = 0.05
_NEARLY_EMPTY = 0.3
"""Share of a page below which a form of several pages shares its rows out evenly."""
_LAST_PAGE = 0.25
"""Share of a page that the last page of a document is filled at least (PAPER.md 8)."""


class PaperTable(Block):
    """Columns and rows (or groups of rows) as a table.

    ``foot`` is a legend or a remark that stays with the last two rows. ``padding`` is above and below every row.
    ``stretch`` lets rows of a one-page form grow to fill the page, up to so many points each; ``reserve`` keeps that
    much free below. ``uprights`` are indexes of columns with a fine line at their left. A table that ``closes`` its
    document gives its last page rows of the page before where it would be nearly empty.
    """

    def __init__(
        self,
        paper: Paper,
        columns: Sequence[Column],
        rows: Sequence[Row | RowGroup],
        *,
        foot: Block | None = None,
        padding: float = 2.4,
        min_row: float = 0,
        stretch: float = 0,
        reserve: float = 0,
        head: bool = True,
        uprights: Sequence[int] = (),
        closes: bool = False,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.paper, self.columns = paper, list(columns)
        self.style = RowStyle(
            max(padding - (1 if paper.squeezed else 0), 1),
            min_row,
            tuple(uprights),
        )
        has_head = head and any(column.head for column in columns)
        self._first_names_rows = not has_head and not any(column.row_head for column in columns)
        self.rows = self._lay(rows)
        self.foot, self.stretch, self.reserve, self.closes = foot, stretch, reserve, closes
        self.head = self._head_row() if has_head else None
        self.element = Element("Table")
        self.start, self.stop = 0, len(self.rows)
        self.widths: list[float] = []
        self.tail: Sequence[Block] = ()
        self._extra = 0.0

    def _head_row(self) -> LaidRow:
        cells = [self._block(column.head, column, head=True) for column in self.columns]
        levels = tuple("bottom" for _ in cells)
        return LaidRow(cells, levels, is_head=True)

    def _block(self, cell: Cell, column: Column, *, head: bool = False, total: bool = False) -> Block | None:
        if cell is None or cell == "":
            return None
        if isinstance(cell, Mark):
            return MarkRow([cell], align=column.align)
        if isinstance(cell, Block):
            return cell
        if is_marks(cell):
            return MarkRow(list(cell), align=column.align)
        if not is_text(cell):
            raise TypeError(f"not a cell: {cell!r}")
        role = COLUMN_HEAD if head else column.role.bold() if total else column.role
        return Text(self.paper, cell, role, align=column.align)

    def _lay(self, items: Sequence[Row | RowGroup]) -> list[LaidRow]:
        laid: list[LaidRow] = []
        for number, item in enumerate(items):
            if isinstance(item, Row):
                laid.append(self._row(item, self.columns, rule=RULE_GROUP if item.rule_above else 0))
            else:
                laid += self._group(item, first=number == 0)
        return laid

    def _row(self, row: Row, columns: Sequence[Column], rule: float = 0) -> LaidRow:
        padded = [*row.cells, *[None] * (len(columns) - len(row.cells))]
        cells = [self._block(cell, column, total=row.total) for cell, column in zip(padded, columns, strict=True)]
        heads = tuple(column.row_head or (self._first_names_rows and column is self.columns[0]) for column in columns)
        return LaidRow(
            cells,
            tuple(column.level for column in columns),
            rule=RULE_HEAD if row.total else rule,
            is_total=row.total,
            ground=row.ground,
            min_height=row.min_height,
            row_heads=heads,
        )

    def _group(self, group: RowGroup, first: bool) -> list[LaidRow]:
        laid: list[LaidRow] = []
        if group.band:
            laid.append(LaidRow.band(Text(self.paper, group.band, CELL_BOLD), len(self.columns)))
        has_lead = group.lead is not None
        columns = self.columns[1:] if has_lead else self.columns
        for number, row in enumerate(group.rows):
            rule = RULE_GROUP if number == 0 and not first and not group.band else 0
            made = self._row(row, columns, rule)
            if has_lead:
                made.open_lead(self._lead(group, number), self.columns[0].level, number > 0)
            made.after_band = bool(group.band) and number == 0
            laid.append(made)
        return laid

    def _lead(self, group: RowGroup, number: int) -> Block | None:
        if number == 0:
            return self._block(group.lead, self.columns[0])
        again = group.lead_again if group.lead_again is not None else self._continued(group.lead)
        return self._block(again, self.columns[0])

    def _continued(self, lead: Cell) -> Cell:
        more = Run(" " + self.paper.words("(continued)"), CELL_GREY)
        if isinstance(lead, MarkText):
            return lead.with_more(more)
        return [lead, more] if isinstance(lead, str | Run) else lead

    def min_width(self) -> float:
        return sum(want.fixed or want.least for want in self._wants()) - CELL_GAP

    def _wants(self, single_words: bool = False) -> list[Want]:
        """What the columns ask for; with ``single_words`` also the width with joined words opened."""
        wants = []
        rows = [*([self.head] if self.head else []), *self.rows]
        for index, column in enumerate(self.columns):
            gap = CELL_GAP if index < len(self.columns) - 1 else 0
            cells = [cell for row in rows if not row.is_band and (cell := row.cells[index])]
            least = max((cell.min_width() for cell in cells), default=0) + gap + _MARGIN
            hard = parts = least
            if single_words:
                hard = max((cell.hard_width() for cell in cells), default=0) + gap + _MARGIN
                parts = max((cell.parts_width() for cell in cells), default=0) + gap + _MARGIN
            shown = [row for row in rows if not (row.is_band or (row.hide_lead and index == 0))]
            useful = [cell.useful_width() for row in shown if (cell := row.cells[index])]
            most = max(useful) + gap + _MARGIN if self._is_text(index) else inf
            wants.append(Want(column.share, column.fixed, least, hard, most, column.grows, parts))
        return wants

    def _is_text(self, index: int) -> bool:
        """Whether a column has texts only: none to write in, none that line up under centred heads."""
        rows = [row for row in self.rows if not row.is_band]
        to_write = any(row.min_height and row.cells[index] is None for row in rows)
        return self.columns[index].align != "center" and not to_write and any(row.cells[index] for row in rows)

    def _set_widths(self, width: float) -> None:
        if not self.widths or abs(sum(self.widths) - width) > 0.01:
            wants = self._wants()
            crowded = sum(want.fixed or want.least for want in wants) > width
            self.widths = column_widths(self._wants(single_words=True) if crowded else wants, width)

    def _height(self, index: int) -> float:
        row = self.rows[index]
        extra = 0 if row.is_band else self._extra
        return row.measure(self.widths, self.style, first=index == self.start) + extra

    def _head_height(self) -> float:
        return self.head.measure(self.widths, self.style, first=True) if self.head else 0

    def measure(self, width: float, height: float) -> float:
        self.width = width
        self._set_widths(width)
        self._extra = 0
        total = self._head_height()
        for index in range(self.start, self.stop):
            total += self._height(index)
            if total > height + 0.01:
                return total
        if self.foot is not None:
            total += self.foot.wrap(width, height)[1] + 3
        if self.stretch and self.stop > self.start:
            return self._stretched(total, height)
        if self._can_break() and total + self._tail_height(width) > height + 0.01:
            return max(total, height + 1)
        return total

    def _can_break(self) -> bool:
        return self.stop - self.start >= 4

    def _tail_height(self, width: float) -> float:
        return sum(block.spaceBefore + block.wrap(width, 10_000)[1] for block in self.tail)

    def _stretched(self, total: float, height: float) -> float:
        rows = [index for index in range(self.start, self.stop) if not self.rows[index].is_band]
        spare = height - self.reserve - total
        if spare > 0 and rows:
            room = (spare / len(rows), *(self.stretch - self._height(index) for index in rows))
            self._extra = max(min(room), 0)
        return total + self._extra * len(rows)

    def start_height(self, width: float) -> float:
        self._set_widths(width)
        self._extra = 0
        heights = [self._height(index) for index in range(self.start, self.stop)]
        last = min(self.start + 2, self.stop)
        while last < self.stop and self.rows[last - 1].is_band:
            last += 1
        if self.stop - last < self._least_rest() and not any(row.may_cut for row in self.rows[self.start : self.stop]):
            last = self.stop
        foot = self.foot.wrap(width, 10_000)[1] + 3 if self.foot is not None and last == self.stop else 0
        return self._head_height() + sum(heights[: last - self.start]) + foot

    def _least_rest(self) -> int:
        """How many rows a break leaves at least for the next page; a total does not stand there with one row."""
        return 3 if self.rows and self.rows[self.stop - 1].is_total else 2

    def weight(self) -> int:
        return self.stop - self.start + 1

    def split(self, width: float, height: float) -> Sequence[Any]:
        self._set_widths(width)
        self._extra = 0
        height = self._even_share(height) if self.stretch else height
        used = self._head_height()
        stop = self.start
        while stop < self.stop and used + self._height(stop) <= height + 0.01:
            used += self._height(stop)
            stop += 1
        if stop < self.stop:
            cut = self._cut_row(stop, height - used)
            if cut:
                return cut
        held_back = stop == self.stop
        stop = self._good_break(stop - 2 if held_back else self._fuller_rest(stop) if self.closes else stop)
        if stop <= self.start:
            return []
        first, rest = self._slice(self.start, stop, last=False), self._slice(stop, self.stop, last=True)
        return [first, FrameBreak, rest] if held_back else [first, rest]

    def _even_share(self, height: float) -> float:
        """Less than ``height`` where the rows of a form would leave its last page nearly empty."""
        head = self._head_height()
        here, page = height - head, getattr(self._frame, "_height", height) - head
        whole = sum(self._height(index) for index in range(self.start, self.stop)) + self._tail_height(self.width)
        more = ceil((whole - here) / page)
        if more < 1 or whole - here - (more - 1) * page >= _NEARLY_EMPTY * page:
            return height
        return head + whole * here / (here + more * page)

    def _fuller_rest(self, stop: int) -> int:
        """The break moved up until what is left over fills enough of a page; a page keeps most of its own rows."""
        enough = _LAST_PAGE * getattr(self._frame, "_height", 0)
        least = self.start + (stop - self.start) // 2
        rest = self._head_height() + sum(self._height(index) for index in range(stop, self.stop))
        while rest < enough and stop > least:
            stop -= 1
            rest += self._height(stop)
        return stop

    def _good_break(self, stop: int) -> int:
        """Move the break up so that no single row and no band is left alone on either side."""
        wished = stop
        stop = min(stop, self.stop - self._least_rest())
        while stop > self.start and self.rows[stop - 1].is_band:
            stop -= 1
        if stop - self.start < 2:
            return wished if self.at_top else self.start
        return stop

    def _cut_row(self, index: int, room: float) -> Sequence[Block]:
        """A row of more than eight lines, or one higher than a whole page, goes over the page."""
        row = self.rows[index]
        if not row.may_cut and not (self.at_top and index == self.start):
            return []
        parts = row.cut(room - 2 * self.style.padding)
        if parts is None:
            return []
        table = self._slice(self.start, self.stop, last=True)
        table.rows = [*self.rows[:index], *parts, *self.rows[index + 1 :]]
        return [
            table._slice(self.start, index + 1, last=False),
            table._slice(index + 1, len(table.rows) - (len(self.rows) - self.stop), last=True),
        ]

    def _slice(self, start: int, stop: int, *, last: bool) -> PaperTable:
        part = PaperTable.__new__(PaperTable)
        part.__dict__.update(self.__dict__)
        part.__dict__.pop("_postponed", None)
        part.start, part.stop = start, stop
        if last:
            part.spaceBefore = 0
            if part.head is not None:
                part.head = part.head.repeated()
        else:
            part.foot, part.tail, part.spaceAfter = None, (), 0
        return part

    def draw(self) -> None:
        """Head, rows, closing line, foot."""
        with self.inside(self.element):
            y = self.height
            if self.head is not None:
                y -= self._head_height()
                self.head.draw(self, y, self.widths, self._head_height())
            for index in range(self.start, self.stop):
                y = self._draw_row(index, y)
            self._rule(y, RULE_ROW, HAIRLINE)
            if self.head is not None:
                self._rule(self.height - self._head_height(), RULE_HEAD, INK)
        if self.foot is not None:
            self.place(self.foot, 0, y - 3 - self.foot.height)

    def _draw_row(self, index: int, y: float) -> float:
        row = self.rows[index]
        height = self._height(index)
        y -= height
        row.draw(self, y, self.widths, height, first=index == self.start)
        if index > self.start:
            self._row_rule(row, y + height)
        return y

    def _row_rule(self, row: LaidRow, y: float) -> None:
        if row.rule:
            self._rule(y, row.rule, INK)
        elif not row.is_band and not row.after_band:
            self._rule(y, RULE_ROW, HAIRLINE, self.widths[0] if row.in_group else 0)

    def _rule(self, y: float, width: float, colour: Any, start: float = 0) -> None:
        with self.artifact():
            self.canv.setStrokeColor(colour)
            self.canv.setLineWidth(width)
            self.canv.setLineCap(0)
            self.canv.setDash([])
            self.canv.line(start, y, self.width, y)
