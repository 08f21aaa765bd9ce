"""A guard before a workbook is read: calamine lays a sheet out as a full rectangle and ends the whole program when
one stray cell makes it too large (a value in XFD1048576 asks for 550 GB).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.grid.archive import column_number, pieces

_MOST_CELLS = 60_000_000
_MOST_BYTES = 1 << 31
_LARGE, _DENSEST = 1 << 25, 200
_LONGEST_TAG = 400
_FILLED_CELL = re.compile(rb"<c\b[^>]{0,200}?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>/]{0,100}>")


def check_extent(path: Path) -> None:
    """ProblemError when a sheet spans more cells than memory could hold (its last cell is named), or when the archive
    unfolds to what no table would: over 2 GB, or two hundred times its size.
    """
    with zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist())
        packed = sum(member.compress_size for member in archive.infolist())
        if size > _MOST_BYTES or (size > _LARGE and size > packed * _DENSEST):
            raise ProblemError(Message(N_("{file} is too large to read. Save it as CSV."), {"file": path.name}))
        for member in archive.infolist():
            if member.filename.endswith(".xml") and "sheet" in member.filename.lower():
                _check_sheet(path.name, pieces(archive, member, _LONGEST_TAG))


def _check_sheet(file: str, sheet: Iterator[bytes]) -> None:
    columns: set[bytes] = set()
    last_row = 1
    for piece in sheet:
        found = _FILLED_CELL.findall(piece)
        columns.update(column for column, _ in found)
        last_row = max(last_row, max((int(row) for _, row in found), default=1))
    last_column = max(columns, key=column_number, default=b"A")
    if column_number(last_column) * last_row > _MOST_CELLS:
        cell = f"{last_column.decode()}{last_row}"
        message = N_("{file}: the sheet reaches to cell {cell}. Delete the stray cells and save it again.")
        raise ProblemError(Message(message, {"file": file, "cell": cell}))
