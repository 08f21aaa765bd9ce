"""All fields of one training item; each commits by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.steps.training.plan_columns import kind_items
from ui.steps.training.words import STATUSES
from ui.widgets.controls import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.form_card import RecordForm
from ui.widgets.number_field import NumberField
from ui.widgets.people import PeopleField
from ui.widgets.picker import Picker, PickerChoice, department_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Training, TrainingKind, TrainingStatus
from workshop_app.steps.training.operations import change_training


class TrainingForm(RecordForm[Training]):
    """Shown under the plan while an item is edited."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, change_training)
        _ = words = context.words
        theme, icons = context.theme, context.icons
        self.title = TextField(theme, _("What is learned"), _("Training"))
        self.choice = ChoiceBox(theme, icons, _("Kind of training"))
        self.choice.set_items(kind_items(words))
        self.host = Picker(theme, icons, words, _("department"), _("Host"))
        self.day = DateField(theme, icons, words, context.bridge.as_of, _("Date"), quarters=True)
        self.hours = NumberField(theme, words, _("Hours"))
        self.cost = NumberField(theme, words, _("Cost"))
        what = _("What will the person do differently in 30 days?")
        self.evaluation = TextField(theme, what, _("How we check"))
        self.status = ChoiceBox(theme, icons, _("State"))
        self.status.set_items([(status.value, _(STATUSES[status])) for status in TrainingStatus])
        self.audience = PeopleField(theme, icons, words, _("Who learns"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_row(self.title, self.choice, self.host, stretch=(4, 2, 2))
        self.add_row(self.evaluation, self.day, self.hours, self.cost, self.status, stretch=(5, 2, 1, 1, 2))
        last = self.add_row(self.audience)
        foot = QHBoxLayout()
        foot.addWidget(self.done_button(), 0, Qt.AlignmentFlag.AlignBottom)
        last.addLayout(foot)
        self.body.setSpacing(6)

    def _connect(self) -> None:
        self.title.committed.connect(self.rename)
        self.evaluation.committed.connect(partial(self.write_text, "evaluation"))
        self.choice.picked.connect(lambda key: self.write("kind", TrainingKind(key)))
        self.status.picked.connect(lambda key: self.write("status", TrainingStatus(key)))
        self.audience.changed.connect(partial(self.write, "audience"))
        for field, name in (
            (self.host, "host_department_id"),
            (self.day, "date"),
            (self.hours, "hours"),
            (self.cost, "cost"),
        ):
            field.chosen.connect(partial(self.write, name))

    def begin(self) -> None:
        """How it is checked: what most items lack."""
        self.evaluation.setFocus(Qt.FocusReason.TabFocusReason)

    def begin_new(self) -> None:
        """The title, to be written over."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)
        self.title.selectAll()

    def show_item(self, training: Training) -> None:
        """Another item, or the same with new values; what is being typed stays."""
        self.record, engagement = training, self.context.bridge.engagement
        self.title.set_value(training.title)
        self.evaluation.set_value(training.evaluation or "")
        self.choice.set_current(training.kind.value)
        self.status.set_current(training.status.value)
        self.host.set_choices([PickerChoice(None, "—"), *department_choices(engagement)])
        self.host.set_current(training.host_department_id)
        for field, value in ((self.day, training.date), (self.hours, training.hours), (self.cost, training.cost)):
            field.set_current(value)
        self.audience.show_people(engagement, training.audience)
