"""A table with known columns, read row by row: titles, repeats of the header, sections and totals are no data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.text_key import is_total, norm_text
from workshop_app.exchange.grid.book import open_grids
from workshop_app.exchange.grid.cells import Cell, cell_text, counts_up
from workshop_app.exchange.grid.columns import DEPARTMENT_WORDS, Columns, Field
from workshop_app.exchange.grid.grid import Grid, Progress
from workshop_app.exchange.grid.header import find_columns, is_value
from workshop_app.exchange.grid.questions import Answers, Question, Skipped

_MAYBE_TOTAL = re.compile(r"\W*(?:итог|всег|total|sub|grand|общ|пром)", re.IGNORECASE)
_SHOWN_ROWS = 10


class Record(NamedTuple):
    """One row of data. ``number`` is its number in the file; ``section`` what the section row above it named."""

    number: int
    cells: Sequence[Cell]
    columns: Columns
    section: str | None = None

    def cell(self, name: str) -> Cell:
        """The cell of a field; empty text when the file has no such column."""
        column = self.columns.at.get(name)
        return self.at(column) if column is not None else ""

    def text(self, name: str) -> str:
        """The cell of a field as text."""
        return cell_text(self.cell(name))

    def place(self, name: str) -> int | None:
        """The column of a field; None when the file has none."""
        return self.columns.at.get(name)

    def at(self, column: int) -> Cell:
        """The cell of a column (see ``Columns.rest``)."""
        return self.cells[column] if column < len(self.cells) else ""


@frozen
class Table:
    """A grid and its columns. ``other_sheets`` names the sheets that are not read."""

    grid: Grid
    columns: Columns
    other_sheets: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Which columns are unclear."""
        return self.columns.questions

    def above(self) -> list[Sequence[Cell]]:
        """The rows above the header: titles."""
        first = min(self.columns.header_rows, default=0)
        return [cells for number, cells in self.grid.head() if number < first]

    def below(self) -> list[Sequence[Cell]]:
        """The first rows below the header, enough to see what they hold."""
        return [cells for number, cells in self.grid.head() if number > self.columns.last_header]

    def texts_of(self, column: int) -> list[str]:
        """The filled cells of a column in those rows, as texts."""
        return [cell_text(cells[column]) for cells in self.below() if column < len(cells) and cells[column] != ""]

    def records(
        self,
        *,
        section: Callable[[str], str | None] | None = None,
        totals: bool = True,
        on_skip: Callable[[Skipped], None] | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Record]:
        """The rows of data below the header.

        ``section`` tells what a row with a single filled cell, or the sheet, is named after (a department's id, say)
        or None when it is ordinary data; that stands in ``Record.section`` until the next one. With ``totals`` rows
        whose first filled cell begins with итого, всего, total are skipped. Every skipped row but blank ones goes to
        ``on_skip``.
        """
        reader = RowReader(self, section, totals, on_skip)
        for number, cells in self.grid.rows(progress):
            record = reader.record(number, cells)
            if record is not None:
                yield record

    def spilled(self) -> Message | None:
        """What a person should know of a CSV whose rows have filled cells right of the header; None when none has."""
        width = len(self.columns.header)
        if self.grid.name:
            return None
        last = self.columns.last_header
        rows = [number for number, cells in self.grid.rows() if number > last and any(cells[width:])]
        if not rows:
            return None
        shown = ", ".join(str(number) for number in rows[:_SHOWN_ROWS]) + (" …" if len(rows) > _SHOWN_ROWS else "")
        text = N_(
            "Rows with more cells than the header: {rows}. The cells on the right were not read; "
            "put texts with a separator inside into quotation marks."
        )
        return Message(text, {"rows": shown})


