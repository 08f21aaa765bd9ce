"""Screens that are taller than wide: a page with little to show begins lower, so that no half of it is empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QImage, QPainter

from ui.audience.canvas import Canvas

TRIAL = 90
"""Width in pixels of the small picture that tells how far down a page reaches."""
WHITE, DROPPED, AT_TOP = 0.12, 0.42, 160.0
"""A page whose title is near the top and that has more white below than this share of it, begins lower by so much."""
_PAPER = 250


class TallCanvas(Canvas):
    """A canvas on which everything but the foot and the strip stands ``drop`` units lower."""

    def __init__(self, painter: QPainter, size: QSizeF, zoom: float = 1.0, drop: float = 0.0) -> None:
        super().__init__(painter, size, zoom)
        self._drop = drop
        self.foot = self.bottom

    def begin(self) -> None:
        """See ``Canvas``."""
        super().begin()
        self.painter.translate(0, self._drop)

    def note_text(self, text: str, box: QRectF, flags: int, font: QFont) -> None:
        """See ``Canvas``."""
        super().note_text(text, box.translated(0, self._drop), flags, font)

    def footer(self, left: str, right: str = "", *, hidden: bool = False) -> None:
        """See ``Canvas``."""
        if left or right:
            self.foot = min(self.foot, self.bottom - self.foot_growth(left, right, hidden=hidden))
        with self._at_the_bottom():
            super().footer(left, right, hidden=hidden)

    def strip(self, lit: int | None, count: int, done: int = 0) -> None:
        """See ``Canvas``."""
        with self._at_the_bottom():
            super().strip(lit, count, done)

    @contextmanager
    def _at_the_bottom(self) -> Iterator[None]:
        drop, self._drop = self._drop, 0.0
        self.painter.translate(0, -drop)
        yield
        self.painter.translate(0, drop)
        self._drop = drop


def drop_of(paint: Callable[[Canvas], None], size: QSizeF, zoom: float) -> float:
    """How many units lower a page may begin on a screen of this size: a small picture of it tells what stays white."""
    if size.height() <= size.width():
        return 0.0
    image = QImage(TRIAL, round(TRIAL * size.height() / size.width()), QImage.Format.Format_Grayscale8)
    with QPainter(image) as painter:
        painter.scale(TRIAL / size.width(), TRIAL / size.width())
        canvas = TallCanvas(painter, size, zoom)
        paint(canvas)
        canvas.end()
    row = canvas.height / image.height()
    used = [y for y in range(int(canvas.foot / row)) if _is_used(image, y)]
    if not used or used[0] * row > AT_TOP:
        return 0.0
    white = canvas.foot - row * (used[-1] + 1)
    return DROPPED * white if white > WHITE * canvas.height else 0.0


def _is_used(image: QImage, y: int) -> bool:
    """Whether anything is drawn in a row of pixels."""
    line = cast("memoryview", image.constScanLine(y))
    return min(line[: image.width()]) < _PAPER
