"""The rows of the preview under their mapping, with what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.pages.import_preview.header import MappingHeader
from ui.pages.import_preview.preview import LOOKS, Preview, PreviewRow, Verdict
from ui.pages.import_preview.troubles import Trouble, trouble_roles
from ui.widgets import roles
from ui.widgets.delegates.editing import EditingDelegate
from ui.widgets.table_view import LineTable
from workshop_app.i18n import Words

ROW_HEIGHT = 32
NUMBER_WIDTH, VERDICT_WIDTH = 66, 176
NARROWEST, READABLE, WIDEST = 88, 170, 300
SIGN_WIDTH = 24
FIRST = 1
"""The column of the table in which the first one of the file stands."""

Correct = Callable[[PreviewRow, int, str], None]
_NUMBER = re.compile(r"[-−+]?\d[\d\s]*(?:[.,]\d+)?\s*[%₽]?")
QUIET = (Verdict.LEAVE, Verdict.FAULT)


class PreviewTable(LineTable):
    """``mapped`` carries a column of the file and the field chosen for it.

    ``corrected`` carries row, column and new text of a cell; ``looked_at`` what is wrong with the current cell.
    """

    mapped = Signal(int, str)
    corrected = Signal(int, int, str)
    looked_at = Signal(str)

    def __init__(self, context: WindowContext, owner: QWidget) -> None:
        self._context = context
        self._preview: Preview | None = None
        model: TableModel[PreviewRow] = TableModel((), lambda _operation: None)
        super().__init__(model, EditingDelegate(context.theme, context.icons, owner, height=ROW_HEIGHT))
        self.head = MappingHeader(context, self)
        self.setHorizontalHeader(self.head)
        self.head.mapped.connect(self.mapped)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(LineTable.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(context.words("Rows of the file"))
        self.single_keys = self._type
        self.selectionModel().currentChanged.connect(lambda _to, _from: self._tell())

    def show_preview(self, preview: Preview) -> None:
        """Columns, their choices, rows."""
        words = self._context.words
        if self._preview is None or self._preview.columns != preview.columns:
            self.lines.set_columns(_columns(preview, words, self._correct))
        self._preview = preview
        self.lines.set_lines(preview.rows)
        self._tell()
        self.head.show_columns(preview.columns, preview.choices)
        self._fit()

    def next_trouble(self, way: int, after: tuple[int, int] | None = None) -> bool:
        """Make the next troubled cell in reading order the current one; False past the last one.

        ``after``: row of the table and column of the file from where on; the current cell's where it is None.
        """
        at = after or self.place()
        cells = [(row, column) for row, line in enumerate(self.lines.lines) for column in sorted(line.troubles)]
        ahead = [cell for cell in cells if (cell > at if way > 0 else cell < at)]
        if not ahead:
            return False
        row, column = ahead[0] if way > 0 else ahead[-1]
        self.setFocus(Qt.FocusReason.TabFocusReason)
        return self.select(self.lines.lines[row].id, column + FIRST)

    def show_row(self, number: int) -> bool:
        """Go to a row of the file, at its first troubled cell; False when it is not shown."""
        line = next((line for line in self.lines.lines if line.number == number), None)
        if line is None:
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.select(line.id, min(line.troubles, default=0) + FIRST)

    def place(self) -> tuple[int, int]:
        """Row of the table and column of the file of the current cell."""
        return self.currentIndex().row(), self.currentIndex().column() - FIRST

    def stand_at(self, row: int, column: int) -> None:
        """Make the cell of a row of the table and a column of the file the current one."""
        if row >= 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(self.lines.index(row, column + FIRST))

    def clear_current(self, way: int) -> None:
        """Stand before the first cell, or behind the last one."""
        last = self.lines.index(self.lines.rowCount() - 1, len(self.lines.columns) - 1)
        self.setCurrentIndex(self.lines.index(0, 0) if way > 0 else last)

    def _type(self, event: QKeyEvent) -> bool:
        """A letter begins the cell anew, as a spreadsheet does."""
        index, text = self.currentIndex(), event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        can = index.isValid() and bool(self.lines.flags(index) & Qt.ItemFlag.ItemIsEditable)
        if held or not can or not text.isprintable() or not text.strip():
            return False
        self.edit(index)
        editor = self.focusWidget()
        if isinstance(editor, QLineEdit):
            editor.setText(text)
        return True

    def _correct(self, row: PreviewRow, column: int, text: str) -> None:
        if text.strip() != (row.cells[column] if column < len(row.cells) else ""):
            self.corrected.emit(row.number, column, text.strip())

    def _tell(self) -> None:
        line = self.lines.line(self.currentIndex())
        trouble = line.troubles.get(self.place()[1]) if line is not None else None
        self.looked_at.emit(trouble.why if trouble is not None else "")

    def _fit(self) -> None:
        """As wide as their texts, more or less as the page has room; too many columns scroll."""
        preview = self._preview
        if preview is None:
            return
        theme = self._context.theme.theme
        metrics = QFontMetricsF(theme.font("body"))
        wanted, least = [], []
        for place, column in enumerate(preview.columns):
            texts = [row.cells[place] for row in preview.rows if place < len(row.cells)]
            longest = max(map(metrics.horizontalAdvance, texts), default=0.0)
            widest = max(longest, metrics.horizontalAdvance(column.title))
            has_sign = any(place in row.troubles or place in row.corrected for row in preview.rows)
            around = theme.pixels(SIGN_WIDTH) + 24 if has_sign else 24
            wanted.append(min(theme.pixels(WIDEST), max(theme.pixels(NARROWEST), round(widest) + around)))
            least.append(min(theme.pixels(READABLE), max(theme.pixels(NARROWEST), round(longest) + around)))
        room = self.viewport().width() - theme.pixels(NUMBER_WIDTH) - theme.pixels(VERDICT_WIDTH)
        widths = _share(wanted, room, least)
        self._show_verdicts(first=sum(widths) > room)
        for section, width in enumerate((theme.pixels(NUMBER_WIDTH), *widths, theme.pixels(VERDICT_WIDTH))):
            self.head.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(section, width)

    def _show_verdicts(self, *, first: bool) -> None:
        """What happens to a row stands at the end, or beside its number where the end is out of sight."""
        last = self.head.count() - 1
        self.head.moveSection(self.head.visualIndex(last), FIRST if first else last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: share the width anew."""
        super().resizeEvent(event)
        self._fit()


