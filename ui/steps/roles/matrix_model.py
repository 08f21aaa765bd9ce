"""The matrix as a Qt model: a letter that changes repaints its cell and its verdict, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.steps.roles.words import cell_spoken, column_spoken, column_title, load_text, verdict_text, verdict_tip
from ui.widgets import roles
from workshop_app.domain.checks import Severity
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words
from workshop_app.steps.roles.columns import Cell, MatrixColumn, cell_of
from workshop_app.steps.roles.view import ActivityRow

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
TITLE = 0


@frozen
class Face:
    """All that is drawn in a cell of the middle."""

    cell: Cell
    fault: Severity | None
    rule: bool


class MatrixModel(QAbstractTableModel):
    """Column 0 is the activity, the last one the verdict, those between are people or positions."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.columns: tuple[MatrixColumn, ...] = ()
        self.namesakes: frozenset[str] = frozenset()
        """Surnames that stand over several columns."""
        self._places: dict[str, int] = {}
        self._rows: list[ActivityRow] = []

    @property
    def rows(self) -> Sequence[ActivityRow]:
        """The rows shown, in order."""
        return self._rows

    @property
    def verdict(self) -> int:
        """The place of the last column."""
        return len(self.columns) + 1

    def row(self, index: AnyIndex) -> ActivityRow | None:
        """The activity of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def column(self, section: int) -> MatrixColumn | None:
        """The people of a column; None for the first and the last."""
        return self.columns[section - 1] if 1 <= section <= len(self.columns) else None

    def row_of(self, activity_id: str | None) -> int:
        """The place of an activity, −1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.id == activity_id), -1)

    def column_of(self, person_id: str | None) -> int:
        """The section of a person, −1 when there is none."""
        for place, column in enumerate(self.columns):
            if any(person.id == person_id for person in column.people):
                return place + 1
        return -1

    def department_place(self, column: MatrixColumn) -> int:
        """The place of a column's department in the order of all, for its colours."""
        return self._places.get(column.department_id, 0)

    def show(self, rows: Sequence[ActivityRow], columns: tuple[MatrixColumn, ...], departments: Sequence[str]) -> None:
        """Show these rows and columns; signals tell only what differs."""
        self._show_columns(columns, departments)
        self._drop_rows({row.id for row in rows})
        for place, row in enumerate(rows):
            self._place(place, row)

    def _show_columns(self, columns: tuple[MatrixColumn, ...], departments: Sequence[str]) -> None:
        places = {department: place for place, department in enumerate(departments)}
        surnames = Counter(column_title(column) for column in columns if not column.folded)
        self.namesakes = frozenset(name for name, count in surnames.items() if count > 1)
        same = [column.id for column in columns] == [column.id for column in self.columns]
        if same and places == self._places:
            changed = [at for at, pair in enumerate(zip(columns, self.columns, strict=True)) if pair[0] != pair[1]]
            self.columns = columns
            for at in changed:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, at + 1, at + 1)
            return
        self.beginResetModel()
        self.columns, self._places = columns, places
        self.endResetModel()

    def _drop_rows(self, wanted: set[str]) -> None:
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    def _place(self, place: int, row: ActivityRow) -> None:
        if place < len(self._rows) and self._rows[place].id == row.id:
            self._change(place, row)
            return
        at = next((at for at in range(place + 1, len(self._rows)) if self._rows[at].id == row.id), None)
        if at is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), place)
        del self._rows[at]
        self._rows.insert(place, row)
        self.endMoveRows()

    def _change(self, place: int, row: ActivityRow) -> None:
        old = self._rows[place]
        self._rows[place] = row
        if old.letters != row.letters or old.faults != row.faults:
            for at, column in enumerate(self.columns):
                if any(_differs(old, row, person.id) for person in column.people):
                    self._tell(place, at + 1)
        if old.activity != row.activity or old.stopped != row.stopped:
            self._tell(place, TITLE)
        if old.problems != row.problems:
            self._tell(place, self.verdict)

    def _tell(self, row: int, column: int) -> None:
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Qt: activities."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Qt: activity, people, verdict."""
        return 0 if parent.isValid() else len(self.columns) + 2

    def face(self, index: AnyIndex) -> Face:
        """What a cell of the middle looks like, in one call: thousands are painted."""
        row, at = self._rows[index.row()], index.column() - 1
        column = self.columns[at]
        faults = [severity for person in column.people if (severity := row.faults.get(person.id))]
        fault = Severity.ERROR if Severity.ERROR in faults else faults[0] if faults else None
        return Face(cell_of(row, column), fault, self.begins_department(at))

    def begins_department(self, at: int) -> bool:
        """Whether a heavy line stands left of this people column."""
        return at > 0 and self.columns[at].department_id != self.columns[at - 1].department_id

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        """Qt: words for screen readers, tooltips and copies; the letters are painted from ``face``."""
        row = self.row(index)
        if row is None:
            return None
        column = self.column(index.column())
        if column is not None:
            return self._cell_data(row, column, role)
        return self._title_data(row, role) if index.column() == TITLE else self._verdict_data(row, role)

    def _cell_data(self, row: ActivityRow, column: MatrixColumn, role: int) -> Any:
        cell = cell_of(row, column)
        if role in (_Role.DisplayRole, _Role.EditRole):
            return cell.letters.marks or cell.letters.unknown
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return cell_spoken(row, column, self.words)
        return None

    def _title_data(self, row: ActivityRow, role: int) -> Any:
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return row.activity.title
        if role == roles.ICON and row.activity.key:
            return "star", "accent"
        if role == roles.TONE and row.stopped:
            return "text3"
        return None

    def _verdict_data(self, row: ActivityRow, role: int) -> Any:
        worst = row.problems[0] if row.problems else None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return verdict_text(worst, self.words) if worst else ""
        if role == roles.TONE and worst:
            return "err" if worst.check.severity is Severity.ERROR else "warn"
        if role == roles.ICON:
            error = worst is not None and worst.check.severity is Severity.ERROR
            return ("check", "ok") if not worst else ("circle-alert", "err") if error else ("triangle-alert", "warn")
        if role == _Role.ToolTipRole and row.problems:
            return verdict_tip(row.problems, self.words)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Qt: the activity's and verdict's titles; people as the header draws them."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        _, column = self.words, self.column(section)
        if column is None:
            title = _("Activity") if section == TITLE else _("Check")
            return title if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return column_title(column)
        if role == roles.CAPTION:
            return load_text(column, self.words)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return column_spoken(column, self.words)
        return self._header_look(section, column, role)

    def _header_look(self, section: int, column: MatrixColumn, role: int) -> Any:
        if role == roles.BADGE and column.department:
            return column.department.short, self.department_place(column)
        if role == roles.RULE:
            return self.begins_department(section - 1)
        if role == roles.TONE:
            heavy = any(person.overloaded or person.bottleneck for person in column.people)
            return "warn" if heavy else None
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignHCenter
        return None


def _differs(old: ActivityRow, new: ActivityRow, person_id: str) -> bool:
    letters = old.letters.get(person_id) != new.letters.get(person_id)
    return letters or old.faults.get(person_id) != new.faults.get(person_id)
