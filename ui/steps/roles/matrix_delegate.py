"""Cells of the matrix: pictures made once for what a cell shows, tints of faults, the current row, words beside."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.context import WindowContext
from ui.steps.roles.matrix_model import TITLE, Face, MatrixModel
from ui.widgets.delegates.cell import PADDING, CellDelegate, Index
from ui.widgets.delegates.raci import RaciDelegate
from workshop_app.domain.checks import Severity

ROW = 42
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class Mood(NamedTuple):
    """What the view adds to a cell: the current row, a chosen block, the cursor, and whether the view has the focus."""

    in_row: bool
    chosen: bool
    cursor: bool
    focused: bool


class MatrixDelegate(CellDelegate):
    """Draws all three parts of the matrix; knows the cursor of the middle."""

    def __init__(self, context: WindowContext, model: MatrixModel, main: QTableView) -> None:
        super().__init__(context.theme, context.icons, main, height=ROW)
        self._model, self._main = model, main
        self._tiles = RaciDelegate(context.theme, context.icons, main)
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        context.theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._pictures.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: a cell of the middle is a picture made when first needed; activity and verdict are drawn."""
        if self._model.column(index.column()) is None:
            super().paint(painter, option, index)
            return
        face, mood = self._model.face(index), self._mood(option, index)
        rect, ratio = option.rect, painter.device().devicePixelRatioF()
        key = (face, mood, rect.width(), rect.height(), ratio)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._picture(face, mood, rect, ratio)
        painter.drawPixmap(rect.x(), rect.y(), picture)

    def _mood(self, option: QStyleOptionViewItem, index: Index) -> Mood:
        current = self._main.currentIndex()
        in_row = current.row() == index.row()
        cursor = in_row and current.column() == index.column()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and not cursor
        return Mood(in_row, chosen, cursor, cursor and self._main.hasFocus())

    def _picture(self, face: Face, mood: Mood, rect: QRect, ratio: float) -> QPixmap:
        picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.theme.color(_tint(face, mood)))
        box = QRectF(QPoint(0, 0), rect.size())
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), self.theme.color("divider"))
            if face.rule:
                painter.fillRect(QRectF(0, 0, 1, box.height()), self.theme.color("border_strong"))
            if mood.cursor:
                self._cursor(painter, box, focused=mood.focused)
            self._letters(painter, box, face, ratio)
        return picture

    def _cursor(self, painter: QPainter, box: QRectF, *, focused: bool) -> None:
        painter.setPen(QPen(self.theme.color("accent" if focused else "border_strong"), 2 if focused else 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -2.5), 5, 5)

    def _letters(self, painter: QPainter, box: QRectF, face: Face, ratio: float) -> None:
        cell = face.cell
        if cell.letters.marks:
            tile = self._tiles.tile(cell.letters.marks, ratio)
            size = tile.deviceIndependentSize()
            x = box.center().x() - size.width() / 2 - (12 if cell.partial else 0)
            painter.drawPixmap(round(x), round(box.center().y() - size.height() / 2), tile)
        elif cell.letters.unknown:
            painter.setFont(self.theme.font("body_strong"))
            painter.setPen(self.theme.color("err"))
            painter.drawText(box, _CENTRE, f"?\N{NO-BREAK SPACE}{cell.letters.unknown[:3]}")
        if cell.partial:
            painter.setFont(self.theme.font("caption"))
            painter.setPen(self.theme.color("text3"))
            painter.drawText(box.adjusted(box.width() / 2 + 6, 0, -2, 0), _CENTRE, f"{cell.holders}/{cell.people}")

    def text_font(self, index: Index, *, selected: bool) -> QFont:
        """The current activity is bold."""
        strong = index.column() == TITLE and self._main.currentIndex().row() == index.row()
        return self.theme.font("body_strong" if strong else "body" if index.column() == TITLE else "control")

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRectF:
        """The tint of the current row with its edge at the activity; the row's line."""
        rect, theme = QRectF(option.rect), self.theme
        title = index.column() == TITLE
        if self._main.currentIndex().row() == index.row():
            painter.fillRect(rect, theme.color("hover"))
            if title:
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("divider"))
        if not title:
            painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), theme.color("border_strong"))
        return rect.adjusted(PADDING + 4 if title else PADDING, 0, -PADDING, -1)


def _tint(face: Face, mood: Mood) -> str:
    if face.fault is not None:
        return "err_soft" if face.fault is Severity.ERROR else "warn_soft"
    if mood.chosen:
        return "selected"
    return "hover" if mood.in_row and not mood.cursor else "surface"
