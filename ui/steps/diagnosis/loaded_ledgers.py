"""What ledgers are loaded, and the way to another one; here one waits while a file is read."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.layout import Card, EmptyState, FieldMessage, StepHeader, button, plain_label
from ui.widgets.progress_button import LongWork, ProgressButton
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.model import LedgerBatch
from workshop_app.steps.diagnosis.operations import take_ledger_out
from workshop_app.steps.diagnosis.view import DiagnosisView


class LoadedLedgers(QWidget):
    """The list of imports; ``file_wanted`` to choose another file, ``left`` to go back."""

    file_wanted = Signal()
    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._batches: tuple[LedgerBatch, ...] | None = None
        _, theme, icons = context.words, context.theme, context.icons
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        back = button(_("Back"), "ghost", self.left.emit, icons=icons, icon="arrow-left", theme=theme)
        self.stop_button = ProgressButton(_("Choose a file"), theme, icons, context.words, "folder-open")
        self.stop_button.wanted.connect(self.file_wanted)
        self.message = FieldMessage(theme)
        self.reading = plain_label("", theme, "control", "text2")
        self.list = ScrollColumn(spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Sales ledger"), theme, (back, self.stop_button)))
        column.addWidget(self.reading)
        column.addWidget(self.message)
        column.addWidget(self.list, 1)

    @property
    def has_batches(self) -> bool:
        """Whether a ledger is loaded."""
        return bool(self._batches)

    def say(self, text: str) -> None:
        """Why a file could not be read."""
        self.message.say(text)

    def show_reading(self, name: str, task: LongWork | None) -> None:
        """A file is being read; None: no more."""
        _ = self._context.words
        self.message.say("")
        self.reading.setText(_("Reading {name}…", name=name) if task else "")
        if task is not None:
            self.stop_button.follow(task)

    def show_view(self, view: DiagnosisView) -> None:
        """The loaded ledgers."""
        if view.batches == self._batches:
            return
        self._batches = view.batches
        self.list.clear()
        for batch in view.batches:
            self.list.column.addWidget(self._line(batch))
        if not view.batches:
            _ = self._context.words
            self.list.column.addWidget(
                EmptyState(
                    "file-text",
                    _("Date, department, client, service, amount: CSV or Excel, two to five years."),
                    self._context.theme,
                    self._context.icons,
                    detail=_("Files stay where they are; nothing is changed in them."),
                )
            )
        self.list.column.addStretch(1)
        self.list.fit_later()

    def _line(self, batch: LedgerBatch) -> QWidget:
        words = _ = self._context.words
        theme = self._context.theme
        card = Card(margins=12, spacing=2)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label(batch.file, theme, "body_strong", wrap=True))
        said = [words.plural("{n} row", "{n} rows", batch.row_count), *_period(batch), batch.imported_at[:10]]
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


def _period(batch: LedgerBatch) -> list[str]:
    report = json.loads(batch.report or "{}")
    first, last = str(report.get("first_date") or "")[:4], str(report.get("last_date") or "")[:4]
    return [f"{first}–{last}" if first != last else first] if first else []
