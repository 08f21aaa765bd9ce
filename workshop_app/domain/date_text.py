"""Dates as people type them: «12.03», «12 мар», «завтра», «пт», «+14», «через неделю», «2 кв», “Q2 2027”, ISO."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from workshop_app.domain.text_key import norm_text

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years that are meant: a date outside them is a mistyped one, and nothing is reckoned with it."""
MONTHS: Mapping[str, int] = MappingProxyType(
    {
        "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6,
        "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
        "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    }
)  # fmt: skip
WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {
        "пн": 0, "понедельник": 0, "вт": 1, "вторник": 1, "ср": 2, "среда": 2, "чт": 3, "четверг": 3,
        "пт": 4, "пятница": 4, "сб": 5, "суббота": 5, "вс": 6, "воскресенье": 6,
        "mon": 0, "monday": 0, "tue": 1, "tuesday": 1, "wed": 2, "wednesday": 2, "thu": 3, "thursday": 3,
        "fri": 4, "friday": 4, "sat": 5, "saturday": 5, "sun": 6, "sunday": 6,
    }
)  # fmt: skip
NEAR: Mapping[str, int] = MappingProxyType({"сегодня": 0, "завтра": 1, "послезавтра": 2, "today": 0, "tomorrow": 1})

_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_NUMERIC = r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?"
_WORDED = r"(\d{1,2})\s*([a-zа-я]{3,})\.?(?:\s+(\d{4}))?(?:\s*г)?"
_MONTH_FIRST = r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?"
_UNTIL = r"(?:до|к|не позднее|by|until|before)\s+"
_QUARTER = r"(?:q\s?([1-4])|([1-4])(?:-?й)?\s?кв(?:артал)?\.?)(?:\s+(\d{4}))?(?:\s*г)?"
_QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
_LATER = r"\+(\d{1,3})"
_AHEAD = r"(?:через|in)\s+(?:(\d{1,3})\s+)?(?:an?\s+)?(день|дн|нед|мес|day|week|month)[а-яa-z]*"
_DAYS_OF = MappingProxyType({"день": 1, "дн": 1, "day": 1, "нед": 7, "week": 7})


def parse_date(text: str, today: date) -> date | None:
    """The date a person meant, or None. A date without a year is the next one on or after ``today``.

    A quarter is its last day.
    """
    key = norm_text(text)
    if key in NEAR:
        return today + timedelta(days=NEAR[key])
    if key in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS[key] - today.weekday() - 1) % 7 + 1)
    if match := re.fullmatch(_LATER, key):
        return today + timedelta(days=int(match[1]))
    if match := re.fullmatch(_AHEAD, key):
        return _ahead(int(match[1] or 1), match[2], today)
    return _calendar_date(key, today)


def past_date(text: str, today: date) -> date | None:
    """The date a person meant of something that has been: without a year the last one until ``today``."""
    key, found = norm_text(text), parse_date(text, today)
    if found is None or found <= today:
        return found
    if key in WEEKDAYS:
        return found - timedelta(days=7)
    earlier = _calendar_date(key, today - timedelta(days=364))
    return earlier if earlier is not None and earlier <= today else found


def whole_date(text: str) -> date | None:
    """A date that names its year, as lists have it: «1 марта 2026 г.», “March 1, 2026”, «до 15.05.2026»; else None."""
    key = re.sub(_UNTIL, "", norm_text(text), count=1)
    early, late = (_calendar_date(key, date(year, 1, 1)) for year in (2000, 2040))
    return early if early == late else None


def next_day_of_month(day: int, today: date) -> date | None:
    """The next day with this number, from tomorrow on; None where no month has it."""
    days = (today + timedelta(days=ahead) for ahead in range(1, 63))
    return next((found for found in days if found.day == day), None)


def quarter_ended(day: date) -> int | None:
    """1…4 where the day is the last one of a quarter: how ``parse_date`` keeps a quarter."""
    ends = (day.month, day.day)
    return _QUARTER_ENDS.index(ends) + 1 if ends in _QUARTER_ENDS else None


def _calendar_date(key: str, today: date) -> date | None:
    if match := re.fullmatch(_ISO, key):
        return real_date(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(_NUMERIC, key):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0) if match[3] else None
        return _with_year(int(match[1]), int(match[2]), year, today)
    if (match := re.fullmatch(_WORDED, key)) and match[2][:3] in MONTHS:
        return _with_year(int(match[1]), MONTHS[match[2][:3]], int(match[3]) if match[3] else None, today)
    if (match := re.fullmatch(_MONTH_FIRST, key)) and match[1][:3] in MONTHS:
        return _with_year(int(match[2]), MONTHS[match[1][:3]], int(match[3]) if match[3] else None, today)
    if match := re.fullmatch(_QUARTER, key):
        month, day = _QUARTER_ENDS[int(match[1] or match[2]) - 1]
        return _with_year(day, month, int(match[3]) if match[3] else None, today)
    return None


def _ahead(count: int, unit: str, today: date) -> date | None:
    """So many days, weeks or months later; a month ends where the next one has no such day."""
    if unit in _DAYS_OF:
        return today + timedelta(days=count * _DAYS_OF[unit])
    months = today.month - 1 + count
    year, month = today.year + months // 12, months % 12 + 1
    days = (real_date(year, month, day) for day in range(today.day, min(today.day, 28) - 1, -1))
    return next(filter(None, days), None)


def _with_year(day: int, month: int, year: int | None, today: date) -> date | None:
    if year is not None:
        return real_date(year, month, day)
    found = real_date(today.year, month, day)
    if found is not None and found >= today:
        return found
    return real_date(today.year + 1, month, day) or found


def real_date(year: int, month: int, day: int) -> date | None:
    """The day where the calendar has it and its year can be meant."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
