"""Cards that are put in another order with the mouse, and take rows dragged from a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.card import Card
from ui.widgets.table_view import LineTable

CARD = "application/x-workshop-card"


class CardDrag(QObject):
    """One group of cards. ``moved`` carries the dragged card's key and the key of the card whose place it takes;
    ``row_dropped`` the id of a table's line and the key of the card it was dropped on.
    """

    moved = Signal(str, str)
    row_dropped = Signal(str, str)

    def __init__(self, parent: QWidget, *, takes_rows: bool = False) -> None:
        super().__init__(parent)
        self._takes_rows = takes_rows
        self._cards: dict[QObject, str] = {}
        self._pressed: QPoint | None = None

    def add(self, card: QWidget, key: str) -> None:
        """One more card of the group."""
        self._cards[card] = key
        card.setAcceptDrops(True)
        card.installEventFilter(self)
        card.destroyed.connect(lambda gone: self._cards.pop(gone, None))

    def mime(self, key: str) -> QMimeData:
        """What a dragged card carries: this group and its key."""
        data = QMimeData()
        data.setData(CARD, f"{id(self)}\n{key}".encode())
        return data

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: press and move begin a drag; enter and drop end one."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            return self._mark(watched, target=self._entered(event))
        if event.type() == QEvent.Type.DragLeave:
            self._mark(watched, target=False)
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._mark(watched, target=False)
            return self._dropped(self._cards.get(watched, ""), event)
        if isinstance(event, QMouseEvent):
            self._mouse(watched, event)
        return False

    def _mark(self, card: QObject, *, target: bool) -> bool:
        """Frame the card that what is dragged would fall on; returns whether it takes it."""
        if isinstance(card, Card):
            card.set_target(target=target)
        return target

    def _mouse(self, watched: QObject, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            way = (event.position().toPoint() - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance() and isinstance(watched, QWidget):
                self._drag(watched, self._pressed)

    def _drag(self, card: QWidget, at: QPoint) -> None:
        self._pressed = None
        drag = QDrag(card)
        drag.setMimeData(self.mime(self._cards[card]))
        drag.setPixmap(card.grab())
        drag.setHotSpot(at)
        drag.exec(Qt.DropAction.MoveAction)

    def _card_of(self, event: QDropEvent) -> str:
        """The key of the dragged card, where it is one of this group."""
        group, _newline, key = bytes(event.mimeData().data(CARD).data()).decode().partition("\n")
        return key if group == str(id(self)) else ""

    def _entered(self, event: QDropEvent) -> bool:
        if self._card_of(event) or (self._takes_rows and isinstance(event.source(), LineTable)):
            event.acceptProposedAction()
            return True
        return False

    def _dropped(self, target: str, event: QDropEvent) -> bool:
        source, card = event.source(), self._card_of(event)
        if card:
            event.acceptProposedAction()
            if target and card != target:
                self.moved.emit(card, target)
            return True
        if self._takes_rows and isinstance(source, LineTable) and target:
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            self.row_dropped.emit(source.current_id(), target)
            return True
        return False


def place_before(keys: list[str], moved: str, target: str) -> str:
    """The key that ``moved`` then stands before when it takes the place of ``target``; empty = last."""
    at, to = keys.index(moved), keys.index(target)
    to += 1 if to > at else 0
    return keys[to] if to < len(keys) else ""
