"""From a finding to everything that came of it, and from any record back to its activity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.sound_plan import changed, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.trace import subject_of, trace, traces
from workshop_app.i18n import Words
from workshop_app.steps.trail import activity_trail, ground_text, person_trail

EN, RU = Words("en"), Words("ru")


@pytest.fixture
def plan() -> Engagement:
    return changed(
        without(sound_plan(), m.Decision),
        m.Decision(
            id="D9",
            activity_id="ACT2",
            type=m.DecisionType.SPLIT,
            split_rule="By client list",
            decided_on=date(2026, 2, 10),
        ),
        m.Handoff(id="H9", title="Client goes on", activity_id="ACT2", from_department_id="A", to_department_id="B"),
        m.Action(id="X9", title="Put the rule into practice: client meetings", owner_id="PA"),
        m.Training(id="T9", title="Client meetings, the other way", kind=m.TrainingKind.SKILL),
    )


def test_the_way_of_an_activity_holds_everything_that_came_of_it(plan: Engagement) -> None:
    found = trace(plan, "ACT2")
    assert found.decision is not None and found.decision.id == "D9"
    assert [person.id for person in found.holders("R")] == ["PA", "PB"]
    assert [row.id for row in (*found.handoffs, *found.actions, *found.training)] == ["H9", "X9", "T9"]


def test_its_lines_stand_in_the_order_of_the_workshop(plan: Engagement) -> None:
    ids = [line.id for line in activity_trail(plan, "ACT2", EN)]
    assert ids == ["work", "finding", "decision", "letter:A", "letter:R", "H9", "T9", "X9"]


def test_each_line_says_where_it_stands(plan: Engagement) -> None:
    places = {line.id: line.place for line in activity_trail(plan, "ACT2", EN)}
    assert places["H9"] == ("cooperation", "handoffs", "handoffs", "H9")
    assert places["X9"] == ("plan", "actions", "actions", "X9")
    assert places["decision"] == ("audit", "overlay", "activities", "ACT2")


def test_a_role_card_says_why_each_line_stands_in_it(plan: Engagement) -> None:
    lines = {line.id: line for line in person_trail(plan, "PA", EN)}
    assert list(lines)[:2] == ["ACT1", "ACT2"]
    assert lines["ACT2"].stage.startswith("AR — ")
    assert lines["ACT2"].more == ground_text(plan, "ACT2", EN)
    assert "→ Split, 10\N{NO-BREAK SPACE}Feb" in lines["ACT2"].more
    assert "→ Разделить, 10\N{NO-BREAK SPACE}фев" in ground_text(plan, "ACT2", RU)


def test_handoffs_and_goals_of_a_card_have_their_reason_too(plan: Engagement) -> None:
    handed = changed(plan, m.Handoff(id="H8", title="Card", activity_id="ACT2", from_person_id="PA"))
    lines = {line.id: line for line in person_trail(handed, "PA", EN)}
    assert lines["H8"].more == f"Client meetings: {ground_text(plan, 'ACT2', EN)}"
    goals = [line for line in person_trail(plan, "PB", EN) if line.place and line.place[0] == "goals"]
    assert goals and "90.8 → 93%" in goals[0].more


def test_without_a_decision_the_finding_is_the_reason(plan: Engagement) -> None:
    assert ground_text(without(plan, m.Decision), "ACT2", EN) == "Agreed, shared"


def test_what_is_put_off_is_no_reason_yet(plan: Engagement) -> None:
    later = changed(plan, m.Decision(id="D9", activity_id="ACT2", type=m.DecisionType.DEFER))
    assert ground_text(later, "ACT2", EN) == "Agreed, shared"


@pytest.mark.parametrize(
    ("row", "subject"),
    [("ACT2", "ACT2"), ("PA", "PA"), ("H9", "ACT2"), ("D9", "ACT2"), ("X9", "ACT2"), ("T9", "ACT2")],
)
def test_every_record_leads_back(row: str, subject: str, plan: Engagement) -> None:
    found = subject_of(plan, row)
    assert found is not None and found.id == subject


@pytest.mark.parametrize("row", [None, "", "X1", "no such row"])
def test_what_is_about_no_activity_leads_nowhere(row: str | None, plan: Engagement) -> None:
    assert subject_of(plan, row) is None


def test_only_what_must_be_decided_stands_on_paper(plan: Engagement) -> None:
    assert traces(plan) == ()
    answers = {"ACT1": m.Answer.WE, "ACT2": m.Answer.THEY}
    disputed = changed(plan, *(replace(claim, answer=answers[claim.activity_id]) for claim in plan.claims))
    assert [(each.activity.id, each.finding.primary) for each in traces(disputed)] == [
        ("ACT2", "SHIFTED"),
        ("ACT1", "CONTESTED"),
    ]
