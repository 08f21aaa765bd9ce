"""What an indicator's signals say, in words: the same on the page, in the room and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.indicators import SIGNALS, Signal, Trend
from workshop_app.domain.message import N_
from workshop_app.domain.model import Frequency
from workshop_app.i18n import Words

FREQUENCIES: Mapping[Frequency, str] = MappingProxyType(
    {Frequency.WEEKLY: N_("weekly"), Frequency.MONTHLY: N_("monthly"), Frequency.QUARTERLY: N_("quarterly")}
)
"""How often a value is entered, as message ids."""


def signal_words(trend: Trend, words: Words, signal: Signal | None = None) -> str:
    """A signal in words, the first one where none is named; empty without signals. A stale one says for how long."""
    signal = signal or next(iter(trend.signals), None)
    if signal is None:
        return ""
    if signal is Signal.STALE and trend.days_since is not None:
        return words.plural("not updated for {n} day", "not updated for {n} days", trend.days_since)
    return words(SIGNALS[signal])
