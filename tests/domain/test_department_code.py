"""Codes offered for new departments."""

from __future__ import annotations

import pytest

from workshop_app.domain.department_code import short_code


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Отдел продаж № 1", (), "ОП-1"),
        ("Отдел по работе с клиентами", ("ОП",), "ОР"),
        ("Отдел по работе с клиентами", ("ОП", "ОР"), "ОРК"),
        ("Отдел поставок", ("ОП",), "ОП2"),
        ("Сервис", (), "СЕ"),
        ("Контакт-центр", (), "КЦ"),
        ("Customer care and delivery", ("cc",), "CCD"),
        ("The", (), "TH"),
    ],
)
def test_small_words_do_not_count_and_a_taken_code_grows(name: str, taken: tuple[str, ...], code: str) -> None:
    assert short_code(name, taken) == code
