"""What the rewards show: before and after for everybody, weights by group, credit rules, recognition (METHOD S9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    CreditRule,
    Department,
    Person,
    Position,
    Recognition,
    RewardIndicator,
    RewardLevel,
    RewardScheme,
)
from workshop_app.domain.rewards import Comparison, Simulation, simulations
from workshop_app.domain.rewards.comparison import comparison, target_shares
from workshop_app.domain.rewards.credit import LEAD, PASSER
from workshop_app.domain.rewards.scheme import AFTER, BEFORE
from workshop_app.domain.rewards.weights import WHOLE, equal_positions
from workshop_app.domain.text_key import norm_text
from workshop_app.steps.step import ViewContext

ZERO = Fraction(0)


@dataclass(frozen=True)
class WeightLine:
    """An indicator's weight for a group; ``before``: the weight of the old indicator it stands for."""

    row: RewardIndicator
    weight: Fraction
    before: Fraction

    @property
    def id(self) -> str:
        """The indicator's code."""
        return self.row.code

    @property
    def title(self) -> str:
        """What is measured."""
        return self.row.title

    @property
    def level(self) -> RewardLevel:
        """Whose result it is."""
        return self.row.level


@dataclass(frozen=True)
class Group:
    """Equal positions that are weighed together; ``removed``: old indicators that nothing stands for now.

    ``mixed``: the positions have different weights; those of the first are shown.
    """

    id: str
    positions: tuple[Position, ...]
    people: int
    lines: tuple[WeightLine, ...]
    removed: tuple[tuple[str, Fraction], ...]
    mixed: bool

    @property
    def title(self) -> str:
        """The titles of the positions, each once."""
        return " / ".join(dict.fromkeys(position.title for position in self.positions))

    @property
    def total(self) -> Fraction:
        """The sum of the weights in %."""
        return sum((line.weight for line in self.lines), ZERO)

    @property
    def weights(self) -> dict[str, Fraction]:
        """By code."""
        return {line.id: line.weight for line in self.lines}


@dataclass(frozen=True, kw_only=True)
class Pay:
    """Money before and after, in % of the target bonus too; None where there is no scheme.

    ``draft``: the weights it comes from do not sum to 100.
    """

    id: str
    department: Department | None
    target: Fraction
    before: Fraction | None
    after: Fraction | None
    draft: bool = False

    @property
    def delta(self) -> Fraction | None:
        """The change in % of the pay before; None = no data."""
        if self.before is None or self.after is None or not self.before:
            return None
        return 100 * (self.after - self.before) / self.before

    def share(self, amount: Fraction | None) -> Fraction | None:
        """An amount in % of the target bonus."""
        return 100 * amount / self.target if amount is not None and self.target else None


@dataclass(frozen=True, kw_only=True)
class PayLine(Pay):
    """A person's pay."""

    person: Person
    position: str


@dataclass(frozen=True, kw_only=True)
class DepartmentPay(Pay):
    """What the people of a department are paid together."""

    department: Department
    people: int


@dataclass(frozen=True)
class PositionShare:
    """A position's pay in % of its people's target bonuses: what the room and paper may show."""

    id: str
    title: str
    department: Department | None
    before: Fraction | None
    after: Fraction | None


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
    currency: str

    @property
    def draft(self) -> bool:
        """Whether the weights of some group do not sum to 100: results are marked."""
        return any(group.lines and group.total != WHOLE for group in self.groups)

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
    groups = _groups(engagement)
    people = _people(engagement, before, after, groups)
    return RewardsView(
        departments=engagement.departments,
        before=schemes.get(BEFORE),
        after=schemes.get(AFTER),
        before_pay=before,
        after_pay=after,
        comparison=comparison(engagement),
        groups=groups,
        people=people,
        totals=_totals(engagement.departments, people),
        shares=_shares(engagement, before, after),
        credit_rules=tuple(rule for rule in engagement.credit_rules if rule.scheme_id == AFTER),
        recognition=engagement.recognition,
        currency=engagement.settings.currency,
    )


def _groups(engagement: Engagement) -> tuple[Group, ...]:
    holders: dict[str, int] = {}
    for person in engagement.people:
        if person.active and person.position_id:
            holders[person.position_id] = holders.get(person.position_id, 0) + 1
    taking_part = {department.id for department in engagement.departments}
    groups = []
    for equal in equal_positions(engagement):
        positions = tuple(p for p in equal if holders.get(p.id) and p.department_id in taking_part)
        if positions:
            groups.append(_group(engagement, positions, sum(holders[p.id] for p in positions)))
    return tuple(groups)


