"""The tables with money: target bonuses, plan and fact by subject."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from fractions import Fraction

from ui.context import WindowContext
from ui.models.table import Column
from ui.steps.rewards.table_part import TablePart
from ui.widgets import roles
from ui.widgets.paint import Badge, badges_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import RewardFact, RewardIndicator, RewardLevel
from workshop_app.domain.rewards.scheme import EVERYBODY
from workshop_app.services.operations import together
from workshop_app.steps.rewards.operations import (
    set_fact,
    set_target,
)
from workshop_app.steps.rewards.view import RewardsView

FACT_COLUMN = 3
"""Where the fact stands in its table."""


@frozen
class BonusLine:
    """A person and the target bonus."""

    id: str
    name: str
    position: str
    badge: Badge | None
    amount: Decimal | None


class BonusesPart(TablePart):
    """What each person is paid for 100 % of everything in the period, the same in both schemes."""

    def __init__(self, context: WindowContext) -> None:
        _ = words = context.words
        note = _(
            "What is paid for 100 % of everything in the period. The room is frozen meanwhile. Ctrl+V pastes a column."
        )
        super().__init__(context, _("Target bonuses"), note)
        self.table.pasted.connect(self._paste)
        self.model.set_columns(
            [
                Column("name", _("Person"), lambda line: line.name, roles={roles.BADGE: lambda line: line.badge}),
                Column("position", _("Position"), lambda line: line.position, roles={roles.TONE: lambda line: "text2"}),
                Column(
                    "amount",
                    _("Target bonus"),
                    lambda line: words.number(line.amount),
                    lambda line, typed: set_target(line.id, typed),
                    value=lambda line: line.amount,
                    roles=self.number(),
                ),
            ]
        )
        self.table.set_widths((0, 0, 180))

    def show_scheme(self, view: RewardsView, scheme: str) -> None:
        """Everybody who works in a participating department."""
        engagement = self.context.bridge.engagement
        badges = badges_of(engagement.departments)
        titles = {position.id: position.title for position in engagement.positions}
        amounts = {row.person_id: row.amount for row in engagement.target_bonuses}
        people = [p for p in engagement.people if p.id in amounts or (p.active and p.department_id in badges)]
        self.model.set_lines(
            [
                BonusLine(
                    p.id,
                    p.name,
                    titles.get(p.position_id or "", ""),
                    badges.get(p.department_id or ""),
                    amounts.get(p.id),
                )
                for p in people
            ]
        )

    def _paste(self, rows: list[list[str]]) -> None:
        rows = self.without_head(rows)
        numbers = [self.number_in(row[-1]) for row in rows]
        lines = self.lines_below()
        pairs = zip(lines, numbers, strict=False)
        operations = [set_target(line.id, value) for line, value in pairs if value is not None]
        self.context.bridge.run(together(Message(N_("Target bonuses pasted")), operations))
        self.tell_unread(len(rows) - len(lines))


@frozen
class FactLine:
    """An indicator's plan and fact for a subject."""

    id: str
    code: str
    subject: str
    title: str
    whose: str
    badge: Badge | None
    row: RewardFact | None = field(default=None)


class FactsPart(TablePart):
    """Last year's plan and fact: a row per indicator and subject."""

    def __init__(self, context: WindowContext) -> None:
        _ = words = context.words
        note = _(
            "Last year's plan and fact. A missing fact pays nothing and is marked “no data”. Ctrl+V pastes two columns."
        )
        super().__init__(context, _("Plan and fact"), note)
        self.table.pasted.connect(self._paste)
        self.model.set_columns(
            [
                Column("title", _("Indicator"), lambda line: line.title),
                Column("whose", _("Whose"), lambda line: line.whose, roles={roles.BADGE: lambda line: line.badge}),
                self._value("plan", _("Plan")),
                self._value("fact", _("Fact")),
                Column(
                    "share",
                    _("Achieved, %"),
                    lambda line: words.number(_achieved(line), 1) if _achieved(line) is not None else _("no data"),
                    roles={**roles.RIGHT, roles.TONE: lambda line: "text2"},
                ),
            ]
        )
        self.table.set_widths((0, 0, 140, 140, 120))

    def _paste(self, rows: list[list[str]]) -> None:
        """Plan and fact from the line in front down; a lone column goes where the cursor stands."""
        column = self.table.currentIndex().column()
        alone = "fact" if column == FACT_COLUMN else "plan"
        rows, operations, lines = self.without_head(rows), [], self.lines_below()
        for line, row in zip(lines, rows, strict=False):
            names = (alone,) if len(row) == 1 else ("plan", "fact")
            found = {name: self.number_in(cell) for name, cell in zip(names, row[-2:], strict=True)}
            known = {name: value for name, value in found.items() if value is not None}
            if known:
                operations.append(set_fact(self.scheme, line.code, line.subject, **known))
        self.context.bridge.run(together(Message(N_("Plans and facts pasted")), operations))
        self.tell_unread(len(rows) - len(lines))

    def _value(self, name: str, title: str) -> Column[FactLine]:
        words = self.context.words

        def value(line: FactLine) -> Decimal | None:
            return getattr(line.row, name) if line.row else None

        return Column(
            name,
            title,
            lambda line: words.number(value(line)),
            lambda line, typed: set_fact(self.scheme, line.code, line.subject, **{name: typed}),
            value=value,
            roles=self.number(),
        )

    def show_scheme(self, view: RewardsView, scheme: str) -> None:
        """The facts that the scheme's indicators ask for."""
        self.scheme = scheme
        engagement = self.context.bridge.engagement
        stored = {(row.indicator, row.subject): row for row in engagement.reward_facts if row.scheme_id == scheme}
        badges = badges_of(engagement.departments)
        lines = []
        for indicator in engagement.reward_indicators:
            if indicator.scheme_id == scheme:
                for subject, whose, badge in self._subjects(engagement, indicator, badges):
                    key = (indicator.code, subject)
                    line_id = f"{scheme}/{indicator.code}/{subject}"
                    lines.append(FactLine(line_id, *key, indicator.title, whose, badge, stored.get(key)))
        self.model.set_lines(lines)

    def _subjects(
        self, engagement: Engagement, indicator: RewardIndicator, badges: dict[str, Badge]
    ) -> list[tuple[str, str, Badge | None]]:
        _ = self.context.words
        if indicator.level is RewardLevel.JOINT:
            return [(EVERYBODY, _("everybody"), None)]
        if indicator.level is RewardLevel.DEPARTMENT:
            return [(d.id, d.name, badges[d.id]) for d in engagement.departments]
        weighed = {
            row.position_id
            for row in engagement.reward_weights
            if (row.scheme_id, row.indicator) == (indicator.scheme_id, indicator.code) and row.weight
        }
        paid = {row.person_id for row in engagement.target_bonuses if row.scheme_id == indicator.scheme_id}
        return [
            (p.id, p.name, badges.get(p.department_id or ""))
            for p in engagement.people
            if p.position_id in weighed and (p.id in paid or p.active)
        ]


def _achieved(line: FactLine) -> Fraction | None:
    row = line.row
    if row is None or row.fact is None or not row.plan:
        return None
    return Fraction(row.fact) * 100 / Fraction(row.plan)
