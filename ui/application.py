"""The program: one application, its look and language, the start window and one facilitator window a workshop."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.crash_guard import CrashGuard
from ui.icons import Icons
from ui.rubbish import RubbishWatch
from ui.theme.service import ThemeService, load_fonts
from workshop_app import SUFFIX
from workshop_app.domain.message import ProblemError
from workshop_app.i18n import Words
from workshop_app.services.preferences import Preferences
from workshop_app.services.recent import Recent, note_progress
from workshop_app.storage.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.main_window import FacilitatorWindow
    from ui.start import StartWindow
    from workshop_app.services.opening import OpenWorkshop
    from workshop_app.storage.open_marks import OpenMark

SWITCH_SECONDS = 0.001
"""How long the window may have to wait for a worker that computes (Python's own rule: 0.005)."""


def interface_language(preferences: Preferences) -> str:
    """The chosen language, else the system's: Russian, or English for all others."""
    chosen = preferences.settings.language
    if chosen in ("ru", "en"):
        return chosen
    return "ru" if QLocale.system().language() == QLocale.Language.Russian else "en"


class Application(QObject):
    """Everything that outlives a window."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        RubbishWatch(self)
        sys.setswitchinterval(SWITCH_SECONDS)
        self.preferences = preferences
        settings = preferences.settings
        load_fonts()
        self.theme = ThemeService(settings.theme, settings.size)
        self.theme.apply()
        self.icons = Icons()
        self.words = Words(interface_language(preferences))
        self.windows: list[FacilitatorWindow] = []
        self.start: StartWindow | None = None
        self.guard = CrashGuard(data_folder(), self)
        self.guard.broke.connect(self._say_broken)
        self.theme.changed.connect(self._theme_changed)

    def _say_broken(self) -> None:
        for window in self.windows:
            failure = window.saved.failure
            unsaved = self.words.message(failure.message) if failure is not None else ""
            window.messages.broken(self.guard.count, self.guard.last, unsaved)

    def _theme_changed(self) -> None:
        if not any(window.stage.on for window in self.windows):
            self.preferences.change(theme=self.theme.choice, size=self.theme.size)
        if self.start is not None:
            self.show_start()

    def show_start(self) -> StartWindow:
        """The start window, made anew where it was shown already."""
        from ui.start import StartWindow

        old, self.start = self.start, StartWindow(self)
        if old is not None:
            self.start.setGeometry(old.geometry())
            old.close()
            old.deleteLater()
        self.start.show()
        return self.start

    def switch_language(self) -> None:
        """Russian or English, at once and everywhere."""
        language = "en" if self.words.language == "ru" else "ru"
        self.preferences.change(language=language)
        self.words = Words(language)
        for window in self.windows:
            window.set_words(self.words)
        if self.start is not None:
            self.show_start()

    def show_file(self, path: Path, *, rehearsal: bool = False, take_it: bool = False) -> FacilitatorWindow:
        """Open a workshop in its own window. Raises ``ProblemError`` when it can't be opened."""
        from workshop_app.services.opening import open_rehearsal, open_workshop

        if rehearsal:
            return self.show_opened(open_rehearsal(path))
        shown = None if take_it else self._window_of(path)
        if shown is not None:
            shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
            shown.raise_()
            shown.activateWindow()
            return shown
        opened = open_workshop(path, take_it=take_it, second_backup_folder=self.second_backup_folder)
        self.preferences.remember(path)
        return self.show_opened(opened)

    @property
    def second_backup_folder(self) -> Path | None:
        """Where each backup goes a second time."""
        folder = self.preferences.settings.backup_folder
        return Path(folder) if folder else None

    def _window_of(self, path: Path) -> FacilitatorWindow | None:
        """The window that has a workshop open already."""
        wanted = path.resolve()
        return next((w for w in self.windows if w.bridge.document.file.path.resolve() == wanted), None)

    def show_opened(self, opened: OpenWorkshop) -> FacilitatorWindow:
        """A facilitator window for an open workshop."""
        from ui.bridge import DocumentBridge
        from ui.file_watch import FileWatch
        from ui.files import FileCommands
        from ui.kept_clock import KeptClock
        from ui.kept_place import KeptPlace
        from ui.main_window import FacilitatorWindow
        from ui.timed_backups import TimedBackups
        from workshop_app.services.spent_time import SpentTime

        window = FacilitatorWindow(
            DocumentBridge(opened.document), self.theme, self.icons, self.words, self.preferences
        )
        window.files = FileCommands(self, window, opened, TimedBackups(window, opened))
        if not opened.rehearsal and not opened.document.read_only:
            notes = SpentTime(opened.path, birth=opened.document.file.birth)
            clock = KeptClock(window.timer, notes, lambda: window.bridge.engagement)
            window.closed.connect(clock.keep)
            KeptPlace(window, self.preferences, opened.path)
        window.watch = FileWatch(window, opened, lambda: self.words, lambda: self._take_over(window, opened.path))
        window.closed.connect(lambda: self._closed(window, opened))
        self.windows.append(window)
        window.begin()
        self.theme.add_style_sheet()
        window.show()
        if self.start is not None:
            self.start.close()
            self.start = None
        return window

    def _take_over(self, window: FacilitatorWindow, path: Path) -> None:
        """The person says that the other one is not at work any more."""
        from ui.hand_over import hand_over

        try:
            hand_over(window, self.show_file(path, take_it=True))
        except ProblemError as error:
            window.problem(error.message)

    def leave(self, window: FacilitatorWindow) -> None:
        """Close a workshop; after the last one the start window is there again."""
        if not window.leaving.may_go():
            return
        if len(self.windows) == 1:
            self.show_start()
        window.close()

    def _closed(self, window: FacilitatorWindow, opened: OpenWorkshop) -> None:
        done, steps = window.progress
        title = window.bridge.engagement.company.name or opened.path.stem
        if not opened.rehearsal:
            note_progress(self.preferences, Recent(opened.path, title, date.today(), done, steps))
        opened.close()
        self.windows.remove(window)
        window.deleteLater()

    def keep_typed(self) -> None:
        """Into the files with what stands in fields; nobody is disturbed at typing on."""
        for window in self.windows:
            window.leaving.keep_all()

    def try_open(self, path: Path, *, rehearsal: bool = False) -> None:
        """Open, or say in the start window why not; an engagement (JSON) becomes a workshop file beside it."""
        try:
            if path.suffix.lower() == ".json":
                path = self.bring_in(path)
            self.show_file(path, rehearsal=rehearsal)
        except ProblemError as error:
            self.say(error, self._ways_out(path))

    def _ways_out(self, path: Path) -> list[tuple[str, Callable[[], object]]]:
        """What can be done about a workshop that can't be opened: its newest copy, or forget it."""
        from workshop_app.storage.backups import list_backups

        _ = self.words
        ways: list[tuple[str, Callable[[], object]]] = []
        if list_backups(path, second_folder=self.second_backup_folder):
            ways.append((_("Open the newest copy"), partial(self.restore_newest, path)))
        if str(path) in self.preferences.settings.recent and not path.exists():
            ways.append((_("Take off the list"), partial(self._forget, path)))
        return ways

    def _forget(self, path: Path) -> None:
        self.preferences.forget(str(path))
        self.show_start()

    def bring_in(self, source: Path) -> Path:
        """A new workshop file from an engagement; ``ProblemError`` where it is none, or nothing can be written."""
        from workshop_app.exchange.engagement_file import workshop_from
        from workshop_app.services.new_files import named_file

        return workshop_from(source, named_file(str(source.with_suffix("")), SUFFIX))

    def say(self, error: ProblemError, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """A problem while no workshop is open, and what can be done about it."""
        self.tell(self.words.message(error.message), ways)

    def tell(self, text: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """The same in words."""
        start = self.start or self.show_start()
        start.say(text, ways)

    def ask_open(self) -> None:
        """Choose a file and open it."""
        from PySide6.QtWidgets import QFileDialog

        _ = self.words
        folder = self.preferences.settings.last_folder
        kinds = _("Workshops (*.workshop *.json)")
        path, _kind = QFileDialog.getOpenFileName(self.start, _("Open a workshop"), folder, kinds)
        if path:
            self.try_open(Path(path))

    def ask_new(self, kind: str) -> None:
        """Choose a name and begin a workshop from a template."""
        from PySide6.QtWidgets import QFileDialog

        _ = self.words
        suggested = str(Path(self.preferences.settings.last_folder or Path.home()) / f"{_('Workshop')}{SUFFIX}")
        path, _kind = QFileDialog.getSaveFileName(self.start, _("New workshop"), suggested, _("Workshops (*.workshop)"))
        if path:
            from workshop_app.services.new_files import named_file

            self.begin(named_file(path, SUFFIX), kind)

    def create(self, path: Path) -> OpenWorkshop:
        """A new, empty workshop; in place of an old one that nobody has open. Raises ``ProblemError``."""
        from workshop_app.services.new_files import may_overwrite
        from workshop_app.services.opening import create_workshop

        return create_workshop(path, replace=may_overwrite(path), second_backup_folder=self.second_backup_folder)

    def begin(self, path: Path, kind: str) -> None:
        """Make a new workshop and open it."""
        from workshop_app.steps.templates import begin_workshop

        try:
            opened = self.create(path)
            opened.document.run(begin_workshop(kind, self.words))
        except ProblemError as error:
            self.say(error)
            return
        self.preferences.remember(path)
        self.show_opened(opened)

    def open_demo(self) -> None:
        """The example as a throw-away copy."""
        import tempfile

        from workshop_app.exchange.demo import write_demo

        try:
            path = Path(tempfile.mkdtemp(prefix="demo-")) / f"{self.words('Example')}{SUFFIX}"
            write_demo(path, self.words.language)
            self.show_file(path, rehearsal=True)
        except ProblemError as error:
            self.say(error)

    def recover(self, mark: OpenMark) -> None:
        """After a crash: the file itself, or its newest whole copy."""
        if self.restore_newest(mark.document):
            mark.clear()

    def restore_newest(self, document: Path) -> bool:
        """Open a workshop that is whole, else its newest whole copy as a new file beside it; False where none is."""
        from workshop_app.services.new_files import free_name
        from workshop_app.services.opening import newest_whole_copy, restore

        copy = newest_whole_copy(document, second_folder=self.second_backup_folder)
        if copy is None:
            self.tell(self.words("No whole copy of “{name}” was found.", name=document.stem))
            return False
        target = document
        if copy.backup is not None:
            target = free_name(document) if document.exists() else document
            try:
                restore(copy.path, target)
            except ProblemError as error:
                self.say(error)
                return False
        self.try_open(target)
        return True


def run(path: str | None, argv: list[str]) -> int:
    """Start the program with a file or with the start window; returns the exit code."""
    from workshop_app.services.preferences import user_preferences

    app = QApplication.instance() or QApplication(argv)
    assert isinstance(app, QApplication)
    app.setApplicationName("Joint plan workshop")
    program = Application(app, user_preferences())
    program.guard.install()
    try:
        program.show_start() if path is None else program.show_file(Path(path))
    except ProblemError as error:
        print(program.words.message(error.message), file=sys.stderr)  # noqa: T201  (no window to say it in)
        return 2
    from ui.ending import EndWatch

    EndWatch(app, program.keep_typed)
    return app.exec()
