"""Status as a widget: the shape alone, and «■ 1 alarm  ▲ 2 attention  ● 7 in order»."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.service import ThemeService
from ui.widgets.clearing import clear_layout
from ui.widgets.labels import plain_label
from ui.widgets.marks import Status, paint_status
from ui.widgets.tips import plain_tip

SIDE, MARK = 16, 12


class StatusSign(QWidget):
    """■ ▲ ● ○; ``name`` says it to a screen reader."""

    def __init__(self, status: Status, theme: ThemeService, name: str = "") -> None:
        super().__init__()
        self._status, self._theme = status, theme
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Qt: as large as an icon."""
        side = self._theme.theme.pixels(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the shape."""
        theme = self._theme.theme
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_status(QPainter(self), middle, theme.pixels(MARK), self._status, theme)


class StatusCounts(QWidget):
    """How many stand like this: shape, number, word; what there is none of is left out."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[Status, int, str], ...] = ()
        self._words: list[QWidget] = []
        self._brief = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_counts(self, counts: Sequence[tuple[Status, int, str]]) -> None:
        """Other numbers: status, count, word."""
        wanted = tuple(each for each in counts if each[1])
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._row)
        self._words = []
        for status, count, word in wanted:
            self._row.addWidget(StatusSign(status, self._theme, word))
            self._row.addWidget(plain_label(str(count), self._theme, "body_strong"))
            label = plain_label(word, self._theme, "small", "text2")
            self._words.append(label)
            self._row.addWidget(label)
            label.setVisible(not self._brief)
            self._row.addSpacing(6)
        self.setAccessibleName(", ".join(f"{count} {word}" for _status, count, word in wanted))

    def set_brief(self, brief: bool) -> None:
        """Without the words, where there is little room; the shapes keep them as tooltips."""
        self._brief = brief
        for label in self._words:
            label.setVisible(not brief)


class Counts(QWidget):
    """«19 done   4 under way   2 overdue»: a large number and its word, side by side."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[int, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_numbers(self, numbers: Sequence[tuple[int, str]]) -> None:
        """Other numbers."""
        if tuple(numbers) == self._shown:
            return
        self._shown = tuple(numbers)
        clear_layout(self._row)
        for number, word in self._shown:
            self._row.addWidget(plain_label(str(number), self._theme, "number"))
            self._row.addWidget(plain_label(word, self._theme, "small", "text2"))
            self._row.addSpacing(8)
        self.setAccessibleName(", ".join(f"{number} {word}" for number, word in self._shown))
