"""Keep a lead or pass it on? What the scheme pays for either (METHOD C.10.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Direction, RewardKind, RewardLevel
from workshop_app.domain.rewards.payout import ZERO
from workshop_app.domain.rewards.scheme import Fact, Measure, Payee, Scheme
from workshop_app.domain.rewards.simulation import simulate_scheme


class Verdict(StrEnum):
    """What the scheme pays for."""

    KEEP = "keep"
    PASS = "pass"
    EVEN = "even"
    UNKNOWN = "unknown"


@frozen(slots=True, kw_only=True)
class CooperationTest:
    """What a person can expect, in money: chance × gain in the bonus, exact.

    ``break_even``: the least credit share (of 1) at which passing pays as much as keeping; None when none up to 1 does.
    ``counts_in``: the indicators the deal was added to. ``is_straight``: no bend of a payout curve lies on the way, so
    the break-even share is simply q_alone ÷ q_other.
    """

    keep: Fraction
    pass_: Fraction
    break_even: Fraction | None
    counts_in: tuple[str, ...]
    is_straight: bool

    @property
    def verdict(self) -> Verdict:
        """KEEP means that the scheme punishes cooperation; UNKNOWN that no indicator with a fact takes the deal."""
        if not self.counts_in:
            return Verdict.UNKNOWN
        if self.keep == self.pass_:
            return Verdict.EVEN
        return Verdict.KEEP if self.keep > self.pass_ else Verdict.PASS


def cooperation_test(
    scheme: Scheme,
    person_id: str,
    amount: Fraction,
    q_alone: Fraction,
    q_other: Fraction,
    share: Fraction,
    counts_in: tuple[str, ...] | None = None,
) -> CooperationTest:
    """Re-run the simulator for one person with and without a lead of ``amount``.

    ``q_alone`` and ``q_other`` are the chances (0…1) that the deal comes off when kept or passed on; ``share`` is the
    passer's credit (0…1). Own and own department's facts grow by the credited amount. Rounding and the fund limit are
    left out: they would hide a small difference. KeyError for a person without a target bonus.
    """
    lead = _Lead(scheme, person_id, amount, counts_in)
    keep = q_alone * lead.gain(Fraction(1))
    return CooperationTest(
        keep=keep,
        pass_=q_other * lead.gain(share),
        break_even=_break_even(lead, keep, q_other),
        counts_in=tuple(measure.code for measure in lead.measures),
        is_straight=not lead.bends,
    )


class _Lead:
    """One person's bonus as a function of the credited share of one lead: straight between its bends."""

    def __init__(self, scheme: Scheme, person_id: str, amount: Fraction, counts_in: tuple[str, ...] | None) -> None:
        payee = next((payee for payee in scheme.payees if payee.person_id == person_id), None)
        if payee is None:
            raise KeyError(person_id)
        self._person_id = person_id
        self._amount = amount
        self._alone = replace(scheme, payees=(payee,), round_to=ZERO, fund_limit=None)
        self.measures = tuple(_counting(scheme, payee, amount, counts_in))
        self._keys = [(measure.code, scheme.subject_of(measure, payee)) for measure in self.measures]
        self.bends = self._bends()
        self.most = None if scheme.personal_cap is None else scheme.personal_cap * payee.target_bonus
        self.base = self._bonus(self._alone, ZERO)

    def gain(self, share: Fraction) -> Fraction:
        """What the bonus grows by when this share of the lead is credited."""
        return self._bonus(self._alone, share) - self.base

    def uncapped(self, share: Fraction) -> Fraction:
        """The bonus at a share, without the personal cap."""
        return self._bonus(replace(self._alone, personal_cap=None), share)

    def _bonus(self, scheme: Scheme, share: Fraction) -> Fraction:
        more = scheme.with_more(dict.fromkeys(self._keys, share * self._amount))
        return simulate_scheme(more).people[self._person_id].paid

    def _bends(self) -> tuple[Fraction, ...]:
        """The shares between 0 and 1 where the bonus jumps or changes its slope."""
        gate = self._alone.gate
        found: set[Fraction] = set()
        for measure, key in zip(self.measures, self._keys, strict=True):
            plan, fact = _numbers(self._alone.facts[key])
            levels = set(measure.curve.bends)
            if gate and gate.indicator == measure.code:
                levels.add(gate.min_achievement)
            found |= {(level * plan - fact) / self._amount for level in levels}
        return tuple(sorted(share for share in found if 0 < share < 1))


def _break_even(lead: _Lead, keep: Fraction, q_other: Fraction) -> Fraction | None:
    if keep <= 0:
        return ZERO
    if q_other <= 0:
        return None
    needed = lead.base + keep / q_other
    if lead.most is not None and needed > lead.most:
        return None
    points = (ZERO, *lead.bends, Fraction(1))
    for left, right in pairwise(points):
        if lead.uncapped(left) >= needed:
            return left
        crossing = _crossing(lead, left, right, needed)
        if crossing is not None:
            return crossing
    return Fraction(1) if lead.uncapped(Fraction(1)) >= needed else None


def _crossing(lead: _Lead, left: Fraction, right: Fraction, needed: Fraction) -> Fraction | None:
    """Where the straight piece between two bends reaches ``needed``, if it does inside."""
    first, second = (2 * left + right) / 3, (left + 2 * right) / 3
    low, high = lead.uncapped(first), lead.uncapped(second)
    if high <= low:
        return None
    share = first + (needed - low) * (second - first) / (high - low)
    return share if left < share < right else None


def _counting(scheme: Scheme, payee: Payee, amount: Fraction, counts_in: tuple[str, ...] | None) -> Iterator[Measure]:
    """The indicators that a deal is added to: those asked for, else the heaviest own and department one."""
    weights = scheme.weights_of(payee)
    fitting = [
        measure
        for code, measure in scheme.measures.items()
        if weights.get(code, ZERO) > 0 and _takes_deals(scheme, measure, payee, amount)
    ]
    if counts_in is not None:
        yield from (measure for measure in fitting if measure.code in counts_in)
        return
    for level in (RewardLevel.INDIVIDUAL, RewardLevel.DEPARTMENT):
        yield from _heaviest([measure for measure in fitting if measure.level is level], weights)


def _heaviest(measures: list[Measure], weights: Mapping[str, Fraction]) -> list[Measure]:
    return [max(measures, key=lambda measure: weights[measure.code])] if measures else []


def _takes_deals(scheme: Scheme, measure: Measure, payee: Payee, amount: Fraction) -> bool:
    """Whether the indicator sums up deals: not joint, a ratio that grows, with a plan no smaller than the deal."""
    if measure.level is RewardLevel.JOINT or measure.kind is RewardKind.RANK or measure.direction is not Direction.UP:
        return False
    fact = scheme.facts.get((measure.code, scheme.subject_of(measure, payee)))
    return fact is not None and fact.fact is not None and fact.plan is not None and 0 < amount <= fact.plan


def _numbers(fact: Fact) -> tuple[Fraction, Fraction]:
    assert fact.plan is not None and fact.fact is not None
    return fact.plan, fact.fact
