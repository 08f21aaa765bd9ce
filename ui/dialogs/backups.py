"""Earlier versions of the workshop: each is restored into a new file, the present one stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from ui.overlay import OverlayPanel
from ui.widgets.layout import button, plain_label
from workshop_app import SUFFIX
from workshop_app.domain.message import ProblemError
from workshop_app.services.new_files import named_file
from workshop_app.services.opening import OpenWorkshop, restore

if TYPE_CHECKING:
    from ui.application import Application
    from ui.context import WindowContext

PATH_ROLE = 256


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
        self.list = QListWidget()
        self.list.setAccessibleName(_("Earlier versions"))
        self.list.itemActivated.connect(lambda _item: self.restore_chosen())
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
        self.list.clear()
        for backup in self._opened.backups.all():
            at = backup.made_at.astimezone()
            text = f"{self.words.date_year(at.date())}, {at:%H:%M}   {reasons.get(backup.reason, '')}"
            item = QListWidgetItem(text)
            item.setData(PATH_ROLE, str(backup.path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def restore_chosen(self) -> None:
        """Ask for a name and open the copy."""
        item = self.list.currentItem()
        if item is None:
            return
        _ = self.words
        suggested = str(self._opened.path.with_stem(f"{self._opened.path.stem} – {_('earlier')}"))
        target, _kind = QFileDialog.getSaveFileName(
            self, _("Open as a new file"), suggested, _("Workshops (*.workshop)")
        )
        if target:
            self.restore_to(Path(str(item.data(PATH_ROLE))), named_file(target, SUFFIX))

    def restore_to(self, backup: Path, target: Path) -> None:
        """Restore and open; a problem is said in the window."""
        try:
            restore(backup, target)
            self._program.show_file(target)
        except ProblemError as error:
            self._context.shell.problem(error.message)
            return
        self.leave()
