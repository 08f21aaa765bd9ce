"""Keeps what the session's clock has counted, so that a workshop closed at noon goes on where its minutes were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from ui.session_timer import SessionTimer
from workshop_app.domain.engagement import Engagement
from workshop_app.services.spent_time import LENGTHENED, SpentTime, session_days

EVERY_SECONDS = 30.0
"""So much of a running step is lost at most when the machine goes off."""


class KeptClock(QObject):
    """Gives a timer the seconds of the same day and of the session's other days, and writes them down as they pass."""

    def __init__(
        self,
        timer: SessionTimer,
        notes: SpentTime,
        engagement: Callable[[], Engagement],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(timer)
        self._timer, self._notes, self._engagement, self._today = timer, notes, engagement, today
        self._day = today()
        days = notes.days()
        now = days.pop(self._day.isoformat(), {})
        timer.take_over(now, self._of_session(days), days.get(self._day.isoformat() + LENGTHENED, {}))
        self._kept, self._lengthened = sum(now.values()), dict(timer.lengthened)
        timer.ticked.connect(self._follow)
        timer.starting.connect(self._begin_day)

    def _of_session(self, days: Mapping[str, Mapping[str, float]]) -> Mapping[str, float]:
        earlier: Counter[str] = Counter()
        for day in session_days(self._engagement()) & days.keys():
            earlier.update(days[day])
        return earlier

    def _begin_day(self) -> None:
        """In a window that was left open overnight; a session that runs past midnight stays in its day."""
        if self._today() == self._day:
            return
        self.keep()
        self._day, self._kept, self._lengthened = self._today(), 0.0, {}
        days = self._notes.days()
        days.pop(self._day.isoformat(), None)
        self._timer.begin_day(self._of_session(days))

    def _follow(self) -> None:
        if not self._timer.running:
            self._begin_day()
        changed = abs(sum(self._timer.counted().values()) - self._kept)
        due = changed > 0 and (not self._timer.running or changed >= EVERY_SECONDS)
        if due or self._timer.lengthened != self._lengthened:
            self.keep()

    def keep(self) -> None:
        """Write down what has been counted on this day."""
        counted = self._timer.counted()
        total = sum(counted.values())
        if total != self._kept or self._timer.lengthened != self._lengthened:
            self._notes.keep(self._day, counted, self._timer.lengthened)
            self._kept, self._lengthened = total, dict(self._timer.lengthened)
