"""Sheets of Excel workbooks, read by calamine."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.grid.cells import LONGEST_TEXT, Cell, cell_text, from_workbook, text_too_long
from workshop_app.exchange.grid.extent import check_extent
from workshop_app.exchange.grid.grid import Grid, NumberedRow, Progress
from workshop_app.exchange.grid.sheet_marks import SheetMarks, sheet_marks

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_REPORT_EVERY = 5000


@dataclass
class _Merge:
    """A merged range of several rows; what its first cell says holds for every row of its first column."""

    first_row: int
    last_row: int
    column: int
    value: Cell = ""


class _Merges:
    """Carries the text of merged cells down while rows go by; numbers stay where they are, so that sums stay right."""

    def __init__(self, sheet: CalamineSheet) -> None:
        left = sheet.start[1] if sheet.start else 0
        ranges = sheet.merged_cell_ranges or []
        tall = [_Merge(top[0], end[0], top[1] - left) for top, end in ranges if end[0] > top[0] and top[1] >= left]
        self._waiting = sorted(tall, key=lambda merge: -merge.first_row)
        self._active: list[_Merge] = []

    def carry(self, index: int, cells: list[Cell]) -> None:
        if self._active:
            self._active = [merge for merge in self._active if merge.last_row >= index]
            for merge in self._active:
                cells[merge.column] = merge.value
        while self._waiting and self._waiting[-1].first_row <= index:
            merge = self._waiting.pop()
            if merge.column < len(cells) and not isinstance(cells[merge.column], Decimal):
                merge.value = cells[merge.column]
                self._active.append(merge)


class WorkbookGrid(Grid):
    """One sheet of a workbook, loaded when its rows are first asked for."""

    def __init__(self, path: Path, workbook: CalamineWorkbook, name: str) -> None:
        self._path = path
        self._workbook = workbook
        self.name = name
        self.about = "XLSX"

    @cached_property
    def _sheet(self) -> CalamineSheet:
        with _told_in_words(self._path.name):
            return self._workbook.get_sheet_by_name(self.name)

    @cached_property
    def _marks(self) -> SheetMarks:
        return sheet_marks(self._path, self.name)

    @property
    def notes(self) -> tuple[Message, ...]:
        """See ``Grid.notes``."""
        return self._marks.notes()

    def rows(self, progress: Progress | None = None) -> Iterator[NumberedRow]:
        """See ``Grid.rows``."""
        if self._sheet.start is None:
            return
        total, left = self._sheet.total_height, self._sheet.start[1]
        merges = _Merges(self._sheet)
        for index, values in enumerate(self._sheet.iter_rows()):
            if any(isinstance(value, str) and len(value) > LONGEST_TEXT for value in values):
                raise text_too_long(index + 1)
            cells = [from_workbook(value) for value in values]
            for column in self._marks.percent.get(index + 1, ()):
                _show_percent(cells, column - left)
            merges.carry(index, cells)
            yield index + 1, cells
            if progress and (index + 1) % _REPORT_EVERY == 0:
                progress(index + 1, total)
        if progress:
            progress(total, total)


def workbook_grids(path: Path) -> Iterator[WorkbookGrid]:
    """The visible sheets in order.

    ProblemError for a password, a damaged file, another kind of file, or a cell so far away that the sheet would not
    fit into memory.
    """
    from python_calamine import load_workbook

    with _told_in_words(path.name):
        if zipfile.is_zipfile(path):
            if not _holds_workbook(path):
                raise no_table(path)
            check_extent(path)
        workbook = load_workbook(path)
    for name in _visible(workbook):
        yield WorkbookGrid(path, workbook, name)


def no_table(path: Path) -> ProblemError:
    """A file of another kind: a text document, a picture, an archive."""
    message = N_("{file} is not a table. Save the list as XLSX or CSV and choose that file.")
    return ProblemError(Message(message, {"file": path.name}))


def _holds_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    return any(name.startswith("xl/") or name == "content.xml" for name in names)


def _show_percent(cells: list[Cell], column: int) -> None:
    """A share as it is shown and typed: 0.52 is «52%»."""
    if 0 <= column < len(cells) and isinstance(cell := cells[column], Decimal):
        cells[column] = f"{cell_text(cell * 100)}%"


@contextmanager
def _told_in_words(file: str) -> Iterator[None]:
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError:
        message = N_("{file} is protected by a password. Open it in a spreadsheet program and save it without one.")
        raise ProblemError(Message(message, {"file": file})) from None
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        message = N_("{file} can't be read: the workbook is damaged. Open it and save it again as XLSX or CSV.")
        raise ProblemError(Message(message, {"file": file})) from error


def _visible(workbook: CalamineWorkbook) -> Sequence[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    return visible or [sheet.name for sheet in sheets]
