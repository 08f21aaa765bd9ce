"""A field for a number within bounds: per cent, money, a multiple; empty = unknown."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.service import ThemeService
from ui.widgets.number_field import NumberField as PlainNumberField
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words


class NumberField(PlainNumberField):
    """``chosen`` carries a Decimal of ``low`` … ``high``, or None."""

    def __init__(
        self,
        theme: ThemeService,
        words: Words,
        name: str = "",
        low: Decimal | None = Decimal(0),
        high: Decimal | None = None,
    ) -> None:
        super().__init__(theme, words, name, low=low)
        self._high = high
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> object:
        """Decimal or None."""
        number = super().read(text)
        if isinstance(number, Decimal) and self._high is not None and number > self._high:
            raise ProblemError(Message(N_("Between {low} and {high}."), {"low": self._low or 0, "high": self._high}))
        return number


def number_editor(theme: ThemeService, words: Words, high: Decimal | None = None) -> object:
    """For a column of numbers: the model is given a Decimal or None."""

    def make() -> QWidget:
        return NumberField(theme, words, high=high)

    return make
