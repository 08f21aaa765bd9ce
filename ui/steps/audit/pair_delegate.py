"""A pair in the queue: two lines of text, each behind its department's mark; the likeness at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.context import WindowContext
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.paint import paint_mark
from workshop_app.domain.model import Function

HEIGHT, MARK = 56, 10


class PairDelegate(CellDelegate):
    """Reads the line of the model: a ``Proposal``."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(context.theme, context.icons, parent, height=HEIGHT)
        self._bridge = context.bridge

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Two marked lines; the other column as text."""
        proposal = index.model().line(index)  # type: ignore[attr-defined]  # a TableModel
        if index.column() or proposal is None:
            super().content(painter, box, option, index)
            return
        box = self._icon(painter, box, index)
        strong = bool(option.state & QStyle.StateFlag.State_Selected)
        font = self.theme.font("control_strong" if strong else "small")
        high = QFontMetricsF(font).height() + 2
        top = box.center().y() - high
        for function, y in ((proposal.a, top), (proposal.b, top + high)):
            painter.setFont(font)
            self._line(painter, QRectF(box.left(), y, box.width(), high), function)

    def _line(self, painter: QPainter, box: QRectF, function: Function) -> None:
        departments = self._bridge.engagement.departments
        place = next((at for at, d in enumerate(departments) if d.id == function.department_id), 0)
        centre = QPointF(box.left() + MARK / 2, box.center().y())
        paint_mark(painter, centre, MARK, place, self.theme.department(place), filled=True)
        room = box.adjusted(MARK + 8, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(function.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setPen(self.theme.color("text"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
