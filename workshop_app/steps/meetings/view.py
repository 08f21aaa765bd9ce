"""What meetings show: the series, the time they take from each person, the log of decisions (METHOD S8)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from workshop_app.domain import meetings as rules
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.meetings import READY_SERIES, ReadySeries, Rhythm
from workshop_app.domain.model import Cadence, Department, Meeting, MeetingLog, Note, NoteKind, Person
from workshop_app.steps.step import ViewContext


@frozen
class SeriesCard:
    """A series. ``missing`` follows “lacks”; ``next_chair``: the department whose turn it is."""

    id: str
    meeting: Meeting
    chair: Person | None
    department: Department | None
    place: int
    rhythm: Rhythm | None
    next_date: date | None
    next_chair: Department | None
    held: int
    missing: tuple[str, ...]
    joint: bool
    dormant: bool


@frozen
class LoadLine:
    """Hours of one person in four weeks, by series in order."""

    id: str
    person: Person
    place: int
    hours: tuple[Fraction, ...]
    too_much: bool

    @property
    def total(self) -> Fraction:
        """All series together, in hours."""
        return sum(self.hours, Fraction(0))


@frozen
class LogLine:
    """A meeting that was held or fell out, newest first."""

    id: str
    entry: MeetingLog
    meeting: Meeting
    chair: Department | None
    chair_place: int


@frozen
class MeetingsView:
    """The whole step. ``ready`` are the series of the method that are not there yet."""

    departments: tuple[Department, ...]
    series: tuple[SeriesCard, ...]
    ready: tuple[ReadySeries, ...]
    loads: tuple[LoadLine, ...]
    log: tuple[LogLine, ...]
    ideas: tuple[Note, ...]
    as_of: date

    @property
    def overloaded(self) -> int:
        """How many people spend more than six hours in four weeks."""
        return sum(line.too_much for line in self.loads)


def meetings_view(engagement: Engagement, context: ViewContext) -> MeetingsView:
    """The step as it stands on a day."""
    return MeetingsView(
        departments=engagement.departments,
        series=tuple(_card(engagement, meeting, context.as_of) for meeting in engagement.meetings),
        ready=engagement.derive(_ready),
        loads=engagement.derive(_loads),
        log=engagement.derive(_log),
        ideas=tuple(n for n in engagement.notes if n.kind in (NoteKind.IDEA, NoteKind.OPPORTUNITY)),
        as_of=context.as_of,
    )


def _ready(engagement: Engagement) -> tuple[ReadySeries, ...]:
    """A ready series is offered while no series has its rhythm."""
    have: set[Cadence] = {meeting.cadence for meeting in engagement.meetings}
    return tuple(ready for ready in READY_SERIES if ready.cadence not in have)


def _place(engagement: Engagement, department: Department | None) -> int:
    places = [other.id for other in engagement.departments]
    return places.index(department.id) if department else 0


def _entries(engagement: Engagement, meeting: Meeting) -> list[MeetingLog]:
    return [entry for entry in engagement.meeting_log if entry.meeting_id == meeting.id and entry.held]


def _card(engagement: Engagement, meeting: Meeting, as_of: date) -> SeriesCard:
    chair = engagement.person(meeting.owner_id)
    department = engagement.department(chair.department_id) if chair else None
    held = len(_entries(engagement, meeting))
    upcoming = rules.next_dates(meeting, as_of)
    return SeriesCard(
        id=meeting.id,
        meeting=meeting,
        chair=chair,
        department=department,
        place=_place(engagement, department),
        rhythm=rules.rhythm(meeting),
        next_date=upcoming[0] if upcoming else None,
        next_chair=engagement.department(rules.chairing_department(engagement, meeting, held)),
        held=held,
        missing=rules.missing_of(engagement, meeting),
        joint=rules.is_joint(engagement, meeting),
        dormant=rules.is_dormant(engagement, meeting, as_of),
    )


def _loads(engagement: Engagement) -> tuple[LoadLine, ...]:
    """Everybody who takes part, department by department, then those of none."""
    found = []
    for person_id, load in rules.loads(engagement).items():
        person = engagement.person(person_id)
        if person is not None:
            hours = tuple(load.by_meeting.get(meeting.id, Fraction(0)) / 60 for meeting in engagement.meetings)
            department = engagement.department(person.department_id)
            place = _place(engagement, department) if department else len(engagement.departments)
            found.append(LoadLine(person_id, person, place, hours, load.is_too_much))
    return tuple(sorted(found, key=lambda line: line.place))


def _log(engagement: Engagement) -> tuple[LogLine, ...]:
    """Newest first; whose turn to chair it was follows from what was held before."""
    lines = []
    for meeting in engagement.meetings:
        number = 0
        for entry in sorted(
            (entry for entry in engagement.meeting_log if entry.meeting_id == meeting.id),
            key=lambda entry: entry.date or date.min,
        ):
            chair = engagement.department(rules.chairing_department(engagement, meeting, number))
            lines.append(LogLine(entry.id, entry, meeting, chair, _place(engagement, chair)))
            number += entry.held
    return tuple(sorted(lines, key=lambda line: line.entry.date or date.min, reverse=True))
