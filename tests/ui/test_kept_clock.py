"""The minutes of the steps outlive the window: closed at noon and opened again, on another day, in a rehearsal."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ui.conftest import OpenWindow
from ui.application import Application
from ui.kept_clock import KeptClock
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.session_timer import SessionTimer
from workshop_app.domain.message import Message
from workshop_app.services.operations import change_row
from workshop_app.services.preferences import Preferences
from workshop_app.services.recent import recent_workshops
from workshop_app.services.spent_time import SpentTime


def work(window: FacilitatorWindow, step: str, minutes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of a step runs so long, and on."""
    window.timer.pause()
    now = 0.0
    monkeypatch.setattr(window.timer, "_clock", lambda: now)
    window.go(Place(step))
    window.timer.start()
    now = minutes * 60.0
    window.timer.ticked.emit()


def test_a_workshop_closed_at_noon_goes_on_where_its_minutes_were(
    open_window: OpenWindow, program: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Session.workshop"
    window = open_window(demo="ru", path=path)
    work(window, "diagnosis", 25, monkeypatch)
    work(window, "audit", 40, monkeypatch)
    assert window.timer.running
    planned = window.timer.planned
    window.timer.add(5)
    window.close()
    again = open_window(path=path)
    assert again.timer.minutes() == {"diagnosis": 25, "audit": 40}
    again.go(Place("audit"))
    assert not again.timer.running and again.timer.elapsed == 40 * 60
    assert again.timer.planned == planned + 5 * 60
    again.close()
    rehearsal = program.show_file(path, rehearsal=True)
    assert rehearsal.timer.minutes() == {}
    rehearsal.close()


def test_minutes_go_along_with_a_file_that_is_renamed_moved_or_copied(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Session.workshop"
    window = open_window(demo="ru", path=path)
    work(window, "audit", 40, monkeypatch)
    window.close()
    moved = tmp_path / "archive" / "Сессия отделов.workshop"
    moved.parent.mkdir()
    path.rename(moved)
    window = open_window(path=moved)
    assert window.timer.minutes() == {"audit": 40}
    work(window, "goals", 15, monkeypatch)
    window.close()
    copy = tmp_path / "Copy.workshop"
    copy.write_bytes(moved.read_bytes())
    window = open_window(path=copy)
    assert window.timer.minutes() == {"audit": 40, "goals": 15}
    window.close()
    window = open_window(path=path)
    assert window.timer.minutes() == {}, "another workshop under the former name has minutes of its own"
    window.close()


def test_minutes_of_the_meeting_before_count_those_of_a_rehearsal_do_not(
    window: FacilitatorWindow, tmp_path: Path
) -> None:
    today = date(2026, 2, 10)
    meeting, rehearsal = today - timedelta(days=7), today - timedelta(days=1)
    session = window.bridge.engagement.session
    window.bridge.run(change_row(Message("days"), session, dates=(meeting.isoformat(), today.isoformat())))
    notes = SpentTime(tmp_path / "Series.workshop", tmp_path)
    notes.keep(meeting, {"audit": 1800.0, "diagnosis": 600.0})
    notes.keep(rehearsal, {"audit": 6000.0})
    timer = SessionTimer()
    KeptClock(timer, notes, lambda: window.bridge.engagement, lambda: today)
    timer.offer("audit", 60)
    assert timer.minutes() == {"audit": 30, "diagnosis": 10} and timer.elapsed == 0


def test_a_note_that_cannot_be_read_or_written_stops_nobody(tmp_path: Path) -> None:
    notes = SpentTime(tmp_path / "A.workshop", tmp_path)
    notes.keep(date(2026, 2, 10), {"audit": 60.0})
    (written,) = (tmp_path / "clock").iterdir()
    written.write_text("[1]", encoding="utf-8")
    assert notes.days() == {}
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    SpentTime(tmp_path / "A.workshop", blocked).keep(date(2026, 2, 10), {"audit": 60.0})


def test_a_workshop_opens_again_where_one_was(open_window: OpenWindow, program: Application, tmp_path: Path) -> None:
    path = tmp_path / "Session.workshop"
    window = open_window(demo="ru", path=path)
    assert window.place.step == "prepare"
    window.go(Place("audit", "overlay"))
    noted = recent_workshops(Preferences(program.preferences._path.parent))[0]
    assert (noted.path, noted.place) == (path, "audit.overlay"), "written at once: a crash takes nothing"
    window.close()
    again = open_window(path=path)
    assert (again.place.step, again.place.sub_step) == ("audit", "overlay")
    assert again.timer.step == "audit"
    again.close()
    rehearsal = program.show_file(path, rehearsal=True)
    assert rehearsal.place.step == "prepare"
