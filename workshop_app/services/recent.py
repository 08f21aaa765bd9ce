"""The recent workshops with what is known of them since they were last closed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.services.preferences import RECENT_LIMIT, Preferences


@frozen
class Recent:
    """A workshop opened lately; ``done`` of ``steps`` steps had everything of their "done when".

    ``place`` is where the facilitator was: a step, or ``step.sub_step``.
    """

    path: Path
    title: str
    opened: date | None = None
    done: int = 0
    steps: int = 0
    place: str = ""


def recent_workshops(preferences: Preferences) -> tuple[Recent, ...]:
    """The list, the latest first; a workshop whose note can't be read is only named."""
    notes = _notes(preferences)
    return tuple(notes.get(text) or Recent(Path(text), Path(text).stem) for text in preferences.settings.recent)


def note_place(preferences: Preferences, path: Path, place: str) -> None:
    """Remember where the facilitator is."""
    known = next((recent for recent in recent_workshops(preferences) if recent.path == path), Recent(path, path.stem))
    note_progress(preferences, replace(known, place=place))


def note_progress(preferences: Preferences, recent: Recent) -> None:
    """Remember how a workshop stood when it was closed; an empty place leaves the one that is known."""
    notes = _notes(preferences)
    known = notes.pop(str(recent.path), None)
    if known is not None and not recent.place:
        recent = replace(recent, place=known.place)
    preferences.change(recent_notes=tuple(map(_written, (recent, *notes.values())))[:RECENT_LIMIT])


def _notes(preferences: Preferences) -> dict[str, Recent]:
    """The notes that can be read, by path, the latest first."""
    found: dict[str, Recent] = {}
    for text in preferences.settings.recent_notes:
        with suppress(ValueError, LookupError, TypeError):
            note = json.loads(text)
            opened = date.fromisoformat(note["opened"]) if note["opened"] else None
            path, title = Path(note["path"]), note["title"] or Path(note["path"]).stem
            done, steps, place = int(note["done"]), int(note["steps"]), str(note.get("place") or "")
            found.setdefault(note["path"], Recent(path, str(title), opened, done, steps, place))
    return found


def _written(recent: Recent) -> str:
    opened = recent.opened.isoformat() if recent.opened else None
    return json.dumps({**asdict(recent), "path": str(recent.path), "opened": opened})
