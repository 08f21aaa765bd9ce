"""Regular meetings: their dates, what they take from people, whether they live (METHOD S8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.meetings import (
    READY_SERIES,
    Rhythm,
    chairing_department,
    is_dormant,
    is_joint,
    last_held,
    loads,
    missing_of,
    next_dates,
    occurrences,
    rhythm,
)
from workshop_app.domain.model import Cadence

PEOPLE: list[m.Row] = [
    m.Department(id="A", name="One", rank=1),
    m.Department(id="B", name="Two", rank=2),
    m.Person(id="P1", name="Ann", department_id="A", rank=1),
    m.Person(id="P2", name="Bob", department_id="B", rank=2),
    m.Person(id="PM", name="Max", department_text="Management", rank=3),
]


def meeting(cadence: Cadence = Cadence.WEEKLY, **fields: object) -> m.Meeting:
    return m.Meeting(**{"id": "M1", "title": "Stand-up", "cadence": cadence, **fields})


def plan(*rows: m.Row) -> Engagement:
    return Engagement.of([*PEOPLE, *rows])


def dates(first: str, cadence: Cadence, count: int = 4) -> list[str]:
    series = meeting(cadence, first_date=date.fromisoformat(first))
    return [day.isoformat() for day in islice(occurrences(series), count)]


@pytest.mark.parametrize(
    ("first", "cadence", "expected"),
    [
        ("2026-02-16", Cadence.WEEKLY, ["2026-02-16", "2026-02-23", "2026-03-02", "2026-03-09"]),
        ("2026-02-18", Cadence.BIWEEKLY, ["2026-02-18", "2026-03-04", "2026-03-18", "2026-04-01"]),
        ("2026-03-04", Cadence.MONTHLY, ["2026-03-04", "2026-04-01", "2026-05-06", "2026-06-03"]),
        ("2026-04-08", Cadence.QUARTERLY, ["2026-04-08", "2026-07-08", "2026-10-14", "2027-01-13"]),
        ("2026-01-30", Cadence.MONTHLY, ["2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24"]),
        ("2026-12-31", Cadence.MONTHLY, ["2026-12-31", "2027-01-28", "2027-02-25", "2027-03-25"]),
    ],
)
def test_dates_of_a_series(first: str, cadence: Cadence, expected: list[str]) -> None:
    assert dates(first, cadence) == expected


def test_series_without_a_first_date_has_no_dates() -> None:
    assert list(occurrences(meeting())) == [] and rhythm(meeting()) is None
    assert next_dates(meeting(), date(2026, 1, 1)) == ()


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.sampled_from(Cadence))
def test_series_begin_with_their_first_date_and_keep_their_weekday(first: date, cadence: Cadence) -> None:
    found = list(islice(occurrences(meeting(cadence, first_date=first)), 8))
    assert found[0] == first and {day.weekday() for day in found} == {first.weekday()}
    gaps = {(later - earlier).days for earlier, later in pairwise(found)}
    allowed = {Cadence.WEEKLY: {7}, Cadence.BIWEEKLY: {14}, Cadence.MONTHLY: {28, 35}, Cadence.QUARTERLY: {84, 91, 98}}
    assert gaps <= allowed[cadence]


def test_rhythm_is_what_a_calendar_needs() -> None:
    assert rhythm(meeting(Cadence.BIWEEKLY, first_date=date(2026, 2, 18))) == Rhythm(14, None, 2, None)
    assert rhythm(meeting(Cadence.QUARTERLY, first_date=date(2026, 4, 8))) == Rhythm(None, 3, 2, 2)
    assert rhythm(meeting(Cadence.MONTHLY, first_date=date(2026, 1, 30))) == Rhythm(None, 1, 4, -1)


def test_next_dates_from_a_day_on() -> None:
    series = meeting(first_date=date(2026, 2, 16))
    assert next_dates(series, date(2026, 2, 23), 2) == (date(2026, 2, 23), date(2026, 3, 2))
    assert next_dates(series, date(2026, 1, 1)) == (date(2026, 2, 16),)


def test_load_sums_a_person_s_series_over_four_weeks() -> None:
    def series(name: str, cadence: Cadence, minutes: int | None, people: tuple[str, ...]) -> m.Meeting:
        return meeting(cadence, id=name, duration_min=minutes, participants=people)

    found = loads(
        plan(
            series("M1", Cadence.WEEKLY, 20, ("P1", "P2")),
            series("M2", Cadence.BIWEEKLY, 45, ("P1",)),
            series("M3", Cadence.MONTHLY, 60, ("P1",)),
            series("M4", Cadence.QUARTERLY, 50, ("P1",)),
            series("M5", Cadence.WEEKLY, None, ("P2",)),
        )
    )
    assert found["P1"].minutes == 80 + 90 + 60 + Fraction(50, 3)
    assert found["P1"].by_meeting["M4"] == Fraction(50, 3)
    assert found["P2"].minutes == 80 and "PM" not in found


@pytest.mark.parametrize(("minutes", "too_much"), [(90, False), (91, True)])
def test_six_hours_are_not_too_much(minutes: int, too_much: bool) -> None:
    found = loads(plan(meeting(duration_min=minutes, participants=("P1",))))
    assert found["P1"].is_too_much is too_much


def test_joint_means_two_participating_departments() -> None:
    assert is_joint(plan(), meeting(participants=("P1", "P2")))
    assert not is_joint(plan(), meeting(participants=("P1", "PM")))


def test_what_a_series_lacks() -> None:
    full = meeting(owner_id="P1", agenda=("News",), duration_min=20, first_date=date(2026, 2, 16))
    assert missing_of(plan(), full) == ()
    assert missing_of(plan(), meeting(agenda=(" ",))) == ("a chair", "an agenda", "a duration", "a first date")
    named = m.UnresolvedReference(id="U1", object_table="meetings", object_id="M1", field="owner_id", text="Guest")
    assert missing_of(plan(named), meeting(agenda=("News",), duration_min=20)) == ("a first date",)


@pytest.mark.parametrize(
    ("cadence", "held", "days", "dormant"),
    [
        (Cadence.WEEKLY, None, 10, False),
        (Cadence.WEEKLY, None, 11, True),
        (Cadence.WEEKLY, 7, 17, False),
        (Cadence.BIWEEKLY, None, 21, False),
        (Cadence.BIWEEKLY, None, 22, True),
        (Cadence.MONTHLY, None, 47, True),
        (Cadence.QUARTERLY, None, 138, False),
        (Cadence.QUARTERLY, None, 139, True),
        (Cadence.WEEKLY, -30, 10, False),
        (Cadence.WEEKLY, None, -1, False),
    ],
)
def test_series_sleeps_after_one_and_a_half_periods(
    cadence: Cadence, held: int | None, days: int, dormant: bool
) -> None:
    first = date(2026, 2, 16)
    latest = None if held is None else first + timedelta(days=held)
    series = meeting(cadence, first_date=first, last_held=latest)
    assert is_dormant(plan(), series, first + timedelta(days=days)) is dormant


def test_log_tells_that_a_series_lives() -> None:
    series = meeting(first_date=date(2026, 2, 16), last_held=date(2026, 2, 16))
    log = [
        m.MeetingLog(id="M1/1", meeting_id="M1", date=date(2026, 3, 9), held=True),
        m.MeetingLog(id="M1/2", meeting_id="M1", date=date(2026, 3, 16), held=False),
    ]
    assert last_held(plan(*log), series) == date(2026, 3, 9)
    assert not is_dormant(plan(*log), series, date(2026, 3, 16))


def test_departments_take_turns_in_the_chair() -> None:
    series = meeting(owner_id="P2", participants=("P1", "P2", "PM"))
    assert [chairing_department(plan(), series, number) for number in range(3)] == ["B", "A", "B"]
    outside = meeting(owner_id="PM", participants=("P1", "P2", "PM"))
    assert chairing_department(plan(), outside, 0) == "A"
    assert chairing_department(plan(), meeting(), 0) is None


def test_ready_series_fit_the_method() -> None:
    assert [(series.cadence, series.duration_min) for series in READY_SERIES[:3]] == [
        (Cadence.WEEKLY, 20),
        (Cadence.BIWEEKLY, 45),
        (Cadence.MONTHLY, 60),
    ]
    assert all(1 <= len(series.agenda) <= 4 for series in READY_SERIES)


@pytest.mark.parametrize("cadence", list(Cadence))
def test_a_series_ends_with_the_calendar(cadence: Cadence) -> None:
    meeting = m.Meeting(id="M1", title="x", cadence=cadence, first_date=date(9999, 11, 30))
    assert all(day <= date.max for day in next_dates(meeting, date(9999, 1, 1), count=50))
    assert next_dates(replace(meeting, first_date=date(2026, 1, 31)), date.max, count=2) in {(), (date.max,)}
