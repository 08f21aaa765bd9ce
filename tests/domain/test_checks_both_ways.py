"""All 99 checks of the method: each fires, each is silent on a sound plan, none speaks of a step that is off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain import (
    test_checks_audit,
    test_checks_b_cooperation,
    test_checks_b_feedback,
    test_checks_b_rewards,
    test_checks_direction,
    test_checks_plan,
    test_checks_raci,
)
from tests.domain.sound_cooperation import sound_cooperation
from tests.domain.sound_plan import AS_OF, SESSION, cell, changed, claim, objects, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS, Check
from workshop_app.domain.engagement import Engagement

TABLES = (
    test_checks_audit.CASES,
    test_checks_raci.CASES,
    test_checks_direction.CASES,
    test_checks_b_cooperation.CASES,
    test_checks_b_rewards.CASES,
    test_checks_b_feedback.CASES,
    test_checks_plan.CASES,
)
SOUND = (sound_plan(), sound_cooperation())


def many_rows() -> Engagement:
    """One person accountable for ten activities of ten."""
    rows = [m.Activity(id=f"N{n}", title=f"Work {n}", rank=100 + n) for n in range(10)]
    cells = [cell(row.id, "PA", "AR") for row in rows]
    return changed(sound_plan(), *rows, *(m.RaciRow(id=row.id, activity_id=row.id) for row in rows), *cells)


def unknown_work() -> Engagement:
    """A department that does not know the answer for most activities."""
    rows = [m.Activity(id=f"N{n}", title=f"Work {n}", rank=100 + n) for n in range(10)]
    return changed(sound_plan(), *rows, *(claim(row.id, "B", "unknown") for row in rows))


LATER = SESSION + timedelta(days=100)
ELSEWHERE: dict[str, tuple[Engagement, date]] = {
    "AUD-11": (unknown_work(), AS_OF),
    "RACI-09": (many_rows(), AS_OF),
    "ROL-02": (sound_plan(), LATER),
    "GOAL-11": (changed(sound_plan(), *(m.Goal(id=f"Q{n}", title=f"Goal {n}") for n in range(6))), AS_OF),
    "SRV-02": (sound_cooperation(), LATER),
}
"""Checks whose cases stand in tests of their own: a plan and a day on which each fires."""


def firing(check: Check) -> tuple[Engagement, date]:
    """A plan and a day on which a check fires; StopIteration when no test has one."""
    if check.id in ELSEWHERE:
        return ELSEWHERE[check.id]
    return next((plan, AS_OF) for cases in TABLES for rule, _why, plan, found in cases if rule == check.id and found)


def test_there_are_ninety_nine() -> None:
    assert len(CHECKS) == 99


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_it_fires(check: Check) -> None:
    plan, day = firing(check)
    assert objects(plan, check.id, day)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_it_is_silent_on_a_sound_plan(check: Check) -> None:
    assert [] in [objects(plan, check.id) for plan in SOUND]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_it_says_nothing_when_its_step_is_switched_off(check: Check) -> None:
    plan, day = firing(check)
    assert objects(changed(plan, replace(plan.settings, steps_off=(check.step,))), check.id, day) == []
