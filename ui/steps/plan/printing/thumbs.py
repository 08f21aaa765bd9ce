"""Small pages beside the preview: the one in front has an accent frame, its number is semibold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme.service import ThemeService

THUMB = 76
"""Width of a small page in pixels."""

_NUMBER = 20
_AROUND = 4


class ThumbDelegate(QStyledItemDelegate):
    """Draws the icon of an item as a page, its text as the number under it."""

    def __init__(self, theme: ThemeService, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @staticmethod
    def size_of(width: int, shape: float) -> QSize:
        """The room of a page whose height is ``shape`` times its width, in a strip of this width."""
        return QSize(width, round(THUMB * shape) + _NUMBER + _AROUND)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: page, frame, number."""
        theme, box = self._theme.theme, QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        high = box.height() - _NUMBER - _AROUND
        page = QRectF(round(box.center().x() - THUMB / 2), box.top() + _AROUND, THUMB, high)
        painter.save()
        painter.fillRect(page, Qt.GlobalColor.white)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, page.toRect())
        painter.setPen(
            QPen(theme.color("accent" if here else "text2" if hovered else "border_strong"), 2 if here else 1)
        )
        inset = 1.0 if here else 0.5
        painter.drawRect(page.adjusted(inset, inset, -inset, -inset))
        painter.setPen(theme.color("text" if here else "text2"))
        painter.setFont(theme.font("caption_strong" if here else "caption"))
        number = QRectF(box.left(), page.bottom(), box.width(), _NUMBER)
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        painter.restore()
