"""Rows of a list that hold a heading and nothing else: the departments whose lines stand below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from workshop_app.domain.text_key import is_total, norm_text
from workshop_app.exchange.grid import Table, cell_text

_FEWEST = 2


def department_headings(
    table: Table, own: str, is_department: Callable[[str], bool], *, learns: bool
) -> frozenset[str]:
    """The text keys of the headings that stand for departments; none for a table with a column of departments.

    A heading stands alone in its row, with lines below. Where one of a column is a department, its neighbours are
    departments, too, unless they are repeated («Ежедневно»). With ``learns`` (nobody has named the departments yet)
    two headings outside the column of the field ``own`` are enough: a text alone there is nothing else.
    """
    if "department" in table.columns.at:
        return frozenset()
    by_column: dict[int, list[str]] = {}
    for column, text in _alone(table):
        by_column.setdefault(column, []).append(text)
    found: set[str] = set()
    for column, texts in by_column.items():
        keys = {key for key, times in Counter(map(norm_text, texts)).items() if times == 1}
        is_apart = learns and column != table.columns.at.get(own) and len(keys) >= _FEWEST
        if is_apart or any(map(is_department, texts)):
            found |= keys
    return frozenset(found)


def _alone(table: Table) -> Iterator[tuple[int, str]]:
    """The column and the text of every heading: the last one before a row of several cells."""
    last: tuple[int, str] | None = None
    for number, cells in table.grid.rows():
        filled = [column for column, cell in enumerate(cells) if cell != ""]
        if number <= table.columns.last_header or not filled:
            continue
        if len(filled) == 1:
            cell = cells[filled[0]]
            last = (filled[0], cell) if isinstance(cell, str) and not is_total(cell_text(cell)) else None
        elif last is not None:
            yield last
            last = None
