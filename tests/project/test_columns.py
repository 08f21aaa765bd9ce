"""A step is a whole column: no part of it may be missing."""

from __future__ import annotations

import pytest

from reports.sections import SECTIONS
from ui.audience.scenes import SCENES
from ui.steps import PAGES
from workshop_app.exchange.engagement_json.values import STEP_IDS
from workshop_app.services.guide import guide
from workshop_app.steps import STEPS
from workshop_app.steps.step import Step


def test_the_steps_stand_in_the_order_of_the_method() -> None:
    assert tuple(step.id for step in STEPS) == STEP_IDS
    assert [step.code for step in STEPS] == [f"S{number}" for number in range(1, len(STEPS) + 1)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_every_floor_has_the_step(step: Step) -> None:
    assert step.id in PAGES
    assert step.id in SCENES
    assert step.id in SECTIONS


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_the_guide_says_asks_and_warns(step: Step, language: str) -> None:
    found = guide(language, step.id)
    assert found.say and found.ask and found.traps


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_sub_steps_have_scenes_or_share_one(step: Step) -> None:
    scenes = {scene.id for scene in SCENES[step.id]()}
    assert scenes
    assert all(scene.partition(".")[0] == step.id for scene in scenes)
