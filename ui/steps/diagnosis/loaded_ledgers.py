"""What ledgers are loaded, and the way to another one."""

from __future__ import annotations

import json
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.layout import Card, StepHeader, button, plain_label
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.model import LedgerBatch
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.operations import take_ledger_out
from workshop_app.steps.diagnosis.view import DiagnosisView


class LoadedLedgers(QWidget):
    """The list of imports; ``file_wanted`` to choose another file, ``left`` to go back, as Esc does."""

    file_wanted = Signal()
    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._batches: tuple[LedgerBatch, ...] | None = None
        _, theme, icons = context.words, context.theme, context.icons
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        back = button(_("Back"), "ghost", self.left.emit, icons=icons, icon="arrow-left", theme=theme)
        choose = button(_("Choose a file"), "pri", self.file_wanted.emit, icons=icons, icon="folder-open", theme=theme)
        self.list = ScrollColumn(spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Sales ledger"), theme, (back, choose)))
        column.addWidget(self.list, 1)

    @property
    def has_batches(self) -> bool:
        """Whether a ledger is loaded."""
        return bool(self._batches)

    def show_view(self, view: DiagnosisView) -> None:
        """The loaded ledgers."""
        if view.batches == self._batches:
            return
        self._batches = view.batches
        self.list.clear()
        for batch in view.batches:
            self.list.column.addWidget(self._line(batch))
        self.list.column.addStretch(1)
        self.list.fit_later()

    def _line(self, batch: LedgerBatch) -> QWidget:
        words = _ = self._context.words
        theme = self._context.theme
        card = Card(margins=12, spacing=2)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label(batch.file, theme, "body_strong", wrap=True))
        said = [words.plural("{n} row", "{n} rows", batch.row_count), *_period(batch), _day(batch, words)]
        texts.addWidget(plain_label(" · ".join(part for part in said if part), theme, "caption", "text2"))
        row = QHBoxLayout()
        row.addLayout(texts, 1)
        out = button(
            _("Take out"), "ghost", lambda: self._take_out(batch), icons=self._context.icons, icon="x", theme=theme
        )
        row.addWidget(out)
        card.body.addLayout(row)
        return card

    def _take_out(self, batch: LedgerBatch) -> None:
        _ = self._context.words
        if self._context.bridge.run(take_ledger_out(batch)) is not None:
            self._context.shell.toast(_("The ledger “{name}” counts no more", name=batch.file), undo=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _day(batch: LedgerBatch, words: Words) -> str:
    """When it was loaded; empty where that is not known."""
    try:
        return words.date_year(datetime.fromisoformat(batch.imported_at).date())
    except ValueError:
        return ""


def _period(batch: LedgerBatch) -> list[str]:
    report = json.loads(batch.report or "{}")
    first, last = str(report.get("first_date") or "")[:4], str(report.get("last_date") or "")[:4]
    return [f"{first}–{last}" if first != last else first] if first else []
