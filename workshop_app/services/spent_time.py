"""The seconds spent on each step, day by day: the facilitator's own note beside his settings, in no workshop."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

from workshop_app.domain.engagement import Engagement
from workshop_app.storage.places import data_folder, keep_note, key_of

Seconds = Mapping[str, float]
"""By step, or by a part of it (``step/part``)."""


def session_days(engagement: Engagement) -> frozenset[str]:
    """The days of the session as they are written: minutes of other days were a rehearsal."""
    session = engagement.session
    return frozenset((*session.dates, *((session.date.isoformat(),) if session.date else ())))


LENGTHENED = " lengthened"
"""After a day: the note beside the one of its seconds."""


class SpentTime:
    """What the clock counted while a workshop was open, in the person's data folder.

    A file that was renamed, moved or copied is known by its ``birth`` (``WorkshopFile.birth``) and goes on from the
    latest note of its former name; another file in the same place does not.
    """

    def __init__(self, document: Path, folder: Path | None = None, *, birth: str = "") -> None:
        self._folder = (folder or data_folder()) / "clock"
        self._mark = f".{sha256(birth.encode()).hexdigest()[:10]}" if birth else ""
        self._path = self._folder / f"{key_of(document)}{self._mark}.json"

    def days(self) -> dict[str, dict[str, float]]:
        """Seconds by step by day; nothing where no note can be read."""
        with suppress(OSError, ValueError, TypeError, AttributeError):
            found = json.loads(self._latest().read_text(encoding="utf-8"))
            return {str(day): {str(k): float(v) for k, v in steps.items()} for day, steps in found.items()}
        return {}

    def _latest(self) -> Path:
        """The note of this file, else the latest one of its former names."""
        if self._path.exists() or not self._mark:
            return self._path
        notes = self._folder.glob(f"*{self._mark}.json")
        return max(notes, key=lambda note: note.stat().st_mtime_ns, default=self._path)

    def keep(self, day: date, spent: Seconds, lengthened: Seconds | None = None) -> None:
        """Write a day down in place of what was written of it; a folder that can't be written is no error.

        ``lengthened``: by how many seconds a step was made longer (or shorter) than it was planned.
        """
        days = {**self.days(), day.isoformat(): {step: round(seconds, 1) for step, seconds in spent.items()}}
        if lengthened is not None:
            days[day.isoformat() + LENGTHENED] = dict(lengthened)
        keep_note(self._path, json.dumps(days))
