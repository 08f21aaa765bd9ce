"""Checks of indicators, suggestions and surveys fire on their condition and only then (METHOD D, IND, FBK, SRV)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.sound_cooperation import sound_cooperation
from tests.domain.sound_plan import AS_OF, SESSION, changed, edited, objects, results, without
from workshop_app.domain import model as m
from workshop_app.domain.checks import message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words

SOUND = sound_cooperation()
RULES = ("IND-01", "IND-02", "IND-03", "IND-04", "FBK-01", "FBK-02", "SRV-01", "SRV-02", "SRV-03", "SRV-04")
LATE = SESSION + timedelta(days=91)


def indicator(**fields: Any) -> Engagement:
    return edited(SOUND, m.Indicator, "I1", **fields)


def point(days: int) -> Engagement:
    return edited(SOUND, m.IndicatorPoint, "I1/1", date=AS_OF - timedelta(days=days))


def suggestion(days: int, **fields: Any) -> Engagement:
    return edited(SOUND, m.Suggestion, "S1", date=AS_OF - timedelta(days=days), **fields)


def survey(**fields: Any) -> Engagement:
    return edited(SOUND, m.Survey, "W1", **fields)


def answered(invited: int, base: Engagement = SOUND) -> Engagement:
    return edited(base, m.SurveyInvitation, "W1/A", invited=invited)


def dated(days: int) -> Engagement:
    return survey(date=SESSION + timedelta(days=days))


UNDATED = edited(SOUND, m.Session, "session", date=None)
PLANNED = without(survey(date=AS_OF + timedelta(days=1)), m.SurveyResponse)
CASES: list[tuple[str, str, Engagement, list[str]]] = [
    ("IND-01", "no indicators", without(SOUND, m.Indicator), ["plan"]),
    ("IND-02", "nobody owns it", indicator(owner_id=None), ["I1"]),
    ("IND-02", "the owner has left", edited(SOUND, m.Person, "PA", active=False), ["I1"]),
    ("IND-02", "no source", indicator(source=""), ["I1"]),
    ("IND-03", "47 days of a month", point(47), ["I1"]),
    ("IND-03", "46 days of a month", point(46), []),
    ("IND-03", "no value at all", without(SOUND, m.IndicatorPoint), []),
    ("IND-04", "no baseline", indicator(baseline=None), ["I1"]),
    ("IND-04", "no target", indicator(target=None), ["I1"]),
    ("FBK-01", "15 days", suggestion(15), ["S1"]),
    ("FBK-01", "14 days", suggestion(14), []),
    ("FBK-01", "answered", suggestion(15, status=m.SuggestionStatus.DECLINED), []),
    ("FBK-02", "no channel", edited(SOUND, m.Company, "company", feedback_channel=" "), ["plan"]),
    ("SRV-01", "no survey", without(SOUND, m.Survey), ["plan"]),
    ("SRV-01", "61 days before", dated(-61), ["plan"]),
    ("SRV-01", "60 days before", dated(-60), []),
    ("SRV-01", "7 days after", dated(7), []),
    ("SRV-01", "8 days after", dated(8), ["plan"]),
    ("SRV-01", "no session date", edited(without(SOUND, m.Survey), m.Session, "session", date=None), []),
    ("SRV-03", "3 of 6", answered(6), ["W1"]),
    ("SRV-03", "3 of 5", answered(5), []),
    ("SRV-03", "nobody was asked", answered(0), []),
    ("SRV-03", "planned for tomorrow", PLANNED, []),
    ("SRV-03", "nobody answered", without(SOUND, m.SurveyResponse), ["W1"]),
    ("SRV-04", "threshold 3", survey(threshold=3), ["W1"]),
    ("SRV-04", "threshold 4", survey(threshold=4), []),
]


@pytest.mark.parametrize("rule", RULES)
def test_sound_plan_keeps_the_check_silent(rule: str) -> None:
    assert objects(SOUND, rule) == []


@pytest.mark.parametrize(("rule", "why", "engagement", "found"), CASES, ids=lambda value: str(value)[:40])
def test_check_fires(rule: str, why: str, engagement: Engagement, found: list[str]) -> None:
    assert objects(engagement, rule) == found


def test_second_wave_is_missed_after_ninety_days() -> None:
    assert objects(SOUND, "SRV-02", LATE) == ["plan"]
    assert objects(SOUND, "SRV-02", LATE - timedelta(days=1)) == []
    assert objects(UNDATED, "SRV-02", LATE) == []
    repeated = m.Survey(id="W2", date=SESSION + timedelta(days=22))
    assert objects(changed(SOUND, repeated), "SRV-02", LATE) == []
    assert objects(changed(SOUND, m.Survey(id="W2", date=SESSION + timedelta(days=21))), "SRV-02", LATE) == ["plan"]


def test_every_check_fires_somewhere() -> None:
    assert {rule for rule, _why, _engagement, found in CASES if found} == set(RULES) - {"SRV-02"}


@pytest.mark.parametrize(
    ("rule", "engagement", "number", "russian"),
    [
        (
            "IND-02",
            indicator(owner_id=None, source=None),
            None,
            "Показатель «Retention»: нет ответственного, источника",
        ),
        ("IND-03", point(47), 47, "Показатель «Retention» не обновлялся 47 дн."),
        ("FBK-01", suggestion(15), 15, "Предложение «One telephone number» без ответа 15 дн."),
        ("SRV-03", answered(7), 43, "Опрос «Before»: ответили 43 %"),
        ("SRV-04", survey(threshold=3), 3, "Опрос «Before»: порог анонимности 3"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_message_says_the_number(rule: str, engagement: Engagement, number: int | None, russian: str) -> None:
    (result,) = results(engagement, rule)
    assert result.number == number
    assert message_of(result, Words("ru")).replace("\N{NO-BREAK SPACE}", " ") == russian
