"""Rows of a ledger's file with the mapping in the head: the file's title above, what it is taken for below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.widgets import roles
from ui.widgets.controls import ChoiceBox
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import tint
from ui.widgets.layout import Card
from ui.widgets.table_view import LineTable
from workshop_app.domain.ledger import Verdict
from workshop_app.domain.message import N_
from workshop_app.exchange.ledger_file import FIELDS
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.importing import LedgerPreview, PreviewColumn, PreviewRow, mapping_answers

ROW, HEAD, VERDICT_WIDTH = 30, 58, 164
_SHARES = MappingProxyType(
    {"client": 19, "service": 14, "document": 13, "manager": 13, "date": 14, "department": 11, "amount": 14}
)

VERDICTS: Mapping[Verdict, tuple[str, str, str]] = MappingProxyType(
    {
        Verdict.ACCEPTED: (N_("take the row"), "check", "ok"),
        Verdict.MERGED: (N_("merge the name"), "merge", "accent"),
        Verdict.REFUND: (N_("refund"), "check", "ok"),
        Verdict.TOTAL: (N_("a total, leave out"), "minus", "text2"),
        Verdict.REPEAT: (N_("a repeat, leave out"), "repeat", "text2"),
        Verdict.REJECTED: (N_("leave out"), "circle-alert", "err"),
    }
)
"""Word, icon and colour of a verdict."""


class RowsCard(Card):
    """``mapped`` carries the answers after a column was taken for something else."""

    mapped = Signal(dict)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=1, spacing=0)
        self._context = context
        self._columns: tuple[PreviewColumn, ...] = ()
        self.model: TableModel[PreviewRow] = TableModel([], context.bridge.run)
        self.table = LineTable(self.model, RowDelegate(context.theme, context.icons, self, height=ROW))
        self.table.horizontalHeader().hide()
        self.table.setAccessibleName(context.words("The first rows of the file"))
        self.head = QWidget()
        self.head.setFixedHeight(context.theme.theme.pixels(HEAD))
        self.boxes: list[ChoiceBox] = []
        self._places: list[QWidget] = []
        self.table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._place())
        self.table.viewport().installEventFilter(self)
        self.body.addWidget(self.head)
        self.body.addWidget(self.table, 1)

    def show_preview(self, preview: LedgerPreview) -> None:
        """Another file, or other columns of it."""
        if preview.columns != self._columns:
            self._columns = preview.columns
            self.model.set_columns(self._made(preview.columns))
            self._make_head(preview.columns)
        self.model.set_lines(preview.rows)
        self._share()

    def _made(self, columns: tuple[PreviewColumn, ...]) -> list[Column[PreviewRow]]:
        words = self._context.words
        made = [_cell_column(at, column) for at, column in enumerate(columns)]
        made.append(
            Column(
                "verdict",
                words("What happens"),
                lambda line: _verdict(line, words),
                roles={
                    roles.ICON: lambda line: VERDICTS[line.verdict][1:] if line.verdict else None,
                    roles.STRONG: lambda line: True,
                    roles.TONE: lambda line: "err" if line.verdict is Verdict.REJECTED else "text",
                },
            )
        )
        return made

    def _make_head(self, columns: tuple[PreviewColumn, ...]) -> None:
        _, theme = self._context.words, self._context.theme
        for old in self._places:
            old.hide()
            old.deleteLater()
        self.boxes, self._places = [], []
        items = [("", _("not needed")), *((field.name, _(field.title)) for field in FIELDS)]
        for column in columns:
            holder = QWidget(self.head)
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(4, 4, 4, 4)
            inside.setSpacing(2)
            title = ElidedLabel(f"«{column.title}»" if column.title else "—")
            title.setFont(theme.theme.font("caption"))
            tint(title, theme, "text2")
            box = ChoiceBox(theme, self._context.icons, _("What “{title}” is", title=column.title))
            box.set_items(items)
            box.set_current(column.field or "")
            box.picked.connect(self._picked(column.place))
            inside.addWidget(title)
            inside.addWidget(box)
            holder.show()
            self.boxes.append(box)
            self._places.append(holder)

    def _picked(self, place: int) -> Callable[[str], None]:
        return lambda key: self.mapped.emit(mapping_answers(self._columns, place, key or None))

    def _share(self) -> None:
        """Columns in proportion to what stands in them; the verdict keeps its width."""
        room = self.table.viewport().width() - self._context.theme.theme.pixels(VERDICT_WIDTH)
        weights = [_SHARES.get(column.field or "", 9) for column in self._columns]
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        used = 0
        for at, weight in enumerate(weights):
            width = max(84, room * weight // max(1, sum(weights)))
            head.resizeSection(at, width)
            used += width
        head.resizeSection(len(weights), max(100, self.table.viewport().width() - used))
        self._place()

    def _place(self) -> None:
        for at, holder in enumerate(self._places):
            holder.setGeometry(
                self.table.columnViewportPosition(at) + 1, 0, self.table.columnWidth(at), self.head.height()
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the table has another width."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return super().eventFilter(watched, event)


def _cell_column(at: int, column: PreviewColumn) -> Column[PreviewRow]:
    extra: dict[int, Callable[[PreviewRow], Any]] = {
        roles.TONE: lambda line: (
            "text3" if line.verdict in (Verdict.REJECTED, Verdict.TOTAL, Verdict.REPEAT) else "text"
        )
    }
    if column.field == "amount":
        extra[int(Qt.ItemDataRole.TextAlignmentRole)] = lambda _line: Qt.AlignmentFlag.AlignRight
    return Column(str(column.place), column.title, lambda line: line.cells[at], roles=extra)


def _verdict(line: PreviewRow, words: Words) -> str:
    if line.verdict is None:
        return ""
    if line.verdict is Verdict.REJECTED and line.why is not None:
        return words.message(line.why)
    return words(VERDICTS[line.verdict][0])
