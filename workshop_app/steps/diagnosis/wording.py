"""How the five numbers are said: on the page, in the room and on paper alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import RevenueClass
from workshop_app.domain.ledger.keys import LEGAL_FORMS
from workshop_app.domain.message import N_
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.figures import Figure, FigureLine
from workshop_app.steps.diagnosis.view import YearView

CLASS_NAMES: Mapping[RevenueClass, str] = MappingProxyType(
    {
        RevenueClass.RENEWAL: N_("Renewals"),
        RevenueClass.ADDON: N_("Add-ons"),
        RevenueClass.RETURNED: N_("Returned"),
        RevenueClass.NEW: N_("New clients"),
    }
)
"""The names of the classes beside the stacked chart (message ids)."""

QUARTER_ENDS = (2, 5, 8, 11)
"""The last months of the quarters, January = 0."""

_QUOTES = '«»"“”„'
_AROUND = f"{_QUOTES},.()"
_MILLION, _THOUSAND = Decimal(1_000_000), Decimal(1_000)


@frozen
class Scale:
    """Sums of money said in millions or thousands: «млн ₽»."""

    words: Words
    divisor: Decimal
    unit: str

    def value(self, amount: Decimal) -> float:
        """For a chart."""
        return float(amount / self.divisor)

    def text(self, amount: Decimal, decimals: int = 1) -> str:
        """The number without its unit."""
        return self.words.number(Fraction(amount) / Fraction(self.divisor), decimals)


def scale_of(amounts: Iterable[Decimal], currency: str, words: Words) -> Scale:
    """The scale in which the greatest of the sums reads well."""
    _ = words
    sign = words.money(0, currency).replace("0", "").strip()
    greatest = max((abs(amount) for amount in amounts), default=Decimal(0))
    if greatest >= _MILLION:
        return Scale(words, _MILLION, _("{sign} m", sign=sign))
    if greatest >= 10 * _THOUSAND:
        return Scale(words, _THOUSAND, _("{sign} k", sign=sign))
    return Scale(words, Decimal(1), sign)


def how_it_came(line: FigureLine, year: YearView, words: Words) -> str:
    """The quiet line under a number."""
    _ = words
    if line.share is None:
        return _("needs two earlier years") if line.figure is Figure.ONCE else _("no history before")
    if line.figure is Figure.RENEWAL:
        return _("the same service, year to year")
    if line.figure is Figure.ADDON:
        return _("{share} at the end of quarters", share=words.percent(year.quarter_end_pct))
    if line.figure is Figure.NEW:
        return words.plural("{n} client in the year", "{n} clients in the year", line.part)
    if line.figure is Figure.SHARED:
        return _("{part} of {whole}", part=line.part, whole=line.whole)
    return _("{part} of {whole} who came in {year}", part=line.part, whole=line.whole, year=year.year - 1)


def short_name(name: str) -> str:
    """A client's name without its legal form and the quotes around it, for lists: «Берёзовский торговый дом»."""
    words = name.split()
    while len(words) > 1 and words[0].strip(_AROUND).casefold() in LEGAL_FORMS:
        del words[0]
    while len(words) > 1 and words[-1].strip(_AROUND).casefold() in LEGAL_FORMS:
        del words[-1]
    bare = " ".join(words)
    inside = bare.strip(_QUOTES)
    return inside if inside and not set(inside) & set(_QUOTES) else bare


def month_names(words: Words) -> tuple[str, ...]:
    """The months in three letters, January first."""
    return tuple(words.month(date(2026, month, 1)) for month in range(1, 13))


def months_text(year: YearView, words: Words) -> str:
    """What is said under the add-ons by month: how they are spread, or why there is nothing to see."""
    if year.months is None:
        return words("No history before this year.")
    return quarter_end_text(year, words) or words("No add-ons in this year.")


def quarter_end_text(year: YearView, words: Words) -> str:
    """«82,2 % в последний месяц квартала, ровно было бы 33 %»."""
    _ = words
    if year.quarter_end_pct is None:
        return ""
    share = words.percent(year.quarter_end_pct)
    even = words.percent(33, 0)
    return _("{share} in the last month of a quarter; an even spread would be {even}", share=share, even=even)
