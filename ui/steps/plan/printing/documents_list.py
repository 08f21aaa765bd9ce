"""The documents at the left: one is looked at, several can be ticked to be saved together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.theme.service import ThemeService
from ui.widgets.buttons import paint_edge
from ui.widgets.controls import BOX, paint_check
from ui.widgets.tips import plain_tip
from workshop_app.i18n import Words

NAME, PAGES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT, TWO_LINES = 31, 46
_TICK_WIDTH = 34
_INSET = 8
Index = QModelIndex | QPersistentModelIndex


class DocumentsList(QListWidget):
    """``looked`` the name of the document in front; ``ticked`` when the ticks changed. Space ticks, as a click on
    the box does; page keys turn the pages of the preview (``turned`` −1, +1)."""

    looked = Signal(str)
    ticked = Signal()
    turned = Signal(int)

    def __init__(self, theme: ThemeService, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setAccessibleName(words("Documents"))
        self.setItemDelegate(_DocumentDelegate(theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda row: self.looked.emit(self.name()) if row >= 0 else None)
        self.itemChanged.connect(lambda _item: self.ticked.emit())
        theme.changed.connect(self.doItemsLayout)

    def fill(self, documents: list[tuple[str, str]], first: str) -> None:
        """Names and titles; ``first`` is in front."""
        self.blockSignals(True)
        self.clear()
        for name, title in documents:
            item = QListWidgetItem(title)
            item.setData(NAME, name)
            item.setToolTip(plain_tip(title))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
            if name == first:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def name(self) -> str:
        """The document in front."""
        item = self.currentItem()
        return str(item.data(NAME)) if item is not None else ""

    def choose(self, name: str) -> None:
        """Another document in front."""
        for item in self._items():
            if item.data(NAME) == name:
                self.setCurrentItem(item)

    def chosen(self) -> list[str]:
        """The ticked documents in order."""
        return [str(item.data(NAME)) for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def set_pages(self, pages: dict[str, int]) -> None:
        """How many pages each document has, as far as known."""
        self.blockSignals(True)
        for item in self._items():
            count = pages.get(str(item.data(NAME)))
            item.setData(PAGES, self._words("{n} pp.", n=count) if count else "")
        self.blockSignals(False)
        self.scheduleDelayedItemsLayout()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _tick(self, item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space, page keys."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self._tick(self.currentItem())
        elif event.key() in steps:
            self.turned.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the box ticks, the rest of the line shows the document."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.position().x() < _TICK_WIDTH:
            self._tick(item)
            return
        super().mousePressEvent(event)


class _DocumentDelegate(QStyledItemDelegate):
    def __init__(self, theme: ThemeService, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, option: Option, index: Index) -> QSize:
        """Qt: one line, two for a title that is wider than the list."""
        theme = self._theme.theme
        width = self._list.viewport().width() - _TICK_WIDTH - _INSET - 4 - self._pages_room(index)
        wide = QFontMetricsF(theme.font("body_strong")).horizontalAdvance(str(index.data())) > width
        return QSize(120, theme.pixels(TWO_LINES if wide else ROW_HEIGHT))

    def _pages_room(self, index: Index) -> float:
        pages = str(index.data(PAGES) or "")
        return QFontMetricsF(self._theme.theme.font("caption")).horizontalAdvance(pages) + (10 if pages else 0)

    def editorEvent(self, event: QEvent, model: object, option: Option, index: Index) -> bool:
        """Qt: the list ticks by itself."""
        return False

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Qt: box, title, pages."""
        theme = self._theme.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selected" if current else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        paint_check(painter, QRectF(_INSET, box.center().y() - BOX / 2, BOX, BOX), ticked, theme)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        pages = str(index.data(PAGES) or "")
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -_INSET, 0), int(side), pages)
        painter.setFont(theme.font("body_strong" if current else "body"))
        painter.setPen(theme.color("text"))
        text_box = box.adjusted(_TICK_WIDTH, 0, -_INSET - self._pages_room(index), 0)
        painter.drawText(
            text_box, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        if option.state & QStyle.StateFlag.State_HasFocus and current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_edge(painter, box, None, theme.color("accent"))
        painter.restore()
