"""Rounding half up, away from zero (METHOD C.1), and numbers of results: rules compare exact values before either."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(value: Decimal | Fraction | int, decimals: int = 0) -> Decimal:
    """Round half up, away from zero (METHOD C.1), exactly also for fractions."""
    scaled = Fraction(value) * Fraction(10) ** decimals
    whole = int(abs(scaled) + Fraction(1, 2))
    return Decimal(whole if scaled >= 0 else -whole).scaleb(-decimals)


def json_number(value: Decimal | Fraction | int | None, decimals: int | None = None) -> int | float | None:
    """A number of the results JSON: rounded to ``decimals`` if given, whole ones as integers (DECISIONS, Rounding)."""
    if value is None:
        return None
    number = value if decimals is None else half_up(value, decimals)
    return int(number) if number == int(number) else float(number)
