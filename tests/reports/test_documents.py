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
