"""What the rewards show: before and after for everybody, weights by group, credit rules, recognition (METHOD S9)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    CreditRule,
    Department,
    Nomination,
    Person,
    Recognition,
    RecognitionForm,
    RewardScheme,
)
from workshop_app.domain.rewards import Comparison, Simulation, simulations
from workshop_app.domain.rewards.comparison import comparison
from workshop_app.domain.rewards.credit import LEAD, PASSER
from workshop_app.domain.rewards.nominations import is_own
from workshop_app.domain.rewards.scheme import AFTER, BEFORE
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

ZERO = Fraction(0)


@dataclass(frozen=True)
class Thanks:
    """A department names somebody of another one for a form of recognition; ``own``: it names its own, not counted."""

    nomination: Nomination
    form: Recognition
    department: Department
    person: Person
    home: Department | None
    own: bool

    @property
    def id(self) -> str:
        """The nomination's id."""
        return self.nomination.id

    @property
    def shown(self) -> bool:
        """Whether room and paper may show it: the form is public, and another department names."""
        return not self.own and self.form.form is RecognitionForm.PUBLIC


@dataclass(frozen=True)
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
    people = pay_of_people(engagement, before, after, groups)
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
        thanks=_thanks(engagement),
        currency=engagement.settings.currency,
    )


def _thanks(engagement: Engagement) -> tuple[Thanks, ...]:
    thanks = []
    for nomination in engagement.nominations:
        form = engagement.get(Recognition, nomination.recognition_id)
        department, person = engagement.department(nomination.department_id), engagement.person(nomination.person_id)
        if form is not None and department is not None and person is not None:
            home = engagement.department(person.department_id)
            thanks.append(Thanks(nomination, form, department, person, home, is_own(engagement, nomination)))
    return tuple(thanks)