def _share(wanted: list[int], room: int, least: list[int]) -> list[int]:
    """Widths that fill the room: grown in proportion, or the widest columns cut down, each to its ``least`` at most."""
    total = sum(wanted)
    if total <= room:
        return [width + (room - total) * width // max(1, total) for width in wanted]
    left, cap = room, 0
    for place, width in enumerate(ordered := sorted(wanted)):
        cap = left // (len(ordered) - place)
        if width > cap:
            break
        left -= width
    return [min(width, max(cap, fewest)) for width, fewest in zip(wanted, least, strict=True)]


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _columns(preview: Preview, words: Words, correct: Correct) -> list[Column[PreviewRow]]:
    quiet = {roles.TONE: lambda row: "text3" if row.verdict in QUIET else "text"}
    number = Column[PreviewRow](
        "number", words("Row"), lambda row: str(row.number), roles={roles.TONE: lambda row: "text3"}
    )
    cells = [
        _file_column(preview, place, words, {**quiet, **_alignment(preview, place)}, correct)
        for place in range(len(preview.columns))
    ]
    verdict = Column[PreviewRow](
        "verdict",
        words("What happens"),
        lambda row: row.said,
        roles={
            roles.ICON: lambda row: LOOKS[row.verdict] if LOOKS[row.verdict][0] else None,
            roles.TONE: lambda row: LOOKS[row.verdict][1] if row.verdict in (*QUIET, Verdict.ASK) else "text",
            roles.STRONG: lambda row: row.verdict not in (Verdict.LEAVE, Verdict.TAKE),
        },
    )
    return [number, *cells, verdict]


def _file_column(
    preview: Preview, place: int, words: Words, looks: Mapping[int, Callable[[PreviewRow], Any]], correct: Correct
) -> Column[PreviewRow]:
    """A column of the file: its troubled cells coloured one by one, each with its reason; all can be typed anew."""
    show = _cell(place)

    def trouble(row: PreviewRow) -> Trouble | None:
        return row.troubles.get(place)

    def tip(row: PreviewRow) -> str:
        found = trouble(row)
        before = row.corrected.get(place)
        return found.why if found else words("In the file: “{text}”", text=before) if before is not None else ""

    return Column(
        str(place),
        preview.columns[place].title,
        show,
        edit=(lambda row, text: correct(row, place, text)) if preview.sheet is not None else None,
        roles={**looks, **trouble_roles(trouble, lambda row: place in row.corrected)},
        tooltip=tip,
        accessible=lambda row: f"{show(row)}. {tip(row)}" if tip(row) else show(row),
    )


def _alignment(preview: Preview, place: int) -> Mapping[int, Callable[[PreviewRow], Qt.AlignmentFlag]]:
    """A column of numbers stands at the right, with what is no number among them."""
    texts = [row.cells[place] for row in preview.rows if place < len(row.cells) and row.cells[place]]
    numbers = 2 * sum(map(_is_number, texts)) > len(texts)
    return roles.RIGHT if numbers else {}


def _cell(place: int) -> Callable[[PreviewRow], str]:
    return lambda row: row.cells[place] if place < len(row.cells) else ""
