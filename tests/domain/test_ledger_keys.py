"""Who is the same client (METHOD C.8.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.ledger import Aliases, DepartmentNames, client_key, near_equal, service_key
from workshop_app.domain.model import Department


@pytest.mark.parametrize(
    "name",
    [
        "ООО «Северный элеватор»",
        'ООО "Северный элеватор"',
        "Северный элеватор ООО",
        "СЕВЕРНЫЙ   ЭЛЕВАТОР, ООО",
        "ооо Северный\u00a0элеватор.",
        "ООО«Северный элеватор»",
        "«Северный элеватор»ООО",
        "ЗАО ООО Северный элеватор",
        "Северный элеватор; ООО.",
    ],
)
def test_spellings_of_one_client_have_one_key(name: str) -> None:
    assert client_key(name) == "северный элеватор"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ashford Logistics Ltd.", "ashford logistics"),
        ("ASHFORD LOGISTICS LIMITED", "ashford logistics"),
        ("Müller GmbH", "müller"),
        ("ФГУП «Почта»", "почта"),
        ("Торговый дом - Восток", "торговый дом-восток"),
        ("Торговый дом — Восток", "торговый дом-восток"),
        ("Ип-Сервис", "ип-сервис"),
        ("Аопт", "аопт"),
        ("ООО", "ооо"),
        ("Иванов И.И. ИП", "иванов и и"),
        ("«»", ""),
    ],
)
def test_a_client_key_keeps_the_name_itself(name: str, key: str) -> None:
    assert client_key(name) == key


@given(st.text(max_size=40))
def test_a_client_key_of_a_key_is_itself(name: str) -> None:
    key = client_key(name)
    assert client_key(key) == key


def test_a_service_keeps_its_dots_and_hyphens() -> None:
    assert service_key(" ТО  «Пожарной» сигнализации - 2 ") == "то пожарной сигнализации - 2"


def test_aliases_lead_to_one_key_over_several_steps_and_survive_a_circle() -> None:
    aliases = Aliases(
        [("ООО Север", "Северный элеватор"), ("Северный элеватор", "Элеватор"), ("А", "Б"), ("Б", "А")], client_key
    )
    assert aliases("север") == aliases("северный элеватор") == "элеватор"
    assert aliases("другой") == "другой"
    assert aliases("а") == "б"


def test_departments_are_found_by_name_short_name_alias_and_manager() -> None:
    departments = [
        Department(id="A", name="Отдел продаж № 1", short="ОП-1", aliases=("Первый",)),
        Department(id="B", name="Отдел продаж № 2", short="ОП-2"),
    ]
    names = DepartmentNames(departments, [("Старый отдел", "ОП-2"), ("Чужой", "нет такого")], {"Зимин А.В.": "A"})
    assert {names.find(text) for text in ("отдел продаж №1", "ОТДЕЛ ПРОДАЖ № 1", "оп-1", "первый", "a")} == {"A"}
    assert names.find("старый отдел") == "B"
    assert names.find("Чужой") is None
    assert names.of_row("", "зимин а.в.") == "A"
    assert names.of_row("Зимин А.В.") == "A"
    assert names.of_row("ОП-3", "Зимин А.В.") is None


def test_without_departments_every_name_becomes_one() -> None:
    names = DepartmentNames()
    assert [names.of_row(text) for text in ("Север", "Юг", "СЕВЕР", "")] == ["Север", "Юг", "Север", None]
    assert names.order == ["Север", "Юг"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("светлый фармзавод", "светлый фарм-завод"),
        ("северный элеватор", "северный элеватор-2"),
        ("северный элеватор", "северный элеватр"),
        ("северный элеватор", "севреный элеватор"),
        ("элеватор северный", "северный элеватор"),
        ("северный элеватор", "cевеpный элевaтop"),
        ("альфа", "ooo альфа"),
        ("балт альфа", "альфа балт oao"),
    ],
)
def test_near_names_are_offered(first: str, second: str) -> None:
    assert near_equal([first, "совсем другой клиент", second]) == [tuple(sorted((first, second)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [("школа 12", "школа 13"), ("школа 12", "школа 21"), ("вега", "мега"), ("север", "юг"), ("альфа плюс", "альфа")],
)
def test_different_names_are_left_alone(first: str, second: str) -> None:
    assert near_equal([first, second]) == []


def test_what_only_looks_different_is_offered_first_and_once() -> None:
    """The first word of «ooo вега плюс» is typed in Latin letters."""
    assert near_equal(["альфа-строй", "альфа-строй 2", "вега плюс", "ooo вега плюс", "вега плюс 3"]) == [
        ("ooo вега плюс", "вега плюс"),
        ("ooo вега плюс", "вега плюс 3"),
        ("альфа-строй", "альфа-строй 2"),
    ]


def test_the_same_key_is_no_pair() -> None:
    assert near_equal(["северный элеватор"] * 2) == []
