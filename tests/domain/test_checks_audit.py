"""Every audit check fires on its condition and keeps silent in a sound plan (METHOD D, AUD)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from tests.domain.sound_plan import (
    action,
    changed,
    claim,
    decision,
    edited,
    function,
    objects,
    results,
    sound_plan,
    without,
)
from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS, message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words

Change = Callable[[Engagement], Engagement]

# ACT2 without its rule and for the same client is a duplication.
UNRULED = edited(
    sound_plan(), m.Activity, "ACT2", existing_rule=None, same_object=m.SameObject.YES, existing_rule_confirmed_by=()
)
CASES: list[tuple[str, str, Engagement, list[str]]] = [
    ("AUD-01", "no person", edited(sound_plan(), m.Function, "F1", person_id=None), ["F1"]),
    (
        "AUD-01",
        "a line that says a person does it, and names none",
        edited(sound_plan(), m.Function, "F1", person_id=None, performed_by=m.PerformedBy.PERSON),
        ["F1"],
    ),
    (
        "AUD-01",
        "the whole department does it",
        edited(sound_plan(), m.Function, "F1", person_id=None, performed_by=m.PerformedBy.DEPARTMENT),
        [],
    ),
    (
        "AUD-01",
        "a name that nobody in the list has, although the department does it",
        changed(
            edited(sound_plan(), m.Function, "F1", person_id=None, performed_by=m.PerformedBy.DEPARTMENT),
            m.UnresolvedReference(
                id="U1", object_table="functions", object_id="F1", field="person_id", text="Somebody Else"
            ),
        ),
        ["F1"],
    ),
    (
        "AUD-01",
        "no person and no hours",
        edited(sound_plan(), m.Function, "F1", person_id=None, hours_per_week=Decimal(0)),
        ["F1"],
    ),
    ("AUD-02", "hours unknown", edited(sound_plan(), m.Function, "F1", hours_per_week=None), ["F1"]),
    ("AUD-02", "no hours", edited(sound_plan(), m.Function, "F1", hours_per_week=Decimal(0)), ["F1"]),
    ("AUD-03", "just at the norm", edited(sound_plan(), m.Function, "F2", hours_per_week=Decimal(26)), []),
    ("AUD-03", "above the norm", edited(sound_plan(), m.Function, "F2", hours_per_week=Decimal("26.1")), ["PA"]),
    (
        "AUD-03",
        "part time",
        edited(sound_plan(), m.Person, "PA", employment=Decimal("0.5")),
        ["PA"],
    ),
    (
        "AUD-03",
        "left the company",
        edited(edited(sound_plan(), m.Function, "F2", hours_per_week=Decimal(60)), m.Person, "PA", active=False),
        [],
    ),
    ("AUD-04", "half of the norm", edited(sound_plan(), m.Function, "F3", hours_per_week=Decimal(20)), []),
    ("AUD-04", "below half", edited(sound_plan(), m.Function, "F3", hours_per_week=Decimal("19.5")), ["PB"]),
    ("AUD-04", "one hour", edited(sound_plan(), m.Function, "F3", hours_per_week=Decimal(1)), ["PB"]),
    ("AUD-04", "no hours known", edited(sound_plan(), m.Function, "F3", hours_per_week=None), []),
    ("AUD-05", "no line", without(sound_plan(), m.Function, "F3"), ["PB"]),
    ("AUD-05", "a vacancy", edited(without(sound_plan(), m.Function, "F3"), m.Person, "PB", active=False), []),
    (
        "AUD-05",
        "a line of the position",
        edited(
            sound_plan(),
            m.Function,
            "F3",
            person_id=None,
            performed_by=m.PerformedBy.POSITION,
            position_id="POS-B",
        ),
        [],
    ),
    ("AUD-06", "not mapped", edited(sound_plan(), m.Function, "F1", activity_id=None), ["F1"]),
    ("AUD-06", "outside the list", edited(sound_plan(), m.Function, "F1", activity_id=None, outside_list=True), []),
    ("AUD-07", "one department silent", without(sound_plan(), m.Claim, "ACT1/B/1"), ["ACT1"]),
    ("AUD-07", "does not know is an answer", changed(sound_plan(), claim("ACT1", "B", "unknown")), []),
    (
        "AUD-07",
        "only the later wave answered",
        changed(without(sound_plan(), m.Claim, "ACT1/B/1"), claim("ACT1", "B", "we", 2)),
        ["ACT1"],
    ),
    ("AUD-08", "a duplication", UNRULED, ["ACT2"]),
    ("AUD-08", "a duplication put off", changed(UNRULED, decision("defer")), []),
    ("AUD-08", "a one-sided view", changed(sound_plan(), claim("ACT1", "B", "unknown")), []),
    ("AUD-09", "no date", changed(sound_plan(), decision("defer")), ["D1"]),
    ("AUD-09", "past", changed(sound_plan(), decision("defer", deferred_until=date(2026, 2, 19))), ["D1"]),
    ("AUD-09", "today", changed(sound_plan(), decision("defer", deferred_until=date(2026, 2, 20))), []),
    (
        "AUD-09",
        "left to the owner without a date",
        changed(sound_plan(), decision("assign", owner_department_id="A", awaits_owner=True)),
        ["D1"],
    ),
    ("AUD-10", "no rule", changed(sound_plan(), decision("split", confirmed_by=("A", "B"))), ["D1"]),
    (
        "AUD-10",
        "one performer did not confirm",
        changed(sound_plan(), decision("joint", split_rule="By stage", confirmed_by=("A",))),
        ["D1"],
    ),
    (
        "AUD-10",
        "both confirmed",
        changed(sound_plan(), decision("joint", split_rule="By stage", confirmed_by=("A", "B"))),
        [],
    ),
    (
        "AUD-10",
        "performers unknown: a rule is enough",
        edited(changed(sound_plan(), decision("split", split_rule="By stage")), m.Activity, "ACT2", audited=False),
        [],
    ),
    ("AUD-12", "no owner", changed(sound_plan(), decision("assign")), ["D1"]),
    ("AUD-12", "an owner", changed(sound_plan(), decision("assign", owner_department_id="B")), []),
]


@pytest.mark.parametrize(("rule", "why", "engagement", "expected"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_check(rule: str, why: str, engagement: Engagement, expected: list[str]) -> None:
    assert objects(engagement, rule) == expected


def unsure(answers: int, unknown: int) -> Engagement:
    rows: list[m.Row] = [m.Activity(id=f"Q{n}", title=f"Q{n}") for n in range(answers - 2)]
    rows += [claim(f"Q{n}", "B", "unknown" if n < unknown else "we") for n in range(answers - 2)]
    return changed(sound_plan(), *rows)


@pytest.mark.parametrize(("answers", "unknown", "expected"), [(10, 3, []), (10, 4, ["B"]), (13, 4, ["B"])])
def test_a_department_that_does_not_know_more_than_thirty_percent(
    answers: int, unknown: int, expected: list[str]
) -> None:
    engagement = unsure(answers, unknown)
    assert objects(engagement, "AUD-11") == expected
    if answers == 13:
        assert results(engagement, "AUD-11")[0].number == 31


def test_hours_are_told_exactly_and_reported_whole() -> None:
    engagement = edited(sound_plan(), m.Function, "F2", hours_per_week=Decimal("28.5"))
    (result,) = results(engagement, "AUD-03")
    assert result.number == 49
    assert message_of(result, Words("en")) == "Anna Ash: 48.5 h/week is above the norm"
    assert message_of(result, Words("ru")) == "Anna Ash: 48,5\xa0ч/нед\xa0— больше нормы"


def test_an_undecided_finding_is_named_in_words() -> None:
    (result,) = results(UNRULED, "AUD-08")
    assert message_of(result, Words("ru")) == "«Client meetings»: Задвоение\xa0— решения нет"


def test_a_decision_is_called_by_its_activity() -> None:
    (result,) = results(changed(sound_plan(), decision("assign")), "AUD-12")
    assert result.title == "Client meetings"


@pytest.mark.parametrize("check", [check for check in CHECKS if check.id.startswith("AUD")], ids=lambda check: check.id)
def test_a_sound_plan_is_silent(check: object) -> None:
    assert objects(sound_plan(), check.id) == []


def test_new_functions_and_actions_need_no_session() -> None:
    bare = Engagement.of([function("F9", None, None, None), action("X9")])
    assert objects(bare, "AUD-01") == ["F9"]
