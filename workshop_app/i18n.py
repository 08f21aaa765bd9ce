"""Words of one language: gettext texts, plurals, numbers, dates and money by Babel.

English texts are the message ids. Each language has one ``.po`` file per area in ``resources/locale/<language>``;
they are compiled into one ``.mo`` beside them when newer, or in memory where the folder is read-only.
"""

from __future__ import annotations

import gettext
import io
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date as Date
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from resources import FOLDER
from workshop_app.domain.date_text import quarter_ended
from workshop_app.domain.message import Message
from workshop_app.domain.rounding import half_up as half_up
from workshop_app.typesetting import NBSP as NBSP
from workshop_app.unit_words import agreeing

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")
MINUS = "\N{MINUS SIGN}"
_MAY = 5
LOCALE_FOLDER = FOLDER / "locale"


SHORT_MONTHS = MappingProxyType(
    {
        "ru": ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
        "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    }
)


def compile_catalogue(sources: Sequence[Path]) -> bytes:
    """The ``.mo`` bytes of all ``.po`` files of a language together; fuzzy entries are left out."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    merged = Catalog(locale="ru", charset="utf-8")
    for source in sources:
        with source.open("rb") as file:
            for message in read_po(file, locale="ru"):
                if message.id and not message.fuzzy:
                    merged.add(message.id, message.string, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, merged)
    return buffer.getvalue()


def _compiled(folder: Path) -> bytes:
    """The catalogue of a language, compiled anew where one of its files is newer."""
    sources = sorted(folder.glob("*.po"))
    target = folder / "all.mo"
    newest = max((source.stat().st_mtime_ns for source in sources), default=0)
    with suppress(OSError):
        if target.stat().st_mtime_ns >= newest:
            return target.read_bytes()
    content = compile_catalogue(sources)
    with suppress(OSError):
        temporary = target.with_name(f"{target.name}~{os.getpid()}")
        temporary.write_bytes(content)
        temporary.replace(target)
    return content


@cache
def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(_compiled(LOCALE_FOLDER / language)))


class Words:
    """What is said in one language. Call it to translate: ``_ = words; _("Row {row}: no date", row=12)``.

    ``year``: the year a text speaks of; short dates of any other carry theirs. None = they never do.
    """

    def __init__(self, language: str, year: int | None = None) -> None:
        self.language: Language = "ru" if language == "ru" else "en"
        self._year = year

    def in_year(self, year: int) -> Words:
        """The same language where short dates of another year say so."""
        return Words(self.language, year)

    def __call__(self, text: str, /, **params: object) -> str:
        """The translated text with its named values."""
        translated = self._gettext(text)
        return translated.format_map(self._values(params)) if params else translated

    def plural(self, one: str, many: str, n: int | Decimal, /, **params: object) -> str:
        """The right plural form; ``{n}`` is the number as the language writes it. A fraction takes a form of «many»."""
        count = int(n) if n == int(n) else 2
        form = _translations(self.language).ngettext(one, many, count)
        return form.format_map({"n": self.number(n), **self._values(params)})

    def message(self, message: Message) -> str:
        """A carried message in this language."""
        return self(message.id, **message.params) if message.params else self._gettext(message.id)

    def _gettext(self, text: str) -> str:
        return _translations(self.language).gettext(text) if text else ""

    def _values(self, params: Mapping[str, object]) -> dict[str, object]:
        return {key: self._value(value) for key, value in params.items()}

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self.message(value)
        if isinstance(value, Decimal | Fraction):
            return self.number(value)
        if isinstance(value, Date) and not isinstance(value, datetime):
            return self.date(value)
        return value

    @property
    def _locale(self) -> str:
        return "ru_RU" if self.language == "ru" else "en_GB"

    def number(self, value: Decimal | Fraction | int | None, decimals: int | None = None) -> str:
        """A number with the language's separators; None is «—». ``decimals`` None keeps up to four, without zeros."""
        if value is None:
            return "—"
        rounded = half_up(value, 4 if decimals is None else decimals)
        text = format(abs(rounded), ",f")
        if decimals is None and "." in text:
            text = text.rstrip("0").rstrip(".")
        if self.language == "ru":
            text = text.replace(",", NBSP).replace(".", ",")
        return (MINUS if rounded < 0 else "") + text

    def percent(self, value: Decimal | Fraction | int | None, decimals: int = 1) -> str:
        """A percentage given in per cent: 41.7 → «41,7 %»."""
        if value is None:
            return "—"
        return self.measured(value, "%", decimals)

    def measured(self, value: Decimal | Fraction | int | None, unit: str | None, decimals: int | None = None) -> str:
        """A number with the unit a person typed: «4 ч», «90,8 %», “90.8%”, “1 case”; None is «—»."""
        number, unit = self.number(value, decimals), (unit or "").strip()
        if value is None or not unit:
            return number
        if unit == "%":
            return f"{number}{'' if self.language == 'en' else NBSP}{unit}"
        shown = half_up(value, 4 if decimals is None else decimals)
        whole = shown == int(shown) and not decimals
        return f"{number}{NBSP}{agreeing(unit, int(shown) if whole else None)}"

    def hours(self, value: Decimal | Fraction | int | None) -> str:
        """Hours with their unit, to two decimals: «14,5 ч»; None is «—»."""
        return "—" if value is None else f"{self.hours_alone(value)}{NBSP}{self('h')}"

    def hours_alone(self, value: Decimal | Fraction | int | None) -> str:
        """Hours without their unit, to two decimals, as where a column names it: «1,85»; None is «—»."""
        return self.number(None if value is None else half_up(value, 2))

    def money(self, value: Decimal | Fraction | int | None, currency: str, decimals: int = 0) -> str:
        """A sum with its currency sign: «4 194 425 ₽», “£4,194,425”."""
        if value is None:
            return "—"
        signs = {"RUB": "₽", "GBP": "£", "USD": "$", "EUR": "€"}
        number, sign = self.number(value, decimals), signs.get(currency, currency)
        if self.language == "ru" or len(sign) > 1 or sign == "₽":
            return f"{number}{NBSP}{sign}"
        return f"{MINUS}{sign}{number[1:]}" if number.startswith(MINUS) else f"{sign}{number}"

    def date(self, value: Date | None) -> str:
        """A date in running text: «10 февраля 2026 г.», “10 February 2026”."""
        return self._date(value, "d MMMM y 'г'." if self.language == "ru" else "d MMMM y")

    def date_short(self, value: Date | None) -> str:
        """A date in tables: «12 мар», «12 мая», “12 Mar”; of another year than the text's with it."""
        if value is None:
            return "—"
        other = self._year is not None and value.year != self._year
        return self.date_year(value) if other else self._day(value)

    def _day(self, value: Date) -> str:
        month = "мая" if self.language == "ru" and value.month == _MAY else self.month(value)
        return f"{value.day}{NBSP}{month}"

    def date_year(self, value: Date | None) -> str:
        """A short date with its year: «12 мар 2026», “12 Mar 2026”."""
        if value is None:
            return "—"
        return f"{self._day(value)}{NBSP}{value.year}"

    def day_or_quarter(self, value: Date | None) -> str:
        """A date of something planned by quarters: the last day of one is the quarter, «2 кв. 2026», “Q2 2026”."""
        quarter = quarter_ended(value) if value is not None else None
        if value is None or quarter is None:
            return self.date_short(value)
        return self("Q{n} {year}", n=quarter, year=str(value.year)).replace(" ", NBSP)

    def month(self, value: Date, width: Literal["abbreviated", "wide"] = "abbreviated") -> str:
        """A month's name: three letters for tables («мар», “Mar”), or whole, standing alone («март»)."""
        if width == "abbreviated":
            return SHORT_MONTHS[self.language][value.month - 1]
        return self._date(value, "LLLL")

    def weekday(self, value: Date, width: Literal["abbreviated", "wide"] = "wide") -> str:
        """A weekday's name."""
        return self._date(value, "ccc" if width == "abbreviated" else "cccc")

    def _date(self, value: Date | None, pattern: str) -> str:
        if value is None:
            return "—"
        from babel.dates import format_date

        text: str = format_date(value, pattern, locale=self._locale)
        return text.replace(" ", NBSP)

    def listing(self, items: list[str] | tuple[str, ...]) -> str:
        """Names in a row with «и» / “and” before the last."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('and')} {items[-1]}"
