from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.hours_text import hours_unit, read_hours
from workshop_app.domain.message import ProblemError


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4", Fraction(4)),
        ("1,5", Fraction(3, 2)),
        ("1.5", Fraction(3, 2)),
        ("0", Fraction(0)),
        ("4 ч/нед", Fraction(4)),
        ("2,5 ч.", Fraction(5, 2)),
        ("3 h/week", Fraction(3)),
        ("13 ч/мес", Fraction(3)),
        ("13 h/month", Fraction(3)),
        ("1,5 ч/день", Fraction(15, 2)),
        ("0.5 h / day", Fraction(5, 2)),
        ("30 мин/день", Fraction(5, 2)),
        ("30 min/day", Fraction(5, 2)),
        ("30 минут в день", Fraction(5, 2)),
        ("13 ч/квартал", Fraction(1)),
        ("13 h/quarter", Fraction(1)),
        ("104 ч/год", Fraction(2)),
        ("1 040 h/year", Fraction(20)),
        ("1\u00a0040 ч в год", Fraction(20)),
        ("8:30", Fraction(17, 2)),
        ("2 в день", Fraction(10)),
        ("4/нед", Fraction(4)),
        ("1 ежедневно", Fraction(5)),
    ],
)
def test_hours_are_brought_to_a_week_exactly(text: str, hours: Fraction) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["", "  ", "-", "—", "?", "\u00a0"])
def test_an_empty_cell_means_hours_unknown(text: str) -> None:
    assert read_hours(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "много",
        "-3",
        "4-5",
        "4 ч на клиента",
        "2 дня в неделю",
        "4 шт",
        "1,2,3",
        "10%",
        "2 дня",
        "2 раб. дня",
        "3 weeks",
    ],
)
def test_anything_else_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(ProblemError) as problem:
        read_hours(text)
    assert text in str(problem.value)


def test_a_negative_number_from_a_workbook_is_refused() -> None:
    with pytest.raises(ProblemError):
        read_hours(Decimal("-1"))


@pytest.mark.parametrize(
    ("header", "factor"),
    [
        ("Часы в неделю", Fraction(1)),
        ("Трудозатраты, ч/мес", Fraction(12, 52)),
        ("Hours per day", Fraction(5)),
        ("Часы", Fraction(1)),
        ("мин/день", Fraction(5, 60)),
        ("Часы, мин/день", Fraction(5, 60)),
        ("Часы (ч/мес)", Fraction(12, 52)),
        ("Время", None),
        ("Рабочее место", None),
    ],
)
def test_a_header_names_the_unit(header: str, factor: Fraction | None) -> None:
    unit = hours_unit(header)
    assert (unit.factor if unit else None) == factor


def test_a_unit_in_the_cell_wins_over_the_header() -> None:
    month = hours_unit("ч/мес")
    assert read_hours("13", month) == 3
    assert read_hours(Decimal("6.5"), month) == Fraction(3, 2)
    assert read_hours("2 ч/день", month) == 10
    assert read_hours("2 ежедневно", month) == 10


def test_a_cell_without_a_period_has_the_period_of_the_header() -> None:
    assert read_hours("30 мин", hours_unit("ч/день")) == Fraction(5, 2)
    assert read_hours("2 ч", hours_unit("мин/день")) == 10
    assert read_hours("26 часов", hours_unit("Трудозатраты, ч/мес")) == 6
    assert read_hours("2 ч", hours_unit("Часы")) == 2


@given(st.decimals(min_value=0, max_value=10_000, places=2))
def test_comma_and_point_read_alike(value: Decimal) -> None:
    text = str(value)
    assert read_hours(text) == read_hours(text.replace(".", ",")) == read_hours(value) == Fraction(value)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        hours = read_hours(text)
    except ProblemError:
        return
    assert hours is None or hours >= 0
