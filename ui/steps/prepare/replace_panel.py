"""Somebody leaves: who takes over, from when, and what goes over to whom, before it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.context import WindowContext
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.clearing import clear_layout
from ui.widgets.completing import OfferedTexts
from ui.widgets.controls import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.elided import ElidedLabel
from ui.widgets.fields import LabeledField
from ui.widgets.labels import tint
from ui.widgets.layout import button, plain_label
from ui.widgets.picker import PickerChoice, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Person
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.steps.prepare.replacing import replace_person, takeovers

TITLES_SHOWN = 3


class ReplacePanel(Card):
    """Docked below the table. ``done`` carries the words of the operation, ``closed`` when it is put away."""

    done = Signal(str)
    closed = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card", margins=12, spacing=8)
        self._context = context
        self._leaving = ""
        _, theme = context.words, context.theme
        self._title = plain_label("", theme, "card_title")
        self.successor = SuccessorField(context)
        self.last_day = DateField(theme, context.icons, context.words, context.bridge.as_of, _("Last day"))
        self.functions = CheckBox(_("The functions too"), theme)
        self._preview = QGridLayout()
        self._preview.setHorizontalSpacing(12)
        self._preview.setVerticalSpacing(2)
        for column in (1, 3):
            self._preview.setColumnStretch(column, 1)
        self.confirm = button(
            _("Hand over"), "pri", self._hand_over, theme=theme, icons=context.icons, icon="arrow-right"
        )
        self._close = IconButton("x", _("Close (Esc)"), theme, context.icons, self.closed.emit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_selected(True)
        self._lay_out()
        self.functions.toggled.connect(lambda _on: self.show_preview())
        self.successor.textChanged.connect(lambda _text: self._say_ready())

    def _lay_out(self) -> None:
        _, theme = self._context.words, self._context.theme
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        top, low = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        fields.addWidget(LabeledField(_("Who takes over: somebody here or a new name"), self.successor, theme), 3, top)
        fields.addWidget(LabeledField(_("Last day"), self.last_day, theme), 1, top)
        fields.addWidget(self.functions, 0, low)
        fields.addWidget(self.confirm, 0, low)
        self.body.addLayout(head)
        self.body.addLayout(fields)
        self.body.addLayout(self._preview)

    def open(self, person: Person) -> None:
        """Somebody is leaving."""
        self._leaving = person.id
        self.successor.offer(person.id)
        self.last_day.set_current(person.left_on)
        self.show_preview()
        self.show()
        self.successor.setFocus()

    def _person(self) -> Person | None:
        return self._context.bridge.engagement.person(self._leaving)

    def show_preview(self) -> None:
        """What would go over; closes when the person is gone."""
        _ = self._context.words
        person = self._person()
        if person is None:
            self.closed.emit()
            return
        self._title.setText(_("Instead of: {name}", name=person.name))
        clear_layout(self._preview)
        found = takeovers(self._context.bridge.engagement, person.id, with_functions=self.functions.isChecked())
        rows = [(f"{_(takeover.kind)}: {len(takeover.titles)}", takeover.titles) for takeover in found]
        for place, (kind, titles) in enumerate(rows or [(_("Nothing names this person yet."), ())]):
            self._line(place, kind, titles)
        self._say_ready()

    def _line(self, place: int, kind: str, titles: tuple[str, ...]) -> None:
        theme = self._context.theme
        more = len(titles) - TITLES_SHOWN
        said = "; ".join(dict.fromkeys(filter(None, titles[:TITLES_SHOWN])))
        rest = f" +{more}" if more > 0 else ""
        label = ElidedLabel(said + rest)
        label.setFont(theme.theme.font("small"))
        tint(label, theme, "text2")
        row, column = place // 2, place % 2 * 2
        self._preview.addWidget(plain_label(kind[:1].upper() + kind[1:], theme, "control_strong"), row, column)
        self._preview.addWidget(label, row, column + 1)

    def _say_ready(self) -> None:
        ready = bool(self.successor.text().strip())
        self.confirm.setEnabled(ready)
        self.confirm.setToolTip("" if ready else self._context.words("Say who takes over first"))

    def _hand_over(self) -> None:
        person, successor = self._person(), self.successor.chosen_person()
        if person is None or successor is None:
            return
        left = self.last_day.value if isinstance(self.last_day.value, date) else None
        operation = replace_person(person, successor, left, with_functions=self.functions.isChecked())
        if self._context.bridge.run(operation) is not None:
            self.done.emit(self._context.words.message(operation.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes, Ctrl+Enter hands over."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._hand_over()
        else:
            super().keyPressEvent(event)


class SuccessorField(TextField):
    """Somebody of the list, offered while typing, or a new name."""

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, context.words("Surname and first name"), context.words("Who takes over"))
        self._context = context
        self._offered = OfferedTexts(self)
        self._choices: list[PickerChoice] = []
        self._leaving: Person | None = None

    def offer(self, leaving_id: str) -> None:
        """Everybody but the one who leaves."""
        engagement = self._context.bridge.engagement
        self._leaving = engagement.person(leaving_id)
        choices = person_choices(engagement)
        self._choices = [choice for choice in choices if choice.id != leaving_id]
        self._offered.offer(choice.text for choice in self._choices)
        self.set_value("")
        self.clear()

    def chosen_person(self) -> Person | str | None:
        """The person of this name, the typed name of a new one, or None."""
        typed = single_line(self.text())
        key = norm_text(typed)
        if self._leaving is not None and key == norm_text(self._leaving.name):
            return None
        found = next((choice for choice in self._choices if norm_text(choice.text) == key), None)
        return self._context.bridge.engagement.person(found.id) if found else typed or None
