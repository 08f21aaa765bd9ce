"""What every document keeps to, and what the action plan says."""

from __future__ import annotations

import re

import pytest

from reports.documents import DOCUMENTS
from tests.reports.printed import latin_words, printed, said, text_of
from workshop_app.domain.engagement import Engagement

NAMES = tuple(DOCUMENTS)
ALLOWED_LATIN = frozenset({"CRM", "RACI"})


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
    pages = [" ".join(page.extract_text().split()) for page in printed(name).pages[:3]]
    assert "Корнеева Ирина Львовна" in pages[0]
    assert [bool(re.search("1 из [12]", page)) for page in pages] == [True, name == "role-card", True]


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


def test_the_matrix_has_everybody_and_every_letter() -> None:
    text = said("raci")
    for fact in (
        "Корнеева",
        "Верещагин",
        "Находим",
        "Участие в тендерах",
        "29 видов деятельности · 17 человек",
        "всего 62",
    ):
        assert fact in text
    assert "1 вид деятельности пока без ролей" in text


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
