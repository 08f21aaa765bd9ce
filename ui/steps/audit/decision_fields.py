"""The fields of a decision: kind, its own fields, why, who disagrees, the rule of today; a draft in and out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.confirm_checks import ConfirmChecks
from ui.widgets.controls import CheckBox, ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from ui.widgets.tips import plain_tip
from workshop_app.domain.decisions import LABELS, MEANINGS, SHARING
from workshop_app.domain.model import Activity, Decision, DecisionType, Department
from workshop_app.domain.text_key import single_line

ICONS = {
    DecisionType.ASSIGN: "user-check",
    DecisionType.SPLIT: "split",
    DecisionType.JOINT: "handshake",
    DecisionType.STOP: "octagon-x",
    DecisionType.DEFER: "clock",
}


class DecisionFields(QWidget):
    """``touched`` when a person changes something; ``rule_left`` when the rule of today is to be written down."""

    touched = Signal()
    rule_left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._make()
        self._lay_out()
        self._connect()

    def _make(self) -> None:
        context, _ = self._context, self._context.words
        theme, icons = context.theme, context.icons
        self.kinds = SegmentedControl(theme, icons)
        self.kinds.set_items([(kind.value, _(LABELS[kind]), ICONS[kind]) for kind in DecisionType])
        for kind, meaning in MEANINGS.items():
            self.kinds.segment(kind.value).setToolTip(plain_tip(_(meaning)))
        self.owner = ChoiceBox(theme, icons, _("Owner department"))
        self.rule = TextField(theme, "", _("The rule in one sentence"))
        self.confirmed = ConfirmChecks(theme, _, _("Confirm the rule"), self.rule)
        self.until = DateField(theme, icons, _, context.bridge.as_of, _("Decide by"))
        self.reason = TextField(theme, "", _("Why so"))
        self.dissent = TextField(theme, "", _("Who disagrees, and why"))
        self.existing = TextField(theme, "", _("Rule that exists today"))
        self.existing_confirmed = ConfirmChecks(theme, _, _("It is confirmed by"), self.existing)
        self.awaits = CheckBox(_("The owner decides later"), theme)

    def _lay_out(self) -> None:
        self._labelled = {
            field: LabeledField(field.accessibleName(), field, self._context.theme)
            for field in (self.owner, self.rule, self.until, self.reason, self.dissent, self.existing)
        }
        self.first, self.second = QWidget(), QWidget()
        rows = (
            (self.first, ((self.owner, 2), (self.rule, 5), (self.until, 1))),
            (self.second, ((self.reason, 3), (self.dissent, 3), (self.existing, 3))),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for box, fields in rows:
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            for field, stretch in fields:
                row.addWidget(self._labelled[field], stretch)
            column.addWidget(box)
        for box, checks in ((self.first, self.confirmed), (self.second, self.existing_confirmed)):
            layout = box.layout()
            if layout is not None:
                layout.addWidget(checks)

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda _key: self._edited())
        self.owner.picked.connect(lambda _key: self._edited())
        for field in (self.rule, self.reason, self.dissent, self.until):
            field.textEdited.connect(lambda _text: self._edited())
        self.until.chosen.connect(lambda _value: self._edited())
        self.confirmed.changed.connect(self._edited)
        self.awaits.clicked.connect(lambda _on: self._edited())
        self.existing.committed.connect(lambda _text: self.rule_left.emit())
        self.existing_confirmed.changed.connect(self.rule_left)

    def _edited(self) -> None:
        self.show_kind()
        self.touched.emit()

    def set_departments(self, departments: Sequence[Department]) -> None:
        """Other departments to choose from."""
        self.owner.set_items([("", "—"), *((d.id, f"{d.short} · {d.name}") for d in departments)])
        self.confirmed.set_departments(departments)
        self.existing_confirmed.set_departments(departments)

    def show_decision(self, decision: Decision, activity: Activity) -> None:
        """Put a decision and the rule of today into the fields."""
        self.kinds.set_current(decision.type.value)
        self.owner.set_current(decision.owner_department_id or "")
        for field, text in (
            (self.rule, decision.split_rule),
            (self.reason, decision.reason),
            (self.dissent, decision.dissent),
        ):
            field.commit()
            field.set_value(text or "")
        self.until.set_current(decision.deferred_until)
        self.awaits.setChecked(decision.awaits_owner)
        self.confirmed.set_ticked(decision.confirmed_by)
        self.show_existing(activity)
        self.show_kind()

    def show_existing(self, activity: Activity) -> None:
        """The rule of today, unless it is being typed."""
        self.existing.set_value(activity.existing_rule or "")
        self.existing_confirmed.set_ticked(activity.existing_rule_confirmed_by)
        self.existing_confirmed.setEnabled(bool(activity.existing_rule))

    def kind(self) -> DecisionType:
        """The chosen kind."""
        return DecisionType(self.kinds.current() or DecisionType.ASSIGN.value)

    def show_kind(self) -> None:
        """The fields of the chosen kind."""
        kind = self.kind()
        dated = kind is DecisionType.DEFER or self.awaits.isChecked()
        self._labelled[self.owner].setVisible(kind is DecisionType.ASSIGN)
        self._labelled[self.rule].setVisible(kind in SHARING)
        self.confirmed.setVisible(kind in SHARING)
        self._labelled[self.until].setVisible(dated)
        self.first.setVisible(kind is not DecisionType.STOP or dated)

    def draft(self, activity_id: str | None) -> Decision:
        """The decision as it stands in the fields; what the kind has no field for stays empty."""
        kind = self.kind()
        shared = kind in SHARING
        dated = kind is DecisionType.DEFER or self.awaits.isChecked()
        until = self.until.value
        return Decision(
            id="",
            activity_id=activity_id,
            type=kind,
            owner_department_id=(self.owner.current() or None) if kind is DecisionType.ASSIGN else None,
            split_rule=_words(self.rule) if shared else None,
            confirmed_by=self.confirmed.ticked() if shared else (),
            reason=_words(self.reason),
            dissent=_words(self.dissent),
            deferred_until=until if dated and isinstance(until, date) else None,
            awaits_owner=self.awaits.isChecked(),
        )


def _words(field: TextField) -> str | None:
    return single_line(field.text()) or None
