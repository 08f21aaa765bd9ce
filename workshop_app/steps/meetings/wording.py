"""What series of meetings say in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from workshop_app.domain.meetings import MOST_AGENDA_POINTS, Rhythm, rhythm
from workshop_app.domain.message import N_
from workshop_app.domain.model import Cadence, Meeting
from workshop_app.i18n import NBSP, Words
from workshop_app.steps.meetings.view import SeriesCard

CADENCES = {
    Cadence.WEEKLY: N_("every week"),
    Cadence.BIWEEKLY: N_("every two weeks"),
    Cadence.MONTHLY: N_("once a month"),
    Cadence.QUARTERLY: N_("once a quarter"),
}
"""How often, as message ids."""

ORDINALS = {
    1: N_("first {weekday} of the month"),
    2: N_("second {weekday} of the month"),
    3: N_("third {weekday} of the month"),
    4: N_("fourth {weekday} of the month"),
    -1: N_("last {weekday} of the month"),
}
"""Which weekday of a month, as message ids.

A language with genders has three wordings, masculine | feminine | neuter: «первый …|первая …|первое …».
"""

_GENDERS = {"а": 1, "я": 1, "о": 2, "е": 2}
"""The wording for a weekday, by its last letter."""

_MONDAY = date(2024, 1, 1)


def weekday_name(weekday: int, words: Words, width: Literal["abbreviated", "wide"] = "abbreviated") -> str:
    """«пн», “Mon”; wide: «понедельник», “Monday”."""
    return words.weekday(_MONDAY + timedelta(days=weekday), width)


def rhythm_text(card: SeriesCard, words: Words) -> str:
    """«каждую неделю, пн, 9:15», «первая среда месяца, 10:00», «раз в квартал, вторая среда месяца»."""
    return ", ".join(rhythm_parts(card.meeting, words))


def rhythm_parts(meeting: Meeting, words: Words) -> list[str]:
    """How often, then the day and the time as far as they are known."""
    found = rhythm(meeting)
    parts = [] if found is not None and found.months == 1 else [words(CADENCES[meeting.cadence])]
    if found is not None:
        parts.append(_weekday(found, words))
    elif meeting.weekday is not None:
        parts.append(weekday_name(meeting.weekday, words))
    if meeting.time:
        parts.append(meeting.time.removeprefix("0"))
    return parts


def _weekday(found: Rhythm, words: Words) -> str:
    if not found.ordinal:
        return weekday_name(found.weekday, words)
    name = weekday_name(found.weekday, words, "wide")
    wordings = words(ORDINALS[found.ordinal], weekday=name).split("|")
    return wordings[_GENDERS.get(name[-1], 0) % len(wordings)]


def next_text(card: SeriesCard, words: Words) -> str:
    """«ближайшая 27 апр, ведёт ОП-2»; the first date where it has not begun."""
    if card.next_date is None:
        return words("no first date")
    day = words.date_short(card.next_date)
    if card.next_chair is None or not card.joint:
        return words("next on {date}", date=day)
    return words("next on {date}, {department} in the chair", date=day, department=card.next_chair.short)


def duration_text(card: SeriesCard, words: Words) -> str:
    """«20 мин»."""
    minutes = card.meeting.duration_min
    return words("{n} min", n=minutes) if minutes else words("no duration")


def series_faults(card: SeriesCard, words: Words) -> list[tuple[str, str]]:
    """Warnings with their colour tokens."""
    _, found = words, []
    if card.missing:
        found.append((_("Lacks {parts}", parts=", ".join(_(part) for part in card.missing)), "warn"))
    if not card.joint:
        found.append((_("Only one department takes part"), "warn"))
    if len(card.meeting.agenda) > MOST_AGENDA_POINTS:
        found.append((_("More than four points: what can be dropped?"), "warn"))
    if card.dormant:
        found.append((_("Not held for long: hold it, or cancel it openly"), "warn"))
    if not card.meeting.minutes_kept:
        found.append((_("No decisions log"), "warn"))
    return found


def agenda_line(points: Iterable[str]) -> str:
    """«1. Зависшие передачи   2. Кому нужна помощь»; a number never parts from its point."""
    return "   ".join(f"{number}.{NBSP}{point}" for number, point in enumerate(points, start=1))
