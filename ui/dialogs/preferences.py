"""The person's own settings: language, look, size of the interface, room, backups, printing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.overlay import OverlayPanel
from ui.widgets.controls import CheckBox
from ui.widgets.layout import button, plain_label
from ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from ui.application import Application
    from ui.context import WindowContext


class PreferencesPanel(OverlayPanel):
    """Every choice works at once and is kept at once."""

    width_wanted, height_wanted = 700, 520
    passing = True

    def __init__(self, parent: QWidget, context: WindowContext, program: Application) -> None:
        super().__init__(parent, context.words("Preferences"), context.theme, context.icons, context.words)
        self._context, self._program = context, program
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._rows()
        self.body.addStretch(1)

    def _rows(self) -> None:
        _ = self.words
        settings = self._context.preferences.settings
        self._choice(_("Language"), [("ru", "По-русски"), ("en", "English")], self.words.language, self._language)
        looks = [("system", _("as the system")), ("light", _("light")), ("dark", _("dark"))]
        self._choice(_("Look"), looks, settings.theme, lambda key: self.theme.choose(choice=key))
        sizes = [("100", "100 %"), ("115", "115 %"), ("130", "130 %")]
        self._choice(
            _("Size of the interface"), sizes, str(settings.size), lambda key: self.theme.choose(size=int(key))
        )
        zooms = [("100", "100 %"), ("115", "115 %"), ("130", "130 %")]
        self._choice(_("Type in the room"), zooms, str(settings.room_zoom), self._room_zoom)
        self._tick(_("A new step comes to the room only on F5"), settings.room_on_command, self._on_command)
        self._tick(_("Presenter’s remote control turns the room’s pages"), settings.remote_mode, self._remote)
        self._tick(_("RACI letters О И К У"), settings.raci_russian_letters, self._letters)
        self._tick(_("Save toner when printing"), settings.economical_printing, self._economical)
        self._folder(settings.backup_folder)

    def _add(self, label: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(plain_label(label, self.theme, "small", "text2"), row, 0)
        self._grid.addWidget(field, row, 1)

    def _choice(self, label: str, items: list[tuple[str, str]], current: str, chosen: Callable[[str], object]) -> None:
        control = SegmentedControl(self.theme, self.icons)
        control.set_items(items)
        control.set_current(current)
        control.setAccessibleName(label)
        control.chosen.connect(chosen)
        self._add(label, control)

    def _tick(self, label: str, on: bool, toggled: Callable[[bool], object]) -> None:
        box = CheckBox(label, self.theme)
        box.setChecked(on)
        box.toggled.connect(toggled)
        self._add("", box)

    def _folder(self, folder: str) -> None:
        _ = self.words
        self.folder = QLineEdit(folder)
        self.folder.setPlaceholderText(_("none"))
        self.folder.setAccessibleName(_("Second folder for backups"))
        self.folder.editingFinished.connect(lambda: self._keep_folder(self.folder.text().strip()))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(button(_("Choose …"), "sec", self._choose_folder, theme=self.theme))
        self._add(_("Second folder for backups"), holder)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.words("Second folder for backups"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
            self._keep_folder(chosen)

    def _keep_folder(self, folder: str) -> None:
        """Open workshops copy there from now on."""
        if folder != self._context.preferences.settings.backup_folder:
            self._change(backup_folder=folder)
            for window in self._program.windows:
                window.commands.file_wanted.emit("backup_folder")

    def _change(self, **values: object) -> None:
        self._context.preferences.change(**values)

    def _language(self, key: str) -> None:
        if key != self.words.language:
            window = next((w for w in self._program.windows if w.context is self._context), None)
            self._program.switch_language()
            if window is not None:
                window.commands.file_wanted.emit("preferences")  # this panel went with the old language

    def _room_zoom(self, key: str) -> None:
        self._change(room_zoom=int(key))
        for window in self._program.windows:
            window.room.changed.emit()

    def _on_command(self, on: bool) -> None:
        self._change(room_on_command=on)
        for window in self._program.windows:
            window.room.on_command = on

    def _remote(self, on: bool) -> None:
        self._change(remote_mode=on)
        for window in self._program.windows:
            window.room.set_remote(on)

    def _letters(self, on: bool) -> None:
        self._change(raci_russian_letters=on)
        self._renew()

    def _economical(self, on: bool) -> None:
        self._change(economical_printing=on)
        self._renew()

    def _renew(self) -> None:
        for window in self._program.windows:
            window.renew_pages()
