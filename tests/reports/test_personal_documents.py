"""Sheets for one person: everything on them, one page or two sides, for people with many letters too."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from reports.documents.per_person import sheet_name
from tests.reports.large import large
from tests.reports.pdf import words
from tests.reports.printed import demo, printed, text_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Activity, Function, Person, RewardScheme

_NUMBER = re.compile(r"(\d+) (?:из|of) (\d+)$")


def sheets(reader: PdfReader) -> list[int]:
    """How many pages each person's sheets have."""
    numbers = map(_NUMBER.search, words(reader))
    return [int(number[2]) for number in numbers if number and number[1] == "1"]


def test_a_sheet_never_has_a_third_side() -> None:
    pages = sheets(printed("handout", large("ru"), "ru"))
    assert len(pages) == 40 and set(pages) <= {1, 2}


@pytest.mark.parametrize(("name", "language"), [("role-card", "ru"), ("invitation", "en")])
def test_a_role_card_and_an_invitation_are_one_page(name: str, language: str) -> None:
    pages = sheets(printed(name, large(language), language))
    assert len(pages) == 40 and set(pages) == {1}


def test_the_file_of_one_person_is_titled_with_the_name() -> None:
    one, all_of_them = printed("handout", person_id="P01"), printed("handout")
    assert (one.metadata.title, all_of_them.metadata.title) == (
        "Памятка участника: Корнеева И. Л.",
        "Памятка участника",
    )


def test_every_role_card_has_lines_to_write_on() -> None:
    cards = words(printed("role-card"))
    assert len(cards) == 17 and all("Дописываю от руки" in card for card in cards)


def test_letter_paper_has_room_for_them_too() -> None:
    assert set(sheets(printed("handout", paper="letter"))) <= {1, 2}
    assert set(sheets(printed("role-card", paper="letter"))) == {1}


def test_hours_are_said_before_and_after_as_an_upper_bound() -> None:
    text = text_of(printed("handout", person_id="P03"))
    assert "Часы по перечню функций: 39 ч в неделю" in text
    assert "по решениям — до 11 ч меньше, остаётся 28 ч (верхняя граница облегчения, не обещание)" in text


def test_hours_nobody_knows_are_not_printed() -> None:
    rows = [row for row in demo("ru").all_rows() if not isinstance(row, Function)]
    assert "Часы по перечню" not in text_of(printed("handout", Engagement.of(rows), person_id="P03"))


def test_the_bonus_changes_in_per_cent_and_never_in_money() -> None:
    text = text_of(printed("handout", person_id="P12"))
    assert "При тех же результатах, 2025: 114 % → 100 % целевой премии (−11,7 %)" in text
    assert "₽" not in text and "не утвердил" not in text
    draft = [row for row in demo("ru").all_rows() if not isinstance(row, RewardScheme)]
    schemes = [replace(row, owner_approved=None) for row in demo("ru").reward_schemes]
    undecided = Engagement.of([*draft, *schemes])
    assert "Собственник её ещё не утвердил." in text_of(printed("handout", undecided, person_id="P12"))


def test_a_dash_is_nothing_to_stop() -> None:
    text = text_of(printed("role-card", person_id="P07"))
    assert "Юдина" in text and "Перестаю делать" not in text


def test_people_of_the_same_name_get_files_of_their_own() -> None:
    twins = [Person(id="P1", name="Ян Ли"), Person(id="P2", name="ян  Ли"), Person(id="P3", name="Анна Ли")]
    engagement = Engagement.of(twins)
    assert [sheet_name(engagement, person.id) for person in twins] == ["Ян Ли P1", "ян  Ли P2", "Анна Ли"]
    assert sheet_name(engagement, None) == ""


def test_goals_that_do_not_fit_the_front_stand_on_the_back_and_not_on_a_page_of_their_own() -> None:
    long = " и с техническим надзором, графика планово-предупредительных ремонтов оборудования на всех объектах"
    rows = [
        replace(row, title=row.title + long * 3) if isinstance(row, Activity) else row for row in demo("ru").all_rows()
    ]
    pages = words(printed("handout", Engagement.of(rows), "ru", person_id="P03"))
    (goals,) = [page for page in pages if "Мой вклад в общие цели" in page]
    assert "Мои действия" in goals and "Я отвечаю и делаю" not in goals
    assert "Мой вклад в общие цели" in words(printed("handout", person_id="P03"))[0], "usually on the front"
