"""The twelve steps of the workshop in order. Add a step: its module, and one line in ``STEPS``."""

from __future__ import annotations

from workshop_app.steps import (
    audit,
    cooperation,
    diagnosis,
    feedback,
    followup,
    goals,
    meetings,
    plan,
    prepare,
    rewards,
    roles,
    training,
)
from workshop_app.steps.step import Step

STEPS: tuple[Step, ...] = (
    prepare.STEP,
    diagnosis.STEP,
    audit.STEP,
    goals.STEP,
    roles.STEP,
    cooperation.STEP,
    training.STEP,
    meetings.STEP,
    rewards.STEP,
    feedback.STEP,
    plan.STEP,
    followup.STEP,
)
"""Every step that the program leads through."""


def step_of(step_id: str) -> Step:
    """The step with this id; KeyError when there is none."""
    return next(step for step in STEPS if step.id == step_id)
