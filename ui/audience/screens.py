"""Where the audience window lives: on the chosen screen, away at once when it is unplugged, back by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.audience.window import AudienceWindow
from workshop_app.services.preferences import Preferences

SETTLE_MS = 500


def screen_name(screen: QScreen) -> str:
    """What a screen is remembered by."""
    return screen.name() or f"{screen.manufacturer()} {screen.model()} {screen.serialNumber()}".strip()


class AudienceScreens(QObject):
    """Opens, moves and hides the audience window. Screens are remembered by name; no QScreen is kept.

    ``changed`` says in a word what happened: shown, hidden, window (one screen only), unplugged, back,
    alone (there is no other screen to go to).
    """

    changed = Signal(str)

    def __init__(self, facilitator: QWidget, make: Callable[[], AudienceWindow], preferences: Preferences) -> None:
        super().__init__(facilitator)
        self._facilitator, self._make, self._preferences = facilitator, make, preferences
        self.window: AudienceWindow | None = None
        self.wanted = False
        self._unplugged = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._removed)
            app.screenAdded.connect(self._settle_soon)
            app.primaryScreenChanged.connect(self._settle_soon)

    @property
    def shown(self) -> bool:
        """Whether the room's window can be seen."""
        return self.window is not None and self.window.isVisible()

    def _others(self) -> list[QScreen]:
        own = self._facilitator.screen()
        return [screen for screen in QGuiApplication.screens() if screen is not own]

    def target(self) -> QScreen | None:
        """The remembered screen, else the first that is not the facilitator's; None = there is only one."""
        others = self._others()
        remembered = self._preferences.settings.audience_screen
        return next((screen for screen in others if screen_name(screen) == remembered), others[0] if others else None)

    def toggle(self) -> None:
        """Open or close the room."""
        if self.wanted:
            self.hide()
        else:
            self.show()

    def show(self) -> None:
        """Open the room full screen on its screen, or as a plain window where there is only one."""
        self.wanted = True
        self._unplugged = False
        if self.window is None:
            self.window = self._make()
            self.window.hidden_by_person.connect(self.hide)
        screen = self.target()
        window = self.window
        if screen is None:
            self._as_window(window)
            self.changed.emit("window")
            return
        window.hide()
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        self._preferences.change(audience_screen=screen_name(screen))
        self._facilitator.activateWindow()
        self.changed.emit("shown")

    def _as_window(self, window: AudienceWindow) -> None:
        area = self._facilitator.screen().availableGeometry()
        window.showNormal()
        width = min(960, area.width() * 2 // 3)
        window.resize(width, width * 9 // 16)
        window.move(area.right() - width, area.bottom() - window.height())
        window.lower()
        self._facilitator.activateWindow()

    def hide(self) -> None:
        """Close the room."""
        self.wanted = False
        if self.window is not None:
            self.window.hide()
        self.changed.emit("hidden")

    def swap(self) -> None:
        """The room to the next screen; where there are two, room and facilitator change places."""
        others = self._others()
        if not others:
            self.changed.emit("alone")
            return
        if len(others) == 1:
            self._change_places(others[0])
            return
        names = [screen_name(screen) for screen in others]
        present = self._preferences.settings.audience_screen
        at = names.index(present) if present in names else -1
        self._preferences.change(audience_screen=names[(at + 1) % len(names)])
        if self.wanted:
            self.show()

    def _change_places(self, other: QScreen) -> None:
        """The facilitator's window to the other screen, the room to the one it leaves: never both on one."""
        facilitator, own = self._facilitator.window(), self._facilitator.screen()
        state, area = facilitator.windowState(), other.availableGeometry()
        if self.window is not None:
            self.window.hide()
        facilitator.setWindowState(Qt.WindowState.WindowNoState)
        facilitator.setScreen(other)
        facilitator.resize(facilitator.size().boundedTo(area.size()))
        facilitator.move(area.topLeft())
        facilitator.setWindowState(state)
        self._preferences.change(audience_screen=screen_name(own))
        if self.wanted:
            self.show()

    def _removed(self, screen: QScreen) -> None:
        """Hide first: Qt would put the full-screen window over the facilitator's."""
        if self.window is not None and self.window.isVisible() and not self._shown_elsewhere(screen):
            self.window.hide()
            self._unplugged = True
            self.changed.emit("unplugged")
        self._settle.start()

    def _shown_elsewhere(self, removed: QScreen) -> bool:
        return self.window is not None and self.window.screen() is not removed and not self.window.isFullScreen()

    def _settle_soon(self, _screen: QScreen) -> None:
        self._settle.start()

    def _settled(self) -> None:
        if self.wanted and self._unplugged and self.target() is not None:
            self.show()
            self.changed.emit("back")

    def close(self) -> None:
        """The workshop closes."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
