"""Amounts and days as offices write them (METHOD C.8.1)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.ledger import is_unsure, read_day, read_number, to_cents


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.250.000,00", "3250000"),
        ("3,250,000.00", "3250000"),
        ("(12 500,00)", "-12500"),
        ("1 750 000,00", "1750000"),
        ("18 400,50 руб.", "18400.50"),
        ("18\u00a0400,5\u00a0₽", "18400.5"),
        ("1\u202f234", "1234"),
        ("−5", "-5"),
        ("- 5,00", "-5"),
        ("5-", "-5"),
        ("(−5)", "-5"),
        ("-$5.25", "-5.25"),
        ("$-5.25", "-5.25"),
        ("£1,234.50", "1234.50"),
        ("(5 руб.)", "-5"),
        ("1 750 000,00 руб. ₽", "1750000"),
        ("RUB ₽ 100", "100"),
        ("1'200.50 CHF", "1200.50"),
        ("5 zł", "5"),
        ("100 р.", "100"),
        ("RUB 100", "100"),
        ("1.234.567", "1234567"),
        ("12,34,567", "1234567"),
        ("12,34,567.89", "1234567.89"),
        ("1'234.50", "1234.50"),
        ("0,5", "0.5"),
        (",5", "0.5"),
        ("+7", "7"),
        ("007", "7"),
        ("1,500", "1.5"),
    ],
)
def test_an_amount_is_read_in_every_usual_form(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "()",
        "сто",
        "12 р 50",
        "1,2,3",
        "12.05.2024",
        "1.23,45,6",
        "1.234.56,78.9",
        "400,-",
        "5 шт",
        "--5",
        "1e5",
        "18 тыс. руб.",
        "٣",
        "5%",
        "9" * 50,
        "nan",
        "1.2.3",
    ],
)
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert read_number(text) is None


def test_a_number_of_a_workbook_stays_as_it_is() -> None:
    assert read_number(Decimal("1234.56")) == Decimal("1234.56")
    assert read_number(date(2024, 1, 1)) is None


@pytest.mark.parametrize(
    ("column", "example"),
    [
        (["1,500", "2,750", "12,000"], "1,500"),
        (["1.500", "", "2.750 руб."], "1.500"),
        (["500", "1,500", "-2,000"], "1,500"),
        (["1,500", "2,75"], None),
        (["1,500", "1,500,000"], None),
        (["1,500", "1.500,00"], None),
        (["0,500", "1,500"], None),
        (["100", "200", Decimal("1.5")], None),
        ([], None),
    ],
)
def test_a_column_that_proves_nothing_makes_a_question(column: list[object], example: str | None) -> None:
    assert is_unsure(column) == example


def test_the_answer_decides_what_three_digits_are() -> None:
    assert read_number("1,500", "thousands") == 1500
    assert read_number("-12.000 руб.", "thousands") == -12000
    assert read_number("1,500.25", "thousands") == Decimal("1500.25")
    assert read_number("1,5", "thousands") == Decimal("1.5")


@given(st.integers(-(10**14), 10**14), st.sampled_from([" ", "\u00a0", ".", "'", ""]))
def test_a_sum_printed_in_groups_comes_back(cents: int, group: str) -> None:
    whole, part = divmod(abs(cents), 100)
    text = f"{whole:,}".replace(",", group) + f",{part:02}"
    assert read_number(f"-{text}" if cents < 0 else text) == Decimal(cents).scaleb(-2)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = read_number(text)
    assert found is None or found.is_finite()


@pytest.mark.parametrize(
    ("amount", "cents"),
    [
        ("1", "100"),
        ("0.005", "0.5"),
        ("-12.345", "-1234.5"),
        ("1E+3", "100000"),
        ("0", "0"),
        ("0.000001", "0.0001"),
        ("0.0000005", "0.0001"),
        ("-0.0000005", "-0.0001"),
        ("0.00000049", "0"),
    ],
)
def test_cents_are_exact_to_six_decimals_and_rounded_half_up_beyond(amount: str, cents: str) -> None:
    found = to_cents(Decimal(amount))
    assert found == Decimal(cents) and isinstance(found, int) == (Decimal(cents) % 1 == 0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("29.02.2024", date(2024, 2, 29)),
        ("1.2.2024", date(2024, 2, 1)),
        ("01/02/2024", date(2024, 2, 1)),
        ("01.02.24", date(2024, 2, 1)),
        ("01/02/99", date(2099, 2, 1)),
        ("01.02.2024 г.", date(2024, 2, 1)),
        ("01.02.2024 0:00:00", date(2024, 2, 1)),
        ("2024-02-01T10:15:00Z", date(2024, 2, 1)),
        ("2024.02.01", date(2024, 2, 1)),
        (" 01-02-2024 ", date(2024, 2, 1)),
        ("45292", date(2024, 1, 1)),
        (Decimal("45292.5"), date(2024, 1, 1)),
        (date(2024, 1, 1), date(2024, 1, 1)),
    ],
)
def test_a_day_is_read_in_every_usual_form(text: str | Decimal | date, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2025",
        "2023-02-29",
        "12/25/2024",
        "00.01.2024",
        "01.01.0024",
        "01.01.3024",
        "",
        "вчера",
        "10023",
        "01-02-24",
        "1.2",
        "01.02/2024",
        "99999",
        "Итого",
    ],
)
def test_a_day_that_does_not_exist_is_none(text: str) -> None:
    assert read_day(text) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_comes_back_from_its_forms(day: date) -> None:
    assert (
        read_day(day.isoformat()) == read_day(f"{day:%d.%m.}{day.year}") == read_day(f"{day:%d/%m/}{day.year}") == day
    )


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = read_day(text)
    assert found is None or 1900 <= found.year <= 2100
