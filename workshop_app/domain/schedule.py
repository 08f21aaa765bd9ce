"""The agenda: the method's minutes for three formats, and whether the document's agenda fits (METHOD A.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import AgendaItem, SessionFormat


class Pause(StrEnum):
    """Minutes that are not work on a step."""

    OPENING = "opening"
    BREAK = "break"
    LUNCH = "lunch"
    CLOSING = "closing"


PAUSES = MappingProxyType(
    {
        Pause.OPENING: N_("opening"),
        Pause.BREAK: N_("break"),
        Pause.LUNCH: N_("lunch"),
        Pause.CLOSING: N_("closing"),
    }
)
"""What each pause is called, as a message id."""


@frozen(slots=True)
class AgendaRow:
    """One line of work: a step, its minutes and the meeting it belongs to (1; 1…4 in a series)."""

    step: str
    minutes: int
    meeting: int = 1


@frozen(slots=True)
class Format:
    """A format: its rows, pauses (after how many minutes of work, what, how long), and pauses around each meeting."""

    rows: tuple[AgendaRow, ...]
    pauses: tuple[tuple[int, Pause, int], ...] = ()
    opening: int = 0
    closing: int = 0
    meetings: int = 1

    @property
    def work(self) -> int:
        """Minutes of the steps."""
        return sum(row.minutes for row in self.rows)


def _single(*minutes: tuple[str, int]) -> tuple[AgendaRow, ...]:
    return tuple(AgendaRow(step, number) for step, number in minutes)


FORMATS: Mapping[SessionFormat, Format] = MappingProxyType(
    {
        SessionFormat.THREE_HOURS: Format(
            rows=_single(
                ("diagnosis", 25),
                ("audit", 40),
                ("goals", 25),
                ("roles", 20),
                ("cooperation", 15),
                ("training", 5),
                ("meetings", 8),
                ("rewards", 10),
                ("feedback", 5),
                ("plan", 17),
            ),
            pauses=((90, Pause.BREAK, 10),),
        ),
        SessionFormat.ONE_DAY: Format(
            rows=_single(
                ("diagnosis", 60),
                ("audit", 80),
                ("goals", 50),
                ("roles", 45),
                ("cooperation", 30),
                ("training", 20),
                ("meetings", 20),
                ("rewards", 35),
                ("feedback", 15),
                ("plan", 35),
            ),
            pauses=((60, Pause.BREAK, 15), (190, Pause.LUNCH, 60), (285, Pause.BREAK, 15)),
        ),
        SessionFormat.SERIES: Format(
            rows=(
                AgendaRow("diagnosis", 60, 1),
                AgendaRow("audit", 45, 1),
                AgendaRow("audit", 50, 2),
                AgendaRow("goals", 55, 2),
                AgendaRow("roles", 50, 3),
                AgendaRow("cooperation", 35, 3),
                AgendaRow("training", 20, 3),
                AgendaRow("meetings", 20, 4),
                AgendaRow("rewards", 40, 4),
                AgendaRow("feedback", 15, 4),
                AgendaRow("plan", 30, 4),
            ),
            opening=10,
            closing=5,
            meetings=4,
        ),
    }
)

FOLLOW_UP_AGENDA = (
    (N_("What improved for clients"), 10),
    (N_("Overdue actions: do, move with a reason, cancel"), 20),
    (N_("Indicators in red and amber"), 15),
    (N_("One correction to a rule"), 10),
    (N_("Thanks"), 5),
)
"""The sixty minutes of a follow-up: message id and minutes (METHOD S12)."""


class AgendaLine(NamedTuple):
    """A step and its minutes, as a line of the document's agenda."""

    step: str
    minutes: int


def template(session_format: SessionFormat) -> tuple[AgendaLine, ...]:
    """The agenda of a format by the method, in order; in a series a step can stand in two meetings."""
    return tuple(AgendaLine(row.step, row.minutes) for row in FORMATS[session_format].rows)


def work_minutes(session_format: SessionFormat) -> int:
    """The sum of a format's steps: 170, 390, 420; breaks, opening and closing are not counted (DECISIONS)."""
    return FORMATS[session_format].work


def total_minutes(session_format: SessionFormat) -> int:
    """Minutes of a format with breaks, opening and closing: 180, 480, 480."""
    form = FORMATS[session_format]
    return (
        form.work
        + sum(minutes for _after, _kind, minutes in form.pauses)
        + form.meetings * (form.opening + form.closing)
    )


@frozen(slots=True)
class AgendaSum:
    """The minutes of the agenda's steps beside the format's."""

    planned: int
    expected: int

    @property
    def difference(self) -> int:
        """Planned minus expected minutes; 0 = the agenda fits."""
        return self.planned - self.expected


def agenda_sum(engagement: Engagement) -> AgendaSum:
    """The agenda check: steps that are switched off and pauses are not counted."""
    planned = sum(row.minutes for row in work_rows(engagement))
    return AgendaSum(planned, work_minutes(engagement.session.format))


def work_rows(engagement: Engagement) -> tuple[AgendaRow, ...]:
    """The document's agenda without pauses and steps switched off; in a series each row with its meeting.

    A series is cut where the minutes come nearest to equal meetings.
    """
    off = set(engagement.settings.steps_off)
    items = [item for item in engagement.agenda if item.step not in off and not is_pause(item)]
    meetings = meeting_count(engagement)
    cuts = cuts_near([item.minutes for item in items], [Fraction(place, meetings) for place in range(1, meetings)])
    return tuple(
        AgendaRow(item.step, item.minutes, 1 + sum(1 for cut in cuts if place >= cut))
        for place, item in enumerate(items)
    )


def is_pause(item: AgendaItem) -> bool:
    """Whether a line of the agenda is a break, lunch, opening or closing of the document's own."""
    return item.step in set(Pause)


def meeting_count(engagement: Engagement) -> int:
    """How many meetings the session has: 1, or the dates of a series, four while they are not set."""
    form = FORMATS[engagement.session.format]
    return max(1, len(engagement.session.dates) or form.meetings) if form.meetings > 1 else 1


def cuts_near(minutes: Sequence[int], shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Before which rows to cut so that the minutes before each cut come nearest to the wanted share of all."""
    total = sum(minutes)
    cuts: list[int] = []
    for number, share in enumerate(shares, start=1):
        still_to_cut = len(shares) - number
        places = range(cuts[-1] + 1 if cuts else 1, len(minutes) - still_to_cut)
        if places:
            cuts.append(min(places, key=lambda place: abs(sum(minutes[:place]) - share * total)))
    return tuple(cuts)