class RowReader:
    """Tells rows of data from titles, sections and skipped rows, in the order of the file; see ``Table.records``.

    ``named`` is what the last section row named.
    """

    def __init__(
        self,
        table: Table,
        section: Callable[[str], str | None] | None = None,
        totals: bool = True,
        on_skip: Callable[[Skipped], None] | None = None,
    ) -> None:
        self._columns, self._section, self._totals, self._on_skip = table.columns, section, totals, on_skip
        self.named = section(table.grid.name) if section is not None and table.grid.name else None
        self.last_header = table.columns.last_header
        self._titles = {text for texts in table.columns.header for text in texts if text}

    def record(self, number: int, cells: Sequence[Cell]) -> Record | None:
        """The row as data, or None."""
        filled = [cell for cell in cells if cell != ""]
        if not filled:
            return None
        if self._section is not None and len(filled) <= 2:
            found = _named_section(filled, self._section)
            if found is not None:
                self.named = found
                return None
        if number <= self.last_header:
            return None
        why = _skip(number - self.last_header, filled, self._totals)
        if why is None and filled[0] in self._titles and self._repeats_header(cells):
            why = N_("the header again")
        if why is None:
            return Record(number, cells, self._columns, self.named)
        if self._on_skip is not None:
            self._on_skip(Skipped(number, Message(why)))
        return None

    def _repeats_header(self, cells: Sequence[Cell]) -> bool:
        same = [cell in texts for cell, texts in zip(cells, self._columns.header, strict=False) if cell != ""]
        return len(same) > 1 and all(same)


def _skip(distance: int, filled: Sequence[Cell], totals: bool) -> str | None:
    if totals and _is_total(_first_said(filled)):
        return N_("total row")
    if distance == 1 and counts_up(filled):
        return N_("numbers of the columns")
    return None


def _first_said(filled: Sequence[Cell]) -> Cell:
    """The first cell, or where all others are numbers («15,75; Итого») the one that says what they are."""
    texts = [cell for cell in filled if not is_value(cell)]
    return texts[0] if len(texts) == 1 else filled[0]


def _is_total(cell: Cell) -> bool:
    return isinstance(cell, str) and _MAYBE_TOTAL.match(cell) is not None and is_total(cell)


def _named_section(filled: Sequence[Cell], section: Callable[[str], str | None]) -> str | None:
    """«Отдел продаж № 1», «Отдел: ОП-1», or the two in neighbouring cells."""
    texts = [cell for cell in filled if not isinstance(cell, Decimal)]
    if len(texts) != len(filled):
        return None
    last = cell_text(texts[-1])
    head, _, tail = last.partition(":")
    if len(texts) == 2 and norm_text(cell_text(texts[0])) not in DEPARTMENT_WORDS:
        return None
    found = section(last)
    if found is None and tail and norm_text(head) in DEPARTMENT_WORDS:
        found = section(tail.strip())
    return found


def find_table(path: Path, fields: Sequence[Field], answers: Answers | None = None) -> Table:
    """Open a file and take the first sheet in which every required field has a column; the others are only named.

    When none fits, the table that comes nearest is given: see ``Columns.missing`` and ``Columns.require``.
    ProblemError when the file can't be read or holds no table at all.
    """
    tables: list[Table] = []
    names: list[str] = []
    problem: ProblemError | None = None
    for grid in open_grids(path, answers):
        names.append(grid.name)
        if grid.name and any(table.grid.name and _fits(table) for table in tables):
            continue
        try:
            tables.append(Table(grid, find_columns(grid, fields, answers)))
        except ProblemError as error:
            problem = error
    best = max(tables, key=_merit, default=None)
    if problem is not None and (best is None or not _fits(best)):
        raise problem
    if best is None or not best.columns.header_rows:
        message = N_("{file} holds no table: no row has column titles.")
        raise ProblemError(Message(message, {"file": path.name}))
    others = tuple(name for name in names if name and name != best.grid.name)
    return Table(best.grid, best.columns, others)


def _fits(table: Table) -> bool:
    """Whether all required columns are there."""
    return not table.columns.missing and bool(table.columns.header_rows)


def _merit(table: Table) -> tuple[bool, int, bool]:
    """The more columns the better; of a CSV then the separator that leaves no cells right of the header."""
    width = len(table.columns.header)
    fits = _fits(table)
    spills = fits and table.grid.name == "" and any(any(cells[width:]) for _, cells in table.grid.head())
    return fits, len(table.columns.at), not spills
