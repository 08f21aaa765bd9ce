"""A painter as a widget: goal tracks, timelines, rings and bars inside cards."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.service import ThemeService
from ui.theme.theme import Theme
from ui.widgets.bars import paint_progress
from ui.widgets.tips import plain_tip

Paint = Callable[[QPainter, QRectF, Theme], None]


class Picture(QWidget):
    """Paints with a function of (painter, box, theme). ``name`` says in words what is seen.

    ``Picture(theme, lambda p, box, t: paint_goal(p, box, goal, t), height=24, name="78 % of 88 %")``.
    """

    def __init__(self, theme: ThemeService, paint: Paint, *, height: int, name: str, width: int = 0) -> None:
        super().__init__()
        self._theme, self._paint, self._at_100 = theme, paint, QSize(width, height)
        horizontal = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        self.show_picture(paint, name)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, paint: Paint, name: str) -> None:
        """Another picture and its words."""
        self._paint = paint
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: as asked, at the interface size."""
        theme = self._theme.theme
        return QSize(theme.pixels(self._at_100.width() or 80), theme.pixels(self._at_100.height()))

    def minimumSizeHint(self) -> QSize:
        """Qt: a fixed width, or little."""
        return QSize(self.sizeHint().width() if self._at_100.width() else 24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.rect()), self._theme.theme)


class ProgressLine(Picture):
    """A thin bar: so much of the whole, said in words too."""

    def __init__(self, theme: ThemeService, *, width: int = 0) -> None:
        super().__init__(theme, _nothing, height=8, width=width, name="")

    def set_share(self, share: Fraction, name: str, token: str = "accent") -> None:
        """Fill to 0…1; ``name`` says it: «7 of 18 sorted»."""
        self.show_picture(lambda painter, box, theme: paint_progress(painter, box, share, theme, token), name)


def _nothing(painter: QPainter, box: QRectF, theme: Theme) -> None:
    paint_progress(painter, box, Fraction(0), theme)
