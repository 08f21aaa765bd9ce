"""SMART, letter by letter, with the reason in words (METHOD C.9)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.domain.sound_plan import edited, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.goals import Letter, Smart, smart
from workshop_app.domain.wording import begins_with_stop_verb, words_of
from workshop_app.i18n import Words


def goal(**fields: object) -> Engagement:
    return edited(sound_plan(), m.Goal, "G1", **fields)


def row(engagement: Engagement) -> Smart:
    return smart(engagement)["G1"]


def test_a_sound_goal_has_all_five_letters() -> None:
    sound = row(sound_plan())
    assert sound.is_complete
    assert not any(sound.of(letter) for letter in Letter)


@pytest.mark.parametrize(
    ("fields", "letter", "reason"),
    [
        ({"title": "Keep more clients"}, Letter.S, "too short: what changes, for whom, by how much, by when"),
        ({"title": "Улучшить работу с клиентами"}, Letter.S, "“Улучшить” without a number is a wish"),
        ({"owner_id": None}, Letter.S, "nobody owns it"),
        ({"target": None}, Letter.M, "no number for from and to"),
        ({"unit": " "}, Letter.M, "no unit"),
        ({"direction": m.Direction.DOWN}, Letter.M, "direction and numbers disagree"),
        ({"source": None}, Letter.M, "no data source"),
        ({"indicator_id": None}, Letter.M, "no indicator"),
        ({"confidence": ()}, Letter.A, "no confidence vote yet"),
        ({"confidence": (3, 3, 2)}, Letter.A, "confidence 2.67 of 5"),
        ({"deadline": None}, Letter.T, "no deadline"),
        ({"deadline": date(2026, 2, 10)}, Letter.T, "the deadline is not after the session"),
        ({"deadline": date(2026, 3, 11)}, Letter.T, "the deadline is closer than a month"),
        ({"deadline": date(2027, 2, 11)}, Letter.T, "the deadline is more than a year away"),
    ],
)
def test_a_failing_letter_says_why(fields: dict[str, object], letter: Letter, reason: str) -> None:
    found = row(goal(**fields))
    assert [Words("en").message(weakness.reason) for weakness in found.of(letter)] == [reason]
    assert not found.is_complete
    assert not any(found.of(other) for other in Letter if other is not letter)


def test_a_big_jump_is_said_aloud_and_the_goal_stays_complete() -> None:
    found = row(goal(baseline=Decimal(40), target=Decimal(93)))
    assert [str(weakness.reason) for weakness in found.of(Letter.A)] == ["a jump of 133 %"]
    assert found.is_complete


def test_relevance_needs_every_department_and_an_action() -> None:
    lonely = without(edited(sound_plan(), m.Action, "X1", goal_id=None), m.Contribution, "G1/B")
    assert [str(weakness.reason) for weakness in row(lonely).of(Letter.R)] == [
        "no contribution of S2",
        "no action serves it",
    ]


def test_without_a_session_date_dates_are_not_judged() -> None:
    assert row(without(goal(deadline=date(2020, 1, 1)), m.Session)).is_complete


@pytest.mark.parametrize(
    ("title", "wish"),
    [
        ("Улучшить сервис", True),
        ("УСИЛИТЬ контроль", True),
        ("«Повысить» продажи", True),
        ("Обсудить: правило", True),
        ("Improve things", True),
        ("Optimise it", True),
        ("Улучшение сервиса", False),
        ("Составить список", False),
        ("", False),
        ("— ", False),
    ],
)
def test_stop_verbs(title: str, wish: bool) -> None:
    assert begins_with_stop_verb(title) is wish


def test_numbers_are_words_and_dashes_are_not() -> None:
    assert words_of("Не больше 5 пар — «клиент — услуга»") == ("Не", "больше", "5", "пар", "«клиент", "услуга»")
