"""Fields of one scheme that commit one by one; whoever shows them puts them where it has room."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ui.context import WindowContext
from ui.widgets.controls import CheckBox, ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.number_field import NumberField
from ui.widgets.text_field import TextField
from workshop_app.domain.model import RewardLevel, RewardScheme
from workshop_app.steps.rewards.operations import change_scheme
from workshop_app.steps.rewards.wording import LEVELS

HUNDRED = Decimal(100)


class SchemeFields:
    """Makes fields by the name of what they change; ``show`` fills all that were made."""

    def __init__(self, context: WindowContext) -> None:
        self.context = context
        self.row: RewardScheme | None = None
        self.texts: dict[str, TextField] = {}
        self.dates: dict[str, DateField] = {}
        self.numbers: dict[str, NumberField] = {}
        self.levels: dict[str, CheckBox] = {}
        self.gates: list[ChoiceBox] = []
        self._factors: dict[str, Decimal] = {}

    def text(self, name: str, label: str) -> TextField:
        """A line of text."""
        field = self.texts[name] = TextField(self.context.theme, "", label)
        field.committed.connect(lambda text: self.change(**{name: text.strip() or ("" if name == "name" else None)}))
        return field

    def date(self, name: str, label: str) -> DateField:
        """A day."""
        context = self.context
        field = DateField(context.theme, context.icons, context.words, context.bridge.as_of, label)
        field.chosen.connect(lambda value: self.change(**{name: value}))
        self.dates[name] = field
        return field

    def number(self, name: str, label: str, factor: Decimal = Decimal(1)) -> NumberField:
        """A number; ``factor``: 100 where a share is shown in per cent."""
        field = self.numbers[name] = NumberField(self.context.theme, self.context.words, label)
        self._factors[name] = factor
        field.chosen.connect(lambda value: self.change(**{name: self._stored(name, value)}))
        return field

    def _stored(self, name: str, value: Decimal | None) -> Decimal | None:
        if value is None:
            return Decimal(1) if name == "round_to" else None
        return value / self._factors[name]

    def gate(self, label: str) -> ChoiceBox:
        """The indicator that the gate looks at."""
        box = ChoiceBox(self.context.theme, self.context.icons, label)
        box.picked.connect(lambda code: self.change(gate_indicator=code or None))
        self.gates.append(box)
        return box

    def level(self, level: RewardLevel) -> CheckBox:
        """Whether the gate holds back what is paid on a level."""
        tick = CheckBox(self.context.words(LEVELS[level]), self.context.theme)
        tick.toggled.connect(self._ticked(level.value))
        self.levels[level.value] = tick
        return tick

    def _ticked(self, level: str) -> Callable[[bool], None]:
        def tick(on: bool) -> None:
            if self.row is not None:
                kept = [each for each in self.row.gate_applies_to if each != level]
                self.change(gate_applies_to=tuple([*kept, level] if on else kept))

        return tick

    def change(self, **values: Any) -> None:
        """One change of the scheme that is shown."""
        if self.row is not None:
            self.context.bridge.run(change_scheme(self.row, **values))

    def show(self, row: RewardScheme | None) -> None:
        """The scheme as it is now."""
        self.row = row
        if row is None:
            return
        for name, text in self.texts.items():
            text.set_value(getattr(row, name) or "")
        for name, day in self.dates.items():
            day.set_current(getattr(row, name))
        for name, number in self.numbers.items():
            value = getattr(row, name)
            number.set_current(None if value is None else value * self._factors[name])
        self._show_gate(row)

    def _show_gate(self, row: RewardScheme) -> None:
        _ = self.context.words
        indicators = self.context.bridge.engagement.reward_indicators
        items = [(each.code, each.title) for each in indicators if each.scheme_id == row.id]
        for box in self.gates:
            box.set_items([("", _("no gate")), *items])
            box.set_current(row.gate_indicator or "")
        for level, tick in self.levels.items():
            tick.set_current(level in row.gate_applies_to)
