"""The weights of the new scheme by groups of equal positions, each beside what it was (METHOD C.10.4)."""

from __future__ import annotations

from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Position, RewardIndicator, RewardLevel
from workshop_app.domain.rewards.scheme import AFTER, ASIDE, BEFORE
from workshop_app.domain.rewards.weights import WHOLE, equal_positions
from workshop_app.domain.text_key import norm_text

ZERO = Fraction(0)


@frozen
class WeightLine:
    """An indicator's weight for a group; ``before``: the weight of the old indicator it stands for;
    ``aside``: its weight in the variant set aside.
    """

    row: RewardIndicator
    weight: Fraction
    before: Fraction
    aside: Fraction

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


@frozen
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
    def is_draft(self) -> bool:
        """Whether the weights do not sum to 100: what they pay is marked."""
        return bool(self.lines) and self.total != WHOLE

    @property
    def weights(self) -> dict[str, Fraction]:
        """By code."""
        return {line.id: line.weight for line in self.lines}


def groups_of(engagement: Engagement) -> tuple[Group, ...]:
    """The groups of positions that somebody of a participating department holds."""
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
    new, old, aside = (_weights(engagement, scheme, first.id) for scheme in (AFTER, BEFORE, ASIDE))
    indicators = [row for row in engagement.reward_indicators if row.scheme_id == AFTER]
    known = [row for row in engagement.reward_indicators if row.scheme_id == BEFORE]
    stands_for = _stands_for(indicators, known)
    lines = tuple(
        WeightLine(
            row,
            weight=new.get(row.code, ZERO),
            before=old.get(stands_for.get(row.code, ""), ZERO),
            aside=aside.get(row.code, ZERO),
        )
        for row in indicators
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
