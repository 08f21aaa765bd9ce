"""Whether everything a scene writes stays inside the room's image, on every page, at several sizes and enlargements."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.audience.canvas import LIST, Canvas
from ui.audience.scene import Focus, SceneInput
from ui.audience.scenes import scene_of
from ui.main_window import FacilitatorWindow

SHAPES = ((1920, 1080, 1.0), (1024, 768, 1.0), (800, 1280, 1.0), (1280, 720, 1.5))


class WatchingCanvas(Canvas):
    """Notes texts that reach over an edge, or are wider than their line."""

    faults: list[str]

    def text(
        self,
        rect: QRectF,
        text: str,
        units: float = LIST,
        token: str | QColor = "text",
        *,
        strong: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        inside = rect.left() >= -1 and rect.top() >= -1 and rect.right() <= self.width + 30
        wide = self.text_width(text, units, strong=strong) > rect.width() + 1 and rect.height() < units * 2
        if not inside or rect.bottom() > self.height + 4 or wide:
            self.faults.append(text)
        super().text(rect, text, units, token, strong=strong, align=align)


def faults_of(window: FacilitatorWindow, scene_id: str, focus: Focus) -> Iterator[str]:
    """What does not fit, on all pages of all shapes."""
    scene = scene_of(scene_id)
    assert scene is not None and scene.id == scene_id
    bridge = window.bridge
    content = scene.content(SceneInput(bridge.engagement, bridge.view_context, window.words, focus))
    for width, height, zoom in SHAPES:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        canvas = WatchingCanvas(painter, QSizeF(width, height), zoom)
        canvas.faults = []
        canvas.begin()
        count = scene.pages(canvas, content)
        assert 0 <= scene.page_of(canvas, content) < count
        for page in range(min(count, 24)):
            scene.paint(canvas, content, page)
        canvas.end()
        painter.end()
        yield from (f"{width}×{height} {zoom}: {text}" for text in canvas.faults)
