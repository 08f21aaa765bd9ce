"""The departments above the people: their cards, and the editor of one below the cards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.prepare.department_cards import DepartmentCards
from ui.steps.prepare.department_editor import DepartmentEditor
from workshop_app.domain.model import Department
from workshop_app.services.operations import move_row
from workshop_app.steps.prepare.departments import remove_department
from workshop_app.steps.prepare.people import change_department_of
from workshop_app.steps.prepare.view import PrepareView


class DepartmentsBar(QWidget):
    """``filtered`` when another department, or none, filters the people; ``opened`` when the editor opens."""

    filtered = Signal()
    opened = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self.cards = DepartmentCards(context)
        self.editor = DepartmentEditor(context)
        self.editor.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.cards)
        column.addWidget(self.editor)
        self.cards.chosen.connect(lambda _id: self.filtered.emit())
        self.cards.opened.connect(self.edit)
        self.cards.removed.connect(self._remove)
        self.cards.shifted.connect(self._shift)
        self.cards.put_before.connect(self._put_before)
        self.cards.taken_in.connect(self._take_in)
        self.editor.closed.connect(self.close_editor)
        self.editor.made.connect(self._made)
        self.editor.remove_wanted.connect(self._remove)

    def show_view(self, view: PrepareView, *, hidden: bool = False) -> None:
        """Cards, and the editor where it is open; nothing while somebody is being replaced."""
        self.cards.show_departments(view.departments)
        self.setVisible(not hidden and (bool(view.departments or view.people) or self.editor.isVisibleTo(self)))
        if self.editor.isVisibleTo(self) and self.editor.department_id:
            self.editor.show_department()

    @property
    def selected(self) -> Department | None:
        """The department that filters the people."""
        return self._context.bridge.engagement.department(self.cards.selected or None)

    def edit(self, department_id: str) -> None:
        """Open the editor for a department, or with an empty id for a new one."""
        self.show()
        self.opened.emit()
        self.editor.open(department_id)

    def close_editor(self) -> None:
        """Put the editor away; the focus goes to its card."""
        closed = self.editor.department_id
        self.editor.hide()
        self.filtered.emit()
        self.cards.focus_card(closed)

    def _made(self, department_id: str) -> None:
        """A new department: after Enter its card has the focus, or what adds the second; after Tab its other fields."""
        self.editor.department_id = department_id
        if self.editor.name.hasFocus():
            self.close_editor()
            if not self.cards.enough:
                self.cards.focus_add()
        else:
            self.editor.show_department()

    def _remove(self, department_id: str) -> None:
        department = self._context.bridge.engagement.department(department_id)
        if department is None:
            return
        operation = remove_department(department)
        if self._context.bridge.run(operation) is not None:
            self.editor.hide()
            self._context.shell.toast(self._context.words.message(operation.name), undo=True)

    def _put_before(self, department_id: str, before: str) -> None:
        engagement = self._context.bridge.engagement
        department = engagement.department(department_id)
        if department is not None:
            self._context.bridge.run(move_row(department, engagement.department(before or None)))

    def _take_in(self, person_id: str, department_id: str) -> None:
        engagement = self._context.bridge.engagement
        person, department = engagement.person(person_id), engagement.department(department_id)
        if person is None or department is None or person.department_id == department_id:
            return
        operation = change_department_of(person, department.name)
        if self._context.bridge.run(operation) is not None:
            self._context.shell.toast(self._context.words.message(operation.name), undo=True)

    def _shift(self, department_id: str, way: int) -> None:
        departments = self._context.bridge.engagement.departments
        at = next(place for place, department in enumerate(departments) if department.id == department_id)
        to = at + (2 if way > 0 else -1)
        if 0 <= to <= len(departments):
            self._context.bridge.run(move_row(departments[at], departments[to] if to < len(departments) else None))
            self.cards.focus_card(department_id)
