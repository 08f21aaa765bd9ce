"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from workshop_app.domain.date_text import parse_date, past_date, whole_date

TODAY = date(2026, 4, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.05", date(2026, 5, 12)),
        ("12.03", date(2027, 3, 12)),
        ("12 мая", date(2026, 5, 12)),
        ("12 March 2026", date(2026, 3, 12)),
        ("2026-05-12", date(2026, 5, 12)),
        ("завтра", date(2026, 4, 21)),
        ("пн", date(2026, 4, 27)),
        ("+14", date(2026, 5, 4)),
        ("через 2 недели", date(2026, 5, 4)),
        ("через неделю", date(2026, 4, 27)),
        ("через 10 дней", date(2026, 4, 30)),
        ("in a month", date(2026, 5, 20)),
        ("через месяц", date(2026, 5, 20)),
        ("in 9 months", date(2027, 1, 20)),
        ("2 кв", date(2026, 6, 30)),
        ("1 квартал", date(2027, 3, 31)),
        ("3-й кв. 2027", date(2027, 9, 30)),
        ("Q4", date(2026, 12, 31)),
        ("q2 2027", date(2027, 6, 30)),
        ("May 12", date(2026, 5, 12)),
    ],
)
def test_a_date_is_read_as_it_was_meant(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.05", date(2025, 5, 12)),
        ("12 мар", date(2026, 3, 12)),
        ("20.04", date(2026, 4, 20)),
        ("пт", date(2026, 4, 17)),
        ("12.05.2026", date(2026, 5, 12)),
        ("завтра", date(2026, 4, 21)),
        ("скоро", None),
    ],
)
def test_what_has_been_is_looked_for_in_the_past(text: str, day: date | None) -> None:
    assert past_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "скоро", "31.02", "32 мая", "1.1.0206", "1 мая 9999", "5 кв", "Q0", "кв", "12 кв 2027"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text, TODAY) is None


@pytest.mark.parametrize(
    "text", ["1 марта 2026 г.", "до 01.03.2026", "March 1st, 2026", "by 1 March 2026", "2026-03-01"]
)
def test_a_list_names_the_year(text: str) -> None:
    assert whole_date(text) == date(2026, 3, 1)


@pytest.mark.parametrize("text", ["1 марта", "завтра", "пн", "Q1", "+3", "до мая", "31 июня 2026"])
def test_a_date_without_a_year_is_none_in_a_list(text: str) -> None:
    assert whole_date(text) is None
