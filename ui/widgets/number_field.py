"""A field for a number in either way of writing: «1 200,5», “1,200.5”, «93 %», «25 000 ₽»; empty = unknown."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt

from ui.theme.service import ThemeService
from ui.widgets.fields import ValueField
from workshop_app.domain.ledger.amounts import without_currency
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_LARGEST = Decimal(10) ** 15


def number_of(text: str, *, english: bool) -> Decimal | None:
    """The number that is meant; None for an empty text. ProblemError when it is no number."""
    bare = without_currency(text).rstrip("%").replace("\N{MINUS SIGN}", "-")
    if not bare or bare in "—–-":
        return None
    if english and _THOUSANDS.fullmatch(bare.lstrip("-")):
        bare = bare.replace(",", "")
    try:
        number = Decimal(bare.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) > _LARGEST:
        raise ProblemError(Message(N_("“{text}” is not a number. Write 93 or 90.8."), {"text": text.strip()}))
    return number


class NumberField(ValueField):
    """``chosen`` carries a Decimal of ``low`` … ``high``, or None."""

    def __init__(
        self,
        theme: ThemeService,
        words: Words,
        name: str = "",
        placeholder: str = "—",
        *,
        low: Decimal | None = Decimal(0),
        high: Decimal | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__(theme, words, placeholder, name)
        self._low, self._high, self._whole = low, high, whole
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> object:
        """Decimal or None."""
        number = number_of(text, english=self._words.language == "en")
        if number is not None:
            self._check(number)
        return number

    def _check(self, number: Decimal) -> None:
        if self._high is not None and number > self._high:
            raise ProblemError(Message(N_("Between {low} and {high}."), {"low": self._low or 0, "high": self._high}))
        if self._low is not None and number < self._low:
            raise ProblemError(Message(N_("At least {low}, please."), {"low": self._low}))
        if self._whole and number != number.to_integral_value():
            raise ProblemError(Message(N_("A whole number, please.")))

    def show_value(self, value: object) -> str:
        """As the language writes numbers."""
        return self._words.number(value) if isinstance(value, Decimal) else ""
