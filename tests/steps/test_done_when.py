"""When a step is done (METHOD B, "Done when"): what the plan checks alone do not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.domain.sound_plan import changed, decision, edited, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.steps import step_of
from workshop_app.steps.step import ViewContext

DEMO = Path(__file__).parents[2] / "resources" / "demo"
AS_OF = date(2026, 4, 20)
DECIDED = "Every finding is decided or put off to a date"
REASON = "No error of the plan is left open without a reason"
OWNS = "Every department owns an action"
GAPS = changed(
    edited(sound_plan(), m.Session, "session", format=m.SessionFormat.THREE_HOURS),
    *(m.Activity(id=f"GAP{n:02}", title=f"Nobody does {n}", rank=100 + n, key=n <= 10) for n in range(1, 12)),
)
"""Eleven activities that nobody does; the first ten have the highest priority."""


def is_done(step: str, item: str, engagement: Engagement) -> bool | None:
    found = {each.text.id: each.done for each in step_of(step).done_when(engagement, ViewContext(AS_OF))}
    return found[item]


def decided(kinds: list[str]) -> Engagement:
    return changed(GAPS, *(decision(kind, f"GAP{n:02}", f"E{n}") for n, kind in enumerate(kinds, 1) if kind))


@pytest.mark.parametrize(
    ("why", "kinds", "expected"),
    [
        ("the ten decided, the rest put off", ["stop"] * 10 + ["defer"], True),
        ("all decided", ["stop"] * 11, True),
        ("one of the ten put off", ["stop"] * 9 + ["defer", "defer"], False),
        ("the rest forgotten", ["stop"] * 10 + [""], False),
    ],
)
def test_three_hours_decide_ten_activities_and_put_the_others_off(why: str, kinds: list[str], expected: bool) -> None:
    assert is_done("audit", DECIDED, decided(kinds)) is expected


def test_a_whole_day_may_put_any_finding_off() -> None:
    put_off = decided(["defer"] * 11)
    assert is_done("audit", DECIDED, edited(put_off, m.Session, "session", format=m.SessionFormat.ONE_DAY))


def test_nothing_is_decided_before_anybody_has_answered() -> None:
    calm = changed(sound_plan(), *(decision("stop", a.id, f"E{a.id}") for a in sound_plan().activities))
    assert is_done("audit", DECIDED, calm)
    assert is_done("audit", DECIDED, without(calm, m.Claim)) is False


def test_a_plan_is_done_when_every_error_of_any_area_is_cured_or_has_its_reason() -> None:
    rows = read_engagement((DEMO / "engagement_en.json").read_text(encoding="utf-8")).rows
    overdue = Engagement.of(rows)
    reasons = [m.Waiver(id=name, rule="ACT-04", object_id=name, reason="waits for a client") for name in ("X08", "X12")]
    assert is_done("plan", REASON, overdue) is False
    assert is_done("plan", REASON, changed(overdue, reasons[0])) is False
    assert is_done("plan", REASON, changed(overdue, *reasons))


def test_a_plan_stays_done_when_its_actions_are() -> None:
    actions = [replace(action, status=m.ActionStatus.DONE) for action in sound_plan().actions]
    assert is_done("plan", OWNS, changed(sound_plan(), *actions))
    cancelled = [replace(action, status=m.ActionStatus.CANCELLED) for action in actions]
    assert is_done("plan", OWNS, changed(sound_plan(), *cancelled)) is False
