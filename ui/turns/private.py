"""A panel for somebody who has been handed the laptop: it covers the whole window, and the window's keys are off."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from ui.context import WindowContext
from ui.overlay import OverlayPanel

LEAST_MARGIN = 16
ABOVE = 40


class PrivatePanel(OverlayPanel):
    """An overlay that is ``private`` for a while: nothing of the window can be seen, reached by a key or undone."""

    private = False
    free_keys: frozenset[int] = frozenset()
    """Keys that stay the window's."""

    def set_private(self, private: bool) -> None:
        """Cover the window, or be an ordinary panel again."""
        self.private = private
        self.setAutoFillBackground(private)  # its round corners would let something through
        self._place()
        self.raise_()

    def _place(self) -> None:
        if not self.private:
            self.body.setContentsMargins(LEAST_MARGIN, LEAST_MARGIN, LEAST_MARGIN, LEAST_MARGIN)
            super()._place()
            return
        over = self._over.rect()
        side = max(LEAST_MARGIN, (over.width() - self.width_wanted) // 2)
        above = max(LEAST_MARGIN, min(ABOVE, (over.height() - self.height_wanted) // 2))
        self.body.setContentsMargins(side, above, side, above)
        self.setGeometry(over)

    def event(self, event: QEvent) -> bool:
        """Qt: while private every key belongs to the panel: no shortcut of the window answers."""
        if self.private and event.type() == QEvent.Type.ShortcutOverride:
            key = event.key() if isinstance(event, QKeyEvent) else 0
            event.setAccepted(key not in self.free_keys)
            return True
        return super().event(event)


def seen_by_all(context: WindowContext) -> str:
    """Why nobody can enter anything unseen: the room looks at this very window. Empty when it does not."""
    _ = context.words
    return _("The room sees this very screen. End the stage mode first: F11.") if context.room.mirrored else ""
