"""A record being edited where it stands: every field commits by itself; Esc or Ctrl+Enter goes back to reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from ui.context import WindowContext
from ui.widgets.fields import LabeledField
from ui.widgets.in_place import InPlaceText
from ui.widgets.layout import Card, button
from ui.widgets.people import PeopleField
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Row
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation

R = TypeVar("R", bound=Row)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormCard(Card):
    """``wanted`` carries operations, ``closed`` when the editing is over. Enter goes on to the next field."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card", 14, 8)
        self.set_selected(True)
        self.context = context

    def show_item(self, item: Any) -> None:
        """Another record, or the same with new values; what is being typed stays."""
        raise NotImplementedError  # each form has its own

    def begin(self) -> None:
        """Put the focus where most is written."""
        self.focusNextChild()

    def begin_new(self) -> None:
        """Put the focus into the first field of a record that has just been made."""
        self.begin()

    def add_row(self, *fields: QWidget | QLayout, stretch: Sequence[int] = ()) -> QHBoxLayout:
        """A line of fields, each under its own name; widgets without one stand as they are."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, field in enumerate(fields):
            share = stretch[place] if place < len(stretch) else 1
            if isinstance(field, QLayout):
                row.addLayout(field, share)
            elif field.accessibleName():
                grows = isinstance(field, PeopleField)
                row.addWidget(self.labeled(field), share, Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignTop)
            else:
                row.addWidget(field, share)
        self.body.addLayout(row)
        return row

    def labeled(self, field: QWidget) -> LabeledField:
        """A field under its own name."""
        return LabeledField(field.accessibleName(), field, self.context.theme)

    def done_button(self) -> QWidget:
        """The way back for those who use the mouse."""
        return button(self.context.words("Done (Esc)"), "link", self.close_form, theme=self.context.theme)

    def close_form(self) -> None:
        """Write down what is being typed, and go back."""
        focus = self.focusWidget()
        if isinstance(focus, TextField | InPlaceText):
            focus.commit()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc and Ctrl+Enter close; Enter goes on."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and control):
            self.close_form()
        elif event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class RecordForm(FormCard, Generic[R]):
    """A form whose fields are those of one record; ``change`` makes the operation that gives them other values."""

    title: TextField | InPlaceText

    def __init__(self, context: WindowContext, change: Callable[..., Operation]) -> None:
        super().__init__(context)
        self.record: R | None = None
        self._change = change

    def write(self, name: str, value: object) -> None:
        """Give a field another value."""
        if self.record is not None and self._value(name) != value:
            self.wanted.emit(self._change(self.record, **{name: value}))

    def write_text(self, name: str, text: str) -> None:
        """Give a field another wording, or None."""
        self.write(name, single_line(text) or None)

    def rename(self, text: str) -> None:
        """Give the record another title; it keeps the one it has when nothing is said."""
        if title := single_line(text):
            self.write("title", title)
        elif self.record is not None:
            self.title.set_value(self._value("title"))

    def _value(self, name: str) -> Any:
        return getattr(self.record, name)
