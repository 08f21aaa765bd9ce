"""Regular meetings: when they take place, how much time they take, whether they live (METHOD S8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as Date
from datetime import timedelta
from fractions import Fraction
from itertools import islice
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.membership import departments_of
from workshop_app.domain.message import N_
from workshop_app.domain.model import Cadence, Meeting

PERIOD_DAYS = MappingProxyType({Cadence.WEEKLY: 7, Cadence.BIWEEKLY: 14, Cadence.MONTHLY: 31, Cadence.QUARTERLY: 92})
"""The days between two meetings of a series (MTG-05)."""

IN_FOUR_WEEKS = MappingProxyType(
    {
        Cadence.WEEKLY: Fraction(4),
        Cadence.BIWEEKLY: Fraction(2),
        Cadence.MONTHLY: Fraction(1),
        Cadence.QUARTERLY: Fraction(1, 3),
    }
)
"""How often a series meets in four weeks (MTG-03)."""

MOST_MINUTES = 360
"""Joint meetings of one person in four weeks should not exceed six hours."""

MOST_SERIES = 4
MOST_AGENDA_POINTS = 4
_LAST = 5
_MONTHS = MappingProxyType({Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3})


@frozen(slots=True)
class Rhythm:
    """When a series meets: every ``days`` days, or every ``months`` months on the ``ordinal``-th ``weekday``.

    ``weekday`` is 0 for Monday; ``ordinal`` is 1…4, or −1 for the last one; both belong to series by months only.
    """

    days: int | None
    months: int | None
    weekday: int
    ordinal: int | None


def rhythm(meeting: Meeting) -> Rhythm | None:
    """The rhythm that the first date sets; None without a first date."""
    first = meeting.first_date
    if first is None:
        return None
    months = _MONTHS.get(meeting.cadence)
    if months is None:
        return Rhythm(PERIOD_DAYS[meeting.cadence], None, first.weekday(), None)
    ordinal = (first.day - 1) // 7 + 1
    return Rhythm(None, months, first.weekday(), -1 if ordinal == _LAST else ordinal)


def occurrences(meeting: Meeting) -> Iterator[Date]:
    """The dates of a series up to the calendar's last day, the first date first; none without a first date."""
    found, first = rhythm(meeting), meeting.first_date
    if found is None or first is None:
        return
    number = 0
    while True:
        try:
            day = _by_month(first, found, number) if found.months else first + timedelta((found.days or 0) * number)
        except (OverflowError, ValueError):
            return
        yield day
        number += 1


def _by_month(first: Date, found: Rhythm, number: int) -> Date:
    month = first.month - 1 + (found.months or 0) * number
    start = Date(first.year + month // 12, month % 12 + 1, 1)
    if found.ordinal == -1:
        following = Date(start.year + start.month // 12, start.month % 12 + 1, 1)
        end = following - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - found.weekday) % 7)
    return start + timedelta(days=(found.weekday - start.weekday()) % 7 + 7 * ((found.ordinal or 1) - 1))


def next_dates(meeting: Meeting, from_day: Date, count: int = 1) -> tuple[Date, ...]:
    """The next dates of a series on or after a day."""
    upcoming = (day for day in occurrences(meeting) if day >= from_day)
    return tuple(islice(upcoming, count))


@frozen(slots=True)
class Load:
    """The joint meetings of one person: minutes in four weeks by meeting id, and their sum; exact."""

    person_id: str
    by_meeting: Mapping[str, Fraction]

    @property
    def minutes(self) -> Fraction:
        """Minutes in four weeks."""
        return sum(self.by_meeting.values(), Fraction(0))

    @property
    def is_too_much(self) -> bool:
        """Whether it exceeds six hours."""
        return self.minutes > MOST_MINUTES


def minutes_in_four_weeks(meeting: Meeting) -> Fraction:
    """What a series takes from each participant in four weeks, in minutes."""
    return (meeting.duration_min or 0) * IN_FOUR_WEEKS[meeting.cadence]


