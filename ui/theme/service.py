"""The look of the program: follows the system or the person's choice, applied to the whole application."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from resources import FOLDER
from ui.theme.palette import palette_of
from ui.theme.sheet import sheet_of
from ui.theme.theme import Theme, load_theme

FONT_FILES = ("400Regular", "500Medium", "600SemiBold", "700Bold", "400Regular_Italic")


class ThemeService(QObject):
    """Holds the current theme; ``changed`` after another one has been applied.

    ``choice`` is ``system``, ``light`` or ``dark``; ``size`` the interface size, 100, 115 or 130 per cent. A system set
    to high contrast keeps its own palette and gets no style sheet.
    """

    changed = Signal()

    def __init__(self, choice: str = "system", size: int = 100) -> None:
        super().__init__()
        self.choice, self.size = choice, size
        self._styled = False
        hints = QGuiApplication.styleHints()
        self._system = hints.colorScheme()
        hints.colorSchemeChanged.connect(self._system_changed)
        self.theme: Theme = load_theme(self._name(), size)

    def _name(self) -> str:
        if self.choice in ("light", "dark"):
            return self.choice
        return "dark" if self._system == Qt.ColorScheme.Dark else "light"

    def apply(self) -> None:
        """Give the application its font and palette."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setFont(self.theme.font("body"))
        palette = QPalette() if high_contrast() else palette_of(self.theme)
        app.setPalette(palette)
        QToolTip.setPalette(palette)
        QToolTip.setFont(self.theme.font("small"))
        self._put_sheet(app)

    def add_style_sheet(self) -> None:
        """The small style sheet as well, from now on; the start screen does without.

        Once for all widgets that a window has is much less work than at each that finds its parent.
        """
        self._styled = True
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._put_sheet(app)

    def _put_sheet(self, app: QApplication) -> None:
        sheet = sheet_of(self.theme) if self._styled and not high_contrast() else ""
        if app.styleSheet() != sheet:
            if app.styleSheet():  # in place of another one Qt would dress each widget once for every parent it has
                app.setStyleSheet("")
            app.setStyleSheet(sheet)

    def choose(self, choice: str | None = None, size: int | None = None) -> None:
        """Another choice or interface size; None keeps the present one."""
        self.choice, self.size = choice or self.choice, size or self.size
        self.theme = load_theme(self._name(), self.size)
        self.apply()
        self.changed.emit()

    def toggle(self) -> None:
        """From light to dark and back."""
        self.choose("light" if self.theme.dark else "dark")

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        if self.choice == "system":
            self.choose()


def high_contrast() -> bool:
    """Whether the person asked the system for high contrast."""
    hints = QGuiApplication.styleHints()
    access = getattr(hints, "accessibility", lambda: None)()  # Qt 6.10; lives as long as ``hints``
    return access is not None and access.contrastPreference() == Qt.ContrastPreference.HighContrast


def load_fonts() -> None:
    """Register the bundled fonts; call once after the application is made."""
    folder = FOLDER / "fonts"
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / f"IBMPlexSans_{name}.ttf"))
    QFontDatabase.addApplicationFont(str(folder / "DejaVuSans.ttf"))
