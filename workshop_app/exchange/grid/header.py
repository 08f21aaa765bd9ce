"""Where the header of a table is: below any titles, in one row or two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid.cells import Cell, cell_text
from workshop_app.exchange.grid.columns import Columns, Field, column_key, header_texts, match_columns, strength
from workshop_app.exchange.grid.grid import Grid, NumberedRow
from workshop_app.exchange.grid.questions import Answers

_MOST_COLUMNS = 1000
_NUMBER_LIKE = re.compile(r"[-−(]?\d[\d\s.,:/-]*\)?%?")


def find_columns(grid: Grid, fields: Sequence[Field], answers: Answers | None = None) -> Columns:
    """Find the header among the first rows of a grid and say which column is which.

    Nothing is raised when columns are missing: see ``Columns.missing``, ``Columns.require`` and
    ``Columns.questions``. Without any header word the first row with two filled cells counts as the header, so that
    a person can answer which column is which.
    """
    head = [(number, cells[:_MOST_COLUMNS]) for number, cells in grid.head()]
    return _find(head, fields, answers or {})


def _find(head: Sequence[NumberedRow], fields: Sequence[Field], answers: Answers) -> Columns:
    found = [candidate for index in range(len(head)) for candidate in _candidates(head, index, fields)]
    if not found:
        return Columns(tuple(fields))
    best = max(found, key=_merit)
    best = _with_second_row(best, head, fields) if best.at else found[0]
    columns = replace(match_columns(best.header, fields, answers), header_rows=best.header_rows)
    return _with_untitled(columns, head, answers)


def _with_untitled(columns: Columns, head: Sequence[NumberedRow], answers: Answers) -> Columns:
    """With the column that a field may take without a title, where there is one and nobody said otherwise."""
    wanted = next((field for field in columns.missing if field.untitled), None)
    if wanted is None or column_key(wanted.name) in answers or len(columns.rest) < 2:
        return columns
    below = [cells for number, cells in head if number > columns.last_header]
    for column in range(columns.rest[0]):
        cells = [cells[column] for cells in below if column < len(cells)]
        texts = [cell for cell in cells if cell != "" and not is_value(cell)]
        if not columns.title(column) and len(texts) * 2 > len(cells):
            return replace(columns, at={**columns.at, wanted.name: column})
    return columns


def _merit(columns: Columns) -> tuple[int, int, int, int]:
    """Required fields found, all fields found, one row rather than two, how well; the upper row wins a tie."""
    required = sum(1 for wanted in columns.fields if wanted.required and wanted.name in columns.at)
    by_name = {wanted.name: wanted for wanted in columns.fields}
    quality = sum(strength(norm_text(columns.title(column)), by_name[name]) for name, column in columns.at.items())
    return required, len(columns.at), -len(columns.header_rows), quality


def _candidates(head: Sequence[NumberedRow], index: int, fields: Sequence[Field]) -> list[Columns]:
    filled = [cell for cell in head[index][1] if cell != ""]
    needs_more = any(wanted.untitled for wanted in fields)
    fewest = 2 if needs_more else min(2, sum(1 for wanted in fields if wanted.required))
    if len(filled) < fewest or all(is_value(cell) for cell in filled):
        return []
    pair = head[index : index + 2]
    if len(pair) == 2 and _is_title(pair[0][1], pair[1][1]) and len(_columns(pair[1:], fields).at) > 1:
        return []
    candidates = [_columns(pair[:1], fields)]
    has_values = any(is_value(cell) for _, cells in pair for cell in cells if cell != "")
    if len(pair) == 2 and not has_values and not _is_section(pair[0][1], pair[1][1]):
        candidates.append(_columns(pair, fields))
    return candidates


def _is_title(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Whether a row holds one text, which stands over the beginning of a row of several: it names the whole table."""
    named = [column for column, cell in enumerate(upper) if cell != ""]
    below = [column for column, cell in enumerate(lower) if cell != ""]
    return len({upper[column] for column in named}) == 1 and len(below) > 1 and below[0] in named


def _is_section(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Whether the row below a header has one cell of its own at its beginning: it names what the rows below are."""
    return [column for column, cell in enumerate(_own(upper, lower)) if cell != ""] == [0]


def _own(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Cell]:
    """The lower row without what merged cells carried down into it."""
    return [cell if index >= len(upper) or cell != upper[index] else "" for index, cell in enumerate(lower)]


def _columns(rows: Sequence[NumberedRow], fields: Sequence[Field]) -> Columns:
    found = match_columns(header_texts([cells for _, cells in rows]), fields, {})
    return replace(found, header_rows=tuple(number for number, _ in rows))


def _with_second_row(best: Columns, head: Sequence[NumberedRow], fields: Sequence[Field]) -> Columns:
    """The header with the row below it, when that row only explains it (positions under names, plan and fact)."""
    index = next(i for i, (number, _) in enumerate(head) if number == best.header_rows[0])
    pair = head[index : index + 2]
    explained = len(best.header_rows) == 1 and len(pair) == 2 and _explains(best, pair[0][1], pair[1][1])
    return _columns(pair, fields) if explained else best


def _explains(columns: Columns, upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    own = _own(upper, lower)
    filled = [cell for cell in own if cell != ""]
    required = [columns.at[wanted.name] for wanted in columns.fields if wanted.required and wanted.name in columns.at]
    has_gap = any(column >= len(own) or own[column] == "" for column in required)
    fields_filled = sum(1 for column in columns.at.values() if column < len(own) and own[column] != "")
    return len(filled) > 1 and fields_filled < 2 and has_gap and not any(is_value(cell) for cell in filled)


def is_value(cell: Cell) -> bool:
    """Whether a cell holds a number or a date, as cells of a header don't."""
    return isinstance(cell, Decimal | date) or _NUMBER_LIKE.fullmatch(cell_text(cell)) is not None
