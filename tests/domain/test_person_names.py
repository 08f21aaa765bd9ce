"""Names of people are noticed in cards and comments."""

from __future__ import annotations

import pytest

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.person_names import people_named

PEOPLE = Engagement.of(
    [
        m.Person(id="P1", name="Корнеева Ирина Львовна", rank=1),
        m.Person(id="P2", name="Фёдоров Кирилл Олегович", rank=2),
        m.Person(id="P3", name="Мельник Вера Петровна", rank=3),
        m.Person(id="P4", name="Островский Илья", rank=4),
        m.Person(id="P5", name="Simon Alder", rank=5),
        m.Person(id="P6", name="А. Ли", rank=6),
    ]
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Спросите Корнееву, она знает", ("P1",)),
        ("Всё держится на Корнеевой и Федорове", ("P1", "P2")),
        ("Без Веры ничего не решить", ("P3",)),
        ("Ждём Островского", ("P4",)),
        ("Ask Simon. Alder's list is late", ("P5",)),
        ("Верю, что соседи перезвонят", ()),
        ("Олегович не фамилия, а отчество", ()),
        ("мельник мелет зерно", ()),
        ("Клиент ждёт ответа два дня", ()),
        ("", ()),
    ],
)
def test_people_are_noticed_by_name_in_any_case(text: str, named: tuple[str, ...]) -> None:
    assert people_named(PEOPLE, text) == named
