"""A session begins and ends with one command each."""

from __future__ import annotations

from datetime import timedelta

from tests.ui.conftest import OpenWindow
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.domain.message import Message
from workshop_app.domain.model import Session, SessionFormat
from workshop_app.domain.timetable import timetable
from workshop_app.services.operations import change_row
from workshop_app.steps.prepare.agenda import choose_format
from workshop_app.steps.templates import begin_workshop


def test_the_beginning_sets_the_day_shows_the_agenda_and_starts_the_first_step(open_window: OpenWindow) -> None:
    window: FacilitatorWindow = open_window()
    window.actions_list.run("session_begin")
    session = window.bridge.engagement.session
    assert session.date == window.bridge.as_of
    assert session.starts_at
    assert window.place.step == "diagnosis"
    assert window.timer.running
    assert window.room.live.scene == "prepare.agenda"


def test_the_beginning_leaves_a_written_day_alone(window: FacilitatorWindow) -> None:
    before = window.bridge.engagement.rows(Session)[0]
    window.actions_list.run("session_begin")
    assert window.bridge.engagement.session.date == before.date


def test_the_end_stops_the_clock_dates_the_follow_ups_and_leads_to_the_signatures(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "overlay"))
    window.timer.start()
    window.quick_add.line.setText("Решили на ходу")
    window.quick_add.record()
    window.actions_list.run("session_end")
    assert not window.timer.running
    assert window.place == Place("plan", "signing", None, None)
    assert window.room.live.scene == "thanks"
    assert all(followup.date for followup in window.bridge.engagement.followups)
    assert "24 решения, 25 действий" in window.messages.toast_frame.text.text().replace("\N{NO-BREAK SPACE}", " ")
    counters = [counter.text() for counter in window.quick_add._counters.values()][:2]
    assert counters == ["Решений 24", "Действий 25"]


def test_the_second_meeting_of_a_series_begins_with_its_own_first_step(open_window: OpenWindow) -> None:
    window = open_window()
    today = window.bridge.as_of
    dates = tuple((today + timedelta(days=7 * number)).isoformat() for number in (-1, 0, 1, 2))
    window.bridge.run(begin_workshop("two_sales", window.words))
    window.bridge.run(choose_format(SessionFormat.SERIES))
    window.bridge.run(change_row(Message("days"), window.bridge.engagement.session, dates=dates))
    meetings = [(row.meeting, row.step) for row in timetable(window.bridge.engagement) if row.pause is None]
    second = next(step for meeting, step in meetings if meeting == 2)
    assert second != meetings[0][1]
    window.actions_list.run("session_begin")
    assert window.place.step == second and window.timer.step == second
