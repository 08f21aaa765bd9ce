"""The step's clock in the top bar."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.patience import SECONDS
from ui.icons import Icons
from ui.kept_clock import KeptClock
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.session_timer import SessionTimer
from ui.steady_clock import steady_seconds
from ui.theme.service import ThemeService
from ui.timer_view import TimerView
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Session
from workshop_app.i18n import Words
from workshop_app.services.spent_time import SpentTime


@pytest.fixture
def now() -> list[float]:
    """What the clock says: seconds."""
    return [0.0]


@pytest.fixture
def timer(qtbot: QtBot, now: list[float]) -> SessionTimer:
    return SessionTimer(clock=lambda: now[0])


def test_a_second_that_passes_moves_nothing_in_the_bar(timer: SessionTimer, qtbot: QtBot, now: list[float]) -> None:
    asked: list[QEvent.Type] = []

    class Bar(TimerView):
        def updateGeometry(self) -> None:
            asked.append(QEvent.Type.LayoutRequest)

    view = Bar(timer, ThemeService("light", 100), Icons(), Words("ru"))
    qtbot.addWidget(view)
    timer.offer("audit", 20)
    assert asked
    asked.clear()
    timer.start()
    for second in range(1, 20 * 60 + 90, 30):
        now[0] = float(second)
        timer.ticked.emit()
    QApplication.processEvents()
    assert not asked and view.low
    timer.offer("prepare", 0)
    assert asked, "without a length it is narrower"


def seconds_later(timer: SessionTimer, now: list[float], seconds: float) -> None:
    """The next tick comes so much later than it should: the computer slept."""
    now[0] += seconds
    timer._tick.timeout.emit()


def test_sleep_counts_is_told_and_can_be_left_out_a_night_stops_the_clock(
    timer: SessionTimer, now: list[float]
) -> None:
    slept: list[float] = []
    timer.slept.connect(slept.append)
    timer.offer("audit", 80)
    timer.start()
    seconds_later(timer, now, 60)
    assert timer.elapsed == 60 and not slept, "a short one is as a busy minute"
    seconds_later(timer, now, 1800)
    assert timer.elapsed == 1860 and slept == [1800]
    timer.leave_out("audit", slept[0])
    assert timer.elapsed == 60 and timer.running
    timer.offer("goals", 50)
    timer.leave_out("audit", 1800)
    assert timer.counted() == {}, "no step gets less than nothing"
    timer.start()
    seconds_later(timer, now, 14 * 3600)
    assert not timer.running and timer.elapsed == 0 and slept[-1] == 14 * 3600


def test_the_clock_goes_on_through_sleep_and_whatever_the_wall_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    before = steady_seconds()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert 0 <= steady_seconds() - before < SECONDS
    if hasattr(time, "CLOCK_BOOTTIME"):
        monkeypatch.setattr(time, "clock_gettime", lambda which: 7.0 if which == time.CLOCK_BOOTTIME else 0.0)
        assert steady_seconds() == 7


def test_a_window_left_open_overnight_counts_each_day_for_itself(
    timer: SessionTimer, now: list[float], tmp_path: Path
) -> None:
    first, second = date(2026, 2, 10), date(2026, 2, 11)
    day = [first]
    engagement = Engagement.of([Session(id="session", dates=(first.isoformat(), second.isoformat()))])
    notes = SpentTime(tmp_path / "Series.workshop", tmp_path)
    clock = KeptClock(timer, notes, lambda: engagement, lambda: day[0])
    timer.offer("audit", 80)
    timer.start()
    now[0] = 3600
    timer.pause()
    timer.add(5)
    day[0], now[0] = second, 60_000
    timer.start()
    assert timer.elapsed == 0 and timer.minutes() == {"audit": 60}
    now[0] += 600
    timer.pause()
    assert timer.minutes() == {"audit": 70}
    clock.keep()
    days = notes.days()
    assert (days[first.isoformat()], days[second.isoformat()]) == ({"audit": 3600}, {"audit": 600})
    again = SessionTimer()
    KeptClock(again, notes, lambda: engagement, lambda: day[0])
    assert again.minutes() == {"audit": 70}


def test_a_break_stops_the_clock_of_the_step_until_the_room_goes_on(window: FacilitatorWindow) -> None:
    timer = window.timer
    window.go(Place("audit"))
    timer.start()
    window.actions_list.run("room_groups_10")
    assert timer.running, "groups work at the step"
    window.actions_list.run("room_break_15")
    assert not timer.running and "перерыва" in window.messages.toast_frame.text.text()
    window.actions_list.run("room_freeze")
    assert not timer.running
    window.actions_list.run("room_show")
    assert timer.running
    window.actions_list.run("room_break_15")
    window.go(Place("goals"))
    window.actions_list.run("room_show")
    assert not timer.running, "another step begins when he says so"
