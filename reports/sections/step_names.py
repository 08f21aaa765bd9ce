"""What the steps are called on paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.schedule import PAUSES, Pause
from workshop_app.i18n import Words
from workshop_app.steps import STEPS

_NUMBERS: Mapping[str, int] = MappingProxyType({step.id: number for number, step in enumerate(STEPS, start=1)})


def step_number(step_id: str) -> int | None:
    """The step's place in the workshop from 1 on; None for a line of the agenda that is no step."""
    return _NUMBERS.get(step_id)


def step_title(words: Words, step_id: str) -> str:
    """A step's or a pause's name; any other line of the agenda as it is written."""
    if step_id in set(Pause):
        return words(PAUSES[Pause(step_id)])
    return next((words(step.title) for step in STEPS if step.id == step_id), step_id)
