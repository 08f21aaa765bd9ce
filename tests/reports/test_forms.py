"""Blank forms: names of the departments and activities are on them, in the order in which they are typed in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reports.documents import PrintOptions
from tests.reports.large import large
from tests.reports.pdf import words
from tests.reports.printed import AS_OF, demo, printed, text_of
from workshop_app.domain.activity_order import form_places
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Department, Person
from workshop_app.i18n import Words
from workshop_app.steps.roles.view import roles_view
from workshop_app.steps.step import ViewContext


def form(name: str, part: str, engagement: Engagement | None = None, language: str = "ru") -> list[str]:
    """The pages of one form as text."""
    reader = printed(name, engagement, language, options=PrintOptions(sections=frozenset({part})))
    return words(reader)


def in_order(text: str, wanted: list[str]) -> bool:
    places = [text.find(word) for word in wanted]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("document", ["worksheets", "ballots"])
def test_answers_stand_in_the_order_in_which_the_overlay_takes_them(document: str) -> None:
    text = " ".join(form(document, "claims"))
    places = form_places(demo("ru"))
    titles = sorted((activity for activity in demo("ru").activities), key=lambda each: places[each.id])
    assert in_order(text, [f"{places[each.id]} {each.title}" for each in titles])


def test_every_department_has_its_own_list_and_its_own_images() -> None:
    lists, seen = form("worksheets", "functions"), form("worksheets", "images")
    assert len(lists) == len(seen) == 2
    assert all("1 2 3" in re.sub(r"\D+", " ", page) for page in lists)
    assert "Как мы видим Отдел продаж № 2" in seen[0] and "Как, по-нашему, нас видит Отдел продаж № 1" in seen[1]


def test_three_departments_look_at_two_others() -> None:
    pages = form("worksheets", "images", large("ru"))
    assert len(pages) == 3
    assert in_order(
        pages[2],
        [
            "Как мы, Отдел сопровождения и сервиса, видим себя",
            "Как мы видим Отдел продаж № 1",
            "Как мы видим Отдел продаж № 2",
            "Как, по-нашему, нас видит Отдел продаж № 1",
        ],
    )


def test_the_sheet_of_a_goal_asks_every_department() -> None:
    (page,) = form("worksheets", "goal")
    asked = ["Цель: что изменится", "Что считаем", "Было: число", "Станет: число", "Кто отвечает"]
    assert in_order(page, [*asked, "Что даёт Отдел продаж № 1", "Что даёт Отдел продаж № 2"])


def test_letters_are_written_where_the_matrix_has_them() -> None:
    view = roles_view(demo("ru"), ViewContext(AS_OF))
    pages = form("worksheets", "letters")
    for department, page in zip(demo("ru").departments, pages, strict=True):
        own = [c.person.name.split()[0] for c in view.columns if c.person.department_id == department.id]
        assert in_order(page, own)
        assert in_order(page, [f"{number} {row.activity.title}" for number, row in enumerate(view.rows, 1)])


def test_the_widest_surnames_leave_the_activities_their_room() -> None:
    long = "Архангелогородскопреображенский"
    named = [
        replace(row, name=f"{long} {row.name}") if isinstance(row, Person) else row for row in demo("ru").all_rows()
    ]
    pages = form("worksheets", "letters", Engagement.of(named))
    assert len(pages) == 2, "no more pages than with short names"
    assert all("Архангелого- " in page or "Арханге- лого- " in page for page in pages)


def test_a_form_fills_its_page_and_no_more() -> None:
    reader = printed("worksheets")
    assert len(reader.pages) == 18
    assert len(printed("worksheets", Engagement()).pages) == 15


def test_many_departments_are_seen_together_on_one_page() -> None:
    more = [Department(id=f"D{n}", name=f"Отдел снабжения № {n}", short=f"С{n}") for n in range(3)]
    pages = form("worksheets", "images", Engagement.of([*demo("ru").all_rows(), *more]))
    assert len(pages) == 5
    for page in pages:
        assert in_order(page, ["видим себя", "Как мы видим соседей", "Как они, по-нашему, видят нас", "Наша общая"])


def test_a_sheet_of_one_person_has_a_line_for_the_name_and_no_other_has() -> None:
    personal = ("Форма: Моя роль", "Форма: Чему могу научить", "Форма: Мои действия")
    for page in words(printed("worksheets")):
        assert ("Фамилия и имя" in page) == any(title in page for title in personal)


def test_ballots_name_no_person() -> None:
    text = text_of(printed("ballots"))
    assert not [person.name for person in demo("ru").people if person.name.split()[0] in text]


def test_a_follow_up_sheet_has_its_sixty_minutes() -> None:
    (page,) = form("worksheets", "followup", language="en")
    assert sum(int(minutes) for minutes in re.findall(r", (\d+) min", page)) == 60
    assert Words("en")("Thanks") in page
