"""The person being typed: name, department, position, share of a post; Enter writes it down and stays for the next."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.prepare.people_table import department_words, position_words
from ui.widgets.completing import OfferedTexts
from ui.widgets.labels import FieldMessage
from ui.widgets.text_field import TextField
from workshop_app.domain.employment import read_share
from workshop_app.domain.text_key import single_line
from workshop_app.steps.prepare.people import TypedPerson, find_namesake


class EntryRow(QWidget):
    """``entered`` carries a ``TypedPerson``; ``closed`` on Esc in clean fields."""

    entered = Signal(object)
    closed = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        _, theme = context.words, context.theme
        self._context = context
        self.name = TextField(theme, _("Surname, name"), _("Employee"))
        self.department = TextField(theme, _("Department"), _("Department"))
        self.position = TextField(theme, _("Position"), _("Position"))
        self.employment = TextField(theme, "1", _("Share of a full post: 1, 0.5 or 50%"))
        self.message = FieldMessage(theme)
        self.message.setContentsMargins(20, 0, 0, 0)
        self.department.setFixedWidth(theme.theme.pixels(130))
        self.employment.setFixedWidth(theme.theme.pixels(62))
        self._departments, self._positions = OfferedTexts(self.department), OfferedTexts(self.position)
        row = QHBoxLayout()
        row.setSpacing(6)
        for field, share in ((self.name, 5), (self.department, 0), (self.position, 4), (self.employment, 0)):
            row.addWidget(field, share)
            field.returnPressed.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)

    def offer_words(self) -> None:
        """The departments and positions that are known now."""
        engagement = self._context.bridge.engagement
        self._departments.offer(department_words(engagement))
        self._positions.offer(position_words(engagement))

    def open(self, department: str) -> None:
        """Ready for a person of this department."""
        self.offer_words()
        if department or not self.department.text():
            self.department.set_value(department)
        self.show()
        self.name.setFocus()

    def _enter(self) -> None:
        _ = self._context.words
        name, department = self.name.text(), self.department.text()
        share = read_share(self.employment.text() or "1")
        if not name.strip():
            self.name.setFocus()
        elif share is None:
            self._refuse(self.employment, _("Write a share of a full post: 1, 0.5 or 50%."))
        elif find_namesake(self._context.bridge.engagement, name, department):
            self._refuse(self.name, _("“{name}” is in this department already.", name=single_line(name)))
        else:
            self.message.say("")
            self.entered.emit(TypedPerson(name, department, self.position.text(), Decimal(share)))

    def _refuse(self, field: TextField, text: str) -> None:
        self.message.say(text)
        field.setFocus()
        field.selectAll()

    def clear(self) -> None:
        """Ready for the next one of the same department."""
        for field in (self.name, self.position, self.employment):
            field.set_value("")
            field.clear()
        self.offer_words()
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.message.say("")
            self.closed.emit()
        else:
            super().keyPressEvent(event)
