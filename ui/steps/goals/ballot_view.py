"""The voting table: arrows walk, digits vote, Tab goes to the next person, sentences are edited in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from ui.context import WindowContext
from ui.steps.goals.ballot_delegate import BallotDelegate
from ui.steps.goals.ballot_model import TEXT_ROW, BallotModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class BallotView(QTableView):
    """``voted`` carries 0, 1 or 2; ``seat`` ±1 for Tab; ``answered`` is Enter, ``taken_back`` Backspace.

    ``removed`` is Del, ``moved`` carries ±1 for Alt+← →. ``begun`` carries the first letter of another sentence, typed
    over a sentence; ``edited`` tells that an editor has closed. Tab leaves the table while ``voting`` is off (the votes
    are open).
    """

    voted = Signal(int)
    seat = Signal(int)
    taken_back = Signal()
    removed = Signal()
    answered = Signal()
    moved = Signal(int)
    walked = Signal()
    begun = Signal(str)
    edited = Signal()

    def __init__(self, context: WindowContext, model: BallotModel) -> None:
        super().__init__()
        self._ballots = model
        self.voting = True
        self.setModel(model)
        self.setItemDelegate(BallotDelegate(context, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setAccessibleName(context.words("Votes on the candidates"))
        self.selectionModel().currentChanged.connect(self._walked)

    def _walked(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            if index.isValid():
                top = self.rowViewportPosition(index.row())
                self.viewport().update(QRect(0, top, self.viewport().width(), self.rowHeight(index.row())))
        self.walked.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: while votes are entered Tab belongs to the seats."""
        return False if self._takes_tab() else super().focusNextPrevChild(forward)

    def _takes_tab(self) -> bool:
        return self.voting and self.currentIndex().row() != TEXT_ROW

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: votes, seats, order, removal."""
        ways = (self._begins, self._digit, self._order, self._other)
        if self.editing() or not any(way(event) for way in ways):
            super().keyPressEvent(event)

    def editing(self) -> bool:
        """Whether a sentence is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def _begins(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        begins = self.currentIndex().row() == TEXT_ROW and not held and event.text().isalnum()
        if begins:
            self.begun.emit(event.text())
        return begins

    def _digit(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or event.text() not in ("0", "1", "2"):
            return False
        self.voted.emit(int(event.text()))
        return True

    def _order(self, event: QKeyEvent) -> bool:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() not in ways:
            return False
        self.moved.emit(ways[Qt.Key(event.key())])
        return True

    def _other(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _TABS and self._takes_tab():
            self.seat.emit(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in _ENTER and not event.modifiers():
            self._enter()
        elif key == Qt.Key.Key_Escape:
            super().focusNextPrevChild(True)
        else:
            return False
        return True

    def _enter(self) -> None:
        index = self.currentIndex()
        if index.row() == TEXT_ROW and index.column() > 0:
            self.edit(index)
        else:
            self.answered.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt: back to the table."""
        super().closeEditor(editor, hint)
        self.setFocus()
        self.edited.emit()
