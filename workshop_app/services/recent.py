"""The recent workshops with what is known of them since they were last closed."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.services.preferences import Preferences


@frozen
class Recent:
    """A workshop opened lately; ``done`` of ``steps`` steps had everything of their "done when"."""

    path: Path
    title: str
    opened: date | None = None
    done: int = 0
    steps: int = 0


def recent_workshops(preferences: Preferences) -> tuple[Recent, ...]:
    """The list, the latest first."""
    notes = {}
    for text in preferences.settings.recent_notes:
        with suppress(ValueError, KeyError, TypeError):
            note = json.loads(text)
            notes[str(note["path"])] = note
    found = []
    for text in preferences.settings.recent:
        note = notes.get(text, {})
        opened = None
        with suppress(ValueError, TypeError):
            opened = date.fromisoformat(str(note.get("opened")))
        title = str(note.get("title") or Path(text).stem)
        found.append(Recent(Path(text), title, opened, int(note.get("done", 0)), int(note.get("steps", 0))))
    return tuple(found)


def note_progress(preferences: Preferences, recent: Recent) -> None:
    """Remember how a workshop stood when it was closed."""
    note = {
        "path": str(recent.path),
        "title": recent.title,
        "opened": recent.opened.isoformat() if recent.opened else None,
        "done": recent.done,
        "steps": recent.steps,
    }
    kept = [text for text in preferences.settings.recent_notes if f'"path": {json.dumps(note["path"])}' not in text]
    preferences.change(recent_notes=(json.dumps(note), *kept)[:12])
