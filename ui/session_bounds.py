"""The beginning and the end of a session: what is set, what the room sees, where the facilitator goes."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.pages.base import Place
from ui.step_status import steps_on
from workshop_app.domain.timetable import timetable
from workshop_app.steps.session import begin_session, caught

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

OUTSIDE = ("prepare", "followup")
"""The steps before and after the session."""


class SessionBounds(QObject):
    """Two commands of one window; and what is said after the computer has slept in between."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        window.timer.slept.connect(self._say_slept)

    def _say_slept(self, seconds: float) -> None:
        """The step's clock went on meanwhile, and whether that counts the facilitator knows."""
        timer, words = self._window.timer, self._window.words
        minutes = round(seconds / 60)
        if not timer.running:
            self._window.notice(words("The computer was asleep, and the step’s clock has stopped."), ())
            return
        said = words.plural(
            "The computer was asleep for {n} minute, and the step’s clock went on.",
            "The computer was asleep for {n} minutes, and the step’s clock went on.",
            minutes,
        )
        leave_out = partial(timer.leave_out, timer.present, seconds)
        self._window.notice(said, ((words("Leave that time out"), leave_out),))

    def begin(self) -> None:
        """The day and hour are written where they were not; the agenda in the room, on its own screen where
        there is one; the first step and its clock.
        """
        window, _ = self._window, self._window.words
        engagement = window.bridge.engagement
        operation = begin_session(engagement.session, window.bridge.as_of, datetime.now())
        if operation is not None:
            window.bridge.run(operation)
        first = self._first_step(window.bridge.as_of)
        if first is not None:
            window.go(Place(first))
            window.timer.start()
        window.desk.put_agenda()
        if not window.desk.seen and window.desk.audience.target() is not None:
            window.desk.audience.show()
        if window.desk.seen:
            window.toast(_("The session has begun. The room sees the agenda; F5 goes on with the step."))
        else:
            window.toast(_("The session has begun. F9 opens the room’s window with the agenda."))

    def _first_step(self, today: date) -> str | None:
        """Of a series the first step of today's meeting; else of the agenda, else of the method."""
        engagement = self._window.bridge.engagement
        rows = [row for row in engagement.derive(timetable) if row.pause is None]
        listed = [row.step for row in rows if row.date == today] or [row.step for row in rows]
        return next(iter([*listed, *(step.id for step in steps_on(engagement) if step.id not in OUTSIDE)]), None)

    def end(self) -> None:
        """The clock stops, follow-ups get their dates, a copy is kept; the room is thanked, the plan is signed."""
        window = self._window
        _ = words = window.words
        self._date_follow_ups()
        window.commands.file_wanted.emit("back_up")
        window.go(Place("plan", "signing"))
        window.desk.put("thanks")
        window.timer.pause()
        found = caught(window.bridge.engagement)
        decisions = words.plural("{n} decision", "{n} decisions", found.decisions)
        actions = words.plural("{n} action", "{n} actions", found.actions)
        window.toast(_("The session is over: {decisions}, {actions}. Now the signatures.",
                       decisions=decisions, actions=actions))  # fmt: skip

    def _date_follow_ups(self) -> None:
        from workshop_app.domain.plan import FOLLOW_UP_DAYS
        from workshop_app.steps.session import propose_follow_ups

        engagement = self._window.bridge.engagement
        dated = {followup.day for followup in engagement.followups if followup.date}
        if not dated.issuperset(FOLLOW_UP_DAYS):
            session = engagement.session.date or self._window.bridge.as_of
            self._window.bridge.run(propose_follow_ups(session))
