"""Rounding half up, away from zero (METHOD C.1): for display and results only, rules compare exact values."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(value: Decimal | Fraction | int, decimals: int = 0) -> Decimal:
    """Round half up, away from zero (METHOD C.1), exactly also for fractions."""
    scaled = Fraction(value) * Fraction(10) ** decimals
    whole = int(abs(scaled) + Fraction(1, 2))
    return Decimal(whole if scaled >= 0 else -whole).scaleb(-decimals)
