"""The table every list is shown in: keyboard, paste from a spreadsheet, reorder by key or drag, delete with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from ui.clipboard import clipboard_rows
from ui.models.table import TableModel
from ui.widgets.delegates.cell import PADDING, CellDelegate
from ui.widgets.row_drag import RowDragTable
from ui.widgets.table_look import dress_table

KeyHandler = Callable[[QKeyEvent], bool]
READABLE = 200
"""What a column that takes the rest needs at least, in logical pixels at 100 %."""


class LineTable(RowDragTable):
    """A view of a ``TableModel``.

    Signals carry line ids: ``selected`` (or empty), ``delete_wanted`` (list of ids), ``move_wanted`` (id, id it goes
    before or empty), ``opened`` (Enter on a cell that is not edited). ``pasted`` carries rows of cells. ``edited``
    tells that an editor has closed. ``single_keys`` handles digits and letters; it is asked only while none is open.
    """

    selected = Signal(str)
    opened = Signal(str)
    delete_wanted = Signal(list)
    move_wanted = Signal(str, str)
    pasted = Signal(list)
    edited = Signal()

    def __init__(
        self, model: TableModel[Any], delegate: CellDelegate, *, reorder: bool = False, stacked_head: bool = False
    ) -> None:
        super().__init__()
        self._widths: tuple[int, ...] = ()
        self._removed: set[str] = set()
        """Lines that were deleted here: one that is taken back is the current one again."""
        self._optional: tuple[int, ...] = ()
        self._least = READABLE
        self.lines, self._drawn_by = model, delegate
        self._reorder = reorder
        self.single_keys: KeyHandler | None = None
        self.by_mouse = False
        """While a move is told: whether the mouse let the row go there."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._look(delegate, stacked=stacked_head)
        if reorder:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDropIndicatorShown(False)
            self.dropped.connect(self._drop)
        self.selectionModel().currentRowChanged.connect(self._announce)
        model.rowsInserted.connect(self._came)

    def _look(self, delegate: CellDelegate, *, stacked: bool) -> None:
        dress_table(self, delegate.service, delegate.height, stacked=stacked)
        self.setTabKeyNavigation(False)  # arrows walk the cells; Tab goes on to what stands beside the list
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        delegate.service.changed.connect(self._follow)

    def _follow(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, CellDelegate):
            self.verticalHeader().setDefaultSectionSize(delegate.theme.pixels(delegate.height))
        self.set_widths(self._widths, self._optional, self._least)

    def set_widths(self, widths: Sequence[int], optional: Sequence[int] = (), least: int = READABLE) -> None:
        """Widths of the columns in logical pixels at 100 %; 0 = takes the rest.

        ``optional`` columns go, the first one first, where the rest would be less than ``least``: too narrow to read.
        """
        self._widths, self._optional, self._least = tuple(widths), tuple(optional), least
        head = self.horizontalHeader()
        delegate = self.itemDelegate()
        for column, width in enumerate(widths):
            if width and isinstance(delegate, CellDelegate):
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, delegate.theme.pixels(width))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._leave_out()

    def title_width(self, column: int, least: int, most: int, *, lines: int = 1) -> int:
        """A width in which the title of a column stands whole, in a line or two, if that is not more than ``most``."""
        theme, words = self._drawn_by.theme, self.lines.columns[column].title.split(" ")
        metrics = QFontMetricsF(theme.font("caption_strong"))
        ends = range(1, len(words)) if lines > 1 and len(words) > 1 else (len(words),)
        halves = ((" ".join(words[:end]), " ".join(words[end:])) for end in ends)
        title = min(max(metrics.horizontalAdvance(line) for line in half) for half in halves)
        return max(least, min(most, round(title * 100 / theme.size) + 2 * PADDING + 2))

    def _leave_out(self) -> None:
        delegate = self.itemDelegate()
        if not self._optional or not isinstance(delegate, CellDelegate):
            return
        pixels, width = delegate.theme.pixels, self.viewport().width()
        rest = width - sum(pixels(each) for each in self._widths)
        for column in self._optional:
            hidden = rest < pixels(self._least)
            self.setColumnHidden(column, hidden)
            rest += pixels(self._widths[column]) if hidden else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: optional columns come and go."""
        super().resizeEvent(event)
        self._leave_out()

    def ring_rows(self) -> None:
        """The focus ring goes round the row: where no cell is edited by itself, a cell's own would end midway."""
        self._drawn_by.whole_row = True

    def keep_to_lines(self) -> None:
        """As high as the lines are, where there is room: the row being typed stands right below the last one."""
        model = self.lines
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset, self._drawn_by.service.changed):
            changed.connect(self._limit)
        self._limit()

    def _limit(self) -> None:
        head = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(head + self.verticalHeader().length() + 2)

    def current_id(self) -> str:
        """The id of the current line, or empty."""
        line = self.lines.line(self.currentIndex())
        return line.id if line is not None else ""

    def chosen_ids(self) -> list[str]:
        """The ids of all selected lines in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines.lines[row].id for row in rows]

    def select(self, line_id: str | None, column: int = 0) -> bool:
        """Make a line the current one; False when it is not there."""
        row = self.lines.row_of(line_id)
        if row < 0:
            return False
        index = self.lines.index(row, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        QTimer.singleShot(0, self, self._keep_in_sight)
        return True

    def _keep_in_sight(self) -> None:
        """Once more when the page has its size: what stands below the table may have made it lower meanwhile."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def select_next(self, wanted: Sequence[str], way: int) -> bool:
        """Make the next of these lines the current one, round the end; False without any."""
        rows = sorted(row for name in wanted if (row := self.lines.row_of(name)) >= 0)
        if not rows:
            return False
        at = self.currentIndex().row()
        ahead = [row for row in rows if (row - at) * way > 0]
        found = (ahead or rows)[0] if way > 0 else (ahead or rows)[-1]
        self.setFocus()
        return self.select(self.lines.lines[found].id, max(self.currentIndex().column(), 0))

    def edit_line(self, line_id: str, column: int) -> None:
        """Open the editor of a cell."""
        if self.select(line_id, column) and self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def _announce(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.lines.line(current)
        self.selected.emit(line.id if line is not None else "")

    def _came(self, _parent: QModelIndex, first: int, last: int) -> None:
        back = [line.id for line in self.lines.lines[first : last + 1] if line.id in self._removed]
        self._removed.difference_update(back)
        if back and self.hasFocus():
            QTimer.singleShot(0, self, lambda: self.select(back[0], max(self.currentIndex().column(), 0)))

    def editing(self) -> bool:
        """Whether an editor is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: paste, delete, move, single keys; the rest is Qt's."""
        if self.editing():
            super().keyPressEvent(event)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            chosen = self.chosen_ids()
            self._removed.update(chosen)
            self.delete_wanted.emit(chosen)
        elif self._moves(event) or (self.single_keys is not None and self.single_keys(event)):
            return
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        else:
            super().keyPressEvent(event)

    def _moves(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not self._reorder or not alt or event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        row, lines = self.currentIndex().row(), self.lines.lines
        before = row - 1 if event.key() == Qt.Key.Key_Up else row + 2
        if row >= 0 and 0 <= before <= len(lines):
            self.move_wanted.emit(lines[row].id, lines[before].id if before < len(lines) else "")
        return True

    def _enter(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self.lines.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif index.isValid():
            self.opened.emit(self.current_id())

    def _paste(self) -> None:
        rows = clipboard_rows()
        if rows:
            self.pasted.emit(rows)

    def _copy(self) -> None:
        shown = [
            "\t".join(str(self.lines.index(row, column).data() or "") for column in range(self.lines.columnCount()))
            for row in sorted({index.row() for index in self.selectionModel().selectedRows()})
        ]
        QGuiApplication.clipboard().setText("\n".join(shown))

    def _drop(self, gap: int) -> None:
        """A row let go with the mouse."""
        before, moved = self.lines.lines[gap].id if gap < len(self.lines.lines) else "", self.current_id()
        if moved and moved != before:
            self.by_mouse = True
            self.move_wanted.emit(moved, before)
            self.by_mouse = False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt: after Tab the next editable cell of the row opens, as Qt does; Enter stays on the line."""
        super().closeEditor(editor, hint)
        if not self.editing():
            self.setFocus()
        self.edited.emit()
