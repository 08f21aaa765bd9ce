"""Which decision holds, what it frees, and when a finding is closed or verified (METHOD C.4)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.domain.sound_plan import changed, claim, decision, edited, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.decisions import (
    LABELS,
    MEANINGS,
    STATES,
    DecisionState,
    Effect,
    current_decisions,
    effect_of,
    states,
    stopped_activities,
    usual_type,
)
from workshop_app.domain.findings import findings

# 10 h of A and 30 h of B, for the same client, without a rule: 10 h are done twice.
DUPLICATION = edited(sound_plan(), m.Activity, "ACT2", existing_rule=None, same_object=m.SameObject.YES)
CONFIRMED = {"split_rule": "By client", "confirmed_by": ("A", "B")}


def state(*rows: m.Row) -> DecisionState:
    return states(changed(DUPLICATION, *rows))["ACT2"]


def test_the_usual_decision_follows_the_finding() -> None:
    other = edited(DUPLICATION, m.Activity, "ACT2", same_object=m.SameObject.NO)
    shared = changed(
        edited(other, m.Activity, "ACT2", audited=False), claim("ACT2", "A", "both"), claim("ACT2", "B", "both")
    )
    assert usual_type(findings(DUPLICATION)["ACT2"]) is m.DecisionType.ASSIGN
    assert usual_type(findings(other)["ACT2"]) is m.DecisionType.SPLIT
    assert usual_type(findings(shared)["ACT2"]) is m.DecisionType.JOINT


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], DecisionState.OPEN),
        ([decision("defer")], DecisionState.DEFERRED),
        ([decision("assign", owner_department_id="A", awaits_owner=True)], DecisionState.DEFERRED),
        ([decision("assign")], DecisionState.INCOMPLETE),
        ([decision("assign", owner_department_id="A")], DecisionState.CLOSED),
        ([decision("split", split_rule="By client", confirmed_by=("A",))], DecisionState.INCOMPLETE),
        ([decision("split", **CONFIRMED)], DecisionState.CLOSED),
        ([decision("joint", **CONFIRMED)], DecisionState.CLOSED),
        ([decision("stop")], DecisionState.CLOSED),
        ([decision("defer"), decision("stop", name="D2", rank=2)], DecisionState.CLOSED),
        ([decision("stop"), decision("defer", name="D2", rank=2)], DecisionState.CLOSED),
    ],
)
def test_a_finding_is_closed_by_a_complete_decision(rows: list[m.Row], expected: DecisionState) -> None:
    assert state(*rows) is expected


@pytest.mark.parametrize(
    ("kind", "fields", "answers", "expected"),
    [
        ("assign", {"owner_department_id": "A"}, ("we", "they"), DecisionState.VERIFIED),
        ("assign", {"owner_department_id": "A"}, ("we", "we"), DecisionState.CLOSED),
        ("assign", {"owner_department_id": "A"}, ("we", None), DecisionState.CLOSED),
        ("split", CONFIRMED, ("both", "both"), DecisionState.VERIFIED),
        ("stop", {}, ("nobody", "nobody"), DecisionState.VERIFIED),
        ("stop", {}, ("we", "they"), DecisionState.CLOSED),
    ],
)
def test_it_is_verified_when_the_answers_of_day_ninety_agree(
    kind: str, fields: dict[str, object], answers: tuple[str, str | None], expected: DecisionState
) -> None:
    again = [claim("ACT2", name, said, 2) for name, said in zip("AB", answers, strict=True) if said]
    assert state(decision(kind, **fields), *again) is expected


def test_the_latest_decision_that_is_not_put_off_holds() -> None:
    first, second = decision("assign", owner_department_id="A"), decision("stop", name="D2", rank=2)
    assert current_decisions(changed(sound_plan(), first, second))["ACT2"].id == "D2"
    assert stopped_activities(changed(sound_plan(), first, second)) == {"ACT2"}
    assert stopped_activities(changed(sound_plan(), first, replace(second, awaits_owner=True))) == frozenset()


def test_a_decision_on_an_unknown_activity_holds_nowhere() -> None:
    assert current_decisions(changed(sound_plan(), replace(decision("stop"), activity_id=None))) == {}


@pytest.mark.parametrize(
    ("held", "effect"),
    [
        (decision("split", **CONFIRMED), Effect(Fraction(10), {}, False)),
        (decision("joint", **CONFIRMED), Effect(Fraction(10), {}, True)),
        (decision("assign", owner_department_id="B"), Effect(Fraction(10), {"A": Decimal(10)}, True)),
        (decision("assign", owner_department_id="A"), Effect(Fraction(10), {"B": Decimal(30)}, True)),
        (decision("assign"), Effect(Fraction(10), {}, False)),
        (decision("stop"), Effect(Fraction(40), {"A": Decimal(10), "B": Decimal(30)}, False)),
        (decision("defer"), Effect(Fraction(0), {}, False)),
    ],
)
def test_the_effect_is_an_upper_bound_in_hours(held: m.Decision, effect: Effect) -> None:
    assert effect_of(held, findings(DUPLICATION)["ACT2"]) == effect


def test_work_that_is_not_done_twice_frees_nothing_when_it_is_assigned() -> None:
    assert effect_of(decision("assign", "ACT1", owner_department_id="A"), findings(DUPLICATION)["ACT1"]) == Effect(
        Fraction(0), {}, False
    )


def test_every_kind_and_state_has_its_words() -> None:
    assert set(LABELS) == set(MEANINGS) == set(m.DecisionType)
    assert set(STATES) == set(DecisionState)
