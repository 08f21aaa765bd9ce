"""Sheets as an .xlsx workbook, and one sheet as .csv: typed cells, no formulas, nothing that a program may run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workshop_app.exchange.grid import LONGEST_TEXT
from workshop_app.exchange.sheets import Cell, Sheet
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufddf\ufffe\uffff]")
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_TITLE_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_WIDEST, _NARROWEST, _LONG = 60, 8, 58
_MARK = "'"


def safe_text(text: str) -> str:
    """A text that a spreadsheet shows as it is: no characters that XML forbids, and nothing it would compute."""
    clean = _ILLEGAL.sub("", text)[: LONGEST_TEXT - 1]
    return _MARK + clean if clean.startswith(_RUNS) else clean


def write_workbook(sheets: Iterable[Sheet], words: Words) -> bytes:
    """The sheets as the bytes of an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for sheet in sheets:
        add_sheet(book, sheet, words)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """A workbook's bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def add_sheet(book: Workbook, sheet: Sheet, words: Words) -> Worksheet:
    """One sheet: bold header that stays in view, a filter, widths that fit."""
    made: Worksheet = book.create_sheet(_free_title(book, sheet.title))
    first = len(sheet.header) + 1
    for index, titles in enumerate(sheet.header, start=1):
        put_row(made, index, titles, words, bold=True)
    for index, cells in enumerate(sheet.rows, start=first):
        put_row(made, index, cells, words)
    made.freeze_panes = f"A{first}"
    if sheet.rows:
        last = made.cell(row=len(sheet.header) + len(sheet.rows), column=len(sheet.header[0]))
        made.auto_filter.ref = f"A{len(sheet.header)}:{last.coordinate}"
    set_widths(made, [*sheet.header, *sheet.rows])
    return made


def put_row(sheet: Worksheet, index: int, cells: Sequence[Cell], words: Words, *, bold: bool = False) -> None:
    """Write one row of typed cells."""
    from openpyxl.styles import Alignment, Font

    for column, value in enumerate(cells, start=1):
        if value is None or value == "":
            continue
        cell: Any = sheet.cell(row=index, column=column)
        if isinstance(value, str):
            cell.value = safe_text(value)
            cell.data_type = "s"
        else:
            cell.value = value
        if isinstance(value, date):
            cell.number_format = "DD.MM.YYYY" if words.language == "ru" else "YYYY-MM-DD"
        if isinstance(value, str) and (bold or len(value) > _LONG or "\n" in value):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if bold:
            cell.font = Font(bold=True)


def set_widths(sheet: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    """Columns as wide as their texts, within limits."""
    from openpyxl.utils import get_column_letter

    for column in range(max((len(row) for row in rows), default=0)):
        longest = max(
            (len(str(row[column])) for row in rows if column < len(row) and row[column] is not None), default=0
        )
        width = min(_WIDEST, max(_NARROWEST, longest + 2))
        sheet.column_dimensions[get_column_letter(column + 1)].width = width


def _free_title(book: Workbook, title: str) -> str:
    clean = _TITLE_FORBIDDEN.sub(" ", safe_text(title)).strip()[:_LONGEST_TITLE] or "1"
    taken = {name.casefold() for name in book.sheetnames}
    tries = [clean, *(f"{clean[: _LONGEST_TITLE - 4]} {number}" for number in range(2, 1000))]
    return next(candidate for candidate in tries if candidate.casefold() not in taken)


def write_csv(sheet: Sheet, words: Words) -> bytes:
    """One sheet as CSV that spreadsheet programs of the reader's language open by a double click."""
    russian = words.language == "ru"
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";" if russian else ",", lineterminator="\r\n")
    for row in (*sheet.header, *sheet.rows):
        writer.writerow([_csv_cell(cell, russian) for cell in row])
    return buffer.getvalue().encode("utf-8-sig", errors="replace")


def _csv_cell(cell: Cell, russian: bool) -> str:
    if isinstance(cell, str):
        return safe_text(cell)
    if isinstance(cell, Decimal):
        text = format(cell, "f")
        return text.replace(".", ",") if russian else text
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y") if russian else cell.isoformat()
    return "" if cell is None else str(cell)
