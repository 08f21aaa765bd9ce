"""The credit rules for deals that two worked on: method and shares; what does not sum to 100 is said."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.buttons import IconButton
from ui.widgets.controls import ChoiceBox
from ui.widgets.in_place import InPlaceText
from ui.widgets.layout import Card, FieldMessage, button, plain_label
from ui.widgets.number_field import NumberField
from workshop_app.domain.model import CreditMethod, CreditRule
from workshop_app.domain.rewards.credit import LEAD, PASSER, credit_shares, shares_fit, shares_sum
from workshop_app.steps.rewards.operations import add_joint_rule, change_rule, remove_rule
from workshop_app.steps.rewards.view import RewardsView
from workshop_app.steps.rewards.wording import METHODS

HUNDRED = Decimal(100)
EXAMPLE = Decimal(100_000)
"""A deal to show the parts on; not stored."""


class CreditRuleLine(QWidget):
    """A rule: its words, method, a share for each party."""

    def __init__(self, context: WindowContext, rule: CreditRule) -> None:
        super().__init__()
        self._context, self.rule = context, rule
        _, theme, icons = context.words, context.theme, context.icons
        self.title = InPlaceText(theme, "body", _("What counts, until when, who settles disputes"), _("Credit rule"))
        self.title.committed.connect(lambda text: self._change(title=text))
        self.method = ChoiceBox(theme, icons, _("How it is credited"))
        self.method.set_items([(method.value, _(title)) for method, title in METHODS.items()])
        self.method.picked.connect(lambda key: self._change(method=CreditMethod(key)))
        self.shares: dict[str, NumberField] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        for party, _share in rule.shares:
            row.addWidget(plain_label(party_name(context, party), theme, "small", "text2"))
            field = NumberField(theme, context.words, party_name(context, party), high=HUNDRED)
            field.setFixedWidth(theme.theme.pixels(56))
            field.chosen.connect(self._share(party))
            self.shares[party] = field
            row.addWidget(field)
        row.addWidget(self.method)
        row.addWidget(IconButton("trash-2", _("Delete"), theme, icons, self._remove))
        self.message = FieldMessage(theme)
        self.example = plain_label("", theme, "caption", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.example)

    def show_example(self, amount: Decimal | None) -> None:
        """What each is credited of a deal, exact to 0.01, and credited ÷ actual."""
        _ = words = self._context.words
        fits = shares_fit(self.rule)
        self.example.setVisible(fits and amount is not None)
        if amount is None or not fits:
            return
        credit = credit_shares(amount, self.rule)
        parts = [f"{party_name(self._context, party)} {words.number(part, 2)}" for party, part in credit.parts.items()]
        ratio = credit.credited_to_actual
        total = words.percent(None if ratio is None else ratio * 100, 0)
        said = _("{parts} · credited {total} of the deal", parts=" · ".join(parts), total=total)
        self.example.setText(_("{text}: raise the plans", text=said) if ratio is not None and ratio > 1 else said)

    def _share(self, party: str) -> Callable[[object], None]:
        def change(value: object) -> None:
            share = value if isinstance(value, Decimal) else Decimal(0)
            self._change(shares=tuple((name, share if name == party else old) for name, old in self.rule.shares))

        return change

    def show_rule(self, rule: CreditRule) -> None:
        """The rule as it is now."""
        _ = self._context.words
        self.rule = rule
        self.title.set_value(rule.title)
        self.method.set_current(rule.method.value)
        for party, share in rule.shares:
            self.shares[party].set_current(share)
            self.shares[party].setEnabled(rule.method is CreditMethod.SPLIT)
        total = self._context.words.percent(shares_sum(rule), 0)
        self.message.say("" if shares_fit(rule) else _("The shares sum to {total}: bring them to 100", total=total))

    def _change(self, **values: object) -> None:
        self._context.bridge.run(change_rule(self.rule, **values))

    def _remove(self) -> None:
        _ = self._context.words
        if self._context.bridge.run(remove_rule(self.rule)) is not None:
            self._context.shell.toast(_("Removed: {text}", text=self.rule.title), undo=True)


class CreditRulesCard(Card):
    """All rules of the new scheme; the one on passed leads is written on the page of the case."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=8)
        self._context = context
        _, theme = context.words, context.theme
        self.amount = NumberField(theme, context.words, _("A deal of"))
        self.amount.setFixedWidth(theme.theme.pixels(116))
        self.amount.set_current(EXAMPLE)
        self.amount.chosen.connect(lambda value: self._show_examples(value))
        self.add = button(_("Rule for a joint deal"), "link", self._add, icons=context.icons, icon="plus", theme=theme)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(_("Credit for deals that two worked on"), theme, "card_title"))
        head.addStretch(1)
        head.addWidget(self.add)
        self.deal = plain_label(_("A deal of"), theme, "small", "text2")
        head.addWidget(self.deal)
        head.addWidget(self.amount)
        self.body.addLayout(head)
        self.none = plain_label(
            _("No rule yet. Play a case under “Keep or pass on” and write the rule down there."),
            theme,
            "small",
            "text2",
            wrap=True,
        )
        self.body.addWidget(self.none)
        self.lines: dict[str, CreditRuleLine] = {}
        self._deal: Decimal | None = EXAMPLE

    def show_view(self, view: RewardsView) -> None:
        """The rules in their order."""
        wanted = {rule.id: rule for rule in view.credit_rules}
        for rule_id, line in list(self.lines.items()):
            stale = rule_id not in wanted or set(line.shares) != {party for party, _s in wanted[rule_id].shares}
            if stale:
                line.hide()
                line.deleteLater()
                del self.lines[rule_id]
        for rule in view.credit_rules:
            if rule.id not in self.lines:
                self.lines[rule.id] = CreditRuleLine(self._context, rule)
                self.body.addWidget(self.lines[rule.id])
            self.lines[rule.id].show_rule(rule)
        self.none.setVisible(not wanted)
        self._show_examples(self._deal)

    def _show_examples(self, amount: Decimal | None) -> None:
        """Not while the room sees this window: no amounts there."""
        self._deal = amount
        mirrored = self._context.room.mirrored
        for part in (self.deal, self.amount):
            part.setVisible(not mirrored)
        for line in self.lines.values():
            line.show_example(None if mirrored else amount)

    def _add(self) -> None:
        """A rule with a share for every department, to be changed where it stands."""
        change = self._context.bridge.run(add_joint_rule(self._context.words("A deal made together")))
        if change is not None and self.lines:
            list(self.lines.values())[-1].title.setFocus()


def party_name(context: WindowContext, party: str) -> str:
    """Who runs the client, who passed it on, or a department's code."""
    _ = context.words
    known = {LEAD: _("who runs it"), PASSER: _("who passed it")}
    department = context.bridge.engagement.department(party)
    return known.get(party) or (department.short if department else party)
