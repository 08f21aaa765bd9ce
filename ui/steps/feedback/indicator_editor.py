"""The fields of one indicator; each commits by itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout

from ui.context import WindowContext
from ui.widgets.controls import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card
from ui.widgets.picker import Picker, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.ledger import read_number
from workshop_app.domain.model import Direction, Frequency, Indicator
from workshop_app.steps.feedback.operations import change_indicator

NUMBERS = ("baseline", "target", "alarm_limit")


class IndicatorEditor(Card):
    """Title, unit, direction, frequency, baseline, target, deadline, alarm limit, owner, source."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=6)
        self._context = context
        self._indicator: Indicator | None = None
        _ = context.words
        theme, icons, words = context.theme, context.icons, context.words
        self.title = TextField(theme, "", _("Title"))
        self.unit = TextField(theme, "%", _("Unit"))
        self.source = TextField(theme, _("From which report?"), _("Source"))
        self.numbers = {name: TextField(theme, "", name) for name in NUMBERS}
        self.baseline_date = DateField(theme, icons, words, context.bridge.as_of, _("Date of the baseline"))
        self.deadline = DateField(theme, icons, words, context.bridge.as_of, _("Deadline"))
        self.owner = Picker(theme, icons, words, _("one person, by name"), _("Who enters it"))
        self.direction = ChoiceBox(theme, icons, _("Good is"))
        self.direction.set_items([(Direction.UP.value, _("up")), (Direction.DOWN.value, _("down"))])
        self.frequency = ChoiceBox(theme, icons, _("How often"))
        self.frequency.set_items(
            [
                (Frequency.WEEKLY.value, _("weekly")),
                (Frequency.MONTHLY.value, _("monthly")),
                (Frequency.QUARTERLY.value, _("quarterly")),
            ]
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        _ = self._context.words
        theme = self._context.theme
        grid = QGridLayout()
        grid.setSpacing(8)
        rows: tuple[tuple[tuple[str, Any], ...], ...] = (
            (
                (_("Title"), self.title),
                (_("Unit"), self.unit),
                (_("Good is"), self.direction),
                (_("How often"), self.frequency),
            ),
            (
                (_("Who enters it"), self.owner),
                (_("Baseline"), self.numbers["baseline"]),
                (_("Target"), self.numbers["target"]),
                (_("Alarm limit"), self.numbers["alarm_limit"]),
            ),
            (
                (_("Source"), self.source),
                (_("Date of the baseline"), self.baseline_date),
                (_("Deadline"), self.deadline),
            ),
        )
        for at, row in enumerate(rows):
            for place, (label, field) in enumerate(row):
                grid.addWidget(LabeledField(label, field, theme), at, place)
        grid.setColumnStretch(0, 3)
        for place in (1, 2, 3):
            grid.setColumnStretch(place, 2)
        self.body.addLayout(grid)

    def _connect(self) -> None:
        self.title.committed.connect(lambda text: self._change(title=" ".join(text.split())) if text.strip() else None)
        self.unit.committed.connect(lambda text: self._change(unit=text.strip() or None))
        self.source.committed.connect(lambda text: self._change(source=text.strip() or None))
        for name, field in self.numbers.items():
            field.committed.connect(lambda text, of=name: self._number(of, text))
        self.baseline_date.chosen.connect(lambda value: self._change(baseline_date=value))
        self.deadline.chosen.connect(lambda value: self._change(deadline=value))
        self.owner.chosen.connect(lambda person: self._change(owner_id=person))
        self.direction.picked.connect(lambda key: self._change(direction=Direction(key)))
        self.frequency.picked.connect(lambda key: self._change(frequency=Frequency(key)))

    def show_indicator(self, indicator: Indicator | None) -> None:
        """Another indicator, or the same with new values."""
        self._indicator = indicator
        self.setEnabled(indicator is not None)
        if indicator is None:
            return
        words = self._context.words
        self.title.set_value(indicator.title)
        self.unit.set_value(indicator.unit or "")
        self.source.set_value(indicator.source or "")
        for name, field in self.numbers.items():
            value = getattr(indicator, name)
            field.set_value("" if value is None else words.number(value))
        self.baseline_date.set_current(indicator.baseline_date)
        self.deadline.set_current(indicator.deadline)
        self.owner.set_choices(person_choices(self._context.bridge.engagement, words("nobody")))
        self.owner.set_current(indicator.owner_id)
        self.direction.set_current(indicator.direction.value)
        self.frequency.set_current(indicator.frequency.value)

    def _number(self, name: str, text: str) -> None:
        value: Decimal | None = read_number(text) if text.strip() else None
        if text.strip() and value is None:
            self.numbers[name].set_problem(self._context.words("A number, please"))
            return
        self._change(**{name: value})

    def _change(self, **values: Any) -> None:
        indicator = self._indicator
        if indicator is not None and any(getattr(indicator, name) != value for name, value in values.items()):
            self._context.bridge.run(change_indicator(indicator, **values))