def loads(engagement: Engagement) -> Mapping[str, Load]:
    """The load of everybody who takes part in a series, in the order of the people."""
    return engagement.derive(_loads)


def _loads(engagement: Engagement) -> dict[str, Load]:
    result: dict[str, Load] = {}
    for person in engagement.people:
        taken = {
            meeting.id: minutes_in_four_weeks(meeting)
            for meeting in engagement.meetings
            if person.id in meeting.participants
        }
        if taken:
            result[person.id] = Load(person.id, taken)
    return result


def is_joint(engagement: Engagement, meeting: Meeting) -> bool:
    """Whether people of two or more departments take part."""
    return len(departments_of(engagement, meeting.participants)) >= 2


def missing_of(engagement: Engagement, meeting: Meeting) -> tuple[str, ...]:
    """What a series lacks, as message ids that follow “lacks” (MTG-02).

    A chair whose name is not known yet is not missing.
    """
    has_chair = meeting.owner_id or engagement.unresolved(Meeting.table, meeting.id, "owner_id")
    lacks = (
        (N_("a chair"), not has_chair),
        (N_("an agenda"), not any(point.strip() for point in meeting.agenda)),
        (N_("a duration"), not meeting.duration_min or meeting.duration_min <= 0),
        (N_("a first date"), meeting.first_date is None),
    )
    return tuple(name for name, is_missing in lacks if is_missing)


def last_held(engagement: Engagement, meeting: Meeting) -> Date | None:
    """The latest date on which the series met, by its field or its log."""
    held = [entry.date for entry in engagement.meeting_log if entry.meeting_id == meeting.id and entry.held]
    return max((day for day in (meeting.last_held, *held) if day is not None), default=None)


def is_dormant(engagement: Engagement, meeting: Meeting, as_of: Date) -> bool:
    """Whether a series that has begun has not met for more than 1.5 periods (MTG-05)."""
    first = meeting.first_date
    if first is None or first > as_of:
        return False
    latest = max(last_held(engagement, meeting) or first, first)
    return 3 * PERIOD_DAYS[meeting.cadence] < 2 * (as_of - latest).days


def chairing_department(engagement: Engagement, meeting: Meeting, number: int) -> str | None:
    """Whose turn it is to chair the ``number``-th meeting, from 0: the chair's department first, then in order.

    Only departments that take part; None when there is none.
    """
    turns = departments_of(engagement, meeting.participants)
    chair = engagement.person(meeting.owner_id)
    start = turns.index(chair.department_id) if chair and chair.department_id in turns else 0
    return turns[(start + number) % len(turns)] if turns else None


@frozen(slots=True)
class ReadySeries:
    """A series of the method, offered while there is none; texts are message ids."""

    title: str
    purpose: str
    cadence: Cadence
    duration_min: int
    agenda: tuple[str, ...]


READY_SERIES = (
    ReadySeries(
        N_("Stand-up on handoffs"),
        N_("Requests and handoffs of the week"),
        Cadence.WEEKLY,
        20,
        (N_("Handoffs that hang"), N_("Who needs help"), N_("Thanks of the week")),
    ),
    ReadySeries(
        N_("Client council"),
        N_("Disputed and shared clients"),
        Cadence.BIWEEKLY,
        45,
        (N_("New shared clients"), N_("Disputed cases"), N_("Clients at risk")),
    ),
    ReadySeries(
        N_("Joint meeting on goals"),
        N_("Goals, indicators, ideas, recognition"),
        Cadence.MONTHLY,
        60,
        (N_("Goals: where we are"), N_("One case taken apart"), N_("Ideas and opportunities"), N_("Recognition")),
    ),
    ReadySeries(
        N_("Review of rewards"),
        N_("How the new scheme works"),
        Cadence.QUARTERLY,
        60,
        (N_("The fund"), N_("Who lost, and why")),
    ),
)
"""The four series of METHOD S8."""
