"""Fields of a goal: a number in either way of writing, a show of fingers."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from ui.theme.service import ThemeService
from ui.widgets.fields import ValueField
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_LARGEST = Decimal(10) ** 15


def number_of(text: str, *, english: bool) -> Decimal | None:
    """A typed number: «1 200,5», “1,200.5”, «93 %»; None for an empty text. ProblemError when it is no number."""
    bare = "".join(text.split()).rstrip("%").replace("\N{MINUS SIGN}", "-")
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
    """``chosen`` carries a Decimal or None."""

    def read(self, text: str) -> object:
        """Decimal or None."""
        return number_of(text, english=self._words.language == "en")

    def show_value(self, value: object) -> str:
        """As the language writes numbers."""
        return self._words.number(value) if isinstance(value, Decimal) else ""


def fingers_of(text: str) -> tuple[int, ...]:
    """Votes 1…5 typed one after another, with or without anything between. ProblemError for other digits."""
    signs = [sign for sign in text if not sign.isspace() and sign not in ",;.·"]
    if any(sign not in "12345" for sign in signs):
        raise ProblemError(Message(N_("A vote is 1 to 5 fingers: type the digits one after another.")))
    return tuple(int(sign) for sign in signs)


class FingersField(ValueField):
    """The show of fingers: digits 1…5 typed fast. ``chosen`` carries a tuple."""

    def __init__(self, theme: ThemeService, words: Words) -> None:
        super().__init__(theme, words, words("digits 1–5 one after another"), words("Confidence"))
        self.value = ()

    def read(self, text: str) -> object:
        """The votes."""
        return fingers_of(text)

    def show_value(self, value: object) -> str:
        """«4 4 3 5»."""
        return " ".join(str(vote) for vote in value) if isinstance(value, tuple) else ""
