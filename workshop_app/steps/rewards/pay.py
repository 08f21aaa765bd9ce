"""What everybody is paid before and after: by person, department and position (METHOD C.10.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Department, Person
from workshop_app.domain.places import places_of
from workshop_app.domain.rewards import PersonPay, Simulation, simulations
from workshop_app.domain.rewards.comparison import target_shares, unknown_shares
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.steps.rewards.groups import ZERO, Group


@frozen(kw_only=True)
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


@frozen(kw_only=True)
class PayLine(Pay):
    """A person's pay. ``no_data_before`` and ``no_data_after``: the indicators whose fact is missing; they pay 0."""

    person: Person
    position: str
    no_data_before: tuple[str, ...] = ()
    no_data_after: tuple[str, ...] = ()
    gate_unknown: bool = False
    """Whether a fact is missing for the gate, which was left open."""


@frozen(kw_only=True)
class DepartmentPay(Pay):
    """What the people of a department are paid together."""

    department: Department
    people: int


@frozen
class PositionShare:
    """A position's pay in % of its people's target bonuses: what the room and paper may show.

    ``unknown_before`` and ``unknown_after``: the % of them whose facts are missing; it counts as 0 in the pay.
    """

    id: str
    title: str
    department: Department | None
    before: Fraction | None
    after: Fraction | None
    unknown_before: Fraction = ZERO
    unknown_after: Fraction = ZERO


def pay_of_people(engagement: Engagement, old_scheme: str, groups: tuple[Group, ...]) -> tuple[PayLine, ...]:
    """Everybody with a target bonus by an old scheme and the new one, in the order of departments and positions."""
    found = simulations(engagement)
    old, new = found.get(old_scheme), found.get(AFTER)
    old_titles, new_titles = _titles(engagement, old_scheme), _titles(engagement, AFTER)
    positions = {position.id: position.title for position in engagement.positions}
    drafts = {position.id for group in groups if group.is_draft for position in group.positions}
    lines = []
    for person in engagement.people:
        before = old.people.get(person.id) if old else None
        after = new.people.get(person.id) if new else None
        known = after or before
        if known is None:
            continue
        lines.append(
            PayLine(
                id=person.id,
                person=person,
                department=engagement.department(person.department_id),
                position=positions.get(person.position_id or "", ""),
                target=known.target_bonus,
                before=before.paid if before else None,
                after=after.paid if after else None,
                draft=person.position_id in drafts,
                no_data_before=_without_data(before, old_titles),
                no_data_after=_without_data(after, new_titles),
                gate_unknown=known.gate_unknown,
            )
        )
    return tuple(sorted(lines, key=_order_in(engagement)))


def _order_in(engagement: Engagement) -> Callable[[PayLine], tuple[int, int]]:
    departments, positions = places_of(engagement.departments), places_of(engagement.positions)
    return lambda line: (
        departments.get(line.person.department_id or "", len(departments)),
        positions.get(line.person.position_id or "", len(positions)),
    )


def _titles(engagement: Engagement, scheme_id: str) -> Mapping[str, str]:
    return {row.code: row.title for row in engagement.reward_indicators if row.scheme_id == scheme_id}


def _without_data(pay: PersonPay | None, titles: Mapping[str, str]) -> tuple[str, ...]:
    lines = pay.lines.values() if pay else ()
    return tuple(titles.get(line.code) or line.code for line in lines if line.no_data and line.weight)


def pay_of_departments(departments: tuple[Department, ...], people: tuple[PayLine, ...]) -> tuple[DepartmentPay, ...]:
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


def pay_of_positions(
    engagement: Engagement, before: Simulation | None, after: Simulation | None
) -> tuple[PositionShare, ...]:
    """Positions with a target bonus, in per cent of it."""
    old: Mapping[str | None, Fraction] = target_shares(before) if before else {}
    new: Mapping[str | None, Fraction] = target_shares(after) if after else {}
    old_gaps = unknown_shares(before) if before else {}
    new_gaps = unknown_shares(after) if after else {}
    return tuple(
        PositionShare(
            position.id,
            position.title,
            engagement.department(position.department_id),
            old.get(position.id),
            new.get(position.id),
            old_gaps.get(position.id, ZERO),
            new_gaps.get(position.id, ZERO),
        )
        for position in engagement.positions
        if position.id in old or position.id in new
    )
