"""Names taken out of texts: every form a text calls a person by, and no word that only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import LedgerSource, Person, Row, Session, UnresolvedReference
from workshop_app.exchange.copies.names import Nameless
from workshop_app.i18n import Words


def said(text: str, *names: str, more: tuple[Row, ...] = ()) -> str:
    people = [Person(id=f"P{place}", name=name, rank=place) for place, name in enumerate(names)]
    return Nameless(Engagement.of([*people, *more]), Words("en")).text(text)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (
            "Корнеева Ирина Львовна",
            "Корнеевой; Ирине Львовне; КОРНЕЕВУ; Корнеева И. Л.; И.Л. Корнеевой; Ириной; Львовны",
        ),
        ("Семёнов Пётр", "Семенову; СЕМЁНОВЫМ; Петра; Пётр; Петром Семёновым; П. Семёнова"),
        ("Цой Ян", "Цой; Цоя; Цою; Цоем; ЦОЕ; Ян; Яну; Яном Цоем"),
        ("Ким Ева", "Ким; Кима; Киму; Кимом; КИМЕ; Ева; Еве; Еву; Евой; Е. Ким"),
        ("Ли Юлия", "Ли; ЛИ; Юлии; Юлией Ли; Ю. Ли"),
        ("О Сергей", "О Сергей; Сергея; Сергей О"),
        ("Зимин А. В.", "Зимина; А. В. Зимину; Зиминым А.В."),
        ("Mark Stone", "Stone; Stone's; Stone’s; STONE; Mark Stone; M. Stone"),
        ("Ann Moss", "Ann; Ann’s; Moss; A. Moss; ANN MOSS"),
        ("Al Reed", "Al; Reed"),
        ("Внешний", "Внешнего; Внешнему"),
    ],
)
def test_every_form_of_a_name_goes(name: str, forms: str) -> None:
    given = forms.split("; ")
    assert [said(f"к {form}, да", name) for form in given] == ["к Person 1, да"] * len(given)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Зимин Антон", "зимняя, антоним и зимин строчными"),
        ("Цой Ян", "Янтарь, Январь и Цоколь"),
        ("Ким Ева", "Евро и Кимоно"),
        ("Бей Яна", "Белый Бейте"),
        ("Ли Юлия", "Лист и Лидер"),
        ("О Сергей", "Они и Офис"),
        ("Зимин А. В.", "А. Сначала; В. Потом"),
        ("Mark Stone", "Mark the date by the Stonehenge"),
        ("May Hill", "In May we climb Hilly roads"),
        ("Ann Moss", "Annual; Mossy; anniversary"),
    ],
)
def test_no_other_word_goes(name: str, text: str) -> None:
    assert said(text, name) == text


def test_without_people_every_text_stays() -> None:
    assert said("Корнеева и Mark") == "Корнеева и Mark" and said("Корнеева", "", "  ") == "Корнеева"


def test_each_person_has_one_number_in_the_order_of_the_list_and_the_longer_name_wins() -> None:
    text = "Зимина Анна, Зимин Антон и Анна"
    assert said(text, "Зимин Антон", "Зимина Анна") == "Person 2, Person 1 и Person 2"


@pytest.mark.parametrize(
    ("table", "field", "goes"),
    [
        ("actions", "owner_id", True),
        ("raci_rows", "cells", True),
        ("meetings", "participants", True),
        ("actions", "goal_id", False),
        ("functions", "activity_id", False),
        ("no_such_table", "owner_id", False),
    ],
)
def test_of_what_is_not_in_the_lists_only_people_are_names(table: str, field: str, goes: bool) -> None:
    entry = UnresolvedReference(id="U1", object_table=table, object_id="X1", field=field, text="Сидорова Вера")
    assert said("Сидоровой", more=(entry,)) == ("Person 1" if goes else "Сидоровой")


def test_who_led_it_and_how_the_file_of_sales_was_called_are_left_out() -> None:
    nameless = Nameless(Engagement.of([Person(id="P1", name="Зимин Антон")]), Words("en"))
    source = LedgerSource(id="ledger", file="Реестр ООО Ромашка.csv", client_aliases=(("Ромашка", "ООО Ромашка"),))
    cleaned = nameless.row(source)
    assert isinstance(cleaned, LedgerSource) and (cleaned.file, cleaned.client_aliases) == (None, ())
    session = nameless.row(Session(id="session", facilitator="Петренко О.", date=date(2026, 2, 10), place="У Зимина"))
    assert isinstance(session, Session) and session.facilitator == "" and session.date == date(2026, 2, 10)
    assert session.place == "У Person 1"
