"""A table as it stands in a file: numbered rows of cells, read again from the file each time they are asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from workshop_app.domain.message import Message
from workshop_app.exchange.grid.block import Block, RowsBlock
from workshop_app.exchange.grid.cells import Cell

Progress: TypeAlias = Callable[[int, int], None]
"""Called now and then with how much is done and how much there is (bytes or rows)."""

_BLOCK = 2000

NumberedRow: TypeAlias = tuple[int, Sequence[Cell]]
"""The row's number as a spreadsheet shows it (from 1), and its cells; rows may differ in length."""


class Grid(ABC):
    """One sheet of a workbook or one CSV file. ``name`` is the sheet's name, empty for CSV.

    ``about`` tells how the file was read (encoding, separator) for people who check it.
    """

    name: str = ""
    about: str = ""

    @property
    def notes(self) -> tuple[Message, ...]:
        """What a person should know of how the table was read."""
        return ()

    @abstractmethod
    def rows(self, progress: Progress | None = None) -> Iterator[NumberedRow]:
        """All rows from the first; merged cells carry their text down."""

    def blocks(self, progress: Progress | None = None) -> Iterator[Block]:
        """The same rows in blocks of some thousand, for files of a million rows."""
        rows = self.rows(progress)
        while part := list(islice(rows, _BLOCK)):
            yield RowsBlock([number for number, _ in part], [cells for _, cells in part])

    def head(self, count: int = 60) -> list[NumberedRow]:
        """The first ``count`` rows."""
        return list(islice(self.rows(), count))


class ListGrid(Grid):
    """A table that is already in memory."""

    def __init__(self, rows: Sequence[Sequence[Cell]], name: str = "") -> None:
        self._rows = rows
        self.name = name

    def rows(self, progress: Progress | None = None) -> Iterator[NumberedRow]:
        """See ``Grid.rows``."""
        yield from enumerate(self._rows, start=1)
