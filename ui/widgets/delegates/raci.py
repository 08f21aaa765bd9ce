"""RACI cells: thousands of them, each drawn once for what it shows and copied after that."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets import roles
from ui.widgets.delegates.cell import ROW_HEIGHT, CellDelegate, Index
from ui.widgets.paint import paint_tile

_State = QStyle.StateFlag
_STATES = _State.State_Selected.value | _State.State_MouseOver.value | _State.State_HasFocus.value


class RaciCell(NamedTuple):
    """Everything a cell shows, in one role: letters, whether it is faulty, a heavy line at its left."""

    letters: str
    fault: bool = False
    rule: bool = False


class RaciDelegate(CellDelegate):
    """Reads one ``RaciCell`` from the role ``LETTERS``; an empty cell shows nothing but its ground."""

    def __init__(self, theme: ThemeService, icons: Icons, parent: QWidget, *, height: int = ROW_HEIGHT) -> None:
        super().__init__(theme, icons, parent, height=height)
        self._cells: dict[tuple[object, ...], QPixmap] = {}
        self._tiles: dict[tuple[str, float, str, int], QPixmap] = {}
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._cells.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: a narrow column."""
        return QSize(self.theme.pixels(44), self.theme.pixels(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the cell's picture, made when first needed."""
        rect, ratio = option.rect, painter.device().devicePixelRatioF()
        cell = index.data(roles.LETTERS)
        key = (cell, option.state.value & _STATES, rect.width(), rect.height(), ratio)
        pixmap = self._cells.get(key)
        if pixmap is None:
            pixmap = self._cells[key] = self._picture(option, index, ratio)
        painter.drawPixmap(rect.x(), rect.y(), pixmap)

    def _picture(self, option: QStyleOptionViewItem, index: Index, ratio: float) -> QPixmap:
        size = option.rect.size()
        pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.theme.color("surface"))
        moved = QStyleOptionViewItem(option)
        moved.rect = QRect(QPoint(0, 0), size)
        with QPainter(pixmap) as painter:
            super().paint(painter, moved, index)
        return pixmap

    def is_faulty(self, index: Index) -> bool:
        """Whether the cell is tinted."""
        return cell_of(index).fault

    def has_rule(self, index: Index) -> bool:
        """Whether a heavy line stands at its left."""
        return cell_of(index).rule

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The tile."""
        letters = cell_of(index).letters
        if not letters:
            return
        centre = QRectF(option.rect).center()
        pixmap = self.tile(letters, painter.device().devicePixelRatioF())
        size = pixmap.deviceIndependentSize()
        painter.drawPixmap(QPointF(round(centre.x() - size.width() / 2), round(centre.y() - size.height() / 2)), pixmap)

    def tile(self, letters: str, ratio: float) -> QPixmap:
        """The picture of letters, drawn once for a theme, size and screen."""
        key = (letters, ratio, self.theme.name, self.theme.size)
        if key not in self._tiles:
            side = self.theme.pixels(26)
            width = round(side * 2.06) if len(letters) > 1 else side
            pixmap = QPixmap(round(width * ratio), round(side * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                paint_tile(painter, QRectF(0, 0, width, side), letters, self.theme, self.theme.font("letter"))
            self._tiles[key] = pixmap
        return self._tiles[key]


def cell_of(index: Index) -> RaciCell:
    """What a cell shows; plain letters are a sound cell."""
    value = index.data(roles.LETTERS)
    return value if isinstance(value, RaciCell) else RaciCell(str(value or ""))
