"""The room's scenes: one line a step; a scene's module is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.audience.scene import Scene
    from workshop_app.i18n import Words

SceneMaker = Callable[[], "tuple[Scene, ...]"]


def _shared() -> tuple[Scene, ...]:
    from ui.audience.scenes.changes import CHANGES
    from ui.audience.scenes.countdown import COUNTDOWN
    from ui.audience.scenes.decided import DECIDED
    from ui.audience.scenes.shared import BLANK, QUESTION
    from ui.audience.scenes.thanks import THANKS
    from ui.audience.scenes.vote import VOTE

    return (BLANK, QUESTION, COUNTDOWN, DECIDED, CHANGES, VOTE, THANKS)


def _prepare() -> tuple[Scene, ...]:
    from ui.audience.scenes.prepare import SCENES as MADE

    return MADE


def _diagnosis() -> tuple[Scene, ...]:
    from ui.audience.scenes.diagnosis import SCENES as MADE

    return MADE


def _audit() -> tuple[Scene, ...]:
    from ui.audience.scenes.audit import SCENES as MADE

    return MADE


def _goals() -> tuple[Scene, ...]:
    from ui.audience.scenes.goals import SCENES as MADE

    return MADE


def _roles() -> tuple[Scene, ...]:
    from ui.audience.scenes.roles import SCENES as MADE

    return MADE


def _plan() -> tuple[Scene, ...]:
    from ui.audience.scenes.plan import SCENES as MADE

    return MADE


def _followup() -> tuple[Scene, ...]:
    from ui.audience.scenes.followup import SCENES as MADE

    return MADE


def _rewards() -> tuple[Scene, ...]:
    from ui.audience.scenes.rewards import SCENES as MADE

    return MADE


def _feedback() -> tuple[Scene, ...]:
    from ui.audience.scenes.feedback import SCENES as MADE

    return MADE


def _cooperation() -> tuple[Scene, ...]:
    from ui.audience.scenes.cooperation import SCENES as MADE

    return MADE


def _training() -> tuple[Scene, ...]:
    from ui.audience.scenes.training import SCENES as MADE

    return MADE


def _meetings() -> tuple[Scene, ...]:
    from ui.audience.scenes.meetings import SCENES as MADE

    return MADE


SCENES: Mapping[str, SceneMaker] = MappingProxyType(
    {
        "shared": _shared,
        "prepare": _prepare,
        "diagnosis": _diagnosis,
        "audit": _audit,
        "goals": _goals,
        "roles": _roles,
        "cooperation": _cooperation,
        "training": _training,
        "meetings": _meetings,
        "rewards": _rewards,
        "feedback": _feedback,
        "plan": _plan,
        "followup": _followup,
    }
)
"""Step id (or ``shared``) → its scenes. Add a step: one function above, one line here."""


def scene_of(scene_id: str) -> Scene | None:
    """The scene with this id, looked up in its step's module; a step's first scene where the sub-step has none."""
    step = scene_id.partition(".")[0]
    maker = SCENES.get(step) or SCENES.get("shared")
    scenes = maker() if maker else ()
    return next((scene for scene in scenes if scene.id == scene_id), scenes[0] if scenes else None)


def scene_name(scene_id: str, words: Words) -> str:
    """What the facilitator's window calls the scene."""
    scene = scene_of(scene_id)
    return words(scene.name) if scene else "—"
