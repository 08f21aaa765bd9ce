"""Moving one weight of a position while the sum stays 100 (METHOD C.10.4), and which positions are equal."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Position, RewardLevel
from workshop_app.domain.rewards.payout import ZERO, rounded
from workshop_app.domain.rewards.scheme import Scheme

WHOLE = Fraction(100)
STEP = Fraction(5)


def rebalanced(
    weights: Mapping[str, Fraction], code: str, weight: Fraction, step: Fraction = STEP
) -> dict[str, Fraction]:
    """The weights with one of them moved and the sum kept at 100.

    The others follow in their proportion, rounded to ``step``; what remains goes to the largest of them. The moved
    weight is kept between 0 and 100, and is 100 when there is no other.
    """
    moved = min(max(weight, ZERO), WHOLE)
    others = {name: value for name, value in weights.items() if name != code}
    if not others:
        return {code: WHOLE}
    total, rest = sum(others.values(), ZERO), WHOLE - moved
    shared = {name: rounded(rest * value / total, step) if total else ZERO for name, value in others.items()}
    left_over = rest - sum(shared.values(), ZERO)
    for name in sorted(others, key=lambda name: -others[name]):
        given = max(left_over, -shared[name])
        shared[name] += given
        left_over -= given
    return {name: moved if name == code else shared[name] for name in weights}


def joint_weight(scheme: Scheme, position_id: str) -> Fraction:
    """The sum of a position's weights on joint indicators, in %."""
    joint = {code for code, measure in scheme.measures.items() if measure.level is RewardLevel.JOINT}
    return sum((weight for code, weight in scheme.weights.get(position_id, {}).items() if code in joint), ZERO)


def equal_positions(engagement: Engagement) -> tuple[tuple[Position, ...], ...]:
    """Positions grouped by level, in order; a position without a level is equal to none."""
    groups: dict[tuple[int | None, str], list[Position]] = {}
    for position in engagement.positions:
        alone = position.id if position.level is None else ""
        groups.setdefault((position.level, alone), []).append(position)
    return tuple(tuple(group) for group in groups.values())
