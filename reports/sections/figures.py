"""Numbers and sentences as paper writes them."""

from __future__ import annotations

from decimal import Decimal

from workshop_app.i18n import Words


def decimals_of(*values: Decimal | None) -> int:
    """How many decimals these values need to stand side by side, four at most."""
    places = [-int(value.normalize().as_tuple().exponent) for value in values if value is not None]
    return min(max([*places, 0]), 4)


def minutes(words: Words, count: int | None) -> str:
    """“20 min”; a dash without a number."""
    return words("{n} min", n=words.number(count)) if count is not None else words.number(None)


def as_sentence(text: str) -> str:
    """The text with a full stop where it ends without a mark; nothing stays nothing."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in ".!?…" else f"{stripped}."
