"""The image of the room for a state of the model: the same for window, thumbnail and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from ui.audience.canvas import Canvas
from ui.audience.room import Live, Room, RoomState
from ui.audience.scene import SceneInput
from ui.audience.scenes import scene_of
from ui.audience.scenes.shared import BLANK
from ui.step_status import steps_on

if TYPE_CHECKING:
    from ui.bridge import DocumentBridge
    from workshop_app.i18n import Words


class RoomPainter:
    """Paints what the room sees. A frozen room keeps the content it had, not only the scene."""

    def __init__(self, room: Room, bridge: DocumentBridge, words: Words) -> None:
        self._room, self._bridge = room, bridge
        self.words = words
        self._kept: tuple[Live, Any] | None = None

    def content(self, live: Live) -> Any:
        """The public projection of a live scene."""
        scene = scene_of(live.scene) or BLANK
        bridge = self._bridge
        return scene.content(SceneInput(bridge.engagement, bridge.view_context, self.words, live.focus))

    def current(self) -> tuple[Live, Any]:
        """The live scene and its content: kept while frozen, fresh otherwise."""
        live = self._room.live
        if self._room.state is RoomState.BLANK:
            return live, None
        if self._room.state is RoomState.FREEZE and self._kept is not None:
            return self._kept
        self._kept = (live, self.content(live))
        return self._kept

    def paint(self, painter: QPainter, size: QSizeF, zoom: float = 1.0) -> Canvas:
        """Draw the room's image in a size."""
        canvas = Canvas(painter, size, zoom)
        canvas.begin()
        live, content = self.current()
        if self._room.state is RoomState.BLANK:
            bridge = self._bridge
            content = BLANK.content(SceneInput(bridge.engagement, bridge.view_context, self.words, live.focus))
            BLANK.paint(canvas, content, 0)
        else:
            self._paint_scene(canvas, live, content)
        canvas.end()
        return canvas

    def _paint_scene(self, canvas: Canvas, live: Live, content: Any) -> None:
        scene = scene_of(live.scene) or BLANK
        count = scene.pages(canvas, content)
        page = live.page if live.page is not None else scene.page_of(canvas, content)
        scene.paint(canvas, content, max(0, min(page, count - 1)))
        steps = [step.id for step in steps_on(self._bridge.engagement) if step.id not in ("prepare", "followup")]
        if scene.step in steps:
            place = steps.index(scene.step)
            canvas.strip(place, len(steps), place)

    def page_count(self, size: QSizeF, zoom: float = 1.0) -> int:
        """How many pages the live scene has in a size."""
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        live, content = self.current()
        scene = scene_of(live.scene) or BLANK
        count = scene.pages(Canvas(painter, size, zoom), content) if content is not None else 1
        painter.end()
        return count
