"""Columns of pasted cells told by what stands in them, where no header names them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from workshop_app.exchange.grid import counts_up


class FreeColumns:
    """The columns with texts, in order, but for one that numbers the rows. ``texts`` are their filled cells."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        width = max(map(len, rows), default=0)
        self.texts = {
            column: [row[column] for row in rows if column < len(row) and row[column]] for column in range(width)
        }
        self.left = [column for column, texts in self.texts.items() if texts and not counts_up(texts)]

    def take_likeliest(self, fits: Callable[[str], bool], least: Fraction) -> int | None:
        """The column with the largest share of cells that fit, from ``least`` on; it is free no more."""
        best = max(self.left, key=lambda column: self._share(column, fits), default=None)
        if best is None or self._share(best, fits) < least:
            return None
        self.left.remove(best)
        return best

    def _share(self, column: int, fits: Callable[[str], bool]) -> Fraction:
        texts = self.texts[column]
        return Fraction(sum(map(fits, texts)), len(texts))
