"""The image of the room for a state of the model: one for window, thumbnail and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from ui.audience.canvas import Canvas
from ui.audience.room import Live, Room, RoomState
from ui.audience.scene import SceneInput
from ui.audience.scenes import scene_of
from ui.audience.scenes.shared import BLANK, paint_waiting
from ui.audience.tall import TallCanvas, drop_of
from ui.step_status import steps_on

if TYPE_CHECKING:
    from ui.bridge import DocumentBridge
    from workshop_app.i18n import Words

SHADE = QColor(0, 0, 0, 150)
SPOT = 1 / 6
"""Radius of the spotlight in image heights."""


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
        return (scene_of(live.scene) or BLANK).content(self._input(live))

    def _input(self, live: Live) -> SceneInput:
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
        blank = Live(BLANK.id)
        return blank, self.content(blank)

    def paint(self, painter: QPainter, size: QSizeF, zoom: float = 1.0) -> Canvas:
        """Draw the room's image in a size."""
        live, content = self.current()

        def paint_scene(canvas: Canvas) -> None:
            self._paint_scene(canvas, live, content)

        canvas = TallCanvas(painter, size, zoom, drop_of(paint_scene, size, zoom))
        paint_scene(canvas)
        steps = [step.id for step in steps_on(self._bridge.engagement) if step.id not in ("prepare", "followup")]
        step = (scene_of(live.scene) or BLANK).step or live.focus.option("step")
        if step in steps:
            place = steps.index(step)
            canvas.strip(place, len(steps), place)
        canvas.end()
        if self.room.spotlight is not None:
            self._paint_spotlight(painter, size, *self.room.spotlight)
        return canvas

    def _paint_scene(self, canvas: Canvas, live: Live, content: Any) -> None:
        canvas.begin()
        scene = scene_of(live.scene) or BLANK
        sentence = scene.sentence(content)
        if sentence:
            paint_waiting(canvas, content.title, self.words(sentence))
        else:
            scene.paint(canvas, content, self._page(canvas, live, content)[0])
        if not canvas.texts:  # nothing is chosen yet: the calm page, not a white one
            BLANK.paint(canvas, BLANK.content(self._input(live)), 0)

    def _paint_spotlight(self, painter: QPainter, size: QSizeF, x: float, y: float) -> None:
        area = QPainterPath()
        area.addRect(QRectF(0, 0, size.width(), size.height()))
        hole = QPainterPath()
        radius = size.height() * SPOT
        hole.addEllipse(QPointF(x * size.width(), y * size.height()), radius, radius)
        painter.fillPath(area.subtracted(hole), SHADE)

    def _page(self, canvas: Canvas, live: Live, content: Any) -> tuple[int, int]:
        scene = scene_of(live.scene) or BLANK
        if scene.sentence(content):
            return 0, 1
        count = scene.pages(canvas, content)
        page = live.page if live.page is not None else scene.page_of(canvas, content)
        return max(0, min(page, count - 1)), count

    def page(self, size: QSizeF, zoom: float = 1.0) -> tuple[int, int]:
        """The page in the room and how many there are, in a size."""
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        found = self._page(Canvas(painter, size, zoom), *self.current())
        painter.end()
        return found
