"""The conditions of a scheme: name, dates, approval, transition, caps, limit, gate, rounding."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.rewards.number_field import NumberField
from ui.widgets.controls import CheckBox, ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_field import TextField
from workshop_app.domain.model import RewardLevel, RewardScheme
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.steps.rewards.operations import change_scheme
from workshop_app.steps.rewards.view import RewardsView
from workshop_app.steps.rewards.wording import LEVELS

HUNDRED = Decimal(100)


class ConditionsPart(QWidget):
    """Fields that commit one by one; the gate and the approval are of the new scheme."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._scheme: RewardScheme | None = None
        self.fields: dict[str, Any] = {}
        self.levels: dict[str, CheckBox] = {}
        _, theme = context.words, context.theme
        area = ScrollColumn(spacing=10)
        area.column.addWidget(self._card(_("Scheme"), self._scheme_fields()))
        area.column.addWidget(self._card(_("Limits"), self._limit_fields()))
        self.approval = CheckBox(_("The owner has approved the new scheme"), theme)
        self.approval.toggled.connect(lambda on: self._change(owner_approved=on or None))
        area.column.addWidget(self._card(_("Gate: pays less while it is not reached"), self._gate_fields()))
        area.column.addWidget(self.approval)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _card(self, title: str, fields: list[QWidget]) -> Card:
        card = Card(margins=14, spacing=8)
        card.body.addWidget(plain_label(title, self._context.theme, "card_title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 4, place % 4)
        for at in range(4):
            grid.setColumnStretch(at, 1)
        card.body.addLayout(grid)
        return card

    def _text(self, name: str, label: str) -> LabeledField:
        field = TextField(self._context.theme, "", label)
        field.committed.connect(lambda text: self._change(**{name: text.strip() or ("" if name == "name" else None)}))
        return self._labeled(name, label, field)

    def _date(self, name: str, label: str) -> LabeledField:
        context = self._context
        field = DateField(context.theme, context.icons, context.words, context.bridge.as_of, label)
        field.chosen.connect(lambda value: self._change(**{name: value}))
        return self._labeled(name, label, field)

    def _number(self, name: str, label: str, factor: Decimal = Decimal(1)) -> LabeledField:
        field = NumberField(self._context.theme, self._context.words, label)
        field.chosen.connect(lambda value: self._change(**{name: self._stored(name, value, factor)}))
        field.setProperty("factor", float(factor))
        return self._labeled(name, label, field)

    def _stored(self, name: str, value: Decimal | None, factor: Decimal) -> Decimal | None:
        if value is None:
            return Decimal(1) if name == "round_to" else None
        return value / factor

    def _labeled(self, name: str, label: str, field: Any) -> LabeledField:
        self.fields[name] = field
        return LabeledField(label, field, self._context.theme)

    def _scheme_fields(self) -> list[QWidget]:
        _ = self._context.words
        return [
            self._text("name", _("Name")),
            self._text("period", _("Period")),
            self._date("valid_from", _("Valid from")),
            self._date("notice_date", _("People are told on")),
            self._date("approved_on", _("Approved on")),
            self._text("transition_rule", _("Transition rule")),
        ]

    def _limit_fields(self) -> list[QWidget]:
        _ = self._context.words
        return [
            self._number("personal_cap", _("Personal cap, % of target"), HUNDRED),
            self._number("fund_limit", _("Fund limit")),
            self._number("round_to", _("Round payouts to")),
        ]

    def _gate_fields(self) -> list[QWidget]:
        _, context = self._context.words, self._context
        self.gate = ChoiceBox(context.theme, context.icons, _("Gate indicator"))
        self.gate.picked.connect(lambda code: self._change(gate_indicator=code or None))
        fields: list[QWidget] = [LabeledField(_("Gate indicator"), self.gate, context.theme)]
        fields.append(self._number("gate_min_achievement", _("Reached from, %"), HUNDRED))
        fields.append(self._number("gate_multiplier", _("Else pays, %"), HUNDRED))
        for level in RewardLevel:
            tick = CheckBox(_(LEVELS[level]), context.theme)
            tick.toggled.connect(self._ticked(level.value))
            self.levels[level.value] = tick
            fields.append(tick)
        return fields

    def _ticked(self, level: str) -> Callable[[bool], None]:
        def tick(on: bool) -> None:
            if self._scheme is not None:
                kept = [each for each in self._scheme.gate_applies_to if each != level]
                self._change(gate_applies_to=tuple([*kept, level] if on else kept))

        return tick

    def _change(self, **values: Any) -> None:
        if self._scheme is not None:
            self._context.bridge.run(change_scheme(self._scheme, **values))

    def show_scheme(self, view: RewardsView, scheme: str) -> None:
        """The conditions of a scheme."""
        row = view.after if scheme == AFTER else view.before
        self._scheme = row
        if row is None:
            return
        for name, field in self.fields.items():
            value = getattr(row, name)
            if isinstance(field, NumberField):
                factor = Decimal(str(field.property("factor")))
                field.set_current(None if value is None else value * factor)
            elif isinstance(field, DateField):
                field.set_current(value)
            else:
                field.set_value(value or "")
        self._show_gate(row)
        self.approval.blockSignals(True)
        self.approval.setChecked(bool(row.owner_approved))
        self.approval.blockSignals(False)
        self.approval.setVisible(scheme == AFTER)

    def _show_gate(self, row: RewardScheme) -> None:
        _ = self._context.words
        indicators = self._context.bridge.engagement.reward_indicators
        items = [(each.code, each.title) for each in indicators if each.scheme_id == row.id]
        self.gate.set_items([("", _("no gate")), *items])
        self.gate.set_current(row.gate_indicator or "")
        for level, tick in self.levels.items():
            tick.blockSignals(True)
            tick.setChecked(level in row.gate_applies_to)
            tick.blockSignals(False)
