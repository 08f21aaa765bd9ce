"""Cells of a file that a person has corrected before the import; the file itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_app.exchange.grid.cells import Cell
from workshop_app.exchange.grid.grid import Grid, NumberedRow, Progress
from workshop_app.exchange.grid.questions import Answers

_KEY = "cell"


def cell_key(sheet: str, row: int, column: int) -> str:
    """The key of a corrected cell in ``Answers``: its new text stands there."""
    return f"{_KEY}:{row}:{column}:{sheet}"


class CorrectedGrid(Grid):
    """A grid in which some cells say what a person typed. ``before``: what stood there, by row and column."""

    def __init__(self, grid: Grid, texts: dict[int, dict[int, str]]) -> None:
        self._grid, self._texts = grid, texts
        self.name, self.about = grid.name, grid.about
        self.before: dict[tuple[int, int], Cell] = {}

    def rows(self, progress: Progress | None = None) -> Iterator[NumberedRow]:
        """See ``Grid.rows``."""
        for number, cells in self._grid.rows(progress):
            texts = self._texts.get(number)
            if texts is None:
                yield number, cells
                continue
            changed = [*cells, *[""] * (max(texts) + 1 - len(cells))]
            for column, text in texts.items():
                self.before[number, column] = changed[column]
                changed[column] = text.strip()
            yield number, changed


def corrected(grid: Grid, answers: Answers | None) -> Grid:
    """The grid with the cells corrected that ``answers`` name; the same one where there are none."""
    texts: dict[int, dict[int, str]] = {}
    for key, text in (answers or {}).items():
        kind, _colon, place = key.partition(":")
        if kind != _KEY:
            continue
        row, column, sheet = place.split(":", 2)
        if sheet == grid.name:
            texts.setdefault(int(row), {})[int(column)] = text
    return CorrectedGrid(grid, texts) if texts else grid
