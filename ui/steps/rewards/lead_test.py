"""Keep or pass the lead on? The case at the left, what each scheme pays for either at the right (METHOD C.10.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.rewards.outcome_card import CompanyCard, OutcomeCard
from ui.widgets.card import Divider
from ui.widgets.controls import Slider
from ui.widgets.elided import ElidedLabel
from ui.widgets.layout import Card, EmptyState, HintLine, StepHeader, button, plain_label
from ui.widgets.number_field import NumberField
from ui.widgets.picker import Picker, person_choices
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.model import CreditMethod
from workshop_app.domain.rewards.cooperation_test import Verdict
from workshop_app.domain.short_names import short_name
from workshop_app.i18n import Words
from workshop_app.services.document import Change
from workshop_app.steps.rewards.agreed import agree, planned_action
from workshop_app.steps.rewards.case import Case, Outcome, first_case, outcome_of
from workshop_app.steps.rewards.view import RewardsView
from workshop_app.steps.rewards.wording import METHODS

HUNDRED = Decimal(100)
FOLDED = 760
"""Below this width (at 100 %) the button of the rule has no words."""


class LeadTestPage(SubPage):
    """The case is played, not stored; the rule that comes out of it is."""

    name = "test"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: RewardsView | None = None
        self.case: Case | None = None
        self.outcome: Outcome | None = None
        self.amounts = False
        self._build()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.person = Picker(theme, icons, self.context.words, _("Who has the lead"), _("Who has the lead"))
        self.person.setFixedWidth(theme.theme.pixels(320))
        self.person.chosen.connect(lambda person: self._set(person_id=person) if person else None)
        self.result = OutcomeCard(self.context)
        self.company = CompanyCard(self.context)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        left = self._case_card()
        left.setFixedWidth(theme.theme.pixels(290))
        middle.addWidget(left)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.result, 1)
        right.addWidget(self.company)
        middle.addLayout(right, 1)
        hints = [
            ("←/→", _("credit ±5%")),
            ("5", _("the point of indifference")),
            ("Ctrl+H", _("amount of the deal in the room")),
            ("Ctrl+Enter", _("rule into the plan")),
            ("F5", _("show the room")),
            ("Esc", _("back")),
        ]
        case = ScrollColumn(tight=True)
        case.column.addLayout(middle, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(case, 1)
        column.addLayout(self._foot())
        column.addWidget(HintLine(hints, theme))
        self.stack = QStackedWidget()
        self.stack.addWidget(body)
        self.stack.addWidget(self._empty())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(StepHeader(_("Rewards: keep or pass on"), theme, (self.person,)))
        outer.addWidget(self.stack, 1)

    def _case_card(self) -> Card:
        _, theme = self.context.words, self.context.theme
        card = Card(margins=14, spacing=7)
        card.body.addWidget(plain_label(_("The case"), theme, "card_title"))
        story = _("A lead suits another department better. Keep it or pass it on?")
        card.body.addWidget(plain_label(story, theme, "body", wrap=True))
        card.body.addWidget(Divider())
        self.amount = self._field(card, _("Amount of the deal"), lambda value: self._set(amount=Fraction(value)))
        self.alone = self._field(card, _("Chance if kept, %"), self._chance("q_alone"), HUNDRED)
        self.other = self._field(card, _("Chance if passed on, %"), self._chance("q_other"), HUNDRED)
        note = _("The chances are the group's estimates.")
        card.body.addWidget(plain_label(note, theme, "caption", "text3", wrap=True))
        card.body.addWidget(Divider())
        self.share = plain_label("", theme, "number")
        row = QHBoxLayout()
        row.addWidget(plain_label(_("Credit for passing on"), theme, "body_strong"))
        row.addStretch(1)
        row.addWidget(self.share)
        card.body.addLayout(row)
        self.slider = Slider(theme, _("Credit for passing on"))
        self.slider.valueChanged.connect(lambda value: self._set(share=Fraction(value, 100), method=CreditMethod.SPLIT))
        card.body.addWidget(self.slider)
        self.even = plain_label("", theme, "control_strong", "accent", wrap=True)
        self.even_button = button("", "sec", self.to_break_even, theme=theme)
        under = QHBoxLayout()
        under.setSpacing(8)
        under.addWidget(self.even, 1)
        under.addWidget(self.even_button)
        card.body.addLayout(under)
        card.body.addStretch(1)
        self.beginning = plain_label("", theme, "caption", "text2", wrap=True)
        card.body.addWidget(self.beginning)
        return card

    def _field(
        self, card: Card, label: str, chosen: Callable[[Decimal], object], high: Decimal | None = None
    ) -> NumberField:
        field = NumberField(self.context.theme, self.context.words, label, high=high)
        field.setFixedWidth(self.context.theme.theme.pixels(88))
        field.chosen.connect(lambda value: chosen(value) if value else self._show())
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        text = ElidedLabel(label)
        text.setFont(self.context.theme.theme.font("body"))
        row.addWidget(text, 1)
        row.addWidget(field)
        card.body.addWidget(line)
        return field

    def _chance(self, name: str) -> Callable[[Decimal], object]:
        return lambda value: self._set(**{name: Fraction(value) / 100})

    def _foot(self) -> QHBoxLayout:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.method = SegmentedControl(theme, icons)
        self.method.setAccessibleName(_("Credit rule"))
        self.method.set_items([(method.value, _(title)) for method, title in METHODS.items()])
        self.method.chosen.connect(lambda key: self._set(method=CreditMethod(key)))
        self.write_button = button("", "ghost", self.write_rule, icons=icons, icon="list-todo", theme=theme)
        show = button(_("Show the room"), "pri", self._show_room, icons=icons, icon="monitor", theme=theme)
        row = QHBoxLayout()
        row.setSpacing(8)
        caption = ElidedLabel(_("Credit rule:"))
        caption.setFont(theme.theme.font("small"))
        caption.setMaximumWidth(caption.sizeHint().width())
        row.addWidget(caption, 10)
        row.addWidget(self.method)
        row.addStretch(1)
        row.addWidget(self.write_button)
        row.addWidget(show)
        return row

    def _empty(self) -> QWidget:
        _ = self.context.words
        return EmptyState(
            "trophy",
            _("A case needs a scheme with target bonuses, plans and facts."),
            self.context.theme,
            self.context.icons,
            primary=(_("To the scheme"), lambda: self.page.go_to(Place("rewards", "simulation"))),
        )

    def show_view(self, view: RewardsView, change: Change | None) -> None:
        """Play the case again by the schemes as they are now."""
        self._view = view
        engagement = self.context.bridge.engagement
        paid = {line.id for line in view.people}
        if self.case is None or self.case.person_id not in paid:
            self.case = first_case(engagement, view)
        self.person.set_choices([choice for choice in person_choices(engagement) if choice.id in paid])
        self._show()

    def _show(self) -> None:
        case, view = self.case, self._view
        self.stack.setCurrentIndex(0 if case is not None and view is not None else 1)
        self.person.setVisible(case is not None and not self.context.room.mirrored)
        if case is None or view is None:
            return
        self.outcome = outcome_of(self.context.bridge.engagement, view, case)
        self.person.set_current(case.person_id)
        self.amount.set_current(_plain(case.amount))
        self.alone.set_current(_plain(case.q_alone * 100))
        self.other.set_current(_plain(case.q_other * 100))
        self._show_credit(case)
        self.result.show_outcome(self.outcome, view)
        amounts = self.amounts or not self.context.room.mirrored
        self.company.show_outcome(self.outcome, view, amounts=amounts)
        deal = self.amount.parentWidget()
        if deal is not None:
            deal.setVisible(amounts)

    def _show_credit(self, case: Case) -> None:
        _ = words = self.context.words
        split = case.method is CreditMethod.SPLIT
        self.share.setText(words.percent(case.credit * 100, 0))
        self.slider.set_current(round(case.share * 100))
        self.slider.setEnabled(split)
        self.method.set_current(case.method.value)
        lead = words.number(100 - case.share * 100, 0)
        rule = _("Rule {lead} to {passer} into the plan", lead=lead, passer=words.number(case.share * 100, 0))
        self.write_button.set_text(rule if split else _("This rule into the plan"))
        test = self.outcome.after if self.outcome else None
        self.even.setText(even_text(self.outcome, words))
        even = test.break_even if test else None
        self.even_button.setVisible(bool(even) and even != case.credit)
        if even:
            self.even_button.set_text(_("Credit {share}", share=words.percent(even * 100, 0)))
        straight = _("The bonus grows evenly over the whole deal.")
        bent = _("A threshold or a cap lies on the way: the curve has a bend.")
        counted = test is not None and test.verdict is not Verdict.UNKNOWN
        self.beginning.setText((straight if test.is_straight else bent) if test and counted else "")

    def _set(self, **values: Any) -> None:
        if self.case is not None:
            self.case = replace(self.case, **values)
            self._show()
            self.tell_moved()

    def to_break_even(self) -> None:
        """5: the share at which passing on pays as much as keeping."""
        test = self.outcome.after if self.outcome else None
        if test is not None and test.break_even is not None:
            self._set(share=test.break_even, method=CreditMethod.SPLIT)

    def write_rule(self) -> None:
        """Ctrl+Enter: the rule into the new scheme, and who puts it into practice by when into the plan."""
        _ = words = self.context.words
        case, view = self.case, self._view
        if case is None or view is None:
            return
        engagement = self.context.bridge.engagement
        action, known = planned_action(engagement, case, view.lead_rule, words, self.context.bridge.as_of)
        if self.run(agree(case, view.lead_rule, action, words, known=known)):
            owner = engagement.person(action.owner_id)
            who, day = short_name(owner.name) if owner else _("nobody yet"), words.date(action.due)
            self.context.shell.toast(_("Rule and action are in the plan: {who}, by {day}", who=who, day=day), undo=True)

    def _show_room(self) -> None:
        self.tell_moved()
        self.context.room.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where room is short the rule's button is its icon."""
        super().resizeEvent(event)
        self.write_button.set_folded(self.width() < self.context.theme.theme.pixels(FOLDED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: 5 for the point of indifference; Esc back."""
        if event.text() == "5" and not event.modifiers():
            self.to_break_even()
        elif event.key() == Qt.Key.Key_Escape:
            self.page.go_to(Place("rewards", "simulation"))
        else:
            super().keyPressEvent(event)

    def room_focus(self) -> Focus:
        """The case; the scene computes per cents of it and names nobody."""
        shown = (("amounts", "1"),) if self.amounts else ()
        return Focus(None, options=(*self.case.as_options(), *shown) if self.case else ())

    def toggle_amounts(self) -> None:
        """Ctrl+H: the amount of the deal in the room, or shares of it."""
        self.amounts = not self.amounts
        _ = self.context.words
        self.context.shell.toast(
            _("The room sees the amount of the deal.") if self.amounts else _("The room sees per cents only.")
        )
        self._show()
        self.tell_moved()

    def sub_actions(self) -> tuple[Action, ...]:
        """The point of indifference, the rule."""
        _ = self.context.words
        section = _("Rewards")
        amounts = _("Amount of the deal in the room")
        return (
            Action("rewards.deal", amounts, self.toggle_amounts, section, ("Ctrl+H",), "eye"),
            Action(
                "rewards.even",
                _("Credit at the point of indifference"),
                self.to_break_even,
                section,
                ("5",),
                local=True,
            ),
            Action(
                "rewards.rule", _("This rule into the plan"), self.write_rule, section, ("Ctrl+Return",), "list-todo"
            ),
        )


def even_text(outcome: Outcome | None, words: Words) -> str:
    """«выгодно от 50 %»."""
    test = outcome.after if outcome else None
    if test is None or test.verdict is Verdict.UNKNOWN:
        return ""
    if test.break_even is None:
        return words("passing on never pays, not even with 100%")
    if test.break_even == 0:
        return words("passing on pays from the first per cent")
    return words("pays from {share}", share=words.percent(test.break_even * 100, 0))


def _plain(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
