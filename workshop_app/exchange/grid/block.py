"""Rows of a table that stand together, to be taken as whole columns: a long file is read in blocks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from workshop_app.exchange.grid.cells import Cell


class Block(ABC):
    """``numbers`` are the rows' numbers in the file; ``is_text`` says that every cell is text."""

    numbers: Sequence[int]
    is_text = False

    @abstractmethod
    def row(self, index: int) -> Sequence[Cell]:
        """The cells of one row."""

    @abstractmethod
    def column(self, at: int) -> Sequence[Cell]:
        """One cell of every row; empty text where a row is shorter."""

    def untrimmed(self, at: int) -> Sequence[Cell]:
        """The same, perhaps with spaces around the texts, where whoever reads them takes them off anyway."""
        return self.column(at)


class RowsBlock(Block):
    """Rows as they came."""

    def __init__(self, numbers: Sequence[int], rows: Sequence[Sequence[Cell]], *, is_text: bool = False) -> None:
        self.numbers, self._rows, self.is_text = numbers, rows, is_text

    def row(self, index: int) -> Sequence[Cell]:
        """See ``Block.row``."""
        return self._rows[index]

    def column(self, at: int) -> Sequence[Cell]:
        """See ``Block.column``."""
        return [row[at] if at < len(row) else "" for row in self._rows]


class EvenBlock(Block):
    """Rows of equal length as one list of all their cells, with spaces still around them."""

    is_text = True

    def __init__(self, numbers: Sequence[int], cells: list[str], width: int) -> None:
        self.numbers, self._cells, self._width = numbers, cells, width

    def row(self, index: int) -> Sequence[Cell]:
        """See ``Block.row``."""
        start = index * self._width
        return list(map(str.strip, self._cells[start : start + self._width]))

    def column(self, at: int) -> Sequence[Cell]:
        """See ``Block.column``."""
        if at >= self._width:
            return [""] * len(self.numbers)
        return list(map(str.strip, self._cells[at :: self._width]))

    def untrimmed(self, at: int) -> Sequence[Cell]:
        """See ``Block.untrimmed``."""
        return self._cells[at :: self._width] if at < self._width else [""] * len(self.numbers)
