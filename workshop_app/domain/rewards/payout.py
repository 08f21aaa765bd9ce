"""From plan and fact to a payout factor, and rounding to payable amounts (METHOD C.10.2, steps 1, 2, 4, 6)."""

from __future__ import annotations

from fractions import Fraction

from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Direction

ZERO = Fraction(0)
ONE = Fraction(1)


@frozen(slots=True)
class Curve:
    """The payout curve of a ratio indicator; all four as shares of 1, the defaults of METHOD C.10.1.

    ``threshold`` T, ``at_threshold`` pT, ``slope`` k above plan, ``cap`` C on achievement.
    """

    threshold: Fraction = Fraction(4, 5)
    at_threshold: Fraction = Fraction(1, 2)
    slope: Fraction = ONE
    cap: Fraction = Fraction(6, 5)

    def factor(self, achievement: Fraction) -> Fraction:
        """The payout factor p(a): nothing below the threshold, 1 at plan, no growth above the cap."""
        if achievement < self.threshold:
            return ZERO
        if achievement >= 1:
            return 1 + self.slope * (min(achievement, self.cap) - 1)
        rise = (1 - self.at_threshold) / (1 - self.threshold)
        return self.at_threshold + rise * (achievement - self.threshold)

    @property
    def bends(self) -> tuple[Fraction, ...]:
        """The achievements where the curve jumps or changes its slope."""
        return (self.threshold, ONE, self.cap)

    @property
    def is_sound(self) -> bool:
        """Whether 0 ≤ T ≤ 1 ≤ C and 0 ≤ pT ≤ 1 (RWD-08)."""
        return 0 <= self.threshold <= 1 <= self.cap and 0 <= self.at_threshold <= 1


def achievement_of(plan: Fraction | None, fact: Fraction | None, direction: Direction) -> Fraction | None:
    """Fact against plan: 1 = exactly the plan. None without a fact or without a plan above 0."""
    if plan is None or fact is None or plan <= 0:
        return None
    ratio = fact / plan
    return ratio if direction is Direction.UP else max(ZERO, 2 - ratio)


def rounded(amount: Fraction, step: Fraction) -> Fraction:
    """The amount to the nearest whole step, half away from zero; a step of 0 leaves it exact."""
    return _to_step(amount.numerator, amount.denominator, step)


def rounded_down(amount: Fraction, step: Fraction) -> Fraction:
    """The greatest whole step that is not above the amount; a step of 0 leaves it exact."""
    return amount if step <= 0 else step * (amount // step)


def line_payout(target_bonus: Fraction, weight: Fraction, factor: Fraction, step: Fraction) -> Fraction:
    """Target bonus × weight in % × factor, rounded to whole steps (METHOD C.10.2, step 4).

    The product is taken in whole numbers: dragging a slider runs this for every line of every person.
    """
    return _to_step(
        target_bonus.numerator * weight.numerator * factor.numerator,
        100 * target_bonus.denominator * weight.denominator * factor.denominator,
        step,
    )


def _to_step(numerator: int, denominator: int, step: Fraction) -> Fraction:
    if step.numerator <= 0:
        return Fraction(numerator, denominator)
    whole = denominator * step.numerator
    steps = (2 * abs(numerator) * step.denominator + whole) // (2 * whole)
    return Fraction((steps if numerator >= 0 else -steps) * step.numerator, step.denominator)
