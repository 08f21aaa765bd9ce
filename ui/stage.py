"""F11: one mirrored screen, so the room sees this very window: private things go, the type is enlarged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

STAGE_SIZE = 130


class Stage(QObject):
    """The window as the room's screen: page only, full screen. Again brings everything back as it was."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        self.on = False
        self._size = 100
        self._maximised = False

    def private_parts(self) -> tuple[QWidget, ...]:
        """What the room must not see, or does not need."""
        window = self._window
        return (window.top_bar, window.rail, window.guide, window.quick_add)

    def toggle(self) -> None:
        """On, or off."""
        window = self._window
        self.on = window.room.mirrored = not self.on
        if self.on:
            self._size, self._maximised = window.theme.size, window.isMaximized()
            window.theme.choose(size=max(self._size, STAGE_SIZE))
            window.showFullScreen()
            window.toast(window.words("Stage mode: the guide and notes are hidden. F11 ends it."))
        else:
            window.theme.choose(size=self._size)
            window.showMaximized() if self._maximised else window.showNormal()
        self.apply()
        window.go(window.place)

    def apply(self) -> None:
        """Hide or show the parts; after they were built anew too."""
        for part in self.private_parts():
            part.setVisible(not self.on)
