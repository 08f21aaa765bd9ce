"""What every document keeps to, and what the action plan says."""

from __future__ import annotations

import pytest

from reports.documents import DOCUMENTS
from tests.reports.printed import latin_words, printed, text_of
from workshop_app.domain.engagement import Engagement

NAMES = tuple(DOCUMENTS)
ALLOWED_LATIN = frozenset({"CRM", "RACI"})


@pytest.mark.parametrize("name", NAMES)
def test_a_russian_document_speaks_russian(name: str) -> None:
    text = text_of(printed(name))
    assert latin_words(text) <= ALLOWED_LATIN
    assert "ООО «Аргонт-Сервис»" in text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_is_printed_that_is_not_there(name: str, language: str) -> None:
    text = text_of(printed(name, language=language))
    assert "None" not in text.split() and "□" not in text and "{" not in text


PERSONAL = tuple(name for name in NAMES if DOCUMENTS[name].per_person)


@pytest.mark.parametrize("name", PERSONAL)
def test_a_personal_document_is_numbered_for_each_person(name: str) -> None:
    one, everybody = printed(name, person_id="P01"), text_of(printed(name))
    assert text_of(one).count(f"1 из {len(one.pages)}") == 1
    assert everybody.count(f"1 из {len(one.pages)}") > 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_empty_workshop_prints_too(name: str, language: str) -> None:
    assert printed(name, Engagement(), language).pages


def test_the_action_plan_has_goals_decisions_actions_and_signatures() -> None:
    reader = printed("action-plan")
    text = text_of(reader)
    assert f"1 из {len(reader.pages)}" in text
    for said in (
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
        assert said in text


def test_the_matrix_has_everybody_and_every_letter() -> None:
    text = text_of(printed("raci"))
    for said in (
        "Корнеева",
        "Верещагин",
        "Находим",
        "Участие в тендерах",
        "29 видов деятельности · 17 человек",
        "всего 62",
    ):
        assert said in text
    assert "1 вид деятельности пока без ролей" in text


def test_a_role_card_says_what_the_person_answers_for_and_stops() -> None:
    text = text_of(printed("role-card", person_id="P01"))
    for said in (
        "Корнеева Ирина Львовна",
        "Отвечает за результат отдела и за общие цели",
        "Контроль дебиторской задолженности",
        "Скидки до 10 %",
        "Собственный обзор рынка без ОП-2",
        "10 марта 2026 г.",
        "40 % Выручка отдела к плану",
        "было 95,2 %, станет 100 % к 31 декабря 2026 г.",
    ):
        assert said in text
    assert "Рябов" not in text and "₽" not in text
