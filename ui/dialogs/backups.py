"""Earlier versions of the workshop: each is restored into a new file, the present one stays as it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QListView, QWidget

from ui.overlay import OverlayPanel
from ui.palette_list import Found, FoundDelegate, FoundModel
from ui.widgets.layout import button, plain_label
from workshop_app import SUFFIX
from workshop_app.domain.message import ProblemError
from workshop_app.services.new_files import named_file
from workshop_app.services.opening import OpenWorkshop, restore

if TYPE_CHECKING:
    from ui.application import Application
    from ui.context import WindowContext


class BackupsPanel(OverlayPanel):
    """The list, newest first."""

    width_wanted, height_wanted = 560, 460
    passing = True

    def __init__(self, parent: QWidget, context: WindowContext, program: Application, opened: OpenWorkshop) -> None:
        super().__init__(parent, context.words("Earlier versions"), context.theme, context.icons, context.words)
        self._program, self._opened, self._context = program, opened, context
        _ = self.words
        self.body.addWidget(
            plain_label(
                _("A version opens as a new file. The present workshop stays."),
                self.theme,
                "small",
                "text2",
                wrap=True,
            )
        )
        self.list = QListView()
        self.model = FoundModel()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.theme, context.icons, self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(_("Earlier versions"))
        self.list.activated.connect(lambda _index: self.restore_chosen())
        self.body.addWidget(self.list, 1)
        self.body.addWidget(button(_("Open as a new file …"), "pri", self.restore_chosen, theme=self.theme))

    def focus_first(self) -> None:
        """The list, filled anew."""
        _ = self.words
        reasons = {
            "open": _("when opened"),
            "import": _("before an import"),
            "update": _("before an update"),
            "timed": _("every five minutes"),
        }
        found = []
        for backup in self._opened.backups.all():
            at = backup.made_at.astimezone()
            title = f"{self.words.date_year(at.date())}, {at:%H:%M}"
            take = partial(self._ask, backup.path)
            found.append(Found(title, reasons.get(backup.reason, ""), take, title, icon="clock"))
        self.model.set_found(found)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setFocus()

    def restore_chosen(self) -> None:
        """Ask for a name and open the copy."""
        index = self.list.currentIndex()
        if index.isValid():
            self.model.found[index.row()].run()

    def _ask(self, backup: Path) -> None:
        _ = self.words
        suggested = str(self._opened.path.with_stem(f"{self._opened.path.stem} – {_('earlier')}"))
        target, _kind = QFileDialog.getSaveFileName(
            self, _("Open as a new file"), suggested, _("Workshops (*.workshop)")
        )
        if target:
            self.restore_to(backup, named_file(target, SUFFIX))

    def restore_to(self, backup: Path, target: Path) -> None:
        """Restore and open; a problem is said in the window."""
        try:
            restore(backup, target)
            self._program.show_file(target)
        except ProblemError as error:
            self._context.shell.problem(error.message)
            return
        self.leave()