def _group(engagement: Engagement, positions: tuple[Position, ...], people: int) -> Group:
    first, *others = positions
    new, old = _weights(engagement, AFTER, first.id), _weights(engagement, BEFORE, first.id)
    indicators = [row for row in engagement.reward_indicators if row.scheme_id == AFTER]
    known = [row for row in engagement.reward_indicators if row.scheme_id == BEFORE]
    stands_for = _stands_for(indicators, known)
    lines = tuple(
        WeightLine(row, new.get(row.code, ZERO), old.get(stands_for.get(row.code, ""), ZERO)) for row in indicators
    )
    taken = set(stands_for.values())
    removed = tuple((row.title, old[row.code]) for row in known if row.code not in taken and old.get(row.code))
    mixed = any(_weights(engagement, AFTER, other.id) != new for other in others)
    return Group(first.id, positions, people, lines, removed, mixed)


def _stands_for(new: list[RewardIndicator], old: list[RewardIndicator]) -> dict[str, str]:
    """For each new indicator the old one that measures the same: same code, same title, else the first of its level."""
    found: dict[str, str] = {}
    for test in (_same_code, _same_title, _same_level):
        for indicator in new:
            for other in old:
                if indicator.code not in found and other.code not in found.values() and test(indicator, other):
                    found[indicator.code] = other.code
    return found


def _same_code(new: RewardIndicator, old: RewardIndicator) -> bool:
    return new.code == old.code


def _same_title(new: RewardIndicator, old: RewardIndicator) -> bool:
    return norm_text(new.title) == norm_text(old.title)


def _same_level(new: RewardIndicator, old: RewardIndicator) -> bool:
    return new.level is old.level and new.kind is old.kind


def _weights(engagement: Engagement, scheme_id: str, position_id: str) -> dict[str, Fraction]:
    return {
        row.indicator: Fraction(row.weight)
        for row in engagement.reward_weights
        if (row.scheme_id, row.position_id) == (scheme_id, position_id)
    }


def _people(
    engagement: Engagement, before: Simulation | None, after: Simulation | None, groups: tuple[Group, ...]
) -> tuple[PayLine, ...]:
    titles = {position.id: position.title for position in engagement.positions}
    drafts = {p.id for group in groups if group.lines and group.total != WHOLE for p in group.positions}
    place = {position.id: at for at, position in enumerate(engagement.positions)}
    order = {department.id: at for at, department in enumerate(engagement.departments)}
    lines = []
    for person in engagement.people:
        old = before.people.get(person.id) if before else None
        new = after.people.get(person.id) if after else None
        if old is None and new is None:
            continue
        known = new or old
        assert known is not None
        lines.append(
            PayLine(
                id=person.id,
                person=person,
                department=engagement.department(person.department_id),
                position=titles.get(person.position_id or "", ""),
                target=known.target_bonus,
                before=old.paid if old else None,
                after=new.paid if new else None,
                draft=person.position_id in drafts,
            )
        )
    last = len(order), len(place)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                order.get(line.person.department_id or "", last[0]),
                place.get(line.person.position_id or "", last[1]),
            ),
        )
    )


def _totals(departments: tuple[Department, ...], people: tuple[PayLine, ...]) -> tuple[DepartmentPay, ...]:
    """The departments where somebody is paid, each as a whole."""
    totals = []
    for department in departments:
        lines = [line for line in people if line.department == department]
        if lines:
            totals.append(
                DepartmentPay(
                    id=department.id,
                    department=department,
                    target=sum((line.target for line in lines), ZERO),
                    before=_sum(line.before for line in lines),
                    after=_sum(line.after for line in lines),
                    draft=any(line.draft for line in lines),
                    people=len(lines),
                )
            )
    return tuple(totals)


def _sum(amounts: Iterable[Fraction | None]) -> Fraction | None:
    """The sum of what is known; None when nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None


def _shares(engagement: Engagement, before: Simulation | None, after: Simulation | None) -> tuple[PositionShare, ...]:
    old: Mapping[str | None, Fraction] = target_shares(before) if before else {}
    new: Mapping[str | None, Fraction] = target_shares(after) if after else {}
    return tuple(
        PositionShare(
            position.id,
            position.title,
            engagement.department(position.department_id),
            old.get(position.id),
            new.get(position.id),
        )
        for position in engagement.positions
        if position.id in old or position.id in new
    )
