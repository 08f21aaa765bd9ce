"""The old scheme against the new one on the same facts of last year (METHOD C.10.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.rewards.payout import ZERO
from workshop_app.domain.rewards.scheme import AFTER, BEFORE
from workshop_app.domain.rewards.simulation import PersonPay, Simulation, simulations

KEPT_AT_LEAST = Fraction(85, 100)
"""Whoever keeps less of the old pay for the same results loses much (RWD-10)."""

FUND_TOLERANCE = Fraction(10, 100)
"""How far the fund may change without the owner's approval (RWD-09)."""


@frozen(slots=True)
class Change:
    """A sum before and after, in money."""

    before: Fraction
    after: Fraction

    @property
    def delta(self) -> Fraction:
        """After minus before."""
        return self.after - self.before

    @property
    def percent(self) -> Fraction | None:
        """The change in % of the sum before; None when that was 0."""
        return 100 * self.delta / self.before if self.before else None

    @property
    def loses_much(self) -> bool:
        """Whether more than 15 % is lost."""
        return self.after < KEPT_AT_LEAST * self.before


@frozen(slots=True, kw_only=True)
class PersonChange:
    """A person's pay before and after; ``target_bonus`` is that of the new scheme, else of the old."""

    person_id: str
    department: str | None
    position_id: str | None
    target_bonus: Fraction
    pay: Change


@frozen(slots=True, kw_only=True)
class Comparison:
    """Before and after: per person, department and position, and for the fund.

    ``joint_share_before`` and ``_after``: the share of the fund in % paid for joint indicators. ``losers``: the people
    who lose more than 15 %, in the order of the people; ``worst``: the greatest loss in %, None when nobody loses.
    """

    fund: Change
    people: Mapping[str, PersonChange]
    departments: Mapping[str | None, Change]
    positions: Mapping[str | None, Change]
    joint_share_before: Fraction | None
    joint_share_after: Fraction | None
    losers: tuple[str, ...]
    worst: Fraction | None

    @property
    def fund_changes_much(self) -> bool:
        """Whether the fund changes by more than 10 % (RWD-09)."""
        return self.fund.before != 0 and abs(self.fund.delta) > FUND_TOLERANCE * self.fund.before


def comparison(engagement: Engagement) -> Comparison | None:
    """The document's two schemes compared; None while one of them is missing."""
    return engagement.derive(_comparison)


def _comparison(engagement: Engagement) -> Comparison | None:
    found = simulations(engagement)
    return compare(found[BEFORE], found[AFTER]) if BEFORE in found and AFTER in found else None


def compare(before: Simulation, after: Simulation) -> Comparison:
    """Compare two simulations; a person in one of them only has 0 in the other."""
    people = {
        person_id: _person(before.people.get(person_id), after.people.get(person_id))
        for person_id in dict.fromkeys((*before.people, *after.people))
    }
    losses = [change for person in people.values() if (change := person.pay.percent) is not None and change < 0]
    return Comparison(
        fund=Change(before.fund, after.fund),
        people=people,
        departments=_summed(people.values(), lambda person: person.department),
        positions=_summed(people.values(), lambda person: person.position_id),
        joint_share_before=before.joint_share,
        joint_share_after=after.joint_share,
        losers=tuple(person_id for person_id, person in people.items() if person.pay.loses_much),
        worst=min(losses, default=None),
    )


def target_shares(simulation: Simulation) -> Mapping[str | None, Fraction]:
    """What each position is paid in % of its people's target bonuses: rewards as the room and paper may show them."""
    paid: dict[str | None, Fraction] = {}
    target: dict[str | None, Fraction] = {}
    for person in simulation.people.values():
        paid[person.position_id] = paid.get(person.position_id, ZERO) + person.paid
        target[person.position_id] = target.get(person.position_id, ZERO) + person.target_bonus
    return {
        position_id: 100 * amount / target[position_id] for position_id, amount in paid.items() if target[position_id]
    }


def unknown_shares(simulation: Simulation) -> Mapping[str | None, Fraction]:
    """How much of each position's target bonuses hangs on facts nobody has entered, in %; those lines pay 0."""
    unknown: dict[str | None, Fraction] = {}
    target: dict[str | None, Fraction] = {}
    for person in simulation.people.values():
        weight = sum((line.weight for line in person.lines.values() if line.no_data), ZERO)
        unknown[person.position_id] = unknown.get(person.position_id, ZERO) + weight * person.target_bonus
        target[person.position_id] = target.get(person.position_id, ZERO) + person.target_bonus
    return {position_id: amount / target[position_id] for position_id, amount in unknown.items() if amount}


def _person(before: PersonPay | None, after: PersonPay | None) -> PersonChange:
    known = after or before
    assert known is not None
    return PersonChange(
        person_id=known.person_id,
        department=known.department,
        position_id=known.position_id,
        target_bonus=known.target_bonus,
        pay=Change(before.paid if before else ZERO, after.paid if after else ZERO),
    )


def _summed(people: Iterable[PersonChange], group: Callable[[PersonChange], str | None]) -> dict[str | None, Change]:
    sums: dict[str | None, Change] = {}
    for person in people:
        held = sums.get(group(person), Change(ZERO, ZERO))
        sums[group(person)] = Change(held.before + person.pay.before, held.after + person.pay.after)
    return sums
