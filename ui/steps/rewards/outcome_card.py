"""What the schemes pay for keeping and for passing on: two pairs of bars, the verdict in the title."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.theme.theme import Theme
from ui.widgets.card import Divider
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layout import Card, plain_label
from ui.widgets.paint import paint_hatch
from ui.widgets.picture import Picture
from workshop_app.domain.message import N_
from workshop_app.domain.rewards import CooperationTest
from workshop_app.domain.rewards.cooperation_test import Verdict
from workshop_app.i18n import Words
from workshop_app.steps.rewards.case import Outcome
from workshop_app.steps.rewards.view import RewardsView

VERDICTS = {
    Verdict.KEEP: (N_("The new scheme still pays for keeping"), "triangle-alert", "warn"),
    Verdict.PASS: (N_("The new scheme pays for passing on"), "circle-check", "ok"),
    Verdict.EVEN: (N_("To the new scheme it is all the same"), "circle-help", "text2"),
    Verdict.UNKNOWN: (N_("The deal counts in no indicator yet"), "circle-help", "warn"),
}


def paint_gain(painter: QPainter, box: QRectF, share: Fraction, theme: Theme, *, weaker: bool) -> None:
    """A bar filled to a share of the room: accent, or hatch for the weaker one; nothing is an upright line."""
    bar = QRectF(box.left() + 1, box.top() + 2, max(0.0, (box.width() - 2) * float(share)), box.height() - 4)
    if bar.width() < 2:
        painter.fillRect(QRectF(box.left(), box.top() + 2, 2, box.height() - 4), theme.color("text"))
        return
    painter.setPen(QPen(theme.color("text"), 1.2) if weaker else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("surface" if weaker else "accent"))
    painter.drawRoundedRect(bar, 4, 4)
    if weaker:
        paint_hatch(painter, bar, theme.color("border_strong"), 5, 1)


class _GainRow(QWidget):
    def __init__(self, context: WindowContext, title: str) -> None:
        super().__init__()
        theme = context.theme
        self._theme, self._title = theme, title
        self.chance = plain_label("", theme, "caption", "text2")
        self.bar = Picture(theme, lambda painter, box, t: None, height=34, name=title)
        self.amount = plain_label("", theme, "body_strong")
        self.note = plain_label("", theme, "caption", "text2")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, (plain_label(title, theme, "body_strong"), self.chance)),
            (right, (self.amount, self.note)),
        ):
            column.setSpacing(0)
            column.addStretch(1)
            for part in parts:
                part.setMinimumWidth(theme.theme.pixels(150))
                column.addWidget(part)
            column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left)
        row.addWidget(self.bar, 1)
        row.addLayout(right)

    def show_gain(self, share: Fraction, weaker: bool, texts: tuple[str, str, str]) -> None:
        """How long the bar is, and the words around it: chance, amount, note."""
        chance, amount, note = texts
        self.chance.setText(chance)
        self.amount.setText(amount)
        self.note.setText(note)
        self.bar.show_picture(
            lambda painter, box, theme: paint_gain(painter, box, share, theme, weaker=weaker),
            f"{self._title}: {amount}",
        )


class OutcomeCard(Card):
    """Both schemes on one scale."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=4)
        self._context = context
        _, theme = context.words, context.theme
        self.sign = IconLabel("circle-help", theme, context.icons, "text2", 20)
        self.title = plain_label("", theme, "title", wrap=True)
        self.detail = plain_label("", theme, "small", "text2", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.sign)
        head.addLayout(texts, 1)
        self.body.addLayout(head)
        self.names: list[PlainLabel] = []
        self.rows: dict[str, tuple[_GainRow, _GainRow]] = {}
        for key in ("before", "after"):
            name = plain_label("", theme, "control_strong", "text2")
            pair = (_GainRow(context, _("Keep")), _GainRow(context, _("Pass on")))
            self.body.addStretch(1)
            if key == "after":
                self.body.addWidget(Divider())
                self.body.addStretch(1)
            self.body.addWidget(name)
            self.body.addWidget(pair[0])
            self.body.addStretch(1)
            self.body.addWidget(pair[1])
            self.names.append(name)
            self.rows[key] = pair
        self.body.addStretch(2)

    def show_outcome(self, outcome: Outcome, view: RewardsView) -> None:
        """Verdict and bars."""
        _ = words = self._context.words
        case = outcome.case
        credit = words.percent(case.credit * 100, 0)
        titles = (
            view.before.name or _("Old scheme") if view.before else _("No old scheme"),
            _("{name}, credit {share}", name=view.after.name or _("New scheme"), share=credit) if view.after else "",
        )
        for label, text in zip(self.names, titles, strict=True):
            label.setText(text)
        tests = {"before": outcome.before, "after": outcome.after}
        top = max((max(test.keep, test.pass_) for test in tests.values() if test), default=Fraction(0)) or Fraction(1)
        for key, test in tests.items():
            self._show_pair(key, test, outcome, top, view)
        self._show_verdict(outcome, view)

    def _show_pair(
        self, key: str, test: CooperationTest | None, outcome: Outcome, top: Fraction, view: RewardsView
    ) -> None:
        _ = words = self._context.words
        for row in self.rows[key]:
            row.setVisible(test is not None)
        if test is None:
            return
        case = outcome.case
        alone, other = words.percent(case.q_alone * 100, 0), words.percent(case.q_other * 100, 0)
        credit = words.percent(case.credit * 100, 0)
        passed = _("chance {chance} × credit {share}", chance=other, share=credit) if key == "after" else _("no credit")
        chances = (_("chance {chance}", chance=alone), passed)
        gains = (test.keep, test.pass_)
        for row, gain, chance in zip(self.rows[key], gains, chances, strict=True):
            weaker = gain < max(gains)
            share = words.percent(outcome.percent(gain))
            if self._context.room.mirrored:
                gained, note = share, _("of the year's bonus")
            else:
                gained, note = words.money(gain, view.currency), _("{share} of the year's bonus", share=share)
            row.show_gain(gain / top, weaker, (chance, gained, note if gain else _("nothing")))

    def _show_verdict(self, outcome: Outcome, view: RewardsView) -> None:
        _ = words = self._context.words
        test = outcome.after
        if test is None:
            self.title.setText(_("Nothing to compare yet"))
            self.detail.setText(_("The person has no bonus in the new scheme."))
            return
        text, icon, token = VERDICTS[test.verdict]
        self.title.setText(_(text))
        self.sign.set_icon(icon, token)
        if test.verdict is Verdict.UNKNOWN:
            need = _("An own or department indicator needs last year's plan and fact, and a plan larger than the deal.")
            self.detail.setText(need)
            return
        difference = abs(test.keep - test.pass_)
        mirrored = self._context.room.mirrored
        gap = words.percent(outcome.percent(difference)) if mirrored else words.money(difference, view.currency)
        parts = [] if test.verdict is Verdict.EVEN else [_("A difference of {amount} on one case.", amount=gap)]
        if test.break_even is None:
            parts.append(_("No credit up to 100% makes passing on pay."))
        elif test.break_even > 0:
            parts.append(_("At a credit of {share} it is all the same.", share=words.percent(test.break_even * 100, 0)))
        self.detail.setText(" ".join(parts))


