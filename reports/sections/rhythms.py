"""How often meetings and recognition take place, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from workshop_app.domain.message import N_
from workshop_app.domain.model import Cadence, Meeting
from workshop_app.i18n import Words

CADENCES: Mapping[Cadence, str] = MappingProxyType(
    {
        Cadence.WEEKLY: N_("every week"),
        Cadence.BIWEEKLY: N_("every two weeks"),
        Cadence.MONTHLY: N_("every month"),
        Cadence.QUARTERLY: N_("every quarter"),
    }
)
_MONDAY = date(2024, 1, 1)
_BY_WEEKS = frozenset({Cadence.WEEKLY, Cadence.BIWEEKLY})


def cadence(words: Words, meeting: Meeting) -> str:
    """“every week”."""
    return words(CADENCES[meeting.cadence])


def clock(words: Words, meeting: Meeting) -> str:
    """“Mon, 9:30”: weekday as set or of the first date, and the time, as far as they are known."""
    number = meeting.weekday
    if number is None and meeting.first_date is not None and meeting.cadence in _BY_WEEKS:
        number = meeting.first_date.weekday()
    day = words.weekday(_MONDAY + timedelta(days=number), "abbreviated") if number is not None else ""
    return ", ".join(part for part in (day, (meeting.time or "").strip().lstrip("0")) if part)


def minutes(words: Words, count: int | None) -> str:
    """“20 min”; a dash without a number."""
    return words("{n} min", n=words.number(count)) if count is not None else words.number(None)
