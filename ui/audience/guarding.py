"""Freezes the room by itself while something private is typed on a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.audience.room import Room, RoomState


class RoomGuard(QObject):
    """``begin`` at the first key of something private: the room keeps its image and ``reason`` is said once.

    F5 shows the room again, on purpose; it stays live until the next time. Ended by ``end`` and when the watched widget
    goes out of sight; one that ``stays`` takes the room again when it comes back to the front.
    """

    def __init__(self, watched: QWidget, room: Room, name: str, reason: str, *, stays: bool = False) -> None:
        super().__init__(watched)
        self._room, self._name, self._reason = room, name, reason
        self._on = False
        self._stays = stays
        watched.installEventFilter(self)

    def begin(self) -> None:
        """Something private is typed."""
        self._on = True
        self._room.guard(self._name, self._reason)

    def end(self) -> None:
        """It is done; the facilitator decides when the room goes on."""
        self._on = False
        self._room.unguard(self._name)

    def thaw(self) -> bool:
        """F5 while it holds the room: what may be seen is shown again; False when it does not hold it."""
        held = self._on and self._room.state is RoomState.FREEZE
        if held:
            self._room.show()
        return held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: another page is in front, or this one again."""
        if event.spontaneous():
            return False
        if event.type() == QEvent.Type.Hide:
            waits = self._stays and self._on
            self.end()
            self._on = waits
        elif event.type() == QEvent.Type.Show and self._stays and self._on:
            self.begin()
        return False
