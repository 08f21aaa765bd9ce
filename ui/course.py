"""The course of the session for the facilitator alone: how it stands against its plan, when it ends, and warnings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from ui.bridge import DocumentBridge
from ui.session_timer import SessionTimer
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.timetable import TimedRow, pace, timetable
from workshop_app.i18n import Words

ON_PLAN, ELSEWHERE = 3, 240
"""Minutes: nearer than the first is on plan; farther than the second is another time of day. On another day than the
session's nothing is late: a rehearsal.
"""

WARNINGS = (300, 0)
"""Seconds left at which the facilitator is told."""

LATE_STEP = 10
MINUTE_MS = 30_000


@frozen
class Course:
    """``late`` minutes against the plan (negative = in hand; None = not running or not by today's clock)."""

    finish: str
    late: int | None = None

    def pace_words(self, words: Words) -> str:
        """«On plan», «12 min late», «5 min in hand»."""
        _ = words
        if self.late is None:
            return ""
        if abs(self.late) < ON_PLAN:
            return _("On plan")
        return _("{n} min late", n=self.late) if self.late > 0 else _("{n} min in hand", n=-self.late)


def course_of(engagement: Engagement, timer: SessionTimer, now: datetime) -> Course | None:
    """The course at a moment; None while the agenda has no line for the timer's step."""
    rows = engagement.derive(timetable)
    current = _current(rows, timer.step, now)
    if current is None:
        return None
    day = [row for row in rows if row.meeting == rows[current].meeting]
    if timer.elapsed <= 0:
        return Course(f"{day[-1].ends_at:%H:%M}".lstrip("0"))
    started = now - timedelta(seconds=timer.elapsed)
    found = pace(rows, current, started.time(), now.time())
    planned_today = rows[current].date in (None, now.date())
    late = found.late if planned_today and abs(found.late) <= ELSEWHERE else None
    return Course(f"{found.finish:%H:%M}".lstrip("0"), late)


def _current(rows: tuple[TimedRow, ...], step: str | None, now: datetime) -> int | None:
    """The timetable's line of a step; of a series the meeting of today, else its first."""
    places = [place for place, row in enumerate(rows) if row.step == step and row.pause is None]
    today = [place for place in places if rows[place].date == now.date()]
    return next(iter(today or places), None)


class CourseWatch(QObject):
    """Keeps the course up to date; ``changed`` with it, ``warned`` with words for the facilitator, once each."""

    changed = Signal(object)
    warned = Signal(str)

    def __init__(
        self,
        bridge: DocumentBridge,
        timer: SessionTimer,
        words: Callable[[], Words],
        clock: Callable[[], datetime] = datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._timer, self._words, self._clock = bridge, timer, words, clock
        self._said: set[tuple[str | None, int, int]] = set()
        self._late_said = 0
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()
        timer.ticked.connect(self.refresh)
        bridge.changed.connect(self.refresh)

    def refresh(self, _change: object = None) -> None:
        """Work it out anew."""
        course = course_of(self._bridge.engagement, self._timer, self._clock())
        self.changed.emit(course)
        if self._timer.running:
            self._warn_of_step()
            self._warn_of_session(course)

    def _warn_of_step(self) -> None:
        timer, _ = self._timer, self._words()
        due = [left for left in WARNINGS if timer.remaining <= left < timer.planned]
        if not due:
            return
        key = (timer.step, timer.planned, due[-1])
        if key in self._said:
            return
        self._said.add(key)
        text = _("The step’s time is over.") if due[-1] == 0 else _("5 minutes of the step are left.")
        self.warned.emit(text)

    def _warn_of_session(self, course: Course | None) -> None:
        late = course.late if course else None
        if course is None or late is None:
            return
        if late <= self._late_said - LATE_STEP:  # caught up, or the wall clock was set: said anew when it grows again
            self._late_said = max(0, late)
        if late < self._late_said + LATE_STEP:
            return
        self._late_said = late
        self.warned.emit(
            self._words()("The session runs {n} min late: it would end at {time}.", n=late, time=course.finish)
        )
