"""All fields of one handoff; the receiver writes when it is accepted, both sides agree to the words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.cooperation.words import handoff_fault
from ui.widgets.clearing import clear_layout
from ui.widgets.controls import CheckBox
from ui.widgets.form_card import RecordForm
from ui.widgets.layout import FieldMessage
from ui.widgets.number_field import NumberField
from ui.widgets.picker import Picker, PickerChoice, department_choices, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Department, Handoff
from workshop_app.steps.cooperation.operations import (
    accept,
    change_handoff,
    items_of,
    set_department,
    set_person,
)
from workshop_app.steps.cooperation.view import HandoffLine


class HandoffForm(RecordForm[Handoff]):
    """Shown under the table while a handoff is edited."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, change_handoff)
        self._departments: tuple[Department, ...] = ()
        self.ticks: dict[str, CheckBox] = {}
        self._fields()
        self._lay_out()
        self._connect()

    def _fields(self) -> None:
        _ = words = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.title = TextField(theme, _("What changes hands"), _("Handoff"))
        self.trigger = TextField(theme, _("What has happened when it begins?"), _("Event"))
        self.activity = Picker(theme, icons, words, _("from the common list"), _("Activity"))
        self.from_department = Picker(theme, icons, words, _("department"), _("Gives: department"))
        self.from_person = Picker(theme, icons, words, _("one person, by name"), _("Gives: person"))
        self.to_department = Picker(theme, icons, words, _("department"), _("Receives: department"))
        self.to_person = Picker(theme, icons, words, _("one person, by name"), _("Receives: person"))
        self.package = TextField(theme, _("contact; what is asked for; deadline"), _("Package, items separated by “;”"))
        self.hours = NumberField(theme, words, _("Working hours"))
        what = _("What the receiver sees or has done")
        self.acceptance = TextField(theme, what, _("Accepted when (the receiver writes)"))
        self.escalation = TextField(theme, _("Who decides when it hangs"), _("If it hangs"))
        self.message = FieldMessage(theme)

    def _lay_out(self) -> None:
        self.add_row(self.title, self.trigger, self.activity, stretch=(3, 3, 3))
        self.add_row(self.from_department, self.from_person, self.to_department, self.to_person)
        self.add_row(self.package, self.acceptance, self.hours, self.escalation, stretch=(4, 4, 1, 2))
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._agreed = QWidget()
        self._ticks = QHBoxLayout(self._agreed)
        self._ticks.setContentsMargins(0, 0, 0, 0)
        self._foot.addWidget(self._agreed)
        self._foot.addWidget(self.message, 1)
        self._foot.addStretch(0)
        self._foot.addWidget(self.done_button())
        self.body.addLayout(self._foot)
        self.body.setSpacing(6)

    def _connect(self) -> None:
        self.title.committed.connect(self.rename)
        for field, name in (
            (self.trigger, "trigger"),
            (self.acceptance, "acceptance"),
            (self.escalation, "escalation"),
        ):
            field.committed.connect(partial(self.write_text, name))
        self.package.committed.connect(lambda text: self.write("package", items_of(text)))
        self.hours.chosen.connect(partial(self.write, "response_hours"))
        self.activity.chosen.connect(partial(self.write, "activity_id"))
        for side, person, department in (
            ("from", self.from_person, self.from_department),
            ("to", self.to_person, self.to_department),
        ):
            person.chosen.connect(partial(self._person, side))
            department.chosen.connect(partial(self._department, side))

    def _person(self, side: str, person_id: str | None) -> None:
        if self.record is not None:
            person = self.context.bridge.engagement.person(person_id)
            self.wanted.emit(set_person(self.record, side, person))

    def _department(self, side: str, department_id: str | None) -> None:
        if self.record is not None:
            engagement = self.context.bridge.engagement
            self.wanted.emit(set_department(engagement, self.record, side, department_id))

    def _accept(self, department_id: str, accepted: bool) -> None:
        if self.record is not None and accepted != (department_id in self.record.accepted_by):
            self.wanted.emit(accept(self.record, department_id, accepted))

    def begin(self) -> None:
        """The event first: it is what most handoffs lack."""
        self.trigger.setFocus(Qt.FocusReason.TabFocusReason)

    def begin_new(self) -> None:
        """The title, to be written over."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)
        self.title.selectAll()

    def show_item(self, line: HandoffLine) -> None:
        """Another handoff, or the same with new values; what is being typed stays."""
        self.record = handoff = line.handoff
        engagement = self.context.bridge.engagement
        for field, text in (
            (self.title, handoff.title),
            (self.trigger, handoff.trigger),
            (self.acceptance, handoff.acceptance),
            (self.escalation, handoff.escalation),
            (self.package, "; ".join(handoff.package)),
        ):
            field.set_value(text or "")
        self.hours.set_current(handoff.response_hours)
        activities = [PickerChoice(activity.id, activity.title) for activity in engagement.activities]
        for picker, choices, current in (
            (self.activity, [PickerChoice(None, "—"), *activities], handoff.activity_id),
            (self.from_department, department_choices(engagement), handoff.from_department_id),
            (self.to_department, department_choices(engagement), handoff.to_department_id),
            (self.from_person, person_choices(engagement, "—"), handoff.from_person_id),
            (self.to_person, person_choices(engagement, "—"), handoff.to_person_id),
        ):
            picker.set_choices(choices)
            picker.set_current(current)
        self._show_ticks(line)
        fault, token = handoff_fault(line, self.context.words)
        self.message.say(fault, token or "err")

    def _show_ticks(self, line: HandoffLine) -> None:
        sides = tuple(side.department for side in (line.giver, line.taker) if side.department)
        if sides != self._departments:
            self._departments = sides
            clear_layout(self._ticks)
            self.ticks = {}
            for department in sides:
                tick = CheckBox(self.context.words("{code} accepts", code=department.short), self.context.theme)
                tick.setToolTip(department.name)
                tick.toggled.connect(partial(self._accept, department.id))
                self.ticks[department.id] = tick
                self._ticks.addWidget(tick)
        for department_id, tick in self.ticks.items():
            tick.set_current(department_id in line.handoff.accepted_by)
