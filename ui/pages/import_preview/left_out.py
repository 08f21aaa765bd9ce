"""What stays out of an import, row by row, and a list of it to keep."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.pages.import_preview.preview import LeftOut, Preview
from ui.widgets import roles
from ui.widgets.card import Card
from ui.widgets.delegates.cell import PADDING, CellDelegate
from ui.widgets.layout import button, plain_label
from ui.widgets.table_view import LineTable
from workshop_app.domain.message import N_, Message
from workshop_app.i18n import Words

ROW_HEIGHT = 32


class LeftOutCard(Card):
    """The rows that will not be imported, those that are wrong first; ``chosen`` by Enter or a double click."""

    chosen = Signal(int)

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card", margins=14, spacing=6)
        self._context = context
        _, theme = context.words, context.theme
        self._title = plain_label("", theme, "card_title")
        self.save_button = button(
            _("Save the list"), "ghost", self.save, theme=theme, icons=context.icons, icon="download"
        )
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.save_button)
        self.model: TableModel[LeftOut] = TableModel(_columns(context.words), lambda _operation: None)
        delegate = CellDelegate(theme, context.icons, self, height=ROW_HEIGHT)
        delegate.lead = -PADDING
        self.table = LineTable(self.model, delegate)
        self.table.horizontalHeader().hide()
        self.table.set_widths((130, 0))
        self.table.setAccessibleName(_("Rows that stay out"))
        self.table.opened.connect(lambda line_id: self.chosen.emit(int(line_id)))
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)

    def show_preview(self, preview: Preview) -> None:
        """The rows of a preview."""
        words = self._context.words
        text = words.plural("{n} row stays out", "{n} rows stay out", preview.left_out_count)
        self._title.setText(text if preview.left_out_count else words("No row stays out"))
        self.save_button.setVisible(bool(preview.left_out))
        self.model.set_lines(preview.left_out)

    def save(self) -> None:
        """Ask where and write the list as a CSV file; a place that refuses is said in the window."""
        _ = self._context.words
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the list"), _("left out.csv"), _("Tables (*.csv)"))
        if not path:
            return
        try:
            write_list(Path(path), self.model.lines, self._context.words)
        except OSError:
            message = N_("The list can't be written there. Choose another folder.")
            self._context.shell.problem(Message(message))


def write_list(path: Path, lines: Sequence[LeftOut], words: Words) -> None:
    """The rows that stay out as a CSV file that spreadsheets open; OSError when it can't be written."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow((words("Row"), words("Why")))
        writer.writerows((line.number, line.why) for line in lines)


def _columns(words: Words) -> list[Column[LeftOut]]:
    return [
        Column(
            "row",
            words("Row"),
            lambda line: words("Row {row}", row=words.number(line.number)),
            roles={
                roles.ICON: lambda line: ("circle-alert", "err") if line.fault else None,
                roles.STRONG: lambda line: True,
            },
        ),
        Column("why", words("Why"), lambda line: line.why, roles={roles.TONE: lambda line: "text2"}),
    ]
