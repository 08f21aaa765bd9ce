"""A reward scheme as a plain value: what the simulator needs and nothing else (METHOD C.10.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Direction, RewardIndicator, RewardKind, RewardLevel, RewardScheme
from workshop_app.domain.rewards.payout import ONE, Curve

BEFORE, AFTER = "before", "after"
"""The ids of the two schemes."""

ASIDE = "variant"
"""The id of another wording of the new scheme, set aside to be compared with it."""

EVERYBODY = "*"
"""The subject of a joint indicator's fact."""


@frozen(slots=True, kw_only=True)
class Measure:
    """An indicator of a scheme: whose fact it measures and what the fact pays."""

    code: str
    title: str = ""
    level: RewardLevel = RewardLevel.INDIVIDUAL
    kind: RewardKind = RewardKind.RATIO
    direction: Direction = Direction.UP
    curve: Curve = field(default_factory=Curve)
    source: str | None = None
    zero_sum: bool = False

    @property
    def is_contest(self) -> bool:
        """Whether one wins at another's expense (RWD-06)."""
        return self.kind is RewardKind.RANK or self.zero_sum


@frozen(slots=True)
class Fact:
    """Plan and fact of one indicator for one subject; None = not known."""

    plan: Fraction | None
    fact: Fraction | None


@frozen(slots=True, kw_only=True)
class Payee:
    """A person with a target bonus: the sum for 100 % of everything in the period.

    ``department`` is the id of a participating department, or the name of another one.
    """

    person_id: str
    department: str | None
    position_id: str | None
    target_bonus: Fraction


@frozen(slots=True, kw_only=True)
class Gate:
    """Below ``min_achievement`` of ``indicator``, factors of lines on the levels ``applies_to`` are multiplied."""

    indicator: str
    min_achievement: Fraction
    multiplier: Fraction
    applies_to: frozenset[str]


@frozen(slots=True, kw_only=True)
class Scheme:
    """A scheme with its people and facts.

    ``weights``: by position, the weight in % by indicator code. ``facts``: by indicator code and subject (a person's
    id, a department, ``*``). ``round_to``: payouts are whole multiples of it. ``personal_cap``: a multiple of the
    target bonus. ``fund_limit``: money.
    """

    measures: Mapping[str, Measure]
    weights: Mapping[str, Mapping[str, Fraction]]
    payees: tuple[Payee, ...]
    facts: Mapping[tuple[str, str], Fact]
    gate: Gate | None = None
    round_to: Fraction = ONE
    personal_cap: Fraction | None = None
    fund_limit: Fraction | None = None

    def weights_of(self, payee: Payee) -> Mapping[str, Fraction]:
        """The weights of a person's position; empty when the position has none."""
        return self.weights.get(payee.position_id or "", {})

    def subject_of(self, measure: Measure, payee: Payee) -> str:
        """Whose fact counts for this person."""
        if measure.level is RewardLevel.JOINT:
            return EVERYBODY
        return payee.person_id if measure.level is RewardLevel.INDIVIDUAL else payee.department or ""

    def with_more(self, added: Mapping[tuple[str, str], Fraction]) -> Scheme:
        """The scheme with amounts added to known facts, by indicator code and subject."""
        facts = dict(self.facts)
        for key, amount in added.items():
            known = facts.get(key)
            if known is not None and known.fact is not None:
                facts[key] = Fact(known.plan, known.fact + amount)
        return replace(self, facts=facts)


def scheme_of(engagement: Engagement, scheme_id: str) -> Scheme:
    """The scheme ``before`` or ``after`` of a document; KeyError when there is none.

    Everybody with a target bonus takes part, in the order of the people; missing curve parameters take the defaults.
    """
    row = engagement.named(RewardScheme, scheme_id)
    return Scheme(
        measures={line.code: _measure(line) for line in engagement.reward_indicators if line.scheme_id == scheme_id},
        weights=_weights(engagement, scheme_id),
        payees=_payees(engagement, scheme_id),
        facts={
            (line.indicator, line.subject): Fact(_exact(line.plan), _exact(line.fact))
            for line in engagement.reward_facts
            if line.scheme_id == scheme_id
        },
        gate=_gate(row),
        round_to=Fraction(row.round_to),
        personal_cap=_exact(row.personal_cap),
        fund_limit=_exact(row.fund_limit),
    )


def _measure(row: RewardIndicator) -> Measure:
    given = {
        "threshold": row.threshold,
        "at_threshold": row.payout_at_threshold,
        "slope": row.slope,
        "cap": row.cap,
    }
    return Measure(
        code=row.code,
        title=row.title,
        level=row.level,
        kind=row.kind,
        direction=row.direction,
        curve=Curve(**{name: Fraction(value) for name, value in given.items() if value is not None}),
        source=row.source,
        zero_sum=row.zero_sum,
    )


def _weights(engagement: Engagement, scheme_id: str) -> dict[str, dict[str, Fraction]]:
    weights: dict[str, dict[str, Fraction]] = {}
    for line in engagement.reward_weights:
        if line.scheme_id == scheme_id:
            weights.setdefault(line.position_id, {})[line.indicator] = Fraction(line.weight)
    return weights


def _payees(engagement: Engagement, scheme_id: str) -> tuple[Payee, ...]:
    targets = {line.person_id: line.amount for line in engagement.target_bonuses if line.scheme_id == scheme_id}
    return tuple(
        Payee(
            person_id=person.id,
            department=person.department_id or person.department_text,
            position_id=person.position_id,
            target_bonus=Fraction(targets[person.id]),
        )
        for person in engagement.people
        if person.id in targets
    )


def _gate(row: RewardScheme) -> Gate | None:
    if row.gate_indicator is None or row.gate_min_achievement is None or row.gate_multiplier is None:
        return None
    return Gate(
        indicator=row.gate_indicator,
        min_achievement=Fraction(row.gate_min_achievement),
        multiplier=Fraction(row.gate_multiplier),
        applies_to=frozenset(row.gate_applies_to),
    )


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
