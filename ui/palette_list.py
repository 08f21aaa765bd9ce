"""The list of the palette: icon and title at the left, section and key at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.key_cap import paint_key
from workshop_app.domain.frozen import frozen

FOUND_ROLE = Qt.ItemDataRole.UserRole + 1
HEIGHT, PADDING, ICON = 36, 10, 16


@frozen
class Found:
    """A line of the palette: what it says, what it is, and what Enter does."""

    title: str
    caption: str
    run: Callable[[], object]
    key: str
    enabled: bool = True
    keys: str = ""
    icon: str = "arrow-right"


class FoundModel(QAbstractListModel):
    """The hits in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Found, ...] = ()

    def set_found(self, found: Sequence[Found]) -> None:
        """Other hits."""
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Qt: lines."""
        return 0 if parent.isValid() else len(self.found)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Qt: what can't be used now can be looked at."""
        chosen = Qt.ItemFlag.ItemIsSelectable
        usable = index.isValid() and self.found[index.row()].enabled
        return chosen | Qt.ItemFlag.ItemIsEnabled if usable else chosen

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a line for the eye, and in words."""
        if not index.isValid():
            return None
        found = self.found[index.row()]
        if role == FOUND_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (found.title, found.caption, found.keys) if part)
        return None


class FoundDelegate(QStyledItemDelegate):
    """Paints a hit."""

    def __init__(self, theme: ThemeService, icons: Icons, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._list = theme, icons, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: one line."""
        return QSize(200, self._theme.theme.pixels(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: ground, icon, title, section, key."""
        found: Found = index.data(FOUND_ROLE)
        theme, box = self._theme.theme, QRectF(option.rect).adjusted(0, 1, 0, -1)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if on or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selected" if on else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        tone = "disabled" if not found.enabled else "accent" if on else "text2"
        top = box.center().y() - ICON / 2
        self._icons.paint(painter, box.left() + PADDING, top, found.icon, ICON, theme.color(tone))
        right = self._right(painter, box, found)
        font = theme.font("body_strong" if on else "body")
        painter.setFont(font)
        painter.setPen(theme.color("text" if found.enabled else "disabled"))
        left = box.left() + PADDING * 2 + ICON + 2
        room = right - left - 12
        title = QFontMetricsF(font).elidedText(found.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, box.top(), room, box.height()), int(Qt.AlignmentFlag.AlignVCenter), title)
        painter.restore()

    def _right(self, painter: QPainter, box: QRectF, found: Found) -> float:
        """Key and section; returns the x where they begin."""
        theme, right = self._theme.theme, box.right() - PADDING
        if found.keys:
            font = theme.font("caption_strong")
            width = max(20.0, QFontMetricsF(font).horizontalAdvance(found.keys) + 12)
            paint_key(
                painter,
                QRectF(right - width, box.center().y() - 10, width, 20),
                found.keys,
                font,
                self._list.palette(),
            )
            right -= width + 10
        font = theme.font("caption")
        painter.setFont(font)
        painter.setPen(theme.color("text3"))
        metrics = QFontMetricsF(font)
        caption = metrics.elidedText(found.caption, Qt.TextElideMode.ElideRight, box.width() * 0.4)
        width = metrics.horizontalAdvance(caption) + 2
        painter.drawText(
            QRectF(right - width, box.top(), width, box.height()), int(Qt.AlignmentFlag.AlignVCenter), caption
        )
        return right - width


class PaletteList(QListView):
    """Shows hits; ``taken`` with the one that was clicked."""

    taken = Signal(object)

    def __init__(self, theme: ThemeService, icons: Icons) -> None:
        super().__init__()
        self.hits = FoundModel()
        self.setModel(self.hits)
        self.setItemDelegate(FoundDelegate(theme, icons, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.taken.emit(index.data(FOUND_ROLE)))

    def show_found(self, found: Sequence[Found]) -> None:
        """Other hits, the first one chosen."""
        self.hits.set_found(found)
        self.setCurrentIndex(self.hits.index(0))

    def current(self) -> Found | None:
        """The chosen one."""
        index = self.currentIndex()
        return self.hits.found[index.row()] if index.isValid() else None

    def move_by(self, rows: int) -> None:
        """Choose another."""
        row = max(0, min(self.currentIndex().row() + rows, self.hits.rowCount() - 1))
        self.setCurrentIndex(self.hits.index(row))
