"""What the rewards show: before and after for everybody, weights by group, credit rules, recognition (METHOD S9)."""

from __future__ import annotations

from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import (
    CreditRule,
    Department,
    Recognition,
    RewardScheme,
)
from workshop_app.domain.rewards import Comparison, Simulation, simulations
from workshop_app.domain.rewards.comparison import compare, comparison
from workshop_app.domain.rewards.credit import LEAD, PASSER
from workshop_app.domain.rewards.scheme import AFTER, ASIDE, BEFORE
from workshop_app.steps.rewards.groups import Group, groups_of
from workshop_app.steps.rewards.pay import (
    DepartmentPay,
    PayLine,
    PositionShare,
    pay_of_departments,
    pay_of_people,
    pay_of_positions,
)
from workshop_app.steps.step import ViewContext
from workshop_app.steps.thanks import Thanks, all_thanks

ZERO = Fraction(0)


@frozen
class Variant:
    """The new scheme against the variant set aside: the fund as a whole, and everybody's pay in each."""

    comparison: Comparison
    people: tuple[PayLine, ...]
    totals: tuple[DepartmentPay, ...]


@frozen
class RewardsView:
    """The whole step."""

    departments: tuple[Department, ...]
    before: RewardScheme | None
    after: RewardScheme | None
    before_pay: Simulation | None
    after_pay: Simulation | None
    comparison: Comparison | None
    groups: tuple[Group, ...]
    people: tuple[PayLine, ...]
    totals: tuple[DepartmentPay, ...]
    shares: tuple[PositionShare, ...]
    credit_rules: tuple[CreditRule, ...]
    recognition: tuple[Recognition, ...]
    thanks: tuple[Thanks, ...]
    variant: Variant | None
    currency: str

    @property
    def draft(self) -> bool:
        """Whether the weights of some group do not sum to 100: results are marked."""
        return any(group.is_draft for group in self.groups)

    def group(self, group_id: str | None) -> Group | None:
        """The group with this id, else the largest one."""
        found = next((group for group in self.groups if group.id == group_id), None)
        return found or max(self.groups, key=lambda group: group.people, default=None)

    @property
    def lead_rule(self) -> CreditRule | None:
        """The rule on passed leads of the new scheme."""
        return next(
            (rule for rule in self.credit_rules if {LEAD, PASSER} & {name for name, _share in rule.shares}), None
        )


def rewards_view(engagement: Engagement, context: ViewContext) -> RewardsView:
    """Rewards as they stand."""
    return engagement.derive(_rewards_view)


def _rewards_view(engagement: Engagement) -> RewardsView:
    found = simulations(engagement)
    before, after = found.get(BEFORE), found.get(AFTER)
    schemes = {row.id: row for row in engagement.reward_schemes}
    groups = groups_of(engagement)
    people = pay_of_people(engagement, BEFORE, groups)
    return RewardsView(
        departments=engagement.departments,
        before=schemes.get(BEFORE),
        after=schemes.get(AFTER),
        before_pay=before,
        after_pay=after,
        comparison=comparison(engagement),
        groups=groups,
        people=people,
        totals=pay_of_departments(engagement.departments, people),
        shares=pay_of_positions(engagement, before, after),
        credit_rules=tuple(rule for rule in engagement.credit_rules if rule.scheme_id == AFTER),
        recognition=engagement.recognition,
        thanks=all_thanks(engagement),
        variant=_variant(engagement, found.get(ASIDE), after, groups),
        currency=engagement.settings.currency,
    )


def _variant(
    engagement: Engagement, aside: Simulation | None, after: Simulation | None, groups: tuple[Group, ...]
) -> Variant | None:
    if aside is None or after is None:
        return None
    people = pay_of_people(engagement, ASIDE, groups)
    return Variant(compare(aside, after), people, pay_of_departments(engagement.departments, people))
