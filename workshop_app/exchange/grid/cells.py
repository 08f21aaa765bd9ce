"""Cells of a table as this program reads them, whatever file they came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

from workshop_app.domain.message import N_, Message, ProblemError

LONGEST_TEXT = 32_767
"""What a spreadsheet holds in one cell."""

Cell: TypeAlias = str | Decimal | date
"""Text without spaces around it, a number or a day; the empty text is an empty cell. CSV cells are always text."""


def from_workbook(value: object) -> Cell:
    """A cell as calamine gives it. Numbers keep the 15 digits that a spreadsheet keeps; times become ``8:30``."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return Decimal(format(value, ".15g"))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return ""


def text_too_long(row: int) -> ProblemError:
    """A row that no spreadsheet could hold."""
    text = N_(
        "Row {row} is too long for a table. Look for a missing quotation mark or line break, or shorten its texts."
    )
    return ProblemError(Message(text, {"row": row}))


def counts_up(cells: Sequence[Cell]) -> bool:
    """Whether cells only count, 1 2 3 or «1.» «2.» «3.»: row numbers, or the row that forms have below the header."""
    said = [cell_text(cell).rstrip(".)") for cell in cells]
    return len(cells) > 1 and said == [str(number) for number in range(1, len(cells) + 1)]


def cell_text(cell: Cell) -> str:
    """The cell as text: numbers with a point and without spare zeros, days as YYYY-MM-DD."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        text = format(cell, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return cell.isoformat()
