"""What the facilitator says, asks and watches for: texts of ``resources/guide/<language>/<step>.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from resources import FOLDER
from workshop_app.domain.frozen import frozen


@frozen
class Guide:
    """What the facilitator says, asks and watches for in a step or sub-step, in order."""

    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()


def guide(language: str, step: str, sub_step: str | None = None) -> Guide:
    """The guide of a step; what a sub-step says of its own replaces the step's part by part."""
    found = _texts(language, step)
    own: dict[str, Any] = found.get("sub_steps", {}).get(sub_step or "", {})
    return Guide(*(tuple(own.get(part) or found.get(part, ())) for part in ("say", "ask", "traps")))


@cache
def _texts(language: str, step: str) -> dict[str, Any]:
    file = FOLDER / "guide" / language / f"{step}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
