"""What a page has that lets people enter something in turn: the panel, made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.context import WindowContext
from ui.turns.panel import TurnPanel
from ui.turns.turns import Turns


class TurnDesk(QObject):
    """``changed`` when a round begins or is opened: the room may see something else then."""

    changed = Signal()

    def __init__(self, page: QWidget, context: WindowContext, make: Callable[[], Turns]) -> None:
        super().__init__(page)
        self._page, self._context, self._make = page, context, make
        self.panel: TurnPanel | None = None

    def begin(self) -> None:
        """The panel over the window; a round that waits goes on."""
        if self.panel is None:
            window = self._page.window()
            over = (window.centralWidget() if isinstance(window, QMainWindow) else None) or window
            self.panel = TurnPanel(over, self._context, self._make())
            self.panel.begun.connect(self.changed)
            self.panel.opened.connect(self.changed)
            self.panel.destroyed.connect(self._forget)
        self.panel.open()
        self.changed.emit()

    def _forget(self) -> None:
        self.panel = None

    @property
    def going(self) -> bool:
        """Whether somebody has the laptop, or the end is not opened yet."""
        return self.panel is not None and self.panel.going

    def show_counts(self) -> bool:
        """F5 while a round goes on: how many there are, and nothing else; False when none goes on."""
        return self.panel is not None and self.panel.show_counts()

    def forget(self) -> None:
        """The round is over."""
        if self.panel is not None:
            self.panel.forget()
