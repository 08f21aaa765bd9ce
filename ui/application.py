"""The program: one application, its look and language, the start window and one facilitator window a workshop."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.bridge import DocumentBridge
from ui.icons import Icons
from ui.main_window import FacilitatorWindow
from ui.theme.service import ThemeService, load_fonts
from workshop_app.domain.message import Message, ProblemError
from workshop_app.i18n import Words
from workshop_app.services.opening import OpenWorkshop, open_rehearsal, open_workshop
from workshop_app.services.preferences import Preferences

BACKUP_MS = 5 * 60 * 1000


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
        self.preferences = preferences
        settings = preferences.settings
        load_fonts()
        self.theme = ThemeService(settings.theme, settings.size)
        self.icons = Icons()
        self.words = Words(interface_language(preferences))
        self.windows: list[FacilitatorWindow] = []
        self._on_problem: Callable[[Message], None] = lambda _message: None
        self.theme.changed.connect(lambda: preferences.change(theme=self.theme.choice, size=self.theme.size))

    def show_file(self, path: Path, *, rehearsal: bool = False, take_it: bool = False) -> FacilitatorWindow:
        """Open a workshop in its own window. Raises ``ProblemError`` when it can't be opened."""
        folder = self.preferences.settings.backup_folder
        if rehearsal:
            opened = open_rehearsal(path)
        else:
            opened = open_workshop(path, take_it=take_it, second_backup_folder=Path(folder) if folder else None)
            self.preferences.remember(path)
        return self.show_opened(opened)

    def show_opened(self, opened: OpenWorkshop) -> FacilitatorWindow:
        """A facilitator window for an open workshop."""
        self.theme.apply()
        bridge = DocumentBridge(opened.document)
        window = FacilitatorWindow(bridge, self.theme, self.icons, self.words, self.preferences)
        backup = QTimer(window, interval=BACKUP_MS)
        backup.timeout.connect(opened.back_up)
        backup.start()
        window.closed.connect(opened.close)
        window.closed.connect(lambda closed=window: self.windows.remove(closed))
        self.windows.append(window)
        window.begin()
        window.show()
        return window


def run(path: str | None, argv: list[str]) -> int:
    """Start the program with a file or with the start window; returns the exit code."""
    from workshop_app.services.preferences import user_preferences

    app = QApplication.instance() or QApplication(argv)
    assert isinstance(app, QApplication)
    app.setApplicationName("Joint plan workshop")
    program = Application(app, user_preferences())
    if path is None:
        from ui.start import show_start

        show_start(program)
    else:
        try:
            program.show_file(Path(path))
        except ProblemError as error:
            print(program.words.message(error.message), file=sys.stderr)  # noqa: T201  (no window to say it in)
            return 2
    return app.exec()
