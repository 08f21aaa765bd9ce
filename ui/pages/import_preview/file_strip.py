"""The strip over the preview: the file, how it was read, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.context import WindowContext
from ui.pages.import_preview.preview import Preview
from ui.widgets.card import Card
from ui.widgets.controls import ChoiceBox
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import IconLabel, tint
from ui.widgets.layout import button, plain_label

MOST_NUMBERS = 6


class FileStrip(Card):
    """``other_file`` when another file is wanted, ``kind_chosen`` when another sheet of the workbook is."""

    other_file = Signal()
    kind_chosen = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card", margins=10, spacing=0)
        _, theme = context.words, context.theme
        self._name = ElidedLabel()
        self._name.setFont(theme.theme.font("body_strong"))
        self._about = ElidedLabel()
        self._about.setFont(theme.theme.font("caption"))
        tint(self._about, theme, "text3")
        self._numbers = [
            (plain_label("", theme, "number"), plain_label("", theme, "caption", "text3"))
            for _place in range(MOST_NUMBERS)
        ]
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._about)
        names.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(IconLabel("file-text", theme, context.icons, "text2", 24))
        row.addLayout(names, 1)
        for number, caption in self._numbers:
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(caption)
            row.addLayout(column)
        self.sheets = ChoiceBox(theme, context.icons, _("Sheet of the workbook"))
        self.sheets.picked.connect(self.kind_chosen)
        self.sheets.hide()
        row.addWidget(self.sheets)
        other = button(
            _("Another file"), "ghost", self.other_file.emit, theme=theme, icons=context.icons, icon="folder-open"
        )
        row.addWidget(other)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def offer_sheets(self, sheets: Sequence[tuple[str, str]], kind: str) -> None:
        """Sheets of the workbook by the kind they are; one alone is no choice."""
        self.sheets.set_items(list(sheets))
        self.sheets.set_current(kind)
        self.sheets.setVisible(len(sheets) > 1)

    def show_preview(self, file: str, preview: Preview) -> None:
        """The file and its numbers."""
        self._name.setText(file)
        self._about.setText(preview.about)
        self._show_numbers(preview.numbers)

    def _show_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        for place, (number, caption) in enumerate(self._numbers):
            shown = place < len(numbers)
            number.setText(numbers[place][0] if shown else "")
            caption.setText(numbers[place][1] if shown else "")
            number.setVisible(shown)
            caption.setVisible(shown)
