"""A copy for others: what always stays at home, what may stay at home, and where the copy goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.overlay import OverlayPanel
from ui.widgets.controls import CheckBox
from ui.widgets.layout import plain_label
from ui.widgets.progress_button import ProgressButton
from workshop_app import SUFFIX
from workshop_app.exchange.copies import CopyChoice, CopySource, write_copy
from workshop_app.services.new_files import may_overwrite, named_file
from workshop_app.services.opening import OpenWorkshop

if TYPE_CHECKING:
    from ui.context import WindowContext
    from ui.tasks import Task


class SendCopyPanel(OverlayPanel):
    """Three ticks and a button; nothing is ticked at first but the raw answers: they were given without names."""

    width_wanted, height_wanted = 560, 330
    passing = True

    def __init__(self, parent: QWidget, context: WindowContext, opened: OpenWorkshop) -> None:
        super().__init__(parent, context.words("Send a copy"), context.theme, context.icons, context.words)
        self._context, self._opened = context, opened
        _ = self.words
        self._say(_("The copy is a workshop file of its own. Your private notes and the history never go along."))
        self.bonuses = self._tick(_("Without target bonuses and results of people"))
        self.answers = self._tick(_("Without single survey answers and comments"), on=True)
        self.names = self._tick(_("Without names of people and clients"))
        self._say(_("Without names people are called “Person 1”, “Person 2” … in every text, and clients “Client 1” …"))
        self.body.addStretch(1)
        self.save_button = ProgressButton(_("Save the copy …"), context.theme, context.icons, _)
        self.save_button.wanted.connect(self.choose_place)
        self.body.addWidget(self.save_button)

    def _say(self, text: str) -> None:
        self.body.addWidget(plain_label(text, self.theme, "small", "text2", wrap=True))

    def _tick(self, text: str, on: bool = False) -> CheckBox:
        box = CheckBox(text, self.theme)
        box.setChecked(on)
        self.body.addWidget(box)
        return box

    def focus_first(self) -> None:
        """The first choice."""
        self.bonuses.setFocus()

    @property
    def choice(self) -> CopyChoice:
        """What is ticked."""
        return CopyChoice(not self.bonuses.isChecked(), not self.answers.isChecked(), not self.names.isChecked())

    def choose_place(self) -> None:
        """Ask for a name and write the copy."""
        _ = self.words
        suggested = str(self._opened.path.with_stem(f"{self._opened.path.stem} – {_('to send')}"))
        path, _kind = QFileDialog.getSaveFileName(self, _("Send a copy"), suggested, _("Workshops (*.workshop)"))
        if path:
            self.write_to(named_file(path, SUFFIX))

    def write_to(self, target: Path) -> None:
        """Write it in the background; a problem is said in the window and the panel stays."""
        free = may_overwrite(target)
        source, choice = CopySource.of(self._opened.document), self.choice

        def work(task: Task[Path]) -> Path:
            write_copy(source, target, choice, replace=free, progress=task.progress.emit, stopping=task.stopping)
            return target

        task = self._context.tasks.start(work)
        self.save_button.follow(task)
        task.done.connect(self._written)
        task.failed.connect(self._context.shell.problem)
        task.cancelled.connect(self._stopped)
        self.save_button.setFocus()

    def _written(self, target: Path) -> None:
        self.leave()
        self._context.shell.toast(self.words("Copy saved: {name}", name=target.name))

    def _stopped(self) -> None:
        self._context.shell.toast(self.words("Stopped: there is no copy."))

    def leave(self) -> None:
        """Close; a copy that is being written is stopped first, and the panel stays until it is."""
        if self.save_button.busy():
            self.save_button.cancel()
        else:
            super().leave()
