"""A field for a number: per cent, money, a multiple; empty = unknown."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.service import ThemeService
from ui.widgets.fields import ValueField
from workshop_app.domain.ledger import read_number
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words


def number_of(text: str, low: Decimal | None = None, high: Decimal | None = None) -> Decimal | None:
    """The number of a typed text, None when empty; ProblemError for words and for what is out of bounds."""
    bare = text.replace("%", "").strip()
    if bare in ("", "—"):
        return None
    value = read_number(bare)
    if value is None:
        raise ProblemError(Message(N_("Write a number."), {}))
    if (low is not None and value < low) or (high is not None and value > high):
        raise ProblemError(Message(N_("Between {low} and {high}."), {"low": low or 0, "high": high or "…"}))
    return value


class NumberField(ValueField):
    """``chosen`` carries a Decimal or None."""

    def __init__(
        self,
        theme: ThemeService,
        words: Words,
        name: str = "",
        low: Decimal | None = Decimal(0),
        high: Decimal | None = None,
    ) -> None:
        super().__init__(theme, words, "—", name)
        self._low, self._high = low, high
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> object:
        """Decimal or None."""
        return number_of(text, self._low, self._high)

    def show_value(self, value: object) -> str:
        """As the language writes numbers; unknown = empty."""
        return self._words.number(value) if isinstance(value, Decimal) else ""


def number_editor(theme: ThemeService, words: Words, high: Decimal | None = None) -> object:
    """For a column of numbers: the model is given a Decimal or None."""

    def make() -> QWidget:
        return NumberField(theme, words, high=high)

    return make
