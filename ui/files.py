"""What a window's file commands do: other workshop, copy, export, import, earlier versions, preferences, keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.hand_over import hand_over
from ui.pages.base import Place
from workshop_app import SUFFIX
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import NoteKind
from workshop_app.services.new_files import may_overwrite, named_file
from workshop_app.services.opening import OpenWorkshop
from workshop_app.services.operations import put_rows
from workshop_app.storage.errors import NameTaken

if TYPE_CHECKING:
    from ui.application import Application
    from ui.dialogs.notes import NotesPanel
    from ui.main_window import FacilitatorWindow
    from ui.overlay import OverlayPanel
    from ui.tasks import Task
    from ui.timed_backups import TimedBackups


class FileCommands(QObject):
    """Serves ``WindowCommands.file_wanted`` of one window."""

    def __init__(
        self, program: Application, window: FacilitatorWindow, opened: OpenWorkshop, backups: TimedBackups
    ) -> None:
        super().__init__(window)
        self._program, self._window, self._opened = program, window, opened
        self._served: dict[str, Callable[[], object]] = {
            "open": self.open_other,
            "copy": self.save_copy,
            "send": self.show_send_copy,
            "back_up": backups.back_up,
            "backup_folder": lambda: backups.change_folder(program.second_backup_folder),
            "close": lambda: program.leave(window),
            "language": program.switch_language,
            "print": lambda: window.go(Place("plan", "print")),
            "keys": self.show_keys,
            "preferences": self.show_preferences,
            "backups": self.show_backups,
            "next_year": self.begin_next_year,
            "import": self.import_list,
            "export": self.export,
        }
        window.commands.file_wanted.connect(self._serve)
        window.quick_add_list_wanted.connect(self.show_notes)
        window.commands.note_wanted.connect(self.show_note)

    def _serve(self, wanted: str) -> None:
        served = self._served.get(wanted)
        if served is not None:
            served()

    def import_list(self) -> None:
        """A list of any kind, looked at before anything is done."""
        from ui.pages.import_preview.opening import begin_import

        begin_import(self._window.context, self._window, None, self._window.place)

    def export(self) -> None:
        """All tables, the dates, the whole engagement or all charts, as other programs read them."""
        _ = self._program.words
        kinds = {
            _("Workbook with all tables (*.xlsx)"): ".xlsx",
            _("Calendar (*.ics)"): ".ics",
            _("The engagement as JSON (*.json)"): ".json",
            _("All charts as pictures (*.png)"): ".png",
            _("All charts as drawings (*.svg)"): ".svg",
        }
        path, kind = QFileDialog.getSaveFileName(
            self._window, _("Export"), str(self._opened.path.with_suffix("")), ";;".join(kinds)
        )
        if path:
            target = Path(path)
            named = target.suffix.lower() in kinds.values()
            self.export_to(target if named else named_file(path, kinds.get(kind, ".xlsx")))

    def export_to(self, target: Path) -> None:
        """Write the file, or a file for each chart, and say so."""
        from workshop_app.exchange.writing import write_out

        if target.suffix.lower() in (".png", ".svg"):
            self.export_charts(target)
            return
        try:
            write_out(self._opened.document.engagement, target, self._program.words)
        except ProblemError as error:
            self._window.problem(error.message)
            return
        self._window.toast(self._program.words("Exported: {name}", name=target.name))

    def export_charts(self, target: Path) -> None:
        """Every chart beside ``target``, in the background."""
        from reports.documents.building import brand_of
        from reports.pictures import write_all_pictures
        from reports.sections.source import PrintOptions, Source
        from workshop_app.i18n import Words

        engagement, options = self._opened.document.engagement, PrintOptions()
        source = Source(engagement, self._window.context.bridge.view_context.ready(), options)
        words, brand = Words(engagement.company.language), brand_of(engagement, options)

        def work(task: Task[list[Path]]) -> list[Path]:
            return write_all_pictures(source, words, target, brand, task.progress.emit, task.stopping)

        said = self._program.words
        task = self._window.context.tasks.start(work)
        task.failed.connect(self._window.problem)
        task.done.connect(
            lambda written: self._window.toast(
                said.plural("{n} chart saved in “{folder}”", "{n} charts saved in “{folder}”", len(written),
                            folder=target.parent.name)
            )
        )  # fmt: skip

    @property
    def panel(self) -> OverlayPanel | None:
        """The panel that is open over the window."""
        from ui.overlay import OverlayPanel

        return next((panel for panel in self._window.frame.findChildren(OverlayPanel) if panel.isVisible()), None)

    def _show(self, kind: type[OverlayPanel], make: Callable[[], OverlayPanel]) -> None:
        """Open a panel; the same key again closes it."""
        shown = self.panel
        if shown is not None and isinstance(shown, kind):
            shown.leave()
        else:
            make().open()

    def show_send_copy(self) -> None:
        """A copy for others."""
        from ui.dialogs.send_copy import SendCopyPanel

        window = self._window
        self._show(SendCopyPanel, lambda: SendCopyPanel(window.frame, window.context, self._opened))

    def show_keys(self) -> None:
        """«?»."""
        from ui.dialogs.key_sheet import KeySheet

        self._show(KeySheet, lambda: KeySheet(self._window.frame, self._window.context))

    def show_preferences(self) -> None:
        """Ctrl+,."""
        from ui.dialogs.preferences import PreferencesPanel

        window = self._window
        self._show(PreferencesPanel, lambda: PreferencesPanel(window.frame, window.context, self._program))

    def show_backups(self) -> None:
        """Earlier versions."""
        from ui.dialogs.backups import BackupsPanel

        window = self._window
        self._show(BackupsPanel, lambda: BackupsPanel(window.frame, window.context, self._program, self._opened))

    def show_notes(self, kind: str) -> None:
        """The list behind a counter of the quick line; actions and the audit's decisions stand on their pages."""
        if kind == "action":
            self._window.go(Place("plan", "actions"))
            return
        notes = self._opened.document.engagement.notes
        if kind == "decision" and not any(note.kind is NoteKind.DECISION for note in notes):
            self._window.go(Place("audit", "decide"))
            return
        self._notes_panel().show_kind(kind)

    def show_note(self, note_id: str) -> None:
        """The list at one note, from the palette."""
        self._notes_panel().show_note(note_id)

    def _notes_panel(self) -> NotesPanel:
        from ui.dialogs.notes import NotesPanel

        shown = self.panel
        return shown if isinstance(shown, NotesPanel) else NotesPanel(self._window.frame, self._window.context)

    def open_other(self) -> None:
        """Another workshop in a window of its own."""
        _ = self._program.words
        folder = self._program.preferences.settings.last_folder
        path, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open a workshop"), folder, _("Workshops (*.workshop *.json)")
        )
        if path:
            try:
                chosen = Path(path)
                self._program.show_file(self._program.bring_in(chosen) if chosen.suffix.lower() == ".json" else chosen)
            except ProblemError as error:
                self._window.problem(error.message)

    def begin_next_year(self) -> None:
        """A new workshop from this one: people, activities and rules stay."""
        _ = self._program.words
        suggested = str(self._opened.path.with_stem(f"{self._opened.path.stem} – {_('next year')}"))
        path, _kind = QFileDialog.getSaveFileName(
            self._window, _("Next year’s workshop"), suggested, _("Workshops (*.workshop)")
        )
        if path:
            self.begin_next_year_at(named_file(path, SUFFIX))

    def begin_next_year_at(self, path: Path) -> None:
        """Make the file and open it."""
        from workshop_app.steps.followup.next_year import next_year_rows

        name = Message(N_("Next year’s workshop"))
        try:
            if path.resolve() == self._opened.path.resolve():
                raise ProblemError(Message(N_("This workshop stays as it is: give next year’s another name.")))
            opened = self._program.create(path)
            opened.document.run(put_rows(name, next_year_rows(self._opened.document.engagement)))
        except ProblemError as error:
            self._window.problem(error.message)
            return
        self._program.show_opened(opened)

    def save_copy(self) -> None:
        """A whole copy under another name; the work goes on in the present file."""
        _ = self._program.words
        suggested = str(self._opened.path.with_stem(f"{self._opened.path.stem} – {_('copy')}"))
        path, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save a copy"), suggested, _("Workshops (*.workshop)")
        )
        if path:
            self.save_copy_to(named_file(path, SUFFIX))

    def save_copy_to(self, target: Path) -> None:
        """Write the copy and say so. Where the file itself takes no changes the work goes on in the copy."""
        locked = self._opened.document.read_only and self._opened.held_by is None
        lost = locked or self._window.saved.failure is not None
        try:
            if not may_overwrite(target):
                raise NameTaken(target)
            self._opened.document.file.copy_to(target, replace=True)
            if lost:
                window = self._program.show_file(target)
        except ProblemError as error:
            self._window.problem(error.message)
            return
        if not lost:
            self._window.toast(self._program.words("Copy saved: {name}", name=target.name))
            return
        hand_over(self._window, window)
        window.toast(self._program.words("The work goes on in the copy: {name}", name=target.name))
