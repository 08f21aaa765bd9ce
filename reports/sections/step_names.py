"""What the steps are called on paper."""

from __future__ import annotations

from workshop_app.domain.schedule import PAUSES, Pause
from workshop_app.i18n import Words
from workshop_app.steps import STEPS

ORDER = (
    "prepare", "diagnosis", "audit", "goals", "roles", "cooperation", "training", "meetings", "rewards", "feedback",
    "plan", "followup",
)  # fmt: skip
"""The steps in order; their numbers are their places from 1."""


def step_number(step_id: str) -> int:
    """1 to 12; ValueError for no step."""
    return ORDER.index(step_id) + 1


def step_title(words: Words, step_id: str) -> str:
    """A step's or a pause's name."""
    known = {step.id: step.title for step in STEPS}
    if step_id in known:
        return words(known[step_id])
    if step_id in set(Pause):
        return words(PAUSES[Pause(step_id)])
    return words("Step {n}", n=step_number(step_id)) if step_id in ORDER else step_id
