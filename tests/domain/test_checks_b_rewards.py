"""Checks of the new reward scheme fire on their condition and only then (METHOD D, RWD)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.domain.sound_cooperation import scheme_row, sound_cooperation, weight
from tests.domain.sound_plan import SESSION, changed, edited, objects, results, without
from workshop_app.domain import model as m
from workshop_app.domain.checks import message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words

SOUND = sound_cooperation()
RULES = tuple(f"RWD-{number:02}" for number in range(1, 15))
D = Decimal


def weights(position: str = "POS-A", **percents: str) -> Engagement:
    """The new scheme with these weights for one position; I and J that are not given go to 0."""
    given = {"I": "0", "J": "0", **percents}
    return changed(SOUND, *(weight(position, code, percent) for code, percent in given.items()))


def indicator(code: str, **fields: Any) -> Engagement:
    return edited(SOUND, m.RewardIndicator, f"after/{code}", **fields)


def scheme(base: Engagement = SOUND, **fields: Any) -> Engagement:
    return edited(base, m.RewardScheme, "after", **fields)


def credit(method: m.CreditMethod, *shares: str) -> Engagement:
    parts = tuple((f"p{place}", D(share)) for place, share in enumerate(shares))
    return changed(
        SOUND, scheme_row(m.CreditRule, "after", "CR1", code="CR1", title="Passed lead", method=method, shares=parts)
    )


POORER = edited(SOUND, m.TargetBonus, "after/PB", amount=D(700))
LEVELS = changed(SOUND, m.Position(id="POS-C", title="Sales", department_id="B", level=1), weight("POS-C", "J", "41"))

CASES: list[tuple[str, str, Engagement, list[str]]] = [
    ("RWD-01", "90 %", weights(I="60", J="30"), ["POS-A"]),
    ("RWD-01", "almost 100 %", weights(I="69.9", J="30"), ["POS-A"]),
    ("RWD-02", "nothing joint", weights(I="100"), ["POS-A"]),
    ("RWD-03", "19 %", weights(I="81", J="19"), ["POS-A"]),
    ("RWD-03", "20 %", weights(I="80", J="20"), []),
    ("RWD-03", "60 %", weights(I="40", J="60"), []),
    ("RWD-03", "61 %", weights(I="39", J="61"), ["POS-A"]),
    ("RWD-03", "nothing joint is an error of its own", weights(I="100"), []),
    ("RWD-04", "five indicators", weights(I="20", J="20", K="20", L="20", M="20"), ["POS-A"]),
    ("RWD-04", "four and one of weight 0", weights(I="25", J="25", K="25", L="25", M="0"), []),
    ("RWD-05", "9 %", weights(I="91", J="9"), ["POS-A"]),
    ("RWD-05", "0 % is not used", weights(I="90", J="10", K="0"), []),
    ("RWD-06", "a prize for the best", indicator("I", kind=m.RewardKind.RANK), ["I"]),
    ("RWD-06", "zero-sum", indicator("J", zero_sum=True), ["J"]),
    ("RWD-06", "not used", changed(SOUND, scheme_row(m.RewardIndicator, "after", "Z", code="Z", zero_sum=True)), []),
    ("RWD-07", "no source", indicator("J", source=" "), ["J"]),
    ("RWD-07", "not used", changed(SOUND, scheme_row(m.RewardIndicator, "after", "Z", code="Z")), []),
    ("RWD-08", "threshold above plan", indicator("I", threshold=D("1.01")), ["I"]),
    ("RWD-08", "cap below plan", indicator("I", cap=D("0.99")), ["I"]),
    ("RWD-08", "payout above 100 % at the threshold", indicator("I", payout_at_threshold=D("1.1")), ["I"]),
    ("RWD-08", "ends are allowed", indicator("I", threshold=D(1), cap=D(1), payout_at_threshold=D(0)), []),
    ("RWD-08", "a prize has no curve", indicator("I", kind=m.RewardKind.RANK, cap=D(0)), []),
    ("RWD-09", "the fund falls", POORER, ["plan"]),
    ("RWD-09", "the owner agrees", scheme(POORER, owner_approved=True), []),
    ("RWD-09", "there is nothing to compare with", without(POORER, m.RewardScheme, "before"), []),
    ("RWD-10", "a person loses 30 %", POORER, ["PB"]),
    ("RWD-10", "with a transition", scheme(POORER, transition_rule="Half a year of the old pay"), []),
    ("RWD-10", "limits count too", scheme(fund_limit=D(1500)), ["PA", "PB"]),
    ("RWD-11", "no recognition", without(SOUND, m.Recognition), ["plan"]),
    ("RWD-11", "money is not public", edited(SOUND, m.Recognition, "RC1", form=m.RecognitionForm.MATERIAL), ["plan"]),
    ("RWD-12", "59 days", scheme(notice_date=SESSION + timedelta(days=31)), ["plan"]),
    ("RWD-12", "no notice", scheme(notice_date=None), ["plan"]),
    (
        "RWD-12",
        "shorter by the settings",
        changed(scheme(notice_date=SESSION + timedelta(days=50)), m.Settings(id="settings", notice_days=40)),
        [],
    ),
    ("RWD-13", "11 points apart", LEVELS, ["plan"]),
    ("RWD-13", "10 points apart", changed(LEVELS, weight("POS-C", "J", "40")), []),
    ("RWD-13", "another level", edited(LEVELS, m.Position, "POS-C", level=2), []),
    ("RWD-13", "no level", edited(LEVELS, m.Position, "POS-C", level=None), []),
    ("RWD-14", "90 %", credit(m.CreditMethod.SPLIT, "60", "30"), ["CR1"]),
    ("RWD-14", "100 %", credit(m.CreditMethod.SPLIT, "70", "30"), []),
    ("RWD-14", "double credit has no sum", credit(m.CreditMethod.DOUBLE, "100", "100"), []),
]


@pytest.mark.parametrize("rule", RULES)
def test_sound_scheme_keeps_the_check_silent(rule: str) -> None:
    assert objects(SOUND, rule) == []


@pytest.mark.parametrize(("rule", "why", "engagement", "found"), CASES, ids=lambda value: str(value)[:40])
def test_check_fires(rule: str, why: str, engagement: Engagement, found: list[str]) -> None:
    assert objects(engagement, rule) == found


def test_every_check_fires_somewhere() -> None:
    assert {rule for rule, _why, _engagement, found in CASES if found} == set(RULES)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "RWD-11"])
def test_without_a_new_scheme_there_is_nothing_to_check(rule: str) -> None:
    assert objects(without(SOUND, m.RewardScheme, "after"), rule) == []


@pytest.mark.parametrize(
    ("rule", "engagement", "number", "english"),
    [
        ("RWD-01", weights(I="69.5", J="30"), 100, "Weights of “Head” sum to 99.5 %"),
        ("RWD-03", weights(I="81", J="19"), 19, "“Head”: joint share 19 %"),
        ("RWD-06", indicator("J", zero_sum=True), None, "“J”: one department wins at the other's expense"),
        ("RWD-09", POORER, -14, "The fund would change by −14 % without the owner's approval"),
        ("RWD-10", POORER, 30, "Boris Birch would lose 30 % for the same results"),
        (
            "RWD-12",
            scheme(notice_date=SESSION + timedelta(days=31)),
            59,
            "People get 59 days' notice of the new scheme",
        ),
        ("RWD-13", LEVELS, 11, "Joint share of equal positions differs by 11 points between departments"),
        ("RWD-14", credit(m.CreditMethod.SPLIT, "60", "30"), 90, "Shares of rule “Passed lead” sum to 90 %"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_message_says_the_number(rule: str, engagement: Engagement, number: int | None, english: str) -> None:
    (result,) = results(engagement, rule)
    assert (result.number, message_of(result, Words("en"))) == (number, english)