class CompanyCard(Card):
    """What the company can expect of the case."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=0)
        self._context = context
        _, theme, icons = context.words, context.theme, context.icons
        self.keep, self.passed = plain_label("", theme, "number"), plain_label("", theme, "number")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label(_("What the company gets"), theme, "body_strong", wrap=True))
        self.unit = plain_label("", theme, "caption", "text2")
        texts.addWidget(self.unit)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(texts, 2)
        row.addLayout(_number(self.keep, plain_label(_("if kept"), theme, "caption", "text2")))
        row.addWidget(IconLabel("arrow-right", theme, icons, "text2", 18))
        row.addLayout(_number(self.passed, plain_label(_("if passed on"), theme, "caption", "text2")))
        row.addStretch(1)
        self.body.addLayout(row)

    def show_outcome(self, outcome: Outcome, view: RewardsView, *, amounts: bool) -> None:
        """The expectations, exact: money, or shares of the order."""
        words: Words = self._context.words
        case = outcome.case
        money = [words.money(amount, view.currency) for amount in case.expected]
        shares = [words.percent(chance * 100, 0) for chance in (case.q_alone, case.q_other)]
        for label, text in zip((self.keep, self.passed), money if amounts else shares, strict=True):
            label.setText(text)
        self.unit.setText(words("amount × chance") if amounts else words("share of the order"))


def _number(number: QWidget, caption: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(number)
    column.addWidget(caption)
    return column
