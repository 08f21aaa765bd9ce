"""Operations on the company, the settings of the document and the session (METHOD S1, part E)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from types import MappingProxyType
from typing import Any

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Row, Session
from workshop_app.domain.text_key import single_line, without_mark
from workshop_app.services.document import Operation
from workshop_app.services.operations import change_row

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "name": N_("Name of the company"),
        "about": N_("About the company"),
        "founded": N_("Founded in"),
        "owner_question": N_("The owner's question"),
        "language": N_("Language of the document"),
        "currency": N_("Currency"),
        "hours_norm": N_("Hours a week, full post"),
        "anonymity_threshold": N_("Anonymity threshold"),
        "date": N_("Date of the session"),
        "dates": N_("Dates of the meetings"),
        "starts_at": N_("Beginning"),
        "place": N_("Place"),
        "facilitator": N_("Facilitator"),
        "rules": N_("Rules of the room"),
    }
)
"""The fields of the page with the message ids of their names."""

MOST_THRESHOLD = 10
"""The upper end of the anonymity threshold's range; the lower one is ``pulse.LOWEST_THRESHOLD`` (METHOD C.11)."""
MOST_HOURS = 80
FIRST_YEAR = 1500
_CLOCK = r"(\d{1,2})(?:[:.\-ч h](\d{2}))?"


def change_field(row: Row, field: str, value: Any) -> Operation | None:
    """Another value of one field of the company, the settings or the session; None when it is the same."""
    if getattr(row, field) == value:
        return None
    return change_row(Message(N_("Changed: {field}"), {"field": Message(FIELDS[field])}), row, **{field: value})


def change_date(session: Session, day: date | None) -> Operation | None:
    """The date of a session of one day."""
    return change_field(session, "date", day)


def change_dates(session: Session, days: tuple[date, ...]) -> Operation | None:
    """The dates of a series in order; the session's date is the last one (METHOD A.4: the day count starts there)."""
    ordered = sorted(set(days))
    dates = tuple(day.isoformat() for day in ordered)
    last = ordered[-1] if ordered else None
    if (dates, last) == (session.dates, session.date):
        return None
    name = Message(N_("Changed: {field}"), {"field": Message(FIELDS["dates"])})
    return change_row(name, session, dates=dates, date=last)


def weekly(first: date, meetings: int) -> tuple[date, ...]:
    """One meeting a week from the first day on."""
    return tuple(first + timedelta(weeks=place) for place in range(meetings))


def dates_of(session: Session) -> tuple[date, ...]:
    """The readable dates of a series."""
    found = []
    for text in session.dates:
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            continue
    return tuple(found)


def typed_clock(text: str) -> time | None:
    """A time of day: «9:30», «9.30», «930», «9»; None for an empty text. ``ProblemError`` for anything else."""
    cleaned = text.strip()
    if not cleaned:
        return None
    if cleaned.isdigit() and len(cleaned) in (3, 4):
        cleaned = f"{cleaned[:-2]}:{cleaned[-2:]}"
    found = re.fullmatch(_CLOCK, cleaned)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise ProblemError(Message(N_("“{text}” is not a time of day. Write 9:30."), {"text": text}))
    return time(int(found[1]), int(found[2] or 0))


def clock_text(moment: time) -> str:
    """«9:30»."""
    return f"{moment.hour}:{moment.minute:02d}"


def typed_whole(text: str, low: int, high: int) -> int | None:
    """A whole number in a range; None for an empty text. ``ProblemError`` for anything else."""
    cleaned = "".join(text.split())
    if not cleaned:
        return None
    if not cleaned.isdecimal() or not low <= int(cleaned) <= high:
        raise ProblemError(Message(N_("Write a whole number from {low} to {high}."), {"low": low, "high": high}))
    return int(cleaned)


def read_rules(text: str) -> tuple[str, ...]:
    """One rule a line, without bullets and numbers before them."""
    lines = (without_mark(line) for line in text.splitlines())
    return tuple(single_line(line) for line in lines if line.strip())
