"""Numbers with the unit a person typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workshop_app.i18n import NBSP, Words


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("1", "cases", "1 case"),
        ("6", "cases", "6 cases"),
        ("1.5", "case", "1.5 cases"),
        ("-1", "pairs", "−1 pair"),
        ("1", "working days", "1 working day"),
        ("1", "companies per week", "1 company per week"),
        ("1", "people", "1 person"),
        ("1", "h", "1 h"),
        ("1", "%", "1%"),
        ("1", "pallets", "1 (pallets)"),
        ("2", "pallets", "2 pallets"),
        ("1", "дней", "1 день"),
        ("1", "", "1"),
    ],
)
def test_a_unit_agrees_with_its_number(value: str, unit: str, shown: str) -> None:
    assert Words("en").measured(Decimal(value), unit).replace(NBSP, " ") == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("1", "заявок", "1 заявка"),
        ("2", "Заявки", "2 заявки"),
        ("5", "заявка", "5 заявок"),
        ("2.5", "дней", "2,5 дня"),
        ("11", "счет", "11 счетов"),
        ("1021", "день", "1 021 день"),
        ("3", "рабочих дней", "3 рабочих дня"),
        ("1", "рабочих дней", "1 (рабочих дней)"),
        ("2", "поддонов", "2 (поддонов)"),
        ("7", "поддонов", "7 поддонов"),
        ("1", "шт.", "1 шт."),
        ("90.8", "%", "90,8 %"),
        ("1", "cases", "1 case"),
    ],
)
def test_a_russian_unit_takes_the_form_its_number_asks_for(value: str, unit: str, shown: str) -> None:
    assert Words("ru").measured(Decimal(value), unit).replace(NBSP, " ") == shown


def test_decimals_that_are_shown_count() -> None:
    assert Words("ru").measured(Decimal(5), "дней", 1) == f"5,0{NBSP}дня"
    assert Words("ru").measured(None, "дней") == "—"
