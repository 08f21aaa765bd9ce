"""The day by the clock: start times of the agenda, the pace of a running meeting, plan against actual minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date
from datetime import time as Time
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.schedule import (
    FORMATS,
    AgendaRow,
    Format,
    Pause,
    cuts_near,
    is_pause,
    meeting_count,
    work_rows,
)

DEFAULT_START = Time(9, 30)
_DAY = 24 * 60
_CLOCK = r"(\d{1,2})[:.](\d{2})(?::\d{2})?"


@frozen(slots=True)
class TimedRow:
    """A line of the day: a step or a pause, its start, and its meeting with the date where one is set."""

    step: str
    pause: Pause | None
    starts_at: Time
    minutes: int
    meeting: int
    date: Date | None

    @property
    def ends_at(self) -> Time:
        """When it is over."""
        return clock(minutes_of(self.starts_at) + self.minutes)


def timetable(engagement: Engagement) -> tuple[TimedRow, ...]:
    """The agenda with start times: steps and the pauses between them, meeting by meeting.

    Pauses that stand in the document's own agenda are taken from there; else the format's are put where its template
    has them, as near as the minutes allow.
    """
    form = FORMATS[engagement.session.format]
    start = start_of(engagement)
    result: list[TimedRow] = []
    for meeting, lines in enumerate(_meeting_lines(engagement, form), start=1):
        day = _date_of(engagement, meeting)
        now = minutes_of(start)
        for step, pause, minutes in lines:
            result.append(TimedRow(step, pause, clock(now), minutes, meeting, day))
            now += minutes
    return tuple(result)


_Line = tuple[str, Pause | None, int]


def _meeting_lines(engagement: Engagement, form: Format) -> Iterator[list[_Line]]:
    off = set(engagement.settings.steps_off)
    items = [item for item in engagement.agenda if item.step not in off]
    if any(is_pause(item) for item in items):
        yield [(item.step, Pause(item.step) if is_pause(item) else None, item.minutes) for item in items]
        return
    rows = work_rows(engagement)
    for meeting in range(1, 1 + max((row.meeting for row in rows), default=0)):
        work = [row for row in rows if row.meeting == meeting]
        yield [
            *_around(Pause.OPENING, form.opening),
            *_with_pauses(work, form),
            *_around(Pause.CLOSING, form.closing),
        ]


def _around(pause: Pause, minutes: int) -> list[_Line]:
    return [(pause.value, pause, minutes)] if minutes else []


def _with_pauses(rows: Sequence[AgendaRow], form: Format) -> Iterator[_Line]:
    cuts = cuts_near(
        [row.minutes for row in rows], [Fraction(after, form.work) for after, _kind, _minutes in form.pauses]
    )
    pauses = dict(zip(cuts, form.pauses, strict=False))
    for place, row in enumerate(rows):
        if place in pauses:
            _after, kind, minutes = pauses[place]
            yield kind.value, kind, minutes
        yield row.step, None, row.minutes


def _date_of(engagement: Engagement, meeting: int) -> Date | None:
    dates = engagement.session.dates
    if meeting <= len(dates):
        try:
            return Date.fromisoformat(dates[meeting - 1])
        except ValueError:
            return None
    return engagement.session.date if meeting_count(engagement) == 1 else None


def start_of(engagement: Engagement) -> Time:
    """When each day begins; 9:30 while nothing readable is written."""
    return read_clock(engagement.session.starts_at) or DEFAULT_START


def read_clock(text: str | None) -> Time | None:
    """A time of day as people write it, «9:30» or «9.30»; None for anything else."""
    written = re.fullmatch(_CLOCK, (text or "").strip())
    if written is None or int(written[1]) > 23 or int(written[2]) > 59:
        return None
    return Time(int(written[1]), int(written[2]))


def clock(minutes: int) -> Time:
    """The time of day after so many minutes from midnight; it goes round at midnight."""
    return Time(minutes % _DAY // 60, minutes % 60)


def minutes_of(time: Time) -> int:
    """Minutes from midnight."""
    return time.hour * 60 + time.minute


@frozen(slots=True)
class Pace:
    """Where the meeting is against its plan, in minutes.

    ``left``: of the current line, negative when it overruns. ``late``: how much later than planned the meeting will
    end when the rest takes its minutes; negative = time in hand. ``finish``: when that is.
    """

    left: int
    late: int
    finish: Time


def pace(timetable: Sequence[TimedRow], current: int, started_at: Time, now: Time) -> Pace:
    """The pace while line ``current`` of the timetable runs since ``started_at``."""
    row = timetable[current]
    spent = (minutes_of(now) - minutes_of(started_at)) % _DAY
    rest = [other for other in timetable[current + 1 :] if other.meeting == row.meeting]
    planned_end = minutes_of(row.starts_at) + row.minutes
    end = minutes_of(started_at) + max(row.minutes, spent)
    late = (end - planned_end + _DAY // 2) % _DAY - _DAY // 2
    return Pace(left=row.minutes - spent, late=late, finish=clock(end + sum(other.minutes for other in rest)))


@frozen(slots=True)
class StepTiming:
    """Planned and spent minutes of a step; ``spent`` None = not held yet."""

    step: str
    planned: int
    spent: int | None

    @property
    def difference(self) -> int | None:
        """Spent minus planned minutes."""
        return None if self.spent is None else self.spent - self.planned


def timing(engagement: Engagement, spent: Mapping[str, int]) -> tuple[StepTiming, ...]:
    """Plan against clock by step; ``spent`` holds minutes by step id. A step in two meetings is one line."""
    planned: dict[str, int] = {}
    for row in work_rows(engagement):
        planned[row.step] = planned.get(row.step, 0) + row.minutes
    return tuple(StepTiming(step, minutes, spent.get(step)) for step, minutes in planned.items())
