"""How the room's image is drawn: the scene's content on a canvas, the strip of steps, the spotlight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from ui.audience.canvas import Canvas
from ui.audience.room import Live
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes import scene_of
from ui.audience.scenes.shared import BLANK, paint_waiting
from ui.audience.tall import TallCanvas, drop_of
from ui.step_status import steps_on

SHADE = QColor(0, 0, 0, 150)
SPOT = 1 / 6
"""Radius of the spotlight in image heights."""


def scene_for(live: Live) -> Scene:
    """The live scene, the calm one where there is none."""
    return scene_of(live.scene) or BLANK


def paint_picture(painter: QPainter, size: QSizeF, zoom: float, live: Live, content: Any, given: SceneInput) -> Canvas:
    """The scene with its content, and where we are among the steps."""

    def paint_scene(canvas: Canvas) -> None:
        _paint_scene(canvas, live, content, given)

    canvas = TallCanvas(painter, size, zoom, drop_of(paint_scene, size, zoom))
    paint_scene(canvas)
    steps = [step.id for step in steps_on(given.engagement) if step.id not in ("prepare", "followup")]
    step = scene_for(live).step or live.focus.option("step")
    if step in steps:
        place = steps.index(step)
        canvas.strip(place, len(steps), place)
    canvas.end()
    return canvas


def _paint_scene(canvas: Canvas, live: Live, content: Any, given: SceneInput) -> None:
    canvas.begin()
    scene = scene_for(live)
    sentence = scene.sentence(content)
    if sentence:
        paint_waiting(canvas, content.title, given.words(sentence))
    else:
        scene.paint(canvas, content, page_of(canvas, live, content)[0])
    if not canvas.texts:  # nothing is chosen yet: the calm page, not a white one
        BLANK.paint(canvas, BLANK.content(given), 0)


def paint_spotlight(painter: QPainter, size: QSizeF, x: float, y: float) -> None:
    """All but a circle around a place (0…1 of the image) in the shade."""
    area = QPainterPath()
    area.addRect(QRectF(0, 0, size.width(), size.height()))
    hole = QPainterPath()
    radius = size.height() * SPOT
    hole.addEllipse(QPointF(x * size.width(), y * size.height()), radius, radius)
    painter.fillPath(area.subtracted(hole), SHADE)


def page_of(canvas: Canvas, live: Live, content: Any) -> tuple[int, int]:
    """The page that is shown and how many there are."""
    scene = scene_for(live)
    if scene.sentence(content):
        return 0, 1
    count = scene.pages(canvas, content)
    page = live.page if live.page is not None else scene.page_of(canvas, content)
    return max(0, min(page, count - 1)), count


def page_in(size: QSizeF, zoom: float, live: Live, content: Any) -> tuple[int, int]:
    """``page_of`` for an image of a size."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        return page_of(Canvas(painter, size, zoom), live, content)
