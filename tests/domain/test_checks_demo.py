"""Both demo engagements give exactly the findings, competence verdicts and open checks that are expected of them."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from workshop_app.domain.checks import CHECKS, CheckContext, LedgerFigures, message_of, run_checks
from workshop_app.domain.competence import competence_tests
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import findings, overlap_hours_total
from workshop_app.domain.model import Department
from workshop_app.domain.role_card import role_card
from workshop_app.domain.rounding import half_up
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.i18n import Words

TESTS = Path(__file__).resolve().parents[1]
LANGUAGES = ("ru", "en")
FIGURES = LedgerFigures(retention=Fraction("90.8"), bought_once=Fraction("41.7"))


@cache
def demo(language: str) -> Engagement:
    source = TESTS.parent / "resources" / "demo" / f"engagement_{language}.json"
    return Engagement.of(read_engagement(source.read_text(encoding="utf-8")).rows)


@cache
def expected(language: str) -> dict[str, Any]:
    source = TESTS / "data" / "demo" / f"expected_{language}.json"
    content: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"), parse_float=Fraction)
    return content


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings(language: str) -> None:
    found = {
        name: {
            "primary": finding.primary,
            "all": list(finding.codes),
            "performers": None if finding.performers is None else list(finding.performing),
            "overlap_hours": finding.overlap_hours,
            "priority": Fraction(half_up(finding.priority, 2)),
        }
        for name, finding in findings(demo(language)).items()
    }
    assert found == expected(language)["findings"]
    assert overlap_hours_total(demo(language)) == expected(language)["overlap_hours_total"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_checks(language: str) -> None:
    engagement = demo(language)
    assert engagement.company.as_of is not None
    results = run_checks(engagement, CheckContext(engagement.company.as_of, FIGURES))
    known = {check.id for check in CHECKS}
    found = sorted((result.check.id, result.object_id, result.number) for result in results)
    assert found == sorted(tuple(row) for row in expected(language)["lint"] if row[0] in known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_competence(language: str) -> None:
    found = {
        name: {
            "verdict": test.verdict,
            "means": {
                k: Fraction(half_up(score.mean, 2)) for k, score in test.scores.items() if score.mean is not None
            },
        }
        for name, test in competence_tests(demo(language), FIGURES).items()
    }
    assert found == expected(language)["competence"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_whole_sentences_in_the_readers_language(language: str) -> None:
    engagement = demo(language)
    assert engagement.company.as_of is not None
    for result in run_checks(engagement, CheckContext(engagement.company.as_of)):
        text = message_of(result, Words(language))
        assert "{" not in text and "None" not in text and not text.endswith(" ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_employee_gets_a_role_card_with_letters(language: str) -> None:
    engagement = demo(language)
    cards = [role_card(engagement, person.id) for person in engagement.people]
    employed = [card for card in cards if isinstance(card.department, Department)]
    assert len(employed) == 16 and all(card.has_letters for card in employed)


def test_a_card_gathers_what_the_plan_says_about_a_person() -> None:
    card = role_card(demo("ru"), "P10")
    assert [duty.activity.title for duty in card.answers_for] == [
        "Продажа доп. услуг действующим клиентам",
        "Наставничество новых менеджеров",
    ]
    assert [share.goal.id for share in card.goals if share.is_owned] == ["G1"]
    assert [line.weight for line in card.paid_for] == [50, 20, 30]
    (stop,) = card.stop_suggestions
    assert (stop.line.text, stop.line.hours_per_week) == ("Анализ рынка, сравнение цен конкурентов", 4)
    assert Words("ru").message(stop.reason) == "теперь это делает Отдел продаж № 1"
