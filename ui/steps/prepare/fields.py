"""Fields of the preparation: whole numbers, times of day, hours of a full post, a share of it."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

from ui.theme.service import ThemeService
from ui.widgets.fields import ValueField, hours_of
from workshop_app.domain.employment import read_share
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words
from workshop_app.steps.prepare.company import MOST_HOURS, clock_text, typed_clock, typed_whole


class WholeField(ValueField):
    """A whole number between two others; ``needed`` refuses an empty text. ``chosen`` carries an int or None."""

    def __init__(
        self, theme: ThemeService, words: Words, low: int, high: int, name: str, *, needed: bool = False
    ) -> None:
        super().__init__(theme, words, "", name)
        self._low, self._high, self._needed = low, high, needed

    def read(self, text: str) -> object:
        """An int or None."""
        found = typed_whole(text, self._low, self._high)
        if found is None and self._needed:
            range_ = {"low": self._low, "high": self._high}
            raise ProblemError(Message(N_("Write a whole number from {low} to {high}."), range_))
        return found

    def show_value(self, value: object) -> str:
        """Digits without separators: it may be a year."""
        return "" if value is None else str(value)


class ClockField(ValueField):
    """A time of day. ``chosen`` carries a ``time`` or None."""

    def read(self, text: str) -> object:
        """A time or None."""
        return typed_clock(text)

    def show_value(self, value: object) -> str:
        """«9:30»."""
        return clock_text(value) if isinstance(value, time) else ""


class NormField(ValueField):
    """Hours a week of a full post. ``chosen`` carries a ``Decimal``."""

    def read(self, text: str) -> object:
        """More than nothing, at most what a week has for work."""
        found = hours_of(text)
        if found is None or not 0 < found <= MOST_HOURS:
            raise ProblemError(Message(N_("Write a number of hours up to {high}."), {"high": MOST_HOURS}))
        return found

    def show_value(self, value: object) -> str:
        """As the language writes numbers."""
        return self._words.number(value) if isinstance(value, Decimal) else ""


class ShareField(ValueField):
    """A share of a full post. ``chosen`` carries a ``Decimal``."""

    def read(self, text: str) -> object:
        """«1», «0,5», «50 %»."""
        found = read_share(text)
        if found is None:
            raise ProblemError(Message(N_("Write a share of a full post: 1, 0.5 or 50%.")))
        return found

    def show_value(self, value: object) -> str:
        """As the language writes numbers."""
        return self._words.number(value) if isinstance(value, Decimal) else ""
