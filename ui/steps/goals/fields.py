"""The field of a goal for a show of fingers."""

from __future__ import annotations

from ui.theme.service import ThemeService
from ui.widgets.fields import ValueField
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words


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
