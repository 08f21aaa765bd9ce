"""A department being changed or made: name, code, other names, head; docked below the cards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.context import WindowContext
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.fields import LabeledField
from ui.widgets.labels import FieldMessage
from ui.widgets.picker import Picker, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import Department
from workshop_app.domain.places import places_of
from workshop_app.services.document import Operation
from workshop_app.steps.prepare.departments import (
    add_department,
    change_aliases,
    change_code,
    change_department,
    rename_department,
)


class DepartmentEditor(Card):
    """``made`` carries the id of a new department, ``closed`` when it is done, ``remove_wanted`` the id to remove."""

    made = Signal(str)
    closed = Signal()
    remove_wanted = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card", margins=12, spacing=4)
        self._context = context
        self.department_id = ""
        _, theme = context.words, context.theme
        self._badge = DepartmentBadge("", "", 0, theme, 26)
        self.name = TextField(theme, _("For example: Sales department No. 1"), _("Name"))
        self.code = TextField(theme, "", _("Code"))
        self.aliases = TextField(theme, _("separated by commas"), _("Other names in files"))
        self.head = Picker(theme, context.icons, context.words, _("nobody yet"), _("Head of the department"))
        self._remove = IconButton(
            "trash-2",
            _("Remove the department"),
            theme,
            context.icons,
            lambda: self.remove_wanted.emit(self.department_id),
        )
        self._close = IconButton("x", _("Close (Esc)"), theme, context.icons, self.closed.emit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_selected(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        _, theme = self._context.words, self._context.theme
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignBottom)
        top = Qt.AlignmentFlag.AlignTop
        parts = ((_("Name"), self.name, 5), (_("Code"), self.code, 0), (_("Other names in files"), self.aliases, 4))
        for label, field, share in (*parts, (_("Head of the department"), self.head, 5)):
            labeled = LabeledField(label, field, theme)
            if field is self.code:
                field.problem.disconnect(labeled.message.say)
            row.addWidget(labeled, share, top)
        self.code.setFixedWidth(theme.theme.pixels(72))
        for tool in (self._remove, self._close):
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.message = FieldMessage(theme)
        self.message.setWordWrap(False)
        self.body.addWidget(self.message)
        self.code.problem.connect(self.message.say)

    def _connect(self) -> None:
        self.name.committed.connect(self._write_name)
        self.code.committed.connect(self._write_code)
        self.aliases.committed.connect(self._write_aliases)
        self.head.chosen.connect(self._write_head)

    def open(self, department_id: str) -> None:
        """Show a department, or empty fields for a new one."""
        self.department_id = department_id
        self.show_department()
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def show_department(self) -> None:
        """Bring the fields up to date; closes when the department is gone."""
        engagement = self._context.bridge.engagement
        department = engagement.department(self.department_id)
        if self.department_id and department is None:
            self.department_id = ""
            self.closed.emit()
            return
        shown = department or Department(id="")
        places = places_of(engagement.departments)
        self._badge.set_department(shown.short or "?", shown.name, places.get(shown.id, len(places)))
        self.name.set_value(shown.name)
        self.code.set_value(shown.short)
        self.aliases.set_value(", ".join(shown.aliases))
        own = {p.id for p in engagement.people if p.department_id == shown.id}
        choices = person_choices(engagement, self._context.words("nobody yet"))
        self.head.set_choices(sorted(choices, key=lambda choice: choice.id is not None and choice.id not in own))
        self.head.set_current(shown.head_person_id)
        self._remove.setEnabled(department is not None)

    def _department(self) -> Department | None:
        return self._context.bridge.engagement.department(self.department_id)

    def _run(self, operation: Operation | None) -> bool:
        return operation is not None and self._context.bridge.run(operation) is not None

    def _write_name(self, text: str) -> None:
        department = self._department()
        if department is not None:
            self._run(rename_department(department, text))
            self.name.set_value(self._shown_name())
        elif text.strip() and self._run(add_department(text)):
            self.made.emit(self._context.bridge.engagement.departments[-1].id)

    def _shown_name(self) -> str:
        department = self._department()
        return department.name if department else ""

    def _write_code(self, text: str) -> None:
        department = self._department()
        if department is None:
            return
        try:
            operation = change_code(self._context.bridge.engagement, department, text)
        except ProblemError as error:
            self.code.set_problem(self._context.words.message(error.message))
            return
        self.code.set_problem("")
        self._run(operation)

    def _write_aliases(self, text: str) -> None:
        department = self._department()
        if department is not None:
            self._run(change_aliases(department, text))

    def _write_head(self, person_id: str | None) -> None:
        department = self._department()
        if department is not None:
            self._run(change_department(department, head_person_id=person_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
