"""What the room reads: the texts of its present image, or of any scene; with ordinary spaces."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from ui.audience.canvas import Canvas
from ui.main_window import FacilitatorWindow

FULL_HD = (1920, 1080)


def room_texts(window: FacilitatorWindow, scene: str = "", size: tuple[int, int] = FULL_HD) -> list[str]:
    """What is painted for the room now; ``scene``: which one it must be."""
    assert scene in ("", window.room.live.scene)
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = window.desk.painter.paint(painter, QSizeF(*size))
    painter.end()
    return _plain(canvas.drawn)


def scene_texts(scene: Any, content: Any, size: tuple[int, int] = FULL_HD) -> list[str]:
    """All pages of a scene with this content."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, QSizeF(*size))
    canvas.begin()
    for page in range(scene.pages(canvas, content)):
        scene.paint(canvas, content, page)
    canvas.end()
    painter.end()
    return _plain(canvas.drawn)


def _plain(texts: list[str]) -> list[str]:
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]
