"""The fields of one indicator; each commits by itself."""

from __future__ import annotations

from functools import partial
from typing import Any

from ui.context import WindowContext
from ui.widgets.controls import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.form_card import RecordForm
from ui.widgets.number_field import NumberField
from ui.widgets.picker import Picker, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Direction, Frequency, Indicator
from workshop_app.steps.feedback.operations import change_indicator
from workshop_app.steps.indicator_words import FREQUENCIES


class IndicatorEditor(RecordForm[Indicator]):
    """Title, unit, direction, frequency, baseline, target, deadline, alarm limit, owner, source."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, change_indicator)
        _ = words = context.words
        theme, icons, today = context.theme, context.icons, context.bridge.as_of
        self.title = TextField(theme, "", _("Title"))
        self.unit = TextField(theme, "%", _("Unit"))
        self.source = TextField(theme, _("From which report?"), _("Source"))
        self.baseline = NumberField(theme, words, _("Baseline"), low=None)
        self.target = NumberField(theme, words, _("Target"), low=None)
        self.limit = NumberField(theme, words, _("Alarm limit"), low=None)
        self.baseline_date = DateField(theme, icons, words, today, _("Date of the baseline"), past=True)
        self.deadline = DateField(theme, icons, words, today, _("Deadline"))
        self.owner = Picker(theme, icons, words, _("one person, by name"), _("Who enters it"))
        self.direction = ChoiceBox(theme, icons, _("Good is"))
        self.direction.set_items([(Direction.UP.value, _("up")), (Direction.DOWN.value, _("down"))])
        self.frequency = ChoiceBox(theme, icons, _("How often"))
        self.frequency.set_items([(often.value, _(text)) for often, text in FREQUENCIES.items()])
        self.add_row(self.title, self.unit, self.direction, self.frequency, stretch=(4, 1, 2, 2))
        self.add_row(self.owner, self.baseline, self.target, self.limit, stretch=(4, 2, 2, 2))
        last = self.add_row(self.source, self.baseline_date, self.deadline, stretch=(4, 3, 3))
        last.addWidget(self.done_button())
        self._connect()

    def _connect(self) -> None:
        self.title.committed.connect(self.rename)
        self.unit.committed.connect(partial(self.write_text, "unit"))
        self.source.committed.connect(partial(self.write_text, "source"))
        for name, field in self._values().items():
            field.chosen.connect(partial(self.write, name))
        self.direction.picked.connect(lambda key: self.write("direction", Direction(key)))
        self.frequency.picked.connect(lambda key: self.write("frequency", Frequency(key)))

    def _values(self) -> dict[str, Any]:
        """Fields whose value is the indicator's, by its name."""
        return {
            "baseline": self.baseline,
            "target": self.target,
            "alarm_limit": self.limit,
            "baseline_date": self.baseline_date,
            "deadline": self.deadline,
            "owner_id": self.owner,
        }

    def begin(self) -> None:
        """The title, to be written over."""
        self.title.setFocus()
        self.title.selectAll()

    def show_item(self, item: Indicator | None) -> None:
        """Another indicator, or the same with new values."""
        self.record = item
        self.setEnabled(item is not None)
        if item is None:
            return
        self.title.set_value(item.title)
        self.unit.set_value(item.unit or "")
        self.source.set_value(item.source or "")
        self.owner.set_choices(person_choices(self.context.bridge.engagement, self.context.words("nobody")))
        for name, field in self._values().items():
            field.set_current(getattr(item, name))
        self.direction.set_current(item.direction.value)
        self.frequency.set_current(item.frequency.value)
