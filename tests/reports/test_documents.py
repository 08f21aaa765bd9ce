"""What every document keeps to, and what the action plan says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from reports.brand import Brand
from reports.documents import DOCUMENTS, PrintOptions
from tests.reports.large import large
from tests.reports.pdf import words
from tests.reports.printed import AS_OF, demo, latin_words, printed, said, text_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import DecisionType, Department, PrivateNote
from workshop_app.steps.step import ViewContext

NAMES = tuple(DOCUMENTS)
ALLOWED_LATIN = frozenset({"CRM", "RACI", "VIP", "mail"})


@pytest.mark.parametrize("name", NAMES)
def test_a_russian_document_speaks_russian(name: str) -> None:
    assert latin_words(said(name)) <= ALLOWED_LATIN
    assert "ООО «Аргонт-Сервис»" in said(name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_is_printed_that_is_not_there(name: str, language: str) -> None:
    text = said(name, language).replace("None of the criteria", "")
    assert "None" not in text.split() and "□" not in text and "{" not in text


PERSONAL = tuple(name for name in NAMES if DOCUMENTS[name].per_person)


@pytest.mark.parametrize("name", PERSONAL)
def test_a_personal_document_is_numbered_for_each_person(name: str) -> None:
    pages = words(printed(name))[:3]
    assert "Корнеева Ирина Львовна" in pages[0]
    assert [bool(re.search("1 из [12]", page)) for page in pages] == [True, name != "handout", True]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_empty_workshop_prints_too(name: str, language: str) -> None:
    assert printed(name, Engagement(), language).pages


def test_the_action_plan_has_goals_decisions_actions_and_signatures() -> None:
    reader = printed("action-plan")
    text = text_of(reader)
    assert f"1 из {len(reader.pages)}" in text
    for fact in (
        "«В чём наша ключевая компетенция как компании",
        "Помним за клиента все его сроки",
        "Удержать 93 % клиентов прошлого года к концу 2026 года",
        "Отвечает Мельник В. П.",
        "23 решения, по убыванию важности; принято 22, отложено 1",
        "Отложено до 1 апр — дата прошла.",
        "25 действий, 14 человек: сделано 19, просрочено 2",
        "Утвердить карту рынка → Подписанная страница",
        "22 мая",
        "12 мар, прошла",
        "«Объединить двойные карточки клиентов» просрочено на 10 дн.",
        "2 ошибки, 4 предупреждения, 3 подсказки — печатаются как есть",
        "Старцева О. Д.",
    ):
        assert fact in text


def test_dates_of_another_year_than_the_documents_say_theirs() -> None:
    plan = text_of(printed("action-plan", context=ViewContext(date(2027, 1, 15))))
    assert "20 фев 2026" in plan and "10 фев 2026, сессия" in plan
    assert "20 фев 2026" not in said("action-plan")


def test_the_matrix_has_everybody_and_every_letter() -> None:
    text = said("raci")
    for fact in (
        "Корнеева",
        "Верещагин",
        "Старцева",
        "Находим",
        "Участие в тендерах",
        "29 видов деятельности · 18 человек",
        "всего 62",
    ):
        assert fact in text
    assert "пока без ролей" not in text
    decided = [row for row in demo("ru").all_rows() if getattr(row, "type", "") != DecisionType.DEFER]
    assert "1 вид деятельности пока без ролей" in text_of(printed("raci", Engagement.of(decided)))


def test_a_role_card_says_what_the_person_answers_for_and_stops() -> None:
    text = text_of(printed("role-card", person_id="P01"))
    for fact in (
        "Корнеева Ирина Львовна",
        "Отвечает за результат отдела и за общие цели",
        "Контроль дебиторской задолженности",
        "Скидки до 10 %",
        "Собственный обзор рынка без ОП-2",
        "10 марта 2026 г.",
        "40 % Выручка отдела к плану",
        "было 95,2 %, станет 100 % к 31 декабря 2026 г.",
    ):
        assert fact in text
    assert "Рябов" not in text and "₽" not in text


def test_the_audit_says_the_hours_and_whose_work_it_is() -> None:
    text = said("audit")
    for fact in (
        "182 часа в неделю",
        "верхняя граница облегчения, не обещание",
        "22 вывода требуют решения: решено 21, отложено 1; согласовано сразу 7",
        "30 видов деятельности, 71 строка функций, 16 сотрудников.",
        "12 строк, где спор не о часах, а об ответственности",
        "Единое окно: жалобу регистрирует координатор",
    ):
        assert fact in text


def test_a_handout_is_one_sheet_with_two_sides() -> None:
    reader = printed("handout", person_id="P03")
    assert len(reader.pages) == 2
    text = text_of(reader)
    for fact in (
        "Менеджер по продажам, Отдел продаж № 1",
        "Приём заявок с сайта",
        "Авдеев П. К.",
        "Перезвонили клиенту и отметили в CRM",
        "4 раб. ч",
        "50 % — Личная выручка с зачётом передач",
        "Составить план второй покупки для 9 клиентов 2025 года",
        "24 апр",
        "Проверка «90 дней»",
        "каждую неделю",
    ):
        assert fact in text
    assert "₽" not in text


def test_the_goals_are_checked_letter_by_letter() -> None:
    text = said("goals")
    for fact in ("Шесть условий", "полных 5 из 5", "Почти ключевая", "Удержать 93 % клиентов", "M — измеримая"):
        assert fact in text


def test_on_both_sides_everybody_begins_on_a_fresh_sheet() -> None:
    reader = printed("role-card", options=PrintOptions(two_sided=True))
    pages = words(reader)[:5]
    assert [bool(text) for text in pages] == [True, False, True, False, True]
    assert "Корнеева Ирина Львовна" in pages[0] and pages[0].endswith("1 из 1") and "Зимин" in pages[2]


def test_a_large_matrix_gets_large_paper_and_other_documents_say_what_they_are_made_on() -> None:
    assert round(float(printed("raci", paper="a3").pages[0].mediabox.width)) == 1191
    with pytest.raises(ProblemError, match="made on"):
        printed("audit", paper="a3")


def test_the_look_of_a_person_is_used_where_the_workshop_has_none() -> None:
    house = Brand(company="Ромашка", footer="Ромашка, для своих")
    nobody = Engagement()
    assert "Ромашка, для своих" in text_of(printed("audit", nobody, options=PrintOptions(house=house)))
    text = text_of(printed("audit", options=PrintOptions(house=house)))
    assert "ООО «Аргонт-Сервис»" in text and "Ромашка, для своих · Аудит функций" in text


def test_all_documents_are_offered_by_their_fixed_names() -> None:
    assert set(NAMES) == {
        "action-plan", "role-card", "raci", "audit", "goals", "cooperation", "training", "meetings", "rewards",
        "feedback", "full-report", "handout", "worksheets", "ballots", "invitation", "followup", "owner-summary",
    }  # fmt: skip


def test_the_owner_gets_one_page_without_names() -> None:
    reader = printed("owner-summary")
    text = text_of(reader)
    assert len(reader.pages) == 1
    assert "19 из 25 действий сделано" in text and "без имён и личных сумм" in text
    assert not [person.name for person in demo("ru").people if person.name.split()[0] in text]


def test_the_full_report_has_every_step_in_its_contents() -> None:
    reader = printed("full-report")
    contents = words(reader)[1]
    for title in ("Подготовка", "Аудит функций", "Роли", "Награды и признание", "План действий"):
        assert title in contents
    assert "30 видов деятельности, 23 решения" in contents


def test_the_full_report_says_what_decisions_rest_on_and_how_numbers_were_counted() -> None:
    text = said("full-report")
    for fact in (
        "Решения и на чём они основаны",
        "Почему: 80 % доп. услуг выставлено в последний месяц квартала.",
        "Как это посчитано",
        "60 ответов отделов; 71 строка функций, 16 сотрудников",
        "Источники показателей",
        "Журнал жалоб",
    ):
        assert fact in text


def test_a_workshop_that_stopped_half_way_says_what_is_missing() -> None:
    text = text_of(printed("full-report", Engagement(), "ru"))
    for fact in ("Целей пока нет", "Ролей пока нет", "Решений пока нет", "Действий пока нет", "Обучения пока нет"):
        assert fact in text


def test_short_chapters_share_pages_and_the_contents_know() -> None:
    reader = printed("full-report", Engagement(), "ru")
    assert len(reader.pages) <= 9
    chapters = [entry for entry in reader.outline if not isinstance(entry, list)]
    pages = [reader.get_destination_page_number(chapter) for chapter in chapters]
    assert pages == sorted(pages) and len(set(pages)) < len(pages) == 14
    assert pages[0] == 2


def test_rewards_are_in_per_cent_until_sums_are_asked_for() -> None:
    assert "₽" not in said("rewards") and "Чистякова Ю. А." not in said("rewards")
    asked = text_of(printed("rewards", options=PrintOptions(amounts=True)))
    assert "4 337 409 ₽" in asked and "Чистякова Ю. А. 307,2 271,2" in asked
    assert "Личные суммы: только собственник и директор" in asked


def test_forms_and_ballots_carry_no_date() -> None:
    for name in ("worksheets", "ballots"):
        assert "20 апреля" not in said(name)


def test_private_notes_are_never_printed() -> None:
    secret = PrivateNote(id="audit", text="Тайная заметка ведущего")
    whole = Engagement.of([*demo("ru").all_rows(), secret])
    assert "Тайная" not in text_of(printed("full-report", whole))


def test_letter_paper_and_hostile_texts() -> None:
    nasty = [
        replace(action, title=action.title + " <b>&amp; \u202eXYZ\x00 " + "длиннослово" * 12)
        for action in demo("ru").actions
    ]
    whole = Engagement.of([*demo("ru").all_rows(), *nasty])
    reader = printed("action-plan", whole, paper="letter")
    assert round(float(reader.pages[0].mediabox.width)) == 612
    assert "<b>&amp;" in text_of(reader).replace(" ", "")


def test_forty_people_stand_on_one_large_sheet_and_on_small_ones_by_department() -> None:
    wall = printed("raci", large("ru"), paper="a3")
    names = {person.name.split()[0] for person in large("ru").people if person.active}
    assert len(wall.pages) == 3
    for text in words(wall):
        assert not [name for name in names if name not in text]
    small = printed("raci", large("ru"))
    first, *_between, last = words(small)
    assert len(small.pages) <= 15
    assert "Корнеева" in first and "Белозерский" not in first and "Верещагин" in first
    assert "Белозерский" in last and "Корнеева" not in last and "Верещагин" in last


def test_hours_of_many_departments_are_said_of_those_that_have_some() -> None:
    """With three departments or more a bar has its code before it, and nothing stands for those who do nothing."""
    audit = " ".join(words(printed("audit", large("ru"))))
    _before, hours = audit.split("Где уходят часы", 1)
    table = hours.split("Чьё это", 1)[0]
    assert "Поиск новых клиентов (холодные контакты) ОП-1 36 ОП-2 27" in table
    assert " — " not in table.split("Решение", 1)[1]


def test_the_owner_gets_one_page_however_much_waits_for_a_decision() -> None:
    long = (
        "Согласование с заказчиком и техническим надзором графика планово-предупредительных ремонтов оборудования " * 2
    )
    waiting = [
        replace(row, title=long, id=row.id) if row.table == "activities" else row for row in demo("ru").all_rows()
    ]
    deferred = [
        replace(row, type=DecisionType.DEFER, deferred_until=AS_OF, awaits_owner=True)
        if row.table == "decisions" and row.activity_id in ("ACT01", "ACT02", "ACT03", "ACT04", "ACT05")
        else row
        for row in waiting
    ]
    (page,) = words(printed("owner-summary", Engagement.of(deferred)))
    assert "и ещё" in page and "пунктов: в плане действий" in page and "Решение собственника" in page


def test_departments_without_a_contribution_stand_together() -> None:
    goals = " ".join(words(printed("goals", large("ru"))))
    assert goals.count("вклада пока нет") == 0, "one of three is no crowd"
    more = [Department(id=f"D{n}", name=f"Отдел снабжения № {n}", short=f"С{n}", rank=5 + n) for n in range(3)]
    crowd = " ".join(words(printed("goals", Engagement.of([*demo("ru").all_rows(), *more]))))
    assert crowd.count("вклада пока нет: С0 С1 С2") == 5
