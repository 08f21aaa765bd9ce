"""What groups of activities are called on paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.message import N_
from workshop_app.i18n import Words

_KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "find": N_("Finding clients"),
        "sell": N_("Selling"),
        "serve": N_("Serving"),
        "keep": N_("Keeping clients"),
        "manage": N_("Managing"),
    }
)


def group_title(words: Words, group: str | None) -> str:
    """A known group by its name, any other as it was typed; empty without a group."""
    text = (group or "").strip()
    return words(_KNOWN[text]) if text in _KNOWN else text
