"""The middle of the matrix: arrows walk, one key writes a letter, blocks are copied and pasted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from ui.context import WindowContext
from ui.steps.roles.matrix_delegate import MatrixDelegate
from ui.steps.roles.matrix_header import PeopleHeader
from ui.steps.roles.matrix_model import MatrixModel
from workshop_app.domain.raci import WORDS
from workshop_app.steps.roles.letters import letter_of

Fix = tuple[str, Callable[[], object]]
"""What a one-click fix is called, and what does it."""

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class MatrixView(QTableView):
    """``typed`` carries a letter and whether it is added (Shift); ``erased``, ``pasted`` (rows of texts).

    ``refused`` when a letter outside the set was pressed. ``walked`` when the cursor has moved.
    """

    typed = Signal(str, bool)
    erased = Signal()
    pasted = Signal(list)
    refused = Signal()
    walked = Signal()

    def __init__(self, context: WindowContext, model: MatrixModel) -> None:
        super().__init__()
        self._context, self._matrix = context, model
        self.fixes: Callable[[str], list[Fix]] = lambda _activity_id: []
        self.setModel(model)
        self.people = PeopleHeader(context.theme, model, self)
        self.setItemDelegate(MatrixDelegate(context, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(context.words("RACI matrix"))
        self.selectionModel().currentChanged.connect(self._walked)

    def _walked(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.people.set_current(current.column())
        for index in (current, previous):
            if index.isValid():
                top = self.rowViewportPosition(index.row())
                self.viewport().update(QRect(0, top, self.viewport().width(), self.rowHeight(index.row())))
        if current.row() != previous.row() or current.column() != previous.column():
            self.walked.emit()

    def cells(self) -> list[QModelIndex]:
        """The selected cells of people, the current one where nothing else is."""
        chosen = [index for index in self.selectedIndexes() if self._matrix.column(index.column()) is not None]
        current = self.currentIndex()
        return chosen or ([current] if self._matrix.column(current.column()) is not None else [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: letters, Del, block copy and paste; Enter goes down."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(block_of(QGuiApplication.clipboard().text()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in _ERASE:
            self.erased.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._down()
        elif not self._letter(event):
            super().keyPressEvent(event)

    def _letter(self, event: QKeyEvent) -> bool:
        text = event.text()
        if not text.isalpha() or event.modifiers() & ~_PLAIN:
            return False
        letter = letter_of(text, russian=self._context.preferences.settings.raci_russian_letters)
        if letter is None:
            self.refused.emit()
        else:
            self.typed.emit(letter, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _down(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.row() + 1 < self._matrix.rowCount():
            self.setCurrentIndex(self._matrix.index(index.row() + 1, index.column()))

    def _copy(self) -> None:
        rows: dict[int, list[QModelIndex]] = {}
        for index in self.cells():
            rows.setdefault(index.row(), []).append(index)
        lines = [
            "\t".join(str(i.data() or "") for i in sorted(cells, key=QModelIndex.column)) for cells in rows.values()
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the letters with their words, for those who use the mouse."""
        menu = self.letters_menu()
        if menu is not None:
            menu.exec(event.globalPos())
            menu.deleteLater()

    def letters_menu(self) -> QMenu | None:
        """The menu of the current cell, fixes of its row first; None outside the people."""
        _ = self._context.words
        if not self.cells():
            return None
        menu = QMenu(self)
        row = self._matrix.row(self.currentIndex())
        fixes = self.fixes(row.id) if row is not None else []
        for text, run in fixes:
            menu.addAction(text.replace("&", "&&"), run)
        if fixes:
            menu.addSeparator()
        for letter, said in WORDS:
            menu.addAction(f"{letter}   {_(said)}", partial(self.typed.emit, letter, False))
        menu.addSeparator()
        menu.addAction(_("Add R to A"), lambda: self.typed.emit("R", True))
        menu.addAction(_("Clear"), self.erased.emit)
        return menu


def block_of(text: str) -> list[list[str]]:
    """A spreadsheet's block with its empty cells; empty rows at the end are left out."""
    rows = [line.split("\t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return [[cell.strip().strip('"') for cell in row] for row in rows]
