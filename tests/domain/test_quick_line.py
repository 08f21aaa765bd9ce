"""The quick-add line and a spoken decision: who does it, whatever case the surname stands in, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from workshop_app.domain import model as m
from workshop_app.domain.quick_line import QuickLine, people_matching, read_quick_line, read_spoken_line

TODAY = date(2026, 4, 20)
PEOPLE = tuple(
    m.Person(id=f"P{number}", name=name, rank=number)
    for number, name in enumerate(
        ("Рябов Антон", "Юдина Клавдия", "Юдин Пётр", "Чистякова Юлия", "Кравец Олег", "Островский Илья", "Ли Мария"), 1
    )
)


@pytest.mark.parametrize(
    ("mark", "owner"),
    [
        ("@Рябову", "P1"),
        ("@Чистяковой", "P4"),
        ("@Кравцу", "P5"),
        ("@Островскому Илье", "P6"),
        ("@Юдин", None),
        ("@Юдину", None),
        ("@Юдин Пётр", "P3"),
        ("@рябову", None),
    ],
)
def test_an_owner_is_known_in_any_case(mark: str, owner: str | None) -> None:
    line = read_quick_line(f"Позвонить клиенту {mark} #24.04", PEOPLE, TODAY)
    assert (line.owner_id, line.due) == (owner, date(2026, 4, 24))
    if owner:
        assert line == QuickLine("Позвонить клиенту", owner, date(2026, 4, 24))


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("Поручаем Рябову до 24.04", "P1"),
        ("Ли звонит клиенту до 24.04", "P7"),
        ("Договор у Чистяковой, к 24.04 перепишем", "P4"),
        ("Рябов с Кравцом решают до 24.04", None),
        ("Рябов, и только Рябов: до 24.04", "P1"),
        ("Рабочий стол до 24.04", None),
    ],
)
def test_a_spoken_decision_names_its_owner_in_any_case(said: str, owner: str | None) -> None:
    line = read_spoken_line(said, PEOPLE, TODAY)
    assert (line.text, line.owner_id, line.due) == (said, owner, date(2026, 4, 24))


def test_a_name_that_begins_so_goes_before_a_case_of_another() -> None:
    assert [person.id for person in people_matching("Юдин", PEOPLE)] == ["P2", "P3"]
    assert [person.id for person in people_matching("Юдину", PEOPLE)] == ["P2", "P3"], "Юдину: either of them"
