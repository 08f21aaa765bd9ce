"""The rows of the preview under their mapping, with what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.pages.import_preview.header import MappingHeader
from ui.pages.import_preview.preview import LOOKS, Preview, PreviewRow, Verdict
from ui.widgets import roles
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.table_view import LineTable
from workshop_app.i18n import Words

ROW_HEIGHT = 32
NUMBER_WIDTH, VERDICT_WIDTH = 66, 176
NARROWEST, WIDEST = 88, 300
_NUMBER = re.compile(r"[-−+]?\d[\d\s]*(?:[.,]\d+)?\s*[%₽]?")
QUIET = (Verdict.LEAVE, Verdict.FAULT)


class PreviewTable(LineTable):
    """``mapped`` carries a column of the file and the field chosen for it."""

    mapped = Signal(int, str)

    def __init__(self, context: WindowContext, owner: QWidget) -> None:
        self._context = context
        self._preview: Preview | None = None
        model: TableModel[PreviewRow] = TableModel((), lambda _operation: None)
        super().__init__(model, CellDelegate(context.theme, context.icons, owner, height=ROW_HEIGHT))
        self.head = MappingHeader(context, self)
        self.setHorizontalHeader(self.head)
        self.head.mapped.connect(self.mapped)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(LineTable.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(context.words("Rows of the file"))

    def show_preview(self, preview: Preview) -> None:
        """Columns, their choices, rows."""
        words = self._context.words
        if self._preview is None or self._preview.columns != preview.columns:
            self.lines.set_columns(_columns(preview, words))
        self._preview = preview
        self.lines.set_lines(preview.rows)
        self.head.show_columns(preview.columns, preview.choices)
        self._fit()

    def _fit(self) -> None:
        """As wide as their texts, more or less as the page has room; too many columns scroll."""
        preview = self._preview
        if preview is None:
            return
        theme = self._context.theme.theme
        metrics = QFontMetricsF(theme.font("body"))
        wanted = []
        for place, column in enumerate(preview.columns):
            texts = [row.cells[place] for row in preview.rows if place < len(row.cells)]
            widest = max((metrics.horizontalAdvance(text) for text in (*texts, column.title)), default=0.0)
            wanted.append(min(theme.pixels(WIDEST), max(theme.pixels(NARROWEST), round(widest) + 24)))
        room = self.viewport().width() - theme.pixels(NUMBER_WIDTH) - theme.pixels(VERDICT_WIDTH)
        widths = _share(wanted, room, theme.pixels(NARROWEST))
        for section, width in enumerate((theme.pixels(NUMBER_WIDTH), *widths, theme.pixels(VERDICT_WIDTH))):
            self.head.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(section, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: share the width anew."""
        super().resizeEvent(event)
        self._fit()


def _share(wanted: list[int], room: int, least: int) -> list[int]:
    """Widths that fill the room: grown in proportion, or the widest columns cut down, never below ``least``."""
    total = sum(wanted)
    if total <= room:
        return [width + (room - total) * width // max(1, total) for width in wanted]
    left, cap = room, 0
    for place, width in enumerate(ordered := sorted(wanted)):
        cap = left // (len(ordered) - place)
        if width > cap:
            break
        left -= width
    return [min(width, max(cap, least)) for width in wanted]


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _columns(preview: Preview, words: Words) -> list[Column[PreviewRow]]:
    quiet = {roles.TONE: lambda row: "text3" if row.verdict in QUIET else "text"}
    number = Column[PreviewRow](
        "number", words("Row"), lambda row: str(row.number), roles={roles.TONE: lambda row: "text3"}
    )
    cells = [
        Column[PreviewRow](str(place), column.title, _cell(place), roles={**quiet, **_alignment(preview, place)})
        for place, column in enumerate(preview.columns)
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


def _alignment(preview: Preview, place: int) -> dict[int, Callable[[PreviewRow], Qt.AlignmentFlag]]:
    """Numbers stand at the right."""
    texts = [row.cells[place] for row in preview.rows if place < len(row.cells) and row.cells[place]]
    numbers = bool(texts) and all(map(_is_number, texts))
    return {int(Qt.ItemDataRole.TextAlignmentRole): lambda _row: Qt.AlignmentFlag.AlignRight} if numbers else {}


def _cell(place: int) -> Callable[[PreviewRow], str]:
    return lambda row: row.cells[place] if place < len(row.cells) else ""
