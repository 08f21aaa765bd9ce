"""What an indicator's signals say, in words: the same on the page, in the room and on paper."""

from __future__ import annotations

from workshop_app.domain.indicators import SIGNALS, Signal, Trend
from workshop_app.i18n import Words


def signal_words(trend: Trend, words: Words, signal: Signal | None = None) -> str:
    """A signal in words, the first one where none is named; empty without signals. A stale one says for how long."""
    signal = signal or next(iter(trend.signals), None)
    if signal is None:
        return ""
    if signal is Signal.STALE and trend.days_since is not None:
        return words.plural("not updated for {n} day", "not updated for {n} days", trend.days_since)
    return words(SIGNALS[signal])
