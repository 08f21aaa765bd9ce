"""Any office table file as grids: CSV by its separators, a workbook by its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.grid.corrected import corrected
from workshop_app.exchange.grid.csv_file import csv_grids
from workshop_app.exchange.grid.grid import Grid
from workshop_app.exchange.grid.questions import Answers
from workshop_app.exchange.grid.workbook import no_table, workbook_grids
from workshop_app.exchange.source_file import unreadable

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_OTHER = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_DATABASE = b"SQLite format 3\0"
_PAGE = (b"<html", b"<!doc", b"<?xml", b"<table")


def open_grids(path: Path, answers: Answers | None = None) -> Iterator[Grid]:
    """The tables of a file, told by its content and not by its name.

    A CSV file gives one grid for every separator it may have been written with, the likeliest first. ProblemError in
    words when the file is missing, closed to us, empty, or no table. ``answers``: a person's, with corrected cells.
    """
    return (corrected(grid, answers) for grid in _grids(path))


def _grids(path: Path) -> Iterator[Grid]:
    start = _start(path)
    if not start.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise ProblemError(Message(N_("{file} is empty."), {"file": path.name}))
    if start.startswith((_ZIP, _OLD_EXCEL)):
        return workbook_grids(path)
    if start.lstrip().lower().startswith(_PAGE):
        message = N_("{file} is a web page, not a table. Open it in a spreadsheet program and save it as XLSX or CSV.")
        raise ProblemError(Message(message, {"file": path.name}))
    if start.startswith(_DATABASE):
        message = N_("{file} is a workshop, not a table. Open it; only lists and engagements are imported.")
        raise ProblemError(Message(message, {"file": path.name}))
    if start.startswith(_OTHER):
        raise no_table(path)
    return csv_grids(path)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(512)
    except OSError as error:
        raise unreadable(path, error) from None
