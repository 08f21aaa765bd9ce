"""Numbers and sentences as paper writes them."""

from __future__ import annotations

from decimal import Decimal

from workshop_app.i18n import Words


def decimals_of(*values: Decimal | None) -> int:
    """How many decimals these values need to stand side by side, four at most."""
    places = [-int(value.normalize().as_tuple().exponent) for value in values if value is not None]
    return min(max([*places, 0]), 4)


def with_unit(words: Words, value: Decimal | None, unit: str | None, decimals: int | None = None) -> str:
    """A number with its unit; «—» where there is none."""
    if value is None:
        return words.number(None)
    places = decimals_of(value) if decimals is None else decimals
    return words.measured(value, unit, places)


def as_sentence(text: str) -> str:
    """The text with a full stop where it ends without a mark; nothing stays nothing."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in ".!?…" else f"{stripped}."
