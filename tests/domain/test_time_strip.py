"""A strip of time stays readable when a year is mistyped."""

from datetime import date

import pytest

from workshop_app.domain.time_strip import month_starts, near

TODAY = date(2026, 4, 20)


def test_months_stand_between_the_ends() -> None:
    assert list(month_starts(date(2025, 11, 5), date(2026, 1, 2))) == [date(2025, 12, 1), date(2026, 1, 1)]
    assert list(month_starts(date(2025, 11, 5), date(2025, 12, 1))) == []


@pytest.mark.parametrize(
    ("first", "last"), [(date.min, TODAY), (TODAY, date.max), (date.min, date.max), (TODAY, TODAY)]
)
def test_a_strip_without_end_has_no_months(first: date, last: date) -> None:
    assert list(month_starts(first, last)) == []


def test_far_days_come_to_the_edge() -> None:
    assert near(date(2026, 9, 1), TODAY) == date(2026, 9, 1)
    assert near(date(206, 9, 1), TODAY) == date(2024, 4, 20) and near(date.max, TODAY) == date(2028, 4, 19)
    assert near(TODAY, date.min) == date(3, 1, 1) and near(TODAY, date.max) == date(9997, 12, 31)
