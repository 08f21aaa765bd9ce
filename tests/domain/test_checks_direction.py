"""Checks of role cards, key competence and goals: each fires on its condition (METHOD D, ROL, CMP, GOAL)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.domain.sound_plan import AS_OF, SESSION, changed, edited, objects, results, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS, Check, LedgerFigures, message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words


def goal(**fields: object) -> Engagement:
    return edited(sound_plan(), m.Goal, "G1", **fields)


INACTIVE = edited(sound_plan(), m.Person, "PB", active=False)
CASES: list[tuple[str, str, Engagement, list[str]]] = [
    ("ROL-01", "no card", without(sound_plan(), m.RoleCard, "PB"), ["PB"]),
    ("ROL-01", "a leaver", without(INACTIVE, m.RoleCard, "PB"), []),
    ("CMP-01", "none chosen", edited(sound_plan(), m.Competence, "C1", chosen=False), ["plan"]),
    ("CMP-01", "no candidate", without(sound_plan(), m.Competence), ["plan"]),
    ("CMP-02", "not key", edited(sound_plan(), m.Competence, "C1", k2_score=0), ["C1"]),
    ("CMP-02", "almost", edited(sound_plan(), m.Competence, "C1", k2_score=1), []),
    ("CMP-02", "not chosen", edited(sound_plan(), m.Competence, "C1", k2_score=0, chosen=False), []),
    ("GOAL-01", "one department contributes", without(sound_plan(), m.Contribution, "G1/B"), ["plan"]),
    ("GOAL-01", "a blank contribution", edited(sound_plan(), m.Contribution, "G1/B", text=" "), ["plan"]),
    ("GOAL-01", "no goals", without(without(sound_plan(), m.Goal), m.Contribution), ["plan"]),
    ("GOAL-02", "no baseline", goal(baseline=None), ["G1"]),
    ("GOAL-02", "no target", goal(target=None), ["G1"]),
    ("GOAL-02", "no unit", goal(unit=""), ["G1"]),
    ("GOAL-02", "a baseline of zero is a number", goal(baseline=Decimal(0)), []),
    ("GOAL-03", "no owner", goal(owner_id=None), ["G1"]),
    ("GOAL-03", "an inactive owner", INACTIVE, ["G1"]),
    ("GOAL-04", "no deadline", goal(deadline=None), ["G1"]),
    ("GOAL-04", "on the day of the session", goal(deadline=SESSION), ["G1"]),
    ("GOAL-04", "no session date", without(goal(deadline=date(2000, 1, 1)), m.Session), []),
    ("GOAL-05", "29 days", goal(deadline=date(2026, 3, 11)), ["G1"]),
    ("GOAL-05", "30 days", goal(deadline=date(2026, 3, 12)), []),
    ("GOAL-05", "365 days", goal(deadline=date(2027, 2, 10)), []),
    ("GOAL-05", "366 days", goal(deadline=date(2027, 2, 11)), ["G1"]),
    ("GOAL-05", "past is GOAL-04", goal(deadline=date(2026, 1, 1)), []),
    ("GOAL-06", "nothing from one", edited(sound_plan(), m.Contribution, "G1/A", text=""), ["G1"]),
    ("GOAL-06", "nothing from both", without(sound_plan(), m.Contribution), ["G1", "G1"]),
    ("GOAL-07", "the same", goal(target=Decimal("90.80")), ["G1"]),
    ("GOAL-07", "up, but less", goal(target=Decimal(80)), ["G1"]),
    ("GOAL-07", "down, but more", goal(direction=m.Direction.DOWN), ["G1"]),
    ("GOAL-07", "no numbers is GOAL-02", goal(target=None), []),
    ("GOAL-08", "three words", goal(title="Keep all clients"), ["G1"]),
    ("GOAL-08", "a number is a word", goal(title="Keep 93 % clients"), ["G1"]),
    ("GOAL-08", "four words", goal(title="Keep 93 of clients"), []),
    ("GOAL-08", "a stop-verb", goal(title="Improve the service for clients"), ["G1"]),
    ("GOAL-08", "a stop-verb with a digit", goal(title="Improve retention of clients to 93"), []),
    ("GOAL-09", "no action", edited(sound_plan(), m.Action, "X1", goal_id=None), ["G1"]),
    ("GOAL-10", "no indicator", goal(indicator_id=None), ["G1"]),
    ("GOAL-12", "nobody voted", goal(confidence=()), ["G1"]),
    ("GOAL-12", "a mean of 3", goal(confidence=(3, 3, 3)), []),
    ("GOAL-12", "below 3", goal(confidence=(3, 3, 2)), ["G1"]),
    ("GOAL-13", "exactly a half", goal(baseline=Decimal(60), target=Decimal(90)), []),
    ("GOAL-13", "more than a half", goal(baseline=Decimal(60), target=Decimal("90.01")), ["G1"]),
    ("GOAL-13", "from zero", goal(baseline=Decimal(0)), []),
    ("GOAL-13", "a count", goal(baseline=Decimal(1), target=Decimal(9), unit_kind=m.UnitKind.COUNT), []),
    ("GOAL-13", "money", goal(baseline=Decimal(1), target=Decimal(9), unit_kind=m.UnitKind.MONEY), ["G1"]),
    (
        "GOAL-13",
        "no kind, a unit of money",
        goal(baseline=Decimal(1), target=Decimal(9), unit_kind=None, unit="млн ₽"),
        ["G1"],
    ),
    ("GOAL-13", "no kind, pieces", goal(baseline=Decimal(1), target=Decimal(9), unit_kind=None, unit="шт."), []),
    ("GOAL-14", "no source", goal(source=" "), ["G1"]),
]


@pytest.mark.parametrize(("rule", "why", "engagement", "expected"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_check(rule: str, why: str, engagement: Engagement, expected: list[str]) -> None:
    assert objects(engagement, rule) == expected


@pytest.mark.parametrize(("as_of", "expected"), [(date(2026, 3, 12), []), (date(2026, 3, 13), ["PB"])])
def test_a_role_card_is_to_be_talked_through_within_thirty_days(as_of: date, expected: list[str]) -> None:
    assert objects(sound_plan(), "ROL-02", as_of) == expected


def test_the_card_of_a_leaver_is_still_unconfirmed() -> None:
    left = edited(sound_plan(), m.Person, "PB", active=False)
    assert objects(left, "ROL-02", date(2026, 3, 13)) == ["PB"]


def test_unconfirmed_cards_are_not_counted_without_a_session_date() -> None:
    assert objects(without(sound_plan(), m.Session), "ROL-02", date(2030, 1, 1)) == []


def test_the_ledger_decides_about_the_chosen_competence() -> None:
    assert objects(sound_plan(), "CMP-02", AS_OF, LedgerFigures(Fraction(50), None)) == ["C1"]


def test_more_than_five_goals_scatter_attention() -> None:
    five = changed(sound_plan(), *(m.Goal(id=f"Q{n}") for n in range(4)))
    assert objects(five, "GOAL-11") == []
    (result,) = results(changed(five, m.Goal(id="Q5")), "GOAL-11")
    assert (result.object_id, result.number) == ("plan", 6)


@pytest.mark.parametrize(
    ("engagement", "rule", "text"),
    [
        (goal(confidence=(3, 3, 2)), "GOAL-12", "В\xa0цель «Keep 93 % of last year's clients» мало верят (2,67)"),
        (
            goal(baseline=Decimal(40), target=Decimal(93)),
            "GOAL-13",
            "«Keep 93 % of last year's clients»: скачок 133\xa0%\xa0— реалистично\xa0ли?",
        ),
        (
            without(sound_plan(), m.Contribution, "G1/B"),
            "GOAL-06",
            "«Keep 93 % of last year's clients»: не\xa0записан вклад отдела S2",
        ),
    ],
)
def test_messages_carry_the_number_or_the_name(engagement: Engagement, rule: str, text: str) -> None:
    (result,) = results(engagement, rule)
    assert message_of(result, Words("ru")) == text


@pytest.mark.parametrize(
    "check", [check for check in CHECKS if check.id.startswith(("ROL", "CMP", "GOAL"))], ids=lambda check: check.id
)
def test_a_sound_plan_is_silent(check: Check) -> None:
    assert objects(sound_plan(), check.id) == []
