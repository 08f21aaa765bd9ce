"""What hangs on one person, who can teach whom, what the facts ask to be trained (METHOD S7)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.domain.sound_cooperation import sound_cooperation
from tests.domain.sound_plan import cell, changed, claim, edited, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import unknown_shares
from workshop_app.domain.model import TrainingKind
from workshop_app.domain.training import (
    KINDS,
    LEVELS,
    Pair,
    coverage,
    suggested_pairs,
    suggestions,
    without_visit,
)

SOUND = sound_cooperation()


def skilled(critical: bool = True, hours: dict[str, int] | None = None, **levels: int) -> Engagement:
    """Departments A and B with people A1, A2, B1, B2, B3 and one skill."""
    rows: list[m.Row] = [m.Department(id=name, name=name) for name in "AB"]
    for place, name in enumerate(("A1", "A2", "B1", "B2", "B3")):
        rows.append(m.Person(id=name, name=name, department_id=name[0], rank=place))
        if hours and name in hours:
            spent = Decimal(hours[name])
            rows.append(m.Function(id=f"F{name}", person_id=name, department_id=name[0], hours_per_week=spent))
    rows.append(m.Skill(id="SK1", title="Costing", critical=critical))
    rows += [
        m.SkillLevel(id=f"SK1/{name}", skill_id="SK1", person_id=name, level=level) for name, level in levels.items()
    ]
    return Engagement.of(rows)


@pytest.mark.parametrize(
    ("levels", "critical", "able", "single", "uncovered"),
    [
        ({"A1": 4, "B1": 2}, True, ("A1",), True, False),
        ({"A1": 4, "B1": 3}, True, ("A1", "B1"), False, False),
        ({"A1": 2}, True, (), False, True),
        ({"A1": 4}, False, ("A1",), False, False),
        ({}, True, (), False, True),
    ],
    ids=str,
)
def test_critical_skill_may_not_hang_on_one_person(
    levels: dict[str, int], critical: bool, able: tuple[str, ...], single: bool, uncovered: bool
) -> None:
    found = coverage(skilled(critical, **levels))["SK1"]
    assert (found.able, found.is_single_point, found.is_uncovered) == (able, single, uncovered)


def test_who_has_left_masters_nothing_any_more() -> None:
    gone = edited(skilled(A1=4, B1=3), m.Person, "A1", active=False)
    assert coverage(gone)["SK1"].able == ("B1",) and coverage(gone)["SK1"].is_single_point


def test_learner_comes_from_the_other_department_and_has_begun() -> None:
    assert suggested_pairs(skilled(A1=4, A2=2, B2=1)) == (Pair("SK1", "A1", "B2"),)


def test_learner_with_the_lowest_load_is_first() -> None:
    busy = {"B1": 40, "B2": 30, "B3": 20}
    assert suggested_pairs(skilled(hours=busy, A1=4, B1=1, B2=2)) == (Pair("SK1", "A1", "B2"),)
    assert suggested_pairs(skilled(hours=busy, A1=4)) == (Pair("SK1", "A1", "B3"),)


def test_half_time_counts_against_the_own_norm() -> None:
    plan = skilled(hours={"B1": 20, "B2": 30}, A1=4, B1=1, B2=1)
    assert suggested_pairs(edited(plan, m.Person, "B1", employment=Decimal("0.5"))) == (Pair("SK1", "A1", "B2"),)


def test_no_pair_for_a_skill_that_is_safe_or_planned() -> None:
    assert suggested_pairs(skilled(A1=4, B1=3)) == ()
    assert suggested_pairs(skilled(critical=False, A1=4)) == ()
    planned = m.Training(id="T1", title="«Costing» for beginners", kind=TrainingKind.SKILL)
    assert suggested_pairs(changed(skilled(A1=4), planned)) == ()
    cancelled = m.Training(id="T1", title="Costing", kind=TrainingKind.SKILL, status=m.TrainingStatus.CANCELLED)
    assert suggested_pairs(changed(skilled(A1=4), cancelled)) != ()


def test_sound_plan_asks_for_nothing() -> None:
    assert suggestions(SOUND) == () and without_visit(SOUND) == ()


def said(engagement: Engagement) -> list[tuple[str, str | None, str]]:
    return [(found.kind.value, found.department_id, str(found.because)) for found in suggestions(engagement)]


def test_department_that_does_not_visit_is_suggested_with_the_reason() -> None:
    plan = without(SOUND, m.Training, "T2")
    assert said(plan) == [("cross_department", "B", "nobody has seen yet how the neighbours work")]
    unsure = changed(plan, claim("ACT1", "B", "unknown"))
    assert unknown_shares(unsure) == {"A": 0, "B": 50}
    assert said(unsure)[0][2] == "does not know the answer for 50 % of activities"


def test_survey_gives_the_reason() -> None:
    answers = [m.SurveyQuestion(id=f"W1/{code}", survey_id="W1", code=code, recommendation=3) for code in ("Q3", "Q6")]
    responses = [
        m.SurveyResponse(
            id=f"R{place}", survey_id="W1", department_id="A", answers=(("Q3", 2), ("Q6", 4 if place < 2 else 1))
        )
        for place in range(5)
    ]
    plan = changed(without(SOUND, m.Training), *answers, *responses)
    assert [text for _kind, _department, text in said(plan)] == [
        "only 0 % of all understand how the other department works",
        "only 0 % of all understand how the other department works",
        "only 40 % see us look for a solution, not for someone to blame",
    ]
    other = [replace(question, recommendation=5) for question in answers]
    assert "only" not in "".join(text for _kind, _department, text in said(changed(plan, *other)))


def test_communication_is_suggested_even_without_a_survey() -> None:
    plan = without(sound_plan(), m.Survey)
    assert ("communication", None, "no practice in talking about friction yet") in said(plan)


def test_new_work_in_the_matrix_asks_for_training() -> None:
    plan = changed(SOUND, cell("ACT1", "PB", "R"))
    (found,) = suggestions(without(plan, m.SkillLevel))
    assert (found.kind, found.audience, found.activity_id) == (TrainingKind.SKILL, ("PB",), "ACT1")
    assert str(found.because) == "new for them: Quotations"
    trained = changed(plan, m.Training(id="T9", title="Quotations", kind=TrainingKind.SKILL, audience=("PB",)))
    assert suggestions(trained) == ()


def test_levels_and_kinds_have_their_words() -> None:
    assert set(LEVELS) == {0, 1, 2, 3, 4} and set(KINDS) == set(TrainingKind)
