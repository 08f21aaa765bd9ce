"""Departments and people: cards, one table of everybody, typing, pasting, replacing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ui.actions import Action
from ui.clipboard import clipboard_rows
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.prepare.departments_bar import DepartmentsBar
from ui.steps.prepare.entry_row import EntryRow
from ui.steps.prepare.people_table import ACTIVE, NAME, PRESENT, PeopleTable, people_columns
from ui.steps.prepare.replace_panel import ReplacePanel
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import tint
from ui.widgets.layout import EmptyState, button, plain_label
from ui.widgets.table_look import TableCard
from workshop_app.domain.membership import FEWEST_DEPARTMENTS, MOST_DEPARTMENTS
from workshop_app.domain.message import N_, ProblemError
from workshop_app.domain.model import Person
from workshop_app.services.document import Change
from workshop_app.steps.prepare.departments import (
    add_departments,
    change_department,
    outside_departments,
)
from workshop_app.steps.prepare.people import (
    TypedPerson,
    add_person,
    move_person,
    remove_people,
    set_active,
    set_present,
)
from workshop_app.steps.prepare.view import Attendance, PersonLine, PrepareView

NOTES = {
    Attendance.FINE: N_("Untick: the person stays in the list, but is not in the room"),
    Attendance.FEW: N_("Fewer than 6 are too few for a session"),
    Attendance.MANY: N_("More than 20: use two tables in parallel for the audit"),
    Attendance.THIN: N_("Fewer than three come from: {names}"),
}


class PeoplePage(SubPage):
    """The list that everything else names people from."""

    name = "people"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        context = self.context
        self._view: PrepareView | None = None
        self._norm: object = None
        self.departments = DepartmentsBar(context)
        self.model: TableModel[PersonLine] = TableModel((), context.bridge.run)
        self.table = PeopleTable(self.model, context, self)
        self.entry = EntryRow(context)
        self.replace = ReplacePanel(context)
        self._build()
        self._connect()

    def _build(self) -> None:
        _ = self.context.words
        theme = self.context.theme
        self.forward = self.forward_button(_("To the agenda"), Place("prepare", "agenda"))
        card = TableCard()
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.entry)
        card.body.addStretch()
        self.table.keep_to_lines()
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self._nobody())
        self.stack.setMinimumHeight(theme.theme.pixels(96))
        parts = (tabbed_header(self, (self.forward,)), self.departments, self.stack, self.replace, self._foot())
        self.lay_out(*parts, grows=self.stack, hints=self._hints())
        for hidden in (self.entry, self.replace):
            hidden.hide()

    def _empty(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "users",
            _("Begin with two departments"),
            self.context.theme,
            self.context.icons,
            primary=(_("Add a department"), lambda: self.departments.edit("")),
            quiet=(_("Load a list of people"), self.load),
            detail=_("Then type the people, or paste them: columns are found by the words above them."),
        )

    def _nobody(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "users",
            _("Now the people of the departments"),
            self.context.theme,
            self.context.icons,
            primary=(_("Type the first person"), self.add_new),
            quiet=(_("Paste from Excel"), self.paste_clipboard),
            detail=_("Name, department, position: in any order, columns are found by the words above them."),
        )

    def _foot(self) -> QHBoxLayout:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.count = plain_label("", theme, "body_strong")
        self.note = ElidedLabel()
        self.note.setFont(theme.theme.font("caption"))
        self.replace_button = button(
            _("Replace …"), "ghost", self.begin_replace, theme=theme, icons=icons, icon="repeat"
        )
        paste = button(_("Paste from Excel"), "ghost", self.paste_clipboard, theme=theme, icons=icons, icon="table-2")
        add = button(_("Add"), "sec", self.add_new, theme=theme, icons=icons, icon="plus")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count)
        foot.addWidget(self.note, 1)
        for tool in (self.replace_button, paste, add):
            foot.addWidget(tool)
        return foot

    def _hints(self) -> list[tuple[str, str]]:
        _ = self.context.words
        return [
            ("Ins", _("new person")),
            (_("Space"), _("in the room")),
            ("Ctrl+V", _("paste a list")),
            ("Alt+↑/↓", _("order")),
            ("F2", _("change")),
            ("Del", _("remove")),
        ]

    def _connect(self) -> None:
        self.departments.filtered.connect(self._fill)
        self.departments.opened.connect(self._close_entry)
        self.table.selected.connect(lambda _id: self.tell_moved())
        self.table.delete_wanted.connect(self._remove_people)
        self.table.move_wanted.connect(self._move)
        self.table.pasted.connect(self.paste)
        self.table.single_keys = self._single_key
        self.table.on_tick = self._tick
        self.entry.entered.connect(self._add)
        self.entry.closed.connect(self._close_entry)
        self.replace.closed.connect(self._close_replace)
        self.replace.done.connect(self._replaced)

    def show_view(self, view: PrepareView, change: Change | None) -> None:
        """Cards, lines, counts."""
        self._view = view
        self.departments.show_view(view, hidden=self.replace.isVisibleTo(self))
        if self._norm != view.settings.hours_norm:
            self._norm = view.settings.hours_norm
            self.model.set_columns(people_columns(self.context, view.settings.hours_norm))
        self.table.fit_columns()
        if self.replace.isVisibleTo(self):
            self.replace.show_preview()
        self._fill()

    def _fill(self) -> None:
        view = self._view
        if view is None:
            return
        chosen = self.departments.selected
        self.model.set_lines([line for line in view.people if chosen is None or line.person.department_id == chosen.id])
        listed = view.people or self.entry.isVisibleTo(self)
        self.stack.setCurrentIndex(0 if listed else 2 if len(view.departments) >= FEWEST_DEPARTMENTS else 1)
        if not self.table.currentIndex().isValid() and self.model.lines:
            self.table.select(self.model.lines[0].id, NAME)
        self._show_counts(view)

    def _show_counts(self, view: PrepareView) -> None:
        _ = words = self.context.words
        self.count.setText(words.plural("{n} participant", "{n} participants", view.present))
        note = _(NOTES[view.attendance], names=", ".join(view.thin)) if view.thin else _(NOTES[view.attendance])
        if view.attendance is Attendance.FINE:
            note = f"{words.plural('of {n} person.', 'of {n} people.', view.working)} {note}"
        self.note.setText(note if view.people else "")
        tint(self.note, self.context.theme, "text3" if view.attendance is Attendance.FINE else "warn")
        self.replace_button.setEnabled(bool(view.people))

    def _people(self, ids: list[str]) -> list[Person]:
        return [person for person_id in ids if (person := self.page.engagement.person(person_id))]

    def _single_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.key() != Qt.Key.Key_Space:
            return False
        people = self._people(self.table.chosen_ids())
        if self.table.currentIndex().column() == ACTIVE and people:
            self.run(set_active(people[0], not people[0].active))
        elif people:
            present = set(self.page.engagement.session.participants)
            self.run(set_present(people, any(person.id not in present for person in people)))
        return True

    def _tick(self, line_id: str, column: int) -> None:
        for person in self._people([line_id]):
            present = person.id in self.page.engagement.session.participants
            self.run(set_present([person], not present) if column == PRESENT else set_active(person, not person.active))

    def _remove_people(self, ids: list[str]) -> None:
        people = self._people(ids)
        if people:
            row = self.table.currentIndex().row()
            self.run_and_tell(remove_people(people))
            if self.model.lines:
                self.table.select(self.model.lines[min(row, len(self.model.lines) - 1)].id, NAME)

    def _move(self, moved: str, before: str) -> None:
        engagement = self.page.engagement
        column = self.table.currentIndex().column()
        for person in self._people([moved]):
            self.run(move_person(engagement, person, engagement.person(before or None)))
        self.table.select(moved, column)

    def load(self) -> None:
        """A file with a list of people, looked at before anything is done."""
        from ui.pages.import_preview.opening import begin_import

        begin_import(self.context, self, "people", Place("prepare", "people"))

    def paste_clipboard(self) -> None:
        """Paste the clipboard's rows."""
        rows = clipboard_rows()
        if rows:
            self.paste(rows)
        else:
            self.context.shell.toast(self.context.words("Copy the rows in Excel first, then paste them here"))

    def paste(self, rows: list[list[str]]) -> None:
        """Rows of people, columns found by their heads or their look."""
        from workshop_app.steps.prepare.pasting import paste_people, plan_paste

        _ = self.context.words
        chosen, known = self.departments.selected, set(outside_departments(self.page.engagement))
        departments = len(self.page.engagement.departments)
        try:
            plan = plan_paste(self.page.engagement, rows, chosen.name if chosen else "")
        except ProblemError as error:
            self.context.shell.problem(error.message)
            return
        if not plan.rows:
            self.context.shell.toast(_("Nothing new: everybody is in the list already"))
        elif self.run(paste_people(plan)):
            said = [_("People: {n} new", n=plan.added)]
            said += [_("{n} changed", n=plan.updated)] if plan.updated else []
            said += [_("{n} as before", n=plan.unchanged)] if plan.unchanged else []
            made = len(self.page.engagement.departments) - departments
            told = [_("Departments: {n} new", n=made)] if made else []
            self.context.shell.toast("; ".join((*told, ", ".join(said))), undo=True)
            self.table.select(plan.rows[0].id, NAME)
            self.table.setFocus()
            self._offer_departments(known)

    def _offer_departments(self, known: set[str]) -> None:
        """Pasted people name departments that do not take part: one click lets them.

        A department of one (the management) is left alone as soon as there are two that meet.
        """
        _, engagement = self.context.words, self.page.engagement
        fewest = 1 if len(engagement.departments) < FEWEST_DEPARTMENTS else 2
        named = [name for name in outside_departments(engagement, fewest) if name not in known]
        if named and len(engagement.departments) + len(named) <= MOST_DEPARTMENTS:
            text = _("Of the departments of the list, these do not take part yet: {names}.", names="; ".join(named))
            let_in = partial(self._let_in, named)
            self.context.shell.notice(text, ((_("They take part"), let_in),))

    def _let_in(self, names: list[str]) -> None:
        self.run_and_tell(add_departments(names))
        self.table.setFocus()

    def add_new(self) -> None:
        """Ins: the row for a new person; without departments, a department first."""
        if not self.page.engagement.departments and not self.page.engagement.people:
            self.departments.edit("")
            return
        chosen = self.departments.selected
        self.departments.editor.hide()
        self.stack.setCurrentIndex(0)
        self.entry.open(chosen.short if chosen else self._department_of_current())

    def _department_of_current(self) -> str:
        line = self.model.line(self.table.currentIndex())
        departments = self.page.engagement.departments
        return line.department if line is not None else departments[0].short if departments else ""

    def _add(self, typed: TypedPerson) -> None:
        if self.run(add_person(typed)):
            self.table.select(self.page.engagement.people[-1].id, NAME)
            self.entry.clear()

    def _close_entry(self) -> None:
        if self.entry.isVisibleTo(self):
            self.entry.hide()
            self._fill()
            shown = self.table if self.model.lines else self.stack.currentWidget()
            if shown is not None:
                shown.setFocus()

    def begin_replace(self) -> None:
        """Somebody leaves: the person with the cursor."""
        for person in self._people([self.table.current_id()]):
            self._close_entry()
            self.departments.hide()
            self.replace.open(person)

    def _close_replace(self) -> None:
        self.replace.hide()
        self.departments.show()
        self.table.setFocus()

    def _replaced(self, said: str) -> None:
        self._close_replace()
        self.context.shell.toast(said, undo=True)

    def make_head(self) -> None:
        """The person with the cursor is the head of the own department."""
        for person in self._people([self.table.current_id()]):
            department = self.page.engagement.department(person.department_id)
            if department is not None:
                self.run(change_department(department, head_person_id=person.id))

    def _toggle_active(self) -> None:
        for person in self._people([self.table.current_id()]):
            self.run(set_active(person, not person.active))

    def select(self, row_id: str | None) -> None:
        """A person or a department."""
        if self.page.engagement.department(row_id):
            self.departments.cards.focus_card(row_id or "")
            return
        if not self.table.select(row_id, NAME):
            self.departments.cards.select("")
            self._fill()
            self.table.select(row_id, NAME)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The person with the cursor."""
        return self.table.current_id() or None

    def room_scene(self) -> str:
        """The list of people is nothing for the room."""
        return "blank"

    def sub_actions(self) -> tuple[Action, ...]:
        """What the keys of the table do not reach."""
        _ = self.context.words
        section = _("Departments and people")
        has_person: Callable[[], bool] = lambda: bool(self.table.current_id())  # noqa: E731  (one use)
        mine = (
            ("person_head", _("Make head of the department"), self.make_head, "user-check"),
            ("person_active", _("Works here, or no more"), self._toggle_active, "user"),
            ("person_replace", _("Replace a person …"), self.begin_replace, "repeat"),
        )
        return (
            *(Action(key, title, run, section, (), icon, has_person) for key, title, run, icon in mine),
            Action("people_paste", _("Paste people from Excel"), self.paste_clipboard, section, (), "table-2"),
            Action("people_load", _("Load a list of people …"), self.load, section, (), "upload"),
            Action("department_add", _("Add a department"), lambda: self.departments.edit(""), section, (), "plus"),
        )
