"""The conditions of a scheme: name, dates, approval, transition, caps, limit, gate, rounding."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.rewards.scheme_fields import HUNDRED, SchemeFields
from ui.widgets.controls import CheckBox
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card, plain_label
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.model import RewardLevel
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.steps.rewards.view import RewardsView


class ConditionsPart(QWidget):
    """Fields that commit one by one; the gate and the approval are of the new scheme."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self.fields = SchemeFields(context)
        _, theme = context.words, context.theme
        area = ScrollColumn(spacing=10)
        area.column.addWidget(self._card(_("Scheme"), self._scheme_fields()))
        area.column.addWidget(self._card(_("Limits"), self._limit_fields()))
        self.approval = CheckBox(_("The owner has approved the new scheme"), theme)
        self.approval.toggled.connect(lambda on: self.fields.change(owner_approved=on or None))
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

    def _labeled(self, label: str, field: QWidget) -> LabeledField:
        return LabeledField(label, field, self._context.theme)

    def _scheme_fields(self) -> list[QWidget]:
        _, fields = self._context.words, self.fields
        made: list[QWidget] = [
            self._labeled(label, fields.text(name, label))
            for name, label in (("name", _("Name")), ("period", _("Period")))
        ]
        days = (
            ("valid_from", _("Valid from")),
            ("notice_date", _("People are told on")),
            ("approved_on", _("Approved on")),
        )
        made += [self._labeled(label, fields.date(name, label)) for name, label in days]
        transition = _("Transition rule")
        return [*made, self._labeled(transition, fields.text("transition_rule", transition))]

    def _limit_fields(self) -> list[QWidget]:
        _, fields = self._context.words, self.fields
        cap, limit, step = _("Personal cap, % of target"), _("Fund limit"), _("Round payouts to")
        return [
            self._labeled(cap, fields.number("personal_cap", cap, HUNDRED)),
            self._labeled(limit, fields.number("fund_limit", limit)),
            self._labeled(step, fields.number("round_to", step)),
        ]

    def _gate_fields(self) -> list[QWidget]:
        _, fields = self._context.words, self.fields
        indicator, least, part = _("Gate indicator"), _("Reached from, %"), _("Else pays, %")
        return [
            self._labeled(indicator, fields.gate(indicator)),
            self._labeled(least, fields.number("gate_min_achievement", least, HUNDRED)),
            self._labeled(part, fields.number("gate_multiplier", part, HUNDRED)),
            *(fields.level(level) for level in RewardLevel),
        ]

    def take_focus(self) -> None:
        """The first field."""
        self.fields.texts["name"].setFocus()

    def take_focus_empty(self) -> None:
        """The same."""
        self.take_focus()

    def show_scheme(self, view: RewardsView, scheme: str) -> None:
        """The conditions of a scheme."""
        row = view.after if scheme == AFTER else view.before
        self.fields.show(row)
        if row is None:
            return
        self.approval.set_current(bool(row.owner_approved))
        self.approval.setVisible(scheme == AFTER)
