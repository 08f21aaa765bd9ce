"""What a scheme would pay for the facts it knows (METHOD C.10.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Direction, RewardKind, RewardLevel
from workshop_app.domain.rewards.payout import ONE, ZERO, achievement_of, line_payout, rounded_down
from workshop_app.domain.rewards.scheme import Measure, Payee, Scheme, scheme_of


@frozen(slots=True, kw_only=True)
class LinePay:
    """One indicator of one person.

    ``weight`` in %; ``achievement`` 1 = plan, None = not known; ``factor`` with the gate already in it; ``payout`` in
    money. ``no_data``: the fact is missing, the line pays 0 (DECISIONS, "Meaning"). ``gated``: the gate was closed.
    """

    code: str
    level: RewardLevel | None
    weight: Fraction
    achievement: Fraction | None
    factor: Fraction
    payout: Fraction
    no_data: bool = False
    gated: bool = False


@frozen(slots=True, kw_only=True)
class PersonPay:
    """A person's bonus: ``total`` after the personal cap, ``paid`` after the fund limit.

    ``gate_unknown``: the fact of the gate's indicator is missing, so the gate was left open.
    """

    person_id: str
    department: str | None
    position_id: str | None
    target_bonus: Fraction
    total: Fraction
    paid: Fraction
    capped: bool
    lines: Mapping[str, LinePay]
    gate_unknown: bool = False

    @property
    def paid_for_joint(self) -> Fraction:
        """The part of ``paid`` that joint indicators earned; cap and limit take from every line in proportion."""
        earned = sum((line.payout for line in self.lines.values()), ZERO)
        joint = sum((line.payout for line in self.lines.values() if line.level is RewardLevel.JOINT), ZERO)
        return self.paid * joint / earned if earned else ZERO


@frozen(slots=True, kw_only=True)
class Simulation:
    """The result for everybody, in money of the period.

    ``fund``: what is paid. ``scaled``: the fund limit was reached; ``undistributed``: what rounding down leaves of it.
    """

    fund: Fraction
    fund_before_limit: Fraction
    scaled: bool
    undistributed: Fraction
    people: Mapping[str, PersonPay]

    @property
    def joint_share(self) -> Fraction | None:
        """The share of the fund in % that is paid for joint indicators; None without a fund."""
        joint = sum((person.paid_for_joint for person in self.people.values()), ZERO)
        return 100 * joint / self.fund if self.fund else None


def simulations(engagement: Engagement) -> Mapping[str, Simulation]:
    """The simulation of every scheme of the document by its id, ``before`` and ``after``."""
    return engagement.derive(_simulations)


def _simulations(engagement: Engagement) -> dict[str, Simulation]:
    return {row.id: simulate_scheme(scheme_of(engagement, row.id)) for row in engagement.reward_schemes}


def simulate(engagement: Engagement, scheme_id: str) -> Simulation:
    """What the scheme ``before`` or ``after`` pays on its own facts; KeyError when there is none."""
    return simulations(engagement)[scheme_id]


def simulate_scheme(scheme: Scheme) -> Simulation:
    """What a scheme pays: lines, personal cap, fund limit, in this order."""
    scores = _Scores(scheme)
    people = {payee.person_id: _earned(scheme, scores, payee) for payee in scheme.payees}
    before_limit = sum((person.total for person in people.values()), ZERO)
    limit = scheme.fund_limit
    scaled = limit is not None and before_limit > limit
    if limit is not None and scaled:
        scale = limit / before_limit
        people = {
            person_id: replace(person, paid=rounded_down(person.total * scale, scheme.round_to))
            for person_id, person in people.items()
        }
    fund = sum((person.paid for person in people.values()), ZERO)
    return Simulation(
        fund=fund,
        fund_before_limit=before_limit,
        scaled=scaled,
        undistributed=limit - fund if limit is not None and scaled else ZERO,
        people=people,
    )


def _earned(scheme: Scheme, scores: _Scores, payee: Payee) -> PersonPay:
    closed_to = scores.closed_to(payee)
    lines = {
        code: _line(scheme, payee, code, weight, scores, closed_to) for code, weight in scheme.weights_of(payee).items()
    }
    total = sum((line.payout for line in lines.values()), ZERO)
    capped = scheme.personal_cap is not None and total > scheme.personal_cap * payee.target_bonus
    if scheme.personal_cap is not None and capped:
        total = rounded_down(scheme.personal_cap * payee.target_bonus, scheme.round_to)
    return PersonPay(
        person_id=payee.person_id,
        department=payee.department,
        position_id=payee.position_id,
        target_bonus=payee.target_bonus,
        total=total,
        paid=total,
        capped=capped,
        lines=lines,
        gate_unknown=scheme.gate is not None and scores.at_gate(payee) is None,
    )


def _line(
    scheme: Scheme, payee: Payee, code: str, weight: Fraction, scores: _Scores, closed_to: frozenset[str]
) -> LinePay:
    measure = scheme.measures.get(code)
    score = scores.of(measure, payee) if measure else _NO_SCORE
    factor, gate = score.factor or ZERO, scheme.gate
    gated = measure is not None and measure.level in closed_to
    if gate and gated:
        factor *= gate.multiplier
    return LinePay(
        code=code,
        level=measure.level if measure else None,
        weight=weight,
        achievement=score.achievement,
        factor=factor,
        payout=line_payout(payee.target_bonus, weight, factor, scheme.round_to),
        no_data=score.factor is None,
        gated=gated,
    )


@frozen(slots=True)
class _Score:
    achievement: Fraction | None
    factor: Fraction | None


_NO_SCORE = _Score(None, None)


class _Scores:
    """Achievements and factors of one scheme, each computed once: most people share the facts of their department."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._known: dict[tuple[str, str], _Score] = {}

    def of(self, measure: Measure, payee: Payee) -> _Score:
        key = (measure.code, self._scheme.subject_of(measure, payee))
        if key not in self._known:
            self._known[key] = self._score(measure, key)
        return self._known[key]

    def closed_to(self, payee: Payee) -> frozenset[str]:
        """The levels whose factors the closed gate multiplies for this person; none when nobody knows."""
        gate = self._scheme.gate
        reached = self.at_gate(payee)
        return gate.applies_to if gate and reached is not None and reached < gate.min_achievement else frozenset()

    def at_gate(self, payee: Payee) -> Fraction | None:
        """The achievement of the gate's indicator for this person; None without a gate or a fact."""
        gate = self._scheme.gate
        measure = self._scheme.measures.get(gate.indicator) if gate else None
        return self.of(measure, payee).achievement if measure else None

    def _score(self, measure: Measure, key: tuple[str, str]) -> _Score:
        fact = self._scheme.facts.get(key)
        if fact is None or fact.fact is None:
            return _NO_SCORE
        achievement = achievement_of(fact.plan, fact.fact, measure.direction)
        if measure.kind is RewardKind.RANK:
            return _Score(achievement, ONE if fact.fact == self._best(measure) else ZERO)
        return _Score(achievement, None if achievement is None else measure.curve.factor(achievement))

    def _best(self, measure: Measure) -> Fraction:
        of_all = (fact.fact for (code, _subject), fact in self._scheme.facts.items() if code == measure.code)
        facts = [fact for fact in of_all if fact is not None]
        return max(facts) if measure.direction is Direction.UP else min(facts)
