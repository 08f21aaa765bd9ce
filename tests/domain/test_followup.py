"""What has changed by day 30, 60, 90, and which decisions live (METHOD S12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tests.domain.sound_cooperation import sound_cooperation
from tests.domain.sound_plan import SESSION, action, changed, claim, decision, edited, without
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import by_priority
from workshop_app.domain.followup import (
    OUTCOMES,
    Outcome,
    action_counts,
    changes,
    day_number,
    indicator_changes,
    looks_back_to,
    moved,
    overdue,
    reanswers,
    still_open,
    timeline,
    upcoming,
)
from workshop_app.domain.model import ActionStatus

SOUND = sound_cooperation()
DAY_30 = date(2026, 3, 12)
DAY_60 = date(2026, 4, 13)


def after(days: int) -> date:
    return SESSION + timedelta(days=days)


def test_timeline_shows_what_was_held_and_how_late() -> None:
    held = edited(SOUND, m.FollowUp, "60", held_on=DAY_60 + timedelta(days=2))
    points = timeline(without(held, m.FollowUp, "90"))
    assert [(point.day, point.date, point.late) for point in points] == [
        (0, SESSION, 0),
        (30, DAY_30, None),
        (60, DAY_60, 2),
        (90, None, None),
    ]


def test_day_number_counts_from_the_session() -> None:
    assert day_number(SOUND, after(69)) == 69
    assert day_number(SOUND, after(-1)) is None
    assert day_number(edited(SOUND, m.Session, "session", date=None), after(1)) is None


def test_follow_up_looks_back_to_the_one_held_before_it() -> None:
    assert looks_back_to(SOUND, 60) == SESSION
    held = edited(SOUND, m.FollowUp, "30", held_on=after(31))
    assert looks_back_to(held, 60) == after(31) and looks_back_to(held, 30) == SESSION


def plan_of_actions() -> Engagement:
    return changed(
        without(SOUND, m.Action),
        action("X1", due=after(10), status=ActionStatus.DONE, done_on=after(12)),
        action("X2", due=after(20)),
        action("X3", due=after(12), status=ActionStatus.IN_PROGRESS),
        action("X4", due=after(40), moves=1, original_due=after(20)),
        action("X5", due=after(30), moves=2),
        action("X6", due=after(5), moves=3, status=ActionStatus.CANCELLED),
        action("X7", due=None),
    )


def test_actions_are_counted_and_the_latest_stand_first() -> None:
    plan, today = plan_of_actions(), after(30)
    counts = action_counts(plan, today)
    assert (counts.done, counts.in_progress, counts.open, counts.cancelled) == (1, 1, 4, 1)
    assert (counts.overdue, counts.moved, counts.planned) == (2, 2, 6)
    assert [late.id for late in overdue(plan, today)] == ["X3", "X2"]
    assert [near.id for near in upcoming(plan, today)] == ["X5", "X4"]
    assert [late.id for late in moved(plan)] == ["X5", "X4"]


def test_indicator_moves_from_the_value_that_held_then() -> None:
    point = m.IndicatorPoint(id="I1/2", indicator_id="I1", date=after(28), value=Decimal("90.5"))
    plan = changed(SOUND, point)
    (change,) = indicator_changes(plan, SESSION, after(30))
    assert (change.before, change.after, change.is_better) == (91, Decimal("90.5"), False)
    assert indicator_changes(plan, after(28), after(30)) == ()
    (first,) = indicator_changes(plan, after(-30), SESSION)
    assert (first.before, first.after, first.is_better) == (90, 91, True), "measured first after the day: from baseline"


def test_less_is_better_when_the_indicator_says_so() -> None:
    point = m.IndicatorPoint(id="I1/2", indicator_id="I1", date=after(28), value=Decimal(80))
    plan = edited(changed(SOUND, point), m.Indicator, "I1", direction=m.Direction.DOWN)
    assert indicator_changes(plan, SESSION, after(30))[0].is_better


def test_changes_are_those_after_the_day_and_up_to_the_day() -> None:
    plan = changed(
        plan_of_actions(),
        decision("stop", decided_on=after(12)),
        m.Suggestion(id="S2", reply_date=after(12)),
        m.Suggestion(id="S3", reply_date=after(10)),
        m.Training(id="T1", title="Visit", date=after(20), status=m.TrainingStatus.DONE),
        m.Training(id="T2", title="Visit", date=after(20)),
        m.RoleCard(id="PB", person_id="PB", acknowledged_on=after(21)),
    )
    found = changes(plan, after(10), after(20))
    assert [row.id for row in found.done] == ["X1"]
    assert [row.id for row in found.decided] == ["D1"]
    assert [row.id for row in found.answered] == ["S2"]
    assert [row.id for row in found.trained] == ["T1"]
    assert found.confirmed_cards == found.improved == found.worsened == ()
    assert changes(plan, after(9), after(10)).confirmed_cards == ("PA",)
    assert changes(plan, after(20), after(21)).confirmed_cards == ("PB",)


OVERLAP = edited(SOUND, m.Activity, "ACT2", existing_rule=None)
DECIDED = changed(OVERLAP, decision("assign", owner_department_id="A"))


def outcomes(engagement: Engagement) -> dict[str, Outcome]:
    return {found.activity_id: found.outcome for found in reanswers(engagement)}


def test_second_answers_verify_a_decision_that_lives() -> None:
    again = changed(DECIDED, claim("ACT2", "A", "we", 2), claim("ACT2", "B", "they", 2))
    assert outcomes(again)["ACT2"] is Outcome.VERIFIED


def test_second_answers_that_differ_leave_the_finding_open() -> None:
    again = changed(DECIDED, claim("ACT2", "A", "we", 2), claim("ACT2", "B", "we", 2))
    assert outcomes(again)["ACT2"] is Outcome.STILL_OPEN


def test_agreement_without_a_complete_decision_is_not_verified() -> None:
    again = changed(OVERLAP, claim("ACT2", "A", "we", 2), claim("ACT2", "B", "they", 2))
    assert outcomes(again)["ACT2"] is Outcome.AGREED


def test_what_was_agreed_from_the_beginning_needs_no_decision() -> None:
    agreed = next(found.activity_id for found in reanswers(SOUND) if not found.before.must_be_decided)
    given = [claim for claim in SOUND.claims if claim.activity_id == agreed]
    again = changed(SOUND, *(replace(row, id=f"{row.id}/2", wave=2) for row in given))
    assert outcomes(again)[agreed] is Outcome.STILL_AGREED


def test_stopped_activity_lives_when_nobody_does_it() -> None:
    stopped = changed(OVERLAP, decision("stop"))
    again = changed(stopped, claim("ACT2", "A", "nobody", 2), claim("ACT2", "B", "nobody", 2))
    assert outcomes(again)["ACT2"] is Outcome.VERIFIED


def test_one_department_s_answer_is_not_an_answer_yet() -> None:
    again = changed(DECIDED, claim("ACT2", "A", "we", 2))
    (found, _other) = reanswers(again)
    assert found.outcome is Outcome.NOT_ANSWERED and found.after is None


def test_ten_activities_of_the_highest_priority_are_answered_again() -> None:
    many = [m.Activity(id=f"N{number}", title="Work", rank=number + 10) for number in range(12)]
    plan = changed(OVERLAP, *many)
    highest = [finding.activity_id for finding in by_priority(plan)]
    assert [found.activity_id for found in reanswers(plan)] == highest[:10]


def test_findings_that_need_a_decision_stay_open_until_it_is_complete() -> None:
    assert still_open(OVERLAP) == ("ACT2",)
    assert still_open(DECIDED) == () and still_open(SOUND) == ()
    assert still_open(changed(OVERLAP, decision("split"))) == ("ACT2",), "a rule is missing"


def test_every_outcome_has_its_words() -> None:
    assert set(OUTCOMES) == set(Outcome)
