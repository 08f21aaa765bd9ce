"""One editable table model for every list: lines in, minimal signals out, edits as operations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workshop_app.domain.frozen import frozen
from workshop_app.services.document import Operation

AnyIndex = QModelIndex | QPersistentModelIndex


class Line(Protocol):
    """A line of a view: frozen, compared by value, recognised by its id."""

    @property
    def id(self) -> str:
        """What stays the same while the line's values change."""


L = TypeVar("L", bound=Line)
Run = Callable[[Operation], object]


@frozen
class Column(Generic[L]):
    """A column: its translated title, what a cell shows, and the operation an edit makes.

    ``roles`` give delegates what they draw (roles of ``ui.widgets.roles``). ``value`` is what the editor starts with,
    the text where it is None. ``edit`` gets the line and what the editor returned. ``header`` holds roles of the head
    (badge, caption, alignment, tooltip).
    """

    key: str
    title: str
    text: Callable[[L], str]
    edit: Callable[[L, Any], Operation | None] | None = None
    value: Callable[[L], Any] | None = None
    roles: Mapping[int, Callable[[L], Any]] = field(default_factory=dict)
    tooltip: Callable[[L], str] | None = None
    accessible: Callable[[L], str] | None = None
    editable: Callable[[L], bool] | None = None
    header: Mapping[int, Any] = field(default_factory=dict)


class TableModel(QAbstractTableModel, Generic[L]):
    """A table of view lines. ``set_lines`` tells views only what differs, so selection and editors stay."""

    def __init__(self, columns: Sequence[Column[L]], run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._run = run
        self._lines: list[L] = []

    @property
    def lines(self) -> Sequence[L]:
        """The lines shown, in order."""
        return self._lines

    def line(self, index: AnyIndex) -> L | None:
        """The line of an index, or None."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def row_of(self, line_id: str | None) -> int:
        """The row of the line with this id, −1 when it is not there."""
        return next((row for row, line in enumerate(self._lines) if line.id == line_id), -1)

    def set_columns(self, columns: Sequence[Column[L]]) -> None:
        """Replace the columns (departments or people changed, or the language)."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def set_lines(self, lines: Sequence[L]) -> None:
        """Show these lines: vanished rows are removed, new ones inserted, moved ones moved, changed ones repainted."""
        wanted = {line.id for line in lines}
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()
        for row, line in enumerate(lines):
            self._place(row, line)

    def _place(self, row: int, line: L) -> None:
        if row < len(self._lines) and self._lines[row].id == line.id:
            if self._lines[row] != line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
            return
        at = next((at for at in range(row + 1, len(self._lines)) if self._lines[at].id == line.id), None)
        if at is None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._lines.insert(row, line)
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row)
        del self._lines[at]
        self._lines.insert(row, line)
        self.endMoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Qt: rows at the top level."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Qt: columns at the top level."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what a cell shows in a role."""
        line = self.line(index)
        if line is None:
            return None
        column = self.columns[index.column()]
        if role in column.roles:
            return column.roles[role](line)
        return self._standard(column, line, role)

    def _standard(self, column: Column[L], line: L, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(line)
        if role == Qt.ItemDataRole.EditRole:
            return column.value(line) if column.value else column.text(line)
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip:
            return column.tooltip(line)
        if role == Qt.ItemDataRole.AccessibleTextRole and column.accessible:
            return column.accessible(line)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: column titles."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        return column.title if role == Qt.ItemDataRole.DisplayRole else column.header.get(role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Qt: which cells can be edited; rows can be dragged."""
        flags = super().flags(index)
        line = self.line(index)
        if line is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        column = self.columns[index.column()]
        if column.edit is not None and (column.editable is None or column.editable(line)):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: rows are put elsewhere, never copied."""
        return Qt.DropAction.MoveAction

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: an editor commits; the operation's change comes back through ``set_lines``."""
        line = self.line(index)
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        edit = self.columns[index.column()].edit
        operation = edit(line, value) if edit else None
        return operation is not None and bool(self._run(operation))
