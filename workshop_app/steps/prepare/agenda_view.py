"""The agenda as the page, the room and the paper show it: every line with its clock and the three formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Date
from datetime import time as Time

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import AgendaItem, SessionFormat
from workshop_app.domain.schedule import FORMATS, Pause, agenda_sum, is_pause, meeting_count, total_minutes
from workshop_app.domain.timetable import TimedRow, timetable

PauseOf = tuple[Pause, int]


@frozen
class PlannedLine:
    """A line of the agenda: a step, or a pause of the document's own.

    ``item`` None: a step that the agenda does not have. ``starts_at`` None: switched off or not in the agenda.
    ``before`` and ``after`` are the format's pauses around it with their minutes. ``by_method`` holds the minutes of
    the step in each format, one number for each meeting; they stand in the step's first line only.
    """

    id: str
    item: AgendaItem | None
    step: str
    minutes: int
    pause: Pause | None = None
    off: bool = False
    starts_at: Time | None = None
    meeting: int = 1
    date: Date | None = None
    opens: bool = False
    before: tuple[PauseOf, ...] = ()
    after: tuple[PauseOf, ...] = ()
    by_method: tuple[tuple[SessionFormat, tuple[int, ...]], ...] = ()

    def minutes_in(self, kind: SessionFormat) -> tuple[int, ...]:
        """The method's minutes of the step in a format, one for each meeting; empty for a pause."""
        return dict(self.by_method).get(kind, ())


@frozen
class FormatCard:
    """A format beside the others: the minutes of work, of everything, and how many meetings it has."""

    kind: SessionFormat
    work: int
    total: int
    meetings: int
    pauses: tuple[PauseOf, ...]


@frozen
class AgendaView:
    """The agenda: the chosen format, its lines, and the sum of their minutes beside the format's."""

    format: SessionFormat
    formats: tuple[FormatCard, ...]
    lines: tuple[PlannedLine, ...]
    planned: int
    expected: int
    meetings: int
    starts_at: Time | None
    ends_at: Time | None
    own_pauses: bool

    @property
    def difference(self) -> int:
        """Planned minus expected minutes; 0 = the agenda fits."""
        return self.planned - self.expected


def agenda_view(engagement: Engagement) -> AgendaView:
    """The agenda as it stands."""
    return engagement.derive(_agenda_view)


def _agenda_view(engagement: Engagement) -> AgendaView:
    rows = timetable(engagement)
    total = agenda_sum(engagement)
    return AgendaView(
        format=engagement.session.format,
        formats=tuple(_card(kind) for kind in FORMATS),
        lines=tuple(_lines(engagement, rows)),
        planned=total.planned,
        expected=total.expected,
        meetings=meeting_count(engagement),
        starts_at=rows[0].starts_at if rows else None,
        ends_at=next((row.ends_at for row in reversed(rows) if row.meeting == 1), None),
        own_pauses=any(is_pause(item) for item in engagement.agenda),
    )


def _card(kind: SessionFormat) -> FormatCard:
    form = FORMATS[kind]
    pauses = tuple((pause, minutes) for _after, pause, minutes in form.pauses)
    return FormatCard(kind, form.work, total_minutes(kind), form.meetings, pauses)


def _lines(engagement: Engagement, rows: tuple[TimedRow, ...]) -> Iterator[PlannedLine]:
    off = set(engagement.settings.steps_off)
    timed = iter(_with_pauses(rows, own=any(is_pause(item) for item in engagement.agenda)))
    meeting = 0
    planned: set[str] = set()
    for item in engagement.agenda:
        line = _line(item, first=item.step not in planned)
        planned.add(item.step)
        if item.step in off:
            yield replace(line, off=True, meeting=max(1, meeting))
            continue
        row, before, after = next(timed)
        yield replace(
            line,
            starts_at=row.starts_at,
            meeting=row.meeting,
            date=row.date,
            opens=row.meeting != meeting,
            before=before,
            after=after,
        )
        meeting = row.meeting
    for step in (row.step for row in FORMATS[SessionFormat.ONE_DAY].rows):
        if step not in planned:
            yield PlannedLine(f"step:{step}", None, step, 0, off=step in off, by_method=_by_method(step))


def _line(item: AgendaItem, *, first: bool) -> PlannedLine:
    pause = Pause(item.step) if is_pause(item) else None
    return PlannedLine(item.id, item, item.step, item.minutes, pause, by_method=_by_method(item.step) if first else ())


def _by_method(step: str) -> tuple[tuple[SessionFormat, tuple[int, ...]], ...]:
    found = []
    for kind, form in FORMATS.items():
        minutes = [0] * form.meetings
        for row in form.rows:
            if row.step == step:
                minutes[row.meeting - 1] += row.minutes
        if any(minutes):
            found.append((kind, tuple(minutes)))
    return tuple(found)


Timed = tuple[TimedRow, tuple[PauseOf, ...], tuple[PauseOf, ...]]


def _with_pauses(rows: tuple[TimedRow, ...], *, own: bool) -> list[Timed]:
    """Rows of the agenda's lines, the format's pauses given to the line before them, or after them at the beginning."""
    found: list[Timed] = []
    waiting: tuple[PauseOf, ...] = ()
    for row in rows:
        if row.pause is None or own:
            found.append((row, waiting, ()))
            waiting = ()
        elif found and found[-1][0].meeting == row.meeting:
            last, before, after = found[-1]
            found[-1] = (last, before, (*after, (row.pause, row.minutes)))
        else:
            waiting = (*waiting, (row.pause, row.minutes))
    return found
