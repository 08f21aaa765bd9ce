"""Rows of a table put elsewhere with the mouse: a chip under the pointer, an accent line where the row will stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QTableView

from workshop_app.domain.text_key import single_line

CHIP_WIDTH, CHIP_HEIGHT, CHIP_MARGIN = 320, 32, 12
POINTER = QPoint(-14, -10)
"""The chip stands below the pointer, to its right: what it would cover is where the row goes."""


class RowDragTable(QTableView):
    """``dropped`` carries the number of the row that the current one shall stand before; the row count = last."""

    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._gap: int | None = None

    @property
    def gap(self) -> int | None:
        """The row before which the dragged one would stand; None while nothing is dragged over the table."""
        return self._gap

    def gap_at(self, at: QPoint) -> int:
        """The row that a row let go here stands before: the upper half of a row is above it."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (1 if at.y() > self.visualRect(index).center().y() else 0)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Qt: the current row, as a chip with its words; Esc leaves it where it is."""
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(self._chip(index.row()))
        drag.setHotSpot(POINTER)
        drag.exec(Qt.DropAction.MoveAction)
        self._show_gap(None)

    def _words(self, row: int) -> str:
        """The first cell of a row that has letters."""
        model = self.model()
        cells = (str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        return single_line(next((cell for cell in cells if any(map(str.isalpha, cell))), ""))

    def _chip(self, row: int) -> QPixmap:
        ratio, palette = self.devicePixelRatioF(), self.palette()
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._words(row), Qt.TextElideMode.ElideRight, CHIP_WIDTH - 2 * CHIP_MARGIN)
        width, height = metrics.horizontalAdvance(shown) + 2 * CHIP_MARGIN, CHIP_HEIGHT
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            painter.setBrush(palette.base())
            painter.setPen(QPen(palette.accent().color(), 2))
            painter.drawRoundedRect(QRectF(1, 1, width - 2, height - 2), 6, 6)
            painter.setPen(palette.text().color())
            painter.drawText(QRectF(0, 0, width, height), int(Qt.AlignmentFlag.AlignCenter), shown)
        return pixmap

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: only its own rows."""
        super().dragEnterEvent(event)
        self._lead(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: scroll at the edges, and show where the row would stand."""
        super().dragMoveEvent(event)
        self._lead(event)

    def _lead(self, event: QDragMoveEvent) -> None:
        if event.source() is not self or self.dragDropMode() is not QTableView.DragDropMode.InternalMove:
            event.ignore()
            return
        self._show_gap(self.gap_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: the pointer has left, or Esc was pressed."""
        super().dragLeaveEvent(event)
        self._show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: the model is not touched; who owns the table runs the operation."""
        gap = self.gap_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.dragLeaveEvent(QDragLeaveEvent())
        self.dropped.emit(gap)

    def _show_gap(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the rows, and the line where the dragged one would stand."""
        super().paintEvent(event)
        rows = self.model().rowCount() if self.model() is not None else 0
        if self._gap is None or not rows:
            return
        last = self._gap >= rows
        box = self.visualRect(self.model().index(rows - 1 if last else self._gap, 0))
        y = min(max(box.bottom() if last else box.top(), 4), self.viewport().height() - 4)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().accent().color(), 2))
        painter.setBrush(self.palette().base())
        painter.drawLine(QPointF(9, y), QPointF(self.viewport().width() - 2, y))
        painter.drawEllipse(QPointF(6, y), 3, 3)
