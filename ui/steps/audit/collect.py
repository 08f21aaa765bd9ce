"""Collecting: a column per department, Enter for the next line, paste from Excel, blind until revealed."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.audience.guarding import RoomGuard
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.audit.column import DepartmentColumn
from ui.widgets.clearing import clear_layout
from ui.widgets.layout import EmptyState, StepHeader, button
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.typed_answer import MANY
from workshop_app.services.document import Change
from workshop_app.steps.audit.view import AuditView, DepartmentList

LEAST_WIDTH = 300
"""Pixels of a column whose lines can be read, at 100 %."""


class CollectPage(SubPage):
    """All columns side by side. Blind by default: the room sees counters until everything is opened with F5."""

    name = "collect"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self.columns: list[DepartmentColumn] = []
        self._first = 0
        self._open = False
        reason = self.context.words("The room is frozen while the lists are typed blind. F5 shows the counters.")
        self._guard = RoomGuard(self, self.context.room, "collect", reason)
        self._build()

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.hide_button = button(
            _("Hide the other columns"), "ghost", self._hide, icons=icons, icon="eye-off", theme=theme
        )
        self.hide_button.setCheckable(True)
        forward = self.forward_button(_("To matching"), Place("audit", "match"))
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        hints = [
            ("Enter", _("next line")),
            ("Tab", _("who and hours")),
            ("Ctrl+←/→", _("other department")),
            ("Ctrl+V", _("paste a list from Excel")),
            ("F5", _("open the lists to the room")),
        ]
        header = StepHeader(_("Collecting functions"), theme, (self.hide_button, forward))
        self.which = SegmentedControl(theme, icons)
        self.which.setAccessibleName(_("Departments"))
        self.which.chosen.connect(lambda key: self.focus_column(int(key)))
        self.which.hide()
        self.lay_out(header, self.which, self._row, grows=self._row, hints=hints)

    def show_view(self, view: AuditView, change: Change | None) -> None:
        """Make the columns that are needed and fill them."""
        shown_now = [column.department for column in self.columns]
        if not self._row.count() or shown_now != [shown.department for shown in view.lists]:
            self._rebuild(view.lists)
        self.wide = len(view.lists) >= MANY
        names: dict[str, list[str]] = {}
        for person in self.context.bridge.engagement.people:
            if person.active and person.department_id:
                names.setdefault(person.department_id, []).append(person.name)
        for column, shown in zip(self.columns, view.lists, strict=True):
            column.show_list(shown, names.get(shown.department.id, []))

    def _rebuild(self, lists: tuple[DepartmentList, ...]) -> None:
        clear_layout(self._row)
        self.columns = []
        if not lists:
            self._row.addWidget(self._empty())
        for index, shown in enumerate(lists):
            column = DepartmentColumn(self.context, index, shown, narrow=len(lists) >= MANY)
            column.moved.connect(self.tell_moved)
            column.other_column.connect(lambda way, at=index: self.focus_column(at + way))
            column.entry.text.textEdited.connect(lambda _text, at=index: self._typed_in(at))
            self.columns.append(column)
            self._row.addWidget(column, 1)
        self.which.set_items([(str(at), shown.department.short) for at, shown in enumerate(lists)])
        self._first = 0
        self._fit()

    def _fit(self, at: int | None = None) -> None:
        """As many columns as can be read side by side, with the one ``at``; the codes above lead to the others."""
        count = len(self.columns)
        shown = max(1, min(count, self.width() // self.context.theme.theme.pixels(LEAST_WIDTH)))
        if at is not None:
            self._first = min(max(self._first, at - shown + 1), at)
        self._first = max(0, min(self._first, count - shown))
        for place, column in enumerate(self.columns):
            column.setVisible(self._first <= place < self._first + shown)
        self.which.setVisible(shown < count)
        self.which.set_current(str(self._first if at is None else at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: more or fewer columns."""
        super().resizeEvent(event)
        self._fit()

    def _empty(self) -> QWidget:
        _ = self.context.words
        return EmptyState(
            "users",
            _("Two departments are needed before their functions can be collected."),
            self.context.theme,
            self.context.icons,
            primary=(_("To departments and people"), lambda: self.context.shell.go(Place("prepare", "people"))),
        )

    def focus_column(self, at: int) -> None:
        """Put the cursor into a column's entry row."""
        if self.columns:
            at %= len(self.columns)
            self._fit(at)
            self.columns[at].entry.text.setFocus()
            self._typing_in(at)
            self.tell_moved()

    def _hide(self) -> None:
        at = next((at for at, c in enumerate(self.columns) if c.isAncestorOf(self.focusWidget() or self)), 0)
        self._typing_in(at)

    def _typed_in(self, at: int) -> None:
        if not self._open:
            self._guard.begin()
        self._typing_in(at)

    def _typing_in(self, at: int) -> None:
        for place, column in enumerate(self.columns):
            column.set_hidden(self.hide_button.isChecked() and place != at)

    def select(self, row_id: str | None) -> None:
        """Select a function line."""
        for at, column in enumerate(self.columns):
            if column.table.select(row_id):
                self._fit(at)
                column.table.setFocus()
                self.tell_moved()

    def focus_id(self) -> str | None:
        """The line the facilitator is on."""
        return next((column.table.current_id() for column in self.columns if column.table.hasFocus()), None)

    def room_focus(self) -> Focus:
        """Blind until opened."""
        return Focus(self.focus_id(), revealed=self._open)

    def add_new(self) -> None:
        """Ins: the entry row of the column with the focus."""
        at = next((at for at, c in enumerate(self.columns) if c.isAncestorOf(self.focusWidget() or self)), 0)
        self.focus_column(at)

    def open_to_room(self) -> bool:
        """F5: all lists at once, or counters again; first the counters where blind typing has frozen the room."""
        _ = self.context.words
        if self._guard.thaw():
            self.context.shell.toast(_("The room sees the counters. F5 again opens all lists."))
            return True
        self._guard.end()
        self._open = not self._open
        self.context.shell.toast(
            _("The room sees all lists now.") if self._open else _("The room sees only the counters again.")
        )
        self.context.room.show()
        return True
