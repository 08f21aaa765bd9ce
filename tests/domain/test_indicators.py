"""When an indicator is an alarm, and when it is too early to say (METHOD C.12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.indicators import (
    SIGNALS,
    STATUSES,
    Side,
    Signal,
    Status,
    Trend,
    next_entry,
    points_of,
    trend,
    trends,
    way_to_target,
    worst_first,
)
from workshop_app.domain.model import Direction, Frequency

SESSION = date(2026, 2, 10)
START = date(2026, 1, 5)
AS_OF = date(2026, 1, 6)
T = Signal


def engagement(
    values: Sequence[str | int],
    session: date | None = None,
    strict: bool = False,
    first: date = START,
    **fields: object,
) -> Engagement:
    """A weekly indicator where more is better, a point a week from ``first``."""
    usual: dict[str, object] = {"title": "Answers in time", "frequency": Frequency.WEEKLY, **fields}
    return Engagement.of(
        [
            m.Session(id="session", date=session),
            m.Settings(id="settings", strict_runs=strict),
            m.Indicator(id="I1", **usual),
            *(
                m.IndicatorPoint(
                    id=f"I1/{place}", indicator_id="I1", date=first + timedelta(weeks=place), value=Decimal(value)
                )
                for place, value in enumerate(values)
            ),
        ]
    )


def read(values: Sequence[str | int], as_of: date | None = None, **fields: object) -> Trend:
    last = START + timedelta(weeks=max(0, len(values) - 1))
    return trend(engagement(values, **fields), "I1", as_of or last)


def test_worked_example_of_the_method() -> None:
    values = (47, 53, 50, 50, 51, 48, 52, 55, 50, 53, 54, 57, 56)
    found = read(values, session=START + timedelta(weeks=5))
    assert (found.median, found.is_frozen, found.run, found.run_side) == (50, True, 6, Side.GOOD)
    assert found.signals == (T.SHIFT_GOOD,) and found.status is Status.GREEN
    assert found.marks[T.SHIFT_GOOD] == (6, 7, 9, 10, 11, 12), "the point on the median is no part of the run"


def test_median_is_frozen_only_with_six_points_up_to_the_session() -> None:
    values = (1, 2, 3, 4, 5, 60, 70)
    assert read(values, session=START + timedelta(weeks=4)).median == 4
    frozen = read(values, session=START + timedelta(weeks=5))
    assert frozen.median == Fraction(7, 2) and frozen.is_frozen
    assert read(values).median == 4, "without a session all points count"
    assert read(values[:5]).median is None


@pytest.mark.parametrize(
    ("values", "direction", "signal"),
    [
        ((9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2), Direction.UP, T.SHIFT_BAD),
        ((9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2), Direction.DOWN, T.SHIFT_GOOD),
        ((8, 9, 8, 9, 8, 9, 1, 2, 1, 2, 1), Direction.UP, None),
    ],
)
def test_run_of_six_is_a_shift(values: Sequence[int], direction: Direction, signal: Signal | None) -> None:
    found = read(values, session=START + timedelta(weeks=5), direction=direction)
    assert found.signals == ((signal,) if signal else ())
    assert found.status is (Status.RED if signal is T.SHIFT_BAD else Status.GREEN)


def test_values_on_the_median_make_no_run() -> None:
    found = read((5,) * 8)
    assert (found.run, found.run_side, found.signals) == (0, None, ())


@pytest.mark.parametrize(
    ("n", "needed"), [(1, 4), (2, 5), (8, 7), (10, 7), (11, 7), (12, 8), (16, 8), (24, 9), (22, 8), (23, 9)]
)
def test_strict_runs_need_more_points_the_more_there_are(n: int, needed: int) -> None:
    # Half the points on either side of the frozen median of 50, six on it.
    values = [50] * 6 + [51 if place % 2 else 49 for place in range(n)]
    assert read(values, session=START + timedelta(weeks=5), strict=True).run_needed == needed


def test_strict_mode_keeps_a_run_of_six_quiet() -> None:
    values = (47, 53, 50, 50, 51, 48, 52, 55, 50, 53, 54, 57, 56)
    assert read(values, session=START + timedelta(weeks=5), strict=True).signals == ()


@pytest.mark.parametrize(
    ("value", "limit", "direction", "is_alarm"),
    [
        (79, 80, Direction.UP, True),
        (80, 80, Direction.UP, False),
        (81, 80, Direction.DOWN, True),
        (80, 80, Direction.DOWN, False),
        (0, None, Direction.UP, False),
    ],
)
def test_equal_to_the_limit_is_not_worse(value: int, limit: int | None, direction: Direction, is_alarm: bool) -> None:
    alarm = None if limit is None else Decimal(limit)
    found = read((value,), direction=direction, alarm_limit=alarm)
    assert (T.LIMIT in found.signals) is is_alarm
    assert found.status is (Status.RED if is_alarm else Status.GREEN)


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ((40, 45, 52, 58, 66, 64, 62, 60, 57), (4, 5, 6, 7, 8)),
        ((9, 8, 8, 7, 6, 5), (0, 1, 3, 4, 5)),
        ((9, 8, 7, 6), None),
        ((9, 8, 7, 8, 6), None),
        ((5, 6, 7, 8, 9), None),
        ((9, 9, 9, 9, 9), None),
    ],
)
def test_five_values_each_worse_than_the_last(values: Sequence[int], marks: tuple[int, ...] | None) -> None:
    found = read(values)
    assert found.marks.get(T.TREND_BAD) == marks
    assert (found.status is Status.AMBER) is (marks is not None)


@pytest.mark.parametrize(
    ("frequency", "days", "is_stale"),
    [
        (Frequency.WEEKLY, 10, False),
        (Frequency.WEEKLY, 11, True),
        (Frequency.MONTHLY, 46, False),
        (Frequency.MONTHLY, 47, True),
        (Frequency.QUARTERLY, 138, False),
        (Frequency.QUARTERLY, 139, True),
    ],
)
def test_value_is_stale_after_one_and_a_half_periods(frequency: Frequency, days: int, is_stale: bool) -> None:
    found = read((5,), as_of=START + timedelta(days=days), frequency=frequency)
    assert (T.STALE in found.signals) is is_stale and found.days_since == days


TRACK = {
    "baseline": Decimal(0),
    "target": Decimal(100),
    "baseline_date": START,
    "deadline": START + timedelta(weeks=10),
}


@pytest.mark.parametrize(
    ("values", "is_off"),
    [
        ((0, 0, 0, 0, 0, 0), True),
        ((0, 0, 0, 0, 0), False),
        ((0, 0, 0, 0, 20, 20), False),
        ((0, 0, 0, 0, 20, 30), False),
        ((0, 0, 0, 0, 19, 29), True),
        ((0,), False),
    ],
    ids=str,
)
def test_off_track_when_two_points_lag_a_fifth_of_the_way(values: Sequence[int], is_off: bool) -> None:
    found = read(values, **TRACK)
    assert (T.OFF_TRACK in found.signals) is is_off
    if is_off:
        assert found.marks[T.OFF_TRACK] == (len(values) - 2, len(values) - 1)


@pytest.mark.parametrize(("values", "is_off"), [((0,), False), ((0, 0), True), ((0, 100), False), ((100, 0), False)])
def test_one_late_point_is_not_yet_off_track(values: Sequence[int], is_off: bool) -> None:
    late = {**TRACK, "baseline_date": START - timedelta(weeks=10), "deadline": START + timedelta(weeks=5)}
    assert (T.OFF_TRACK in read(values, **late).signals) is is_off


def test_after_the_deadline_the_target_counts_in_full() -> None:
    way = way_to_target(
        m.Indicator(id="I1", **TRACK),
        m.IndicatorPoint(id="I1/0", indicator_id="I1", date=START + timedelta(weeks=20), value=Decimal(79)),
    )
    assert way is not None and way.time == 2 and way.is_behind


@pytest.mark.parametrize("missing", ["baseline", "target", "baseline_date", "deadline"])
def test_no_track_without_both_ends(missing: str) -> None:
    assert T.OFF_TRACK not in read((0,) * 6, **{**TRACK, missing: None}).signals


def test_no_track_when_target_is_the_baseline_or_the_deadline_its_date() -> None:
    assert T.OFF_TRACK not in read((0,) * 6, **{**TRACK, "target": Decimal(0)}).signals
    assert T.OFF_TRACK not in read((0,) * 6, **{**TRACK, "deadline": START}).signals


def test_few_points_are_said_and_not_coloured() -> None:
    found = read((5, 6, 5))
    assert found.signals == (T.FEW_POINTS,) and found.status is Status.GREEN


def test_no_points_are_grey() -> None:
    found = read(())
    assert (found.status, found.signals, found.median, found.run, found.run_side) == (
        Status.GREY,
        (T.NO_DATA,),
        None,
        0,
        None,
    )
    assert found.last is None and found.days_since is None


def test_points_are_read_by_date_whatever_order_they_came_in() -> None:
    rows = list(engagement((1, 2, 3)).all_rows())
    late = m.IndicatorPoint(id="I1/9", indicator_id="I1", date=date(2025, 12, 1), value=Decimal(9), rank=9)
    found = trend(Engagement.of([*rows, late]), "I1", AS_OF)
    assert [point.value for point in found.points] == [9, 1, 2, 3]


def test_red_stands_before_amber_before_grey_before_green() -> None:
    rows: list[m.Row] = []
    for name, value, limit, frequency in (
        ("green", 5, None, Frequency.QUARTERLY),
        ("grey", None, None, Frequency.WEEKLY),
        ("amber", 5, None, Frequency.WEEKLY),
        ("red", 5, 6, Frequency.QUARTERLY),
    ):
        alarm = None if limit is None else Decimal(limit)
        rows.append(m.Indicator(id=name, frequency=frequency, alarm_limit=alarm))
        if value is not None:
            rows.append(m.IndicatorPoint(id=f"{name}/1", indicator_id=name, date=START, value=Decimal(value)))
    found = worst_first(Engagement.of(rows), START + timedelta(days=20))
    assert [indicator.id for indicator, _trend in found] == ["red", "amber", "grey", "green"]


def test_next_value_is_due_a_period_after_the_last() -> None:
    plan = engagement((1, 2))
    (indicator,) = plan.indicators
    points, last = points_of(plan)["I1"], START + timedelta(weeks=1)
    assert next_entry(indicator, points, last + timedelta(days=13)) == last + timedelta(weeks=1)
    assert next_entry(indicator, points, last + timedelta(days=14)) == last + timedelta(days=14)
    assert next_entry(indicator, (), AS_OF) == AS_OF


def test_every_signal_and_status_has_its_words() -> None:
    assert set(SIGNALS) == set(Signal) and set(STATUSES) == set(Status)


@given(st.lists(st.integers(0, 9), max_size=20), st.sampled_from(Direction), st.booleans(), st.integers(0, 20))
def test_mirrored_values_with_the_other_direction_say_the_same(
    values: list[int], direction: Direction, strict: bool, weeks: int
) -> None:
    other = Direction.DOWN if direction is Direction.UP else Direction.UP
    day = START + timedelta(weeks=weeks)
    one = read(values, direction=direction, strict=strict, session=day, alarm_limit=Decimal(3))
    two = read([-value for value in values], direction=other, strict=strict, session=day, alarm_limit=Decimal(-3))
    assert (one.signals, one.status, one.run, one.run_side, one.marks) == (
        two.signals,
        two.status,
        two.run,
        two.run_side,
        two.marks,
    )
    assert one.run <= len(values) and not {T.SHIFT_BAD, T.SHIFT_GOOD} <= set(one.signals)


def test_all_trends_of_a_document() -> None:
    assert list(trends(engagement((1,)), AS_OF)) == ["I1"]
