"""A sub-step that is a table of records: its keys, its empty state, and the form under it while one is edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from ui.models.table import Line, TableModel
from ui.pages.stepped import SteppedPage, SubPage
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.form_card import FormCard
from ui.widgets.layout import EmptyState
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Row
from workshop_app.services.document import Operation
from workshop_app.services.operations import move_row

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
LOWEST = 80
"""What a form leaves of the table, in logical pixels at 100 %."""

L = TypeVar("L", bound=Line)
R = TypeVar("R", bound=Row)


class TablePage(SubPage, Generic[L, R]):
    """Lines of a view over the rows of one table of the file.

    A line that stands for a record has the record's id; headings and what is only offered have ids of their own.
    """

    row_type: type[R]

    def __init__(self, page: SteppedPage, model: TableModel[L], table: LineTable) -> None:
        super().__init__(page)
        self.model, self.table = model, table
        self.stack = QStackedWidget()
        table.selected.connect(self._chosen)
        table.delete_wanted.connect(self._remove)
        table.move_wanted.connect(self._move)
        table.pasted.connect(self.paste)
        table.single_keys = self.single_key
        delegate = table.itemDelegate()
        if isinstance(delegate, RowDelegate):
            delegate.problem.connect(self.context.shell.toast)

    def fill_stack(self, empty: EmptyState, lowest: int = LOWEST) -> QStackedWidget:
        """The table in its card, or what stands there without lines."""
        self.stack.setMinimumHeight(self.context.theme.theme.pixels(lowest))
        self.stack.addWidget(TableCard(self.table))
        self.stack.addWidget(empty)
        return self.stack

    def show_lines(self, lines: Sequence[L]) -> None:
        """Other lines; one is always the current one."""
        self.model.set_lines(lines)
        self.stack.setCurrentIndex(0 if lines else 1)
        if not self.table.currentIndex().isValid():
            self.table.select(next((line.id for line in lines if not self.is_heading(line)), None))
        self.follow()

    def is_heading(self, line: L) -> bool:
        """Whether a line only names those under it."""
        return False

    def line(self) -> L | None:
        """The current line."""
        return self.model.line(self.table.currentIndex())

    def record(self, row_id: str | None) -> R | None:
        """The record of a line's id; None for headings and what is only offered."""
        return self.page.engagement.get(self.row_type, row_id)

    def current(self) -> R | None:
        """The record of the current line."""
        return self.record(self.table.current_id())

    def follow(self) -> None:
        """What stands beside the table shows the current line."""

    def _chosen(self, _row_id: str) -> None:
        self.follow()
        if self.isVisible():
            self.tell_moved()

    def single_key(self, event: QKeyEvent) -> bool:
        """A key while no editor is open; True when it has been used."""
        return False

    def paste(self, rows: list[list[str]]) -> None:
        """Rows of a spreadsheet."""

    def removal(self, records: Sequence[R]) -> Operation:
        """The operation that deletes records."""
        raise NotImplementedError  # each page has its own

    def _remove(self, ids: list[str]) -> None:
        records = [record for row_id in ids if (record := self.record(row_id)) is not None]
        if records:
            self.run_and_tell(self.removal(records))

    def _move(self, moved: str, before: str) -> None:
        """After its new neighbour above, or before the one below; into another group where the page lets it."""
        row, at = self.record(moved), self.model.row_of(before) if before else len(self.model.lines)
        group = self._heading_of(self.model.row_of(moved))
        above, below = (self._record_in(group, place) for place in (at - 1, at))
        if row is None or row is above:
            return
        if above is None and below is None:
            self._change_group(row, at)
            return
        others = [other for other in self.page.engagement.rows(self.row_type) if other.id != moved]
        following = others[others.index(above) + 1 :] if above is not None else [below]
        if self.run(move_row(row, next(iter(following), None))):
            self.table.select(moved, self.table.currentIndex().column())

    def regrouped(self, record: R, place: int) -> Operation | None:
        """What makes the record one of the group where the mouse let it go, before this place; None: nothing can.

        Keys change the order inside a group: one step too many would go unseen.
        """
        return None

    def _change_group(self, row: R, place: int) -> None:
        operation = self.regrouped(row, place) if self.table.by_mouse else None
        if operation is None:
            self.context.shell.toast(self.context.words("The order changes inside a group only."))
        elif self.run_and_tell(operation):
            self.table.select(row.id, self.table.currentIndex().column())

    def _record_in(self, group: str, place: int) -> R | None:
        inside = 0 <= place < len(self.model.lines) and self._heading_of(place) == group
        return self.record(self.model.lines[place].id) if inside else None

    def _heading_of(self, place: int) -> str:
        above = reversed(self.model.lines[: place + 1])
        return next((line.id for line in above if self.is_heading(line)), "")

    def run_and_select(self, operation: Operation) -> bool:
        """Run what makes a record, and go to its line."""
        known = {record.id for record in self.page.engagement.rows(self.row_type)}
        if not self.run(operation):
            return False
        made = (record.id for record in self.page.engagement.rows(self.row_type) if record.id not in known)
        return self.table.select(next(made, None))

    def select(self, row_id: str | None) -> None:
        """A line."""
        if self.table.select(row_id):
            self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current record."""
        record = self.current()
        return record.id if record is not None else None


class TableFormPage(TablePage[L, R]):
    """Enter opens the form of the current line under the table; Esc goes back. An offered line is taken first."""

    def __init__(self, page: SteppedPage, model: TableModel[L], table: LineTable, form: FormCard) -> None:
        super().__init__(page, model, table)
        self.form = form
        form.hide()
        form.wanted.connect(self.run)
        form.closed.connect(self.close_form)

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def item(self) -> Any | None:
        """What the form shows: the current record."""
        return self.current()

    def taking(self, line: L) -> Operation | None:
        """The operation that makes an offered line a record."""
        return None

    def make_room(self, *, editing: bool) -> None:
        """What stands beside the table goes while the form is open, and comes back."""

    def edit(self) -> None:
        """Enter: the form of the current line."""
        line = self.line()
        taking = self.taking(line) if line is not None and self.item() is None else None
        if taking is not None and not self.run_and_select(taking):
            return
        item = self.item()
        if item is not None:
            self.form.show_item(item)
            self.make_room(editing=True)
            self.form.show()
            self.form.begin()
            QTimer.singleShot(0, self, lambda: self.table.scrollTo(self.table.currentIndex()))

    def add_and_edit(self, operation: Operation) -> None:
        """Run what makes a record, and write on in its form."""
        if self.run_and_select(operation):
            self.edit()
            self.form.begin_new()

    def follow(self) -> None:
        """The form shows the current line; it closes on one that is no record."""
        item = self.item() if self.editing else None
        if item is not None:
            self.form.show_item(item)
        elif self.editing:
            self.close_form()

    def close_form(self) -> None:
        """Back to the table."""
        self.form.hide()
        self.make_room(editing=False)
        self.table.setFocus()

    def single_key(self, event: QKeyEvent) -> bool:
        """Enter edits; the other keys are those of the table's kind."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.edit()
            return True
        return self.table_key(event)

    def table_key(self, event: QKeyEvent) -> bool:
        """A key that is not Enter; True when it has been used."""
        return False
