"""The client's way, handoffs that decisions ask for, projects (METHOD S6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.domain.sound_cooperation import sound_cooperation
from tests.domain.sound_plan import changed, claim, decision, edited, function, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.cooperation import (
    ClientWay,
    Progress,
    client_way,
    is_too_long,
    joint_without_handoff,
    progress,
    suggested_handoffs,
    team_size,
)
from workshop_app.domain.engagement import Engagement

SOUND = sound_cooperation()


def way(*handoffs: m.Handoff, departments: str = "AB", activities: tuple[tuple[str, str], ...] = ()) -> ClientWay:
    """The way of these handoffs; ``activities`` are id and group in order."""
    rows: list[m.Row] = [m.Department(id=name, name=name, rank=place) for place, name in enumerate(departments)]
    rows += [
        m.Activity(id=name, title=f"Title {name}", group=group, rank=place)
        for place, (name, group) in enumerate(activities)
    ]
    return client_way(Engagement.of([*rows, *handoffs]))


def handoff(name: str, hands: str, activity: str | None = None, hours: int | None = 8, **fields: Any) -> m.Handoff:
    return m.Handoff(
        id=name,
        title=f"Handoff {name}",
        from_department_id=hands[0],
        to_department_id=hands[1],
        activity_id=activity,
        trigger=f"Event {name}",
        response_hours=None if hours is None else Decimal(hours),
        rank=int(name[1:]),
        **fields,
    )


def drawn(found: ClientWay) -> str:
    """Departments with the handoffs between them: ``B H1 A``; ``?`` = nobody described it, ``!`` = the longest wait."""
    text = found.stages[0].department_id if found.stages else ""
    for crossing in found.crossings:
        mark = (crossing.handoff_id or "?") + ("!" if crossing.is_longest else "")
        text += f" {mark} {found.stages[crossing.number + 1].department_id}"
    return text


def test_way_goes_from_hand_to_hand() -> None:
    found = way(handoff("H1", "BA"), handoff("H2", "AB", hours=24), handoff("H3", "BA"))
    assert drawn(found) == "B H1 A H2! B H3 A"
    assert [stage.title for stage in found.stages] == ["Event H1", "Handoff H1", "Handoff H2", "Handoff H3"]


def test_way_follows_the_activities_group_by_group() -> None:
    activities = (("ACT1", "find"), ("ACT2", "sell"), ("ACT3", "find"))
    found = way(
        handoff("H1", "BA", "ACT2"), handoff("H2", "AB", "ACT3"), handoff("H3", "BA", "ACT1"), activities=activities
    )
    assert drawn(found) == "B H3! A H2! B H1! A"
    assert [stage.title for stage in found.stages][1:] == ["Title ACT1", "Title ACT3", "Title ACT2"]


def test_way_takes_the_next_handoff_that_the_department_gives() -> None:
    assert drawn(way(handoff("H1", "AB"), handoff("H2", "AB"), handoff("H3", "BA"))) == "A H1! B H3! A H2! B"


def test_crossing_that_nobody_described_is_marked() -> None:
    found = way(handoff("H1", "AB", hours=None), handoff("H2", "AB", hours=None))
    assert drawn(found) == "A H1 B ? A H2 B"
    assert found.stages[2].title == "Event H2"


def test_way_with_three_departments() -> None:
    found = way(handoff("H1", "AB"), handoff("H2", "CA"), handoff("H3", "BC"), departments="ABC")
    assert drawn(found) == "A H1! B H3! C H2! A"


def test_handoff_without_two_departments_is_no_part_of_the_way() -> None:
    assert drawn(way(handoff("H1", "AA"), handoff("H2", "AX"))) == ""


def suggested(engagement: Engagement) -> list[tuple[str, str, str, str]]:
    return [
        (found.activity_id, found.from_department_id, found.to_department_id, found.because.value)
        for found in suggested_handoffs(engagement)
    ]


def test_joint_decision_asks_for_a_handoff_to_its_owner() -> None:
    joint = changed(SOUND, decision("joint", owner_department_id="A"))
    assert suggested(joint) == [("ACT2", "B", "A", "joint")]
    assert [found.activity_id for found in joint_without_handoff(joint)] == ["ACT2"]
    assert suggested_handoffs(joint)[0].title == "Client meetings"


def test_joint_decision_without_an_owner_goes_from_the_first_performer() -> None:
    assert suggested(changed(SOUND, decision("joint"))) == [("ACT2", "A", "B", "joint")]


def test_joint_decision_on_work_that_one_does_today_concerns_everybody() -> None:
    assert suggested(changed(SOUND, decision("joint", activity="ACT1"))) == [("ACT1", "A", "B", "joint")]


def test_assignment_asks_whoever_lets_go() -> None:
    assert suggested(changed(SOUND, decision("assign", owner_department_id="B"))) == [("ACT2", "A", "B", "assign")]
    kept = changed(SOUND, decision("assign", activity="ACT1", owner_department_id="A"))
    assert suggested(kept) == [], "nobody else does it"


@pytest.mark.parametrize("kind", ["split", "stop", "defer"])
def test_other_decisions_ask_for_none(kind: str) -> None:
    assert suggested(changed(SOUND, decision(kind))) == []


def test_described_handoff_is_not_suggested_again() -> None:
    joint = changed(SOUND, decision("joint"))
    described = edited(joint, m.Handoff, "H1", activity_id="ACT2")
    assert suggested(described) == [] and joint_without_handoff(described) == ()


def test_joint_stands_before_assigned_and_the_urgent_first() -> None:
    plan = changed(
        sound_plan(),
        m.Activity(id="ACT3", title="Complaints", same_object=m.SameObject.YES, key=True, rank=3),
        function("F4", "PA", "ACT3", "5"),
        function("F5", "PB", "ACT3", "5"),
        *(claim("ACT3", name, "we") for name in "AB"),
        decision("assign", "ACT2", "D2", owner_department_id="A"),
        decision("assign", "ACT3", "D3", owner_department_id="A"),
        decision("joint", "ACT1", "D1"),
    )
    assert [found[0] for found in suggested(plan)] == ["ACT1", "ACT3", "ACT2"]


def test_project_may_take_ninety_days() -> None:
    def lasting(days: int) -> m.Project:
        return m.Project(id="PR1", start=date(2026, 1, 1), end=date.fromordinal(date(2026, 1, 1).toordinal() + days))

    assert not is_too_long(lasting(90)) and is_too_long(lasting(91))
    assert not is_too_long(m.Project(id="PR1", start=date(2026, 1, 1)))


def test_progress_counts_stages_that_were_not_cancelled() -> None:
    stages = [
        m.ProjectStage(id=f"PR1/{place}", project_id="PR1", status=status) for place, status in enumerate(m.StageStatus)
    ]
    plan = changed(SOUND, *stages)
    assert progress(plan, plan.projects[0]) == Progress(done=1, stages=3)


def test_unknown_members_count_in_the_size_of_a_team() -> None:
    stranger = m.UnresolvedReference(id="U1", object_table="projects", object_id="PR1", field="team", text="P77")
    plan = changed(SOUND, stranger)
    assert team_size(plan, plan.projects[0]) == 3
