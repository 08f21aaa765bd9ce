"""The image of the room for a state of the model: one for window, thumbnail and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSizeF, Signal

from ui.audience.room import Live, Room, RoomState

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.audience.canvas import Canvas
    from ui.audience.scene import SceneInput
    from ui.bridge import DocumentBridge
    from workshop_app.i18n import Words


class RoomPainter(QObject):
    """Paints what the room sees. A frozen room keeps the content it had when it froze, not only the scene.

    ``changed`` when the image may be another one.
    """

    changed = Signal()

    def __init__(self, room: Room, bridge: DocumentBridge, words: Words) -> None:
        super().__init__(room)
        self.room, self._bridge = room, bridge
        self.words = words
        self._state = room.state
        self._kept: tuple[Live, Any] | None = None
        self._shown: tuple[Live, Any] | None = None
        room.changed.connect(self._room_changed)
        bridge.changed.connect(self._document_changed)

    def _room_changed(self) -> None:
        """Freezing keeps what was in the room at that moment: nothing of what comes after gets in."""
        state = self.room.state
        if state is RoomState.FREEZE and self._state is not RoomState.FREEZE:
            self._kept = None if self._state is RoomState.BLANK else self._fresh()
        self._state = state
        self._shown = None
        self.changed.emit()

    def _document_changed(self, _change: object) -> None:
        self._shown = None
        self.changed.emit()

    def set_words(self, words: Words) -> None:
        """The room's language; a frozen image keeps its own."""
        self.words = words
        self._shown = None
        self.changed.emit()

    def content(self, live: Live) -> Any:
        """The public projection of a live scene."""
        from ui.audience.picture import scene_for

        return scene_for(live).content(self._input(live))

    def _input(self, live: Live) -> SceneInput:
        from ui.audience.scene import SceneInput

        bridge = self._bridge
        return SceneInput(bridge.engagement, bridge.view_context, self.words, live.focus)

    def _fresh(self) -> tuple[Live, Any]:
        if self._shown is None or self._shown[0] is not self.room.live:
            self._shown = (self.room.live, self.content(self.room.live))
        return self._shown

    def current(self) -> tuple[Live, Any]:
        """The scene in the room and its content: kept while frozen, the calm one while blank, fresh otherwise."""
        state = self.room.state
        if state is RoomState.SHOW:
            return self._fresh()
        if state is RoomState.FREEZE and self._kept is not None:
            return self._kept
        blank = Live()
        return blank, self.content(blank)

    def paint(self, painter: QPainter, size: QSizeF, zoom: float = 1.0) -> Canvas:
        """Draw the room's image in a size."""
        from ui.audience.picture import paint_picture, paint_spotlight

        live, content = self.current()
        canvas = paint_picture(painter, size, zoom, live, content, self._input(live))
        if self.room.spotlight is not None:
            paint_spotlight(painter, size, *self.room.spotlight)
        return canvas

    def page(self, size: QSizeF, zoom: float = 1.0) -> tuple[int, int]:
        """The page in the room and how many there are, in a size."""
        from ui.audience.picture import page_in

        return page_in(size, zoom, *self.current())
