"""The case that is played: a lead suits the other department; keep it or pass it on (METHOD C.10.6)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import CreditMethod, RewardLevel
from workshop_app.domain.rewards import CooperationTest, cooperation_test, scheme_of
from workshop_app.domain.rewards.credit import PASSER
from workshop_app.domain.rewards.scheme import AFTER, BEFORE
from workshop_app.steps.rewards.view import RewardsView

USUAL_DEAL = Fraction(400_000)


@frozen
class Case:
    """The group's estimates. ``share``: the passer's credit by a split (0…1); chances 0…1; money in ``amount``."""

    person_id: str
    amount: Fraction = USUAL_DEAL
    q_alone: Fraction = Fraction(30, 100)
    q_other: Fraction = Fraction(60, 100)
    share: Fraction = Fraction(30, 100)
    method: CreditMethod = CreditMethod.SPLIT

    @property
    def credit(self) -> Fraction:
        """What the passer is credited by the chosen method."""
        if self.method is CreditMethod.DOUBLE:
            return Fraction(1)
        return Fraction(0) if self.method is CreditMethod.SINGLE else self.share

    @property
    def expected(self) -> tuple[Fraction, Fraction]:
        """What the company can expect of the lead, in money: when it is kept, when it is passed on."""
        return self.q_alone * self.amount, self.q_other * self.amount

    def as_options(self) -> tuple[tuple[str, str], ...]:
        """For the room's focus."""
        return (
            ("person", self.person_id),
            ("amount", str(self.amount)),
            ("q_alone", str(self.q_alone)),
            ("q_other", str(self.q_other)),
            ("share", str(self.share)),
            ("method", self.method),
        )

    @classmethod
    def from_options(cls, options: dict[str, str]) -> Case | None:
        """What the focus carries; None without a person."""
        if not options.get("person"):
            return None
        numbers = {name: Fraction(options[name]) for name in ("amount", "q_alone", "q_other", "share")}
        return cls(options["person"], method=CreditMethod(options["method"]), **numbers)


@frozen
class Outcome:
    """What each scheme pays for the case, and the person's target bonus to say it in per cent."""

    case: Case
    before: CooperationTest | None
    after: CooperationTest | None
    target: Fraction

    def percent(self, amount: Fraction) -> Fraction | None:
        """An amount in % of the target bonus."""
        return 100 * amount / self.target if self.target else None


def outcome_of(engagement: Engagement, view: RewardsView, case: Case) -> Outcome:
    """Play the case by both schemes; the old one gives no credit for passing."""
    line = next((line for line in view.people if line.id == case.person_id), None)
    return Outcome(
        case,
        _test(engagement, BEFORE, view.before is not None, replace(case, method=CreditMethod.SINGLE)),
        _test(engagement, AFTER, view.after is not None, case),
        line.target if line else Fraction(0),
    )


def _test(engagement: Engagement, scheme_id: str, there: bool, case: Case) -> CooperationTest | None:
    if not there:
        return None
    try:
        return cooperation_test(
            scheme_of(engagement, scheme_id), case.person_id, case.amount, case.q_alone, case.q_other, case.credit
        )
    except KeyError:
        return None


def first_case(engagement: Engagement, view: RewardsView) -> Case | None:
    """Whoever has most to lose by passing on where no bend is near, with the share of the present rule.

    None without anybody who is paid.
    """
    if not view.people:
        return None
    rule = view.lead_rule
    case = Case(view.people[0].id, amount=_usual_deal(engagement))
    if rule is not None:
        share = Fraction(dict(rule.shares).get(PASSER, 0)) / 100
        case = replace(case, share=share if rule.method is CreditMethod.SPLIT else case.share, method=rule.method)
    tests = {
        line.id: _test(engagement, AFTER, view.after is not None, replace(case, person_id=line.id))
        for line in view.people
    }
    kept = {person: test.keep for person, test in tests.items() if test is not None and test.is_straight}
    return replace(case, person_id=max(kept, key=lambda person: kept[person])) if kept else case


def _usual_deal(engagement: Engagement) -> Fraction:
    """About 4 % of a middling person's plan, in one digit: a deal that is worth talking about."""
    own = {row.code for row in engagement.reward_indicators if row.level is RewardLevel.INDIVIDUAL}
    plans = sorted(
        row.plan for row in engagement.reward_facts if row.plan and row.indicator in own and row.scheme_id == AFTER
    )
    if not plans:
        return USUAL_DEAL
    deal = plans[len(plans) // 2] / 25
    digit = Decimal(1).scaleb(deal.adjusted())
    return Fraction((deal / digit).to_integral_value() * digit) or USUAL_DEAL
