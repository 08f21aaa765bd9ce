"""The agenda by the method and by the clock (METHOD A.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import SessionFormat
from workshop_app.domain.schedule import (
    FOLLOW_UP_AGENDA,
    FORMATS,
    agenda_sum,
    cuts_near,
    template,
    total_minutes,
    work_minutes,
    work_rows,
)
from workshop_app.domain.timetable import DEFAULT_START, TimedRow, pace, start_of, timetable, timing

STEPS = ("diagnosis", "audit", "goals", "roles", "cooperation", "training", "meetings", "rewards", "feedback", "plan")
MINUTES = {
    SessionFormat.THREE_HOURS: (25, 40, 25, 20, 15, 5, 8, 10, 5, 17),
    SessionFormat.ONE_DAY: (60, 80, 50, 45, 30, 20, 20, 35, 15, 35),
    SessionFormat.SERIES: (60, 95, 55, 50, 35, 20, 20, 40, 15, 30),
}


def engagement(
    kind: SessionFormat,
    rows: Sequence[tuple[str, int]] | None = None,
    steps_off: tuple[str, ...] = (),
    **session: object,
) -> Engagement:
    agenda = template(kind) if rows is None else rows
    return Engagement.of(
        [
            m.Session(id="session", format=kind, **session),
            m.Settings(id="settings", steps_off=steps_off),
            *(
                m.AgendaItem(id=f"AG{place}", step=step, minutes=minutes, rank=place)
                for place, (step, minutes) in enumerate(agenda)
            ),
        ]
    )


def starts(rows: Sequence[TimedRow]) -> list[str]:
    return [f"{row.starts_at:%H:%M} {row.step}" for row in rows]


@pytest.mark.parametrize(
    ("kind", "work", "total"),
    [(SessionFormat.THREE_HOURS, 170, 180), (SessionFormat.ONE_DAY, 390, 480), (SessionFormat.SERIES, 420, 480)],
)
def test_formats_have_the_minutes_of_the_method(kind: SessionFormat, work: int, total: int) -> None:
    minutes = dict.fromkeys(STEPS, 0)
    for step, number in template(kind):
        minutes[step] += number
    assert tuple(minutes) == STEPS and tuple(minutes.values()) == MINUTES[kind]
    assert work_minutes(kind) == work and total_minutes(kind) == total
    assert agenda_sum(engagement(kind)).difference == 0


def test_four_meetings_of_a_series_take_two_hours_each() -> None:
    by_meeting = dict.fromkeys((1, 2, 3, 4), 15)
    for row in FORMATS[SessionFormat.SERIES].rows:
        by_meeting[row.meeting] += row.minutes
    assert set(by_meeting.values()) == {120}


def test_follow_up_takes_an_hour() -> None:
    assert sum(minutes for _title, minutes in FOLLOW_UP_AGENDA) == 60


def test_one_day_runs_from_half_past_nine_to_half_past_five() -> None:
    rows = timetable(engagement(SessionFormat.ONE_DAY, date=date(2026, 2, 10)))
    assert starts(rows) == [
        "09:30 diagnosis",
        "10:30 break",
        "10:45 audit",
        "12:05 goals",
        "12:55 lunch",
        "13:55 roles",
        "14:40 cooperation",
        "15:10 training",
        "15:30 break",
        "15:45 meetings",
        "16:05 rewards",
        "16:40 feedback",
        "16:55 plan",
    ]
    assert rows[-1].ends_at == time(17, 30)
    assert {row.date for row in rows} == {date(2026, 2, 10)}


def test_three_hours_have_one_break_in_the_middle() -> None:
    rows = timetable(engagement(SessionFormat.THREE_HOURS, starts_at="14:00"))
    assert starts(rows)[2:5] == ["15:05 goals", "15:30 break", "15:40 roles"]
    assert rows[-1].ends_at == time(17, 0)


def test_series_is_four_dated_meetings_with_opening_and_closing() -> None:
    dates = ("2026-02-03", "2026-02-10", "2026-02-17", "2026-02-24")
    rows = timetable(engagement(SessionFormat.SERIES, dates=dates, starts_at="10:00"))
    assert starts(row for row in rows if row.meeting == 2) == [
        "10:00 opening",
        "10:10 audit",
        "11:00 goals",
        "11:55 closing",
    ]
    assert [row.date for row in rows if row.step == "opening"] == [date.fromisoformat(day) for day in dates]
    assert {row.ends_at for row in rows if row.step == "closing"} == {time(12, 0)}


def test_pauses_stay_where_they_were_when_minutes_change() -> None:
    rows = [
        (step, minutes - 5 if step == "diagnosis" else minutes) for step, minutes in template(SessionFormat.ONE_DAY)
    ]
    found = timetable(engagement(SessionFormat.ONE_DAY, rows))
    assert [row.step for row in found if row.pause] == ["break", "lunch", "break"]
    assert starts(found)[1] == "10:25 break" and found[-1].ends_at == time(17, 25)


def test_pauses_written_into_the_agenda_replace_the_method_s() -> None:
    rows = [("diagnosis", 60), ("lunch", 45), ("audit", 80)]
    found = timetable(engagement(SessionFormat.ONE_DAY, rows))
    assert starts(found) == ["09:30 diagnosis", "10:30 lunch", "11:15 audit"]
    assert agenda_sum(engagement(SessionFormat.ONE_DAY, rows)).planned == 140


def test_step_switched_off_takes_no_time_and_shows_in_the_sum() -> None:
    plan = engagement(SessionFormat.ONE_DAY, steps_off=("training",))
    assert "training" not in {row.step for row in timetable(plan)}
    assert agenda_sum(plan).difference == -20


@pytest.mark.parametrize(
    ("written", "start"),
    [("9:05", time(9, 5)), ("09.30", time(9, 30)), (" 10:15:00 ", time(10, 15)), ("25:00", DEFAULT_START), ("", None)],
)
def test_start_is_read_or_half_past_nine(written: str, start: time | None) -> None:
    assert start_of(engagement(SessionFormat.ONE_DAY, starts_at=written)) == (start or DEFAULT_START)


@given(st.lists(st.integers(0, 90), min_size=1, max_size=14), st.integers(1, 6))
def test_every_row_of_a_series_has_its_meeting_in_order(minutes: list[int], meetings: int) -> None:
    dates = tuple(f"2026-02-{day:02}" for day in range(1, meetings + 1))
    plan = engagement(
        SessionFormat.SERIES, [(f"step{place}", number) for place, number in enumerate(minutes)], dates=dates
    )
    found = [row.meeting for row in work_rows(plan)]
    assert len(found) == len(minutes) and found == sorted(found)
    assert set(found) == set(range(1, min(meetings, len(minutes)) + 1))


def test_cuts_come_nearest_to_the_wanted_minutes() -> None:
    assert cuts_near([60, 45, 50, 55], [Fraction(1, 2)]) == (2,)
    assert cuts_near([10], [Fraction(1, 2)]) == ()
    assert cuts_near([1, 1, 90], [Fraction(1, 3), Fraction(2, 3)]) == (1, 2), "room is left for the second cut"


DAY = timetable(engagement(SessionFormat.ONE_DAY))


@pytest.mark.parametrize(
    ("started", "now", "left", "late", "finish"),
    [
        (time(10, 45), time(11, 0), 65, 0, time(17, 30)),
        (time(10, 55), time(11, 0), 75, 10, time(17, 40)),
        (time(10, 45), time(12, 20), -15, 15, time(17, 45)),
        (time(10, 40), time(11, 0), 60, -5, time(17, 25)),
    ],
)
def test_pace_of_the_audit(started: time, now: time, left: int, late: int, finish: time) -> None:
    found = pace(DAY, 2, started, now)
    assert (found.left, found.late, found.finish) == (left, late, finish)


def test_pace_over_midnight() -> None:
    late_day = timetable(engagement(SessionFormat.ONE_DAY, [("audit", 60), ("plan", 30)], starts_at="23:30"))
    found = pace(late_day, 0, time(23, 35), time(0, 5))
    assert (found.left, found.late) == (30, 5)


def test_pace_of_a_series_ends_with_its_meeting() -> None:
    rows = timetable(engagement(SessionFormat.SERIES, starts_at="10:00"))
    assert pace(rows, 1, time(10, 10), time(10, 20)).finish == time(12, 0)


def test_plan_against_clock_by_step() -> None:
    found = timing(engagement(SessionFormat.SERIES), {"audit": 110, "goals": 50})
    by_step = {line.step: line for line in found}
    assert (by_step["audit"].planned, by_step["audit"].difference) == (95, 15)
    assert by_step["goals"].difference == -5 and by_step["plan"].difference is None
