"""Keeps what the session's clock has counted, so that a workshop closed at noon goes on where its minutes were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
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
        engagement: Engagement,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(timer)
        self._timer, self._notes, self._today = timer, notes, today
        days = notes.days()
        now = days.pop(today().isoformat(), {})
        earlier: Counter[str] = Counter()
        for day in session_days(engagement) & days.keys():
            earlier.update(days[day])
        timer.take_over(now, earlier, days.get(today().isoformat() + LENGTHENED, {}))
        self._kept, self._lengthened = sum(now.values()), dict(timer.lengthened)
        timer.ticked.connect(self._follow)

    def _follow(self) -> None:
        total = sum(self._timer.counted().values())
        due = total > self._kept and (not self._timer.running or total - self._kept >= EVERY_SECONDS)
        if due or self._timer.lengthened != self._lengthened:
            self.keep()

    def keep(self) -> None:
        """Write down what has been counted today."""
        counted = self._timer.counted()
        total = sum(counted.values())
        if total > self._kept or self._timer.lengthened != self._lengthened:
            self._notes.keep(self._today(), counted, self._timer.lengthened)
            self._kept, self._lengthened = total, dict(self._timer.lengthened)
