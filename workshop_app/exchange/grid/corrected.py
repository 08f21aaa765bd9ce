"""Cells of a file that a person has corrected before the import; the file itself stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workshop_app.domain.message import Message
from workshop_app.exchange.grid.block import Block, RowsBlock
from workshop_app.exchange.grid.cells import Cell
from workshop_app.exchange.grid.grid import Grid, NumberedRow, Progress
from workshop_app.exchange.grid.questions import Answers

_KEY = "cell"
_PLACE = re.compile(rf"{_KEY}:(?P<row>\d{{1,7}}):(?P<column>\d{{1,5}}):(?P<sheet>.*)", re.ASCII | re.DOTALL)


def cell_key(sheet: str, row: int, column: int) -> str:
    """The key of a corrected cell in ``Answers``: its new text stands there."""
    return f"{_KEY}:{row}:{column}:{sheet}"


class CorrectedGrid(Grid):
    """A grid in which some cells say what a person typed. ``before``: what stood there, by row and column."""

    def __init__(self, grid: Grid, texts: dict[int, dict[int, str]]) -> None:
        self._grid, self._texts = grid, texts
        self.name, self.about = grid.name, grid.about
        self.before: dict[tuple[int, int], Cell] = {}

    @property
    def notes(self) -> tuple[Message, ...]:
        """See ``Grid.notes``."""
        return self._grid.notes

    def rows(self, progress: Progress | None = None) -> Iterator[NumberedRow]:
        """See ``Grid.rows``."""
        for number, cells in self._grid.rows(progress):
            yield number, self._changed(number, cells)

    def blocks(self, progress: Progress | None = None) -> Iterator[Block]:
        """See ``Grid.blocks``."""
        for block in self._grid.blocks(progress):
            if self._texts.keys().isdisjoint(block.numbers):
                yield block
            else:
                rows = [self._changed(number, block.row(index)) for index, number in enumerate(block.numbers)]
                yield RowsBlock(block.numbers, rows, is_text=block.is_text)

    def _changed(self, number: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        texts = self._texts.get(number)
        if texts is None:
            return cells
        changed = [*cells, *[""] * (max(texts) + 1 - len(cells))]
        for column, text in texts.items():
            self.before[number, column] = changed[column]
            changed[column] = text.strip()
        return changed


def corrected(grid: Grid, answers: Answers | None) -> Grid:
    """The grid with the cells corrected that ``answers`` name; the same one where there are none."""
    texts: dict[int, dict[int, str]] = {}
    for key, text in (answers or {}).items():
        place = _PLACE.fullmatch(key)
        if place and place["sheet"] == grid.name:
            texts.setdefault(int(place["row"]), {})[int(place["column"])] = text
    return CorrectedGrid(grid, texts) if texts else grid
