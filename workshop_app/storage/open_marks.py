"""The notes that a document is open for writing: those whose program is gone tell what was not closed."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.storage.places import data_folder as person_folder
from workshop_app.storage.places import key_of, real_path
from workshop_app.storage.process import LockHeldBy, this_process, utc_now


@frozen
class OpenMark:
    """The note that a document is open for writing; ``clear`` it when the document has been closed well."""

    note: Path
    document: Path
    since: datetime | None

    def clear(self) -> None:
        """Forget the document: closed well, or the person has seen the notice."""
        with suppress(OSError):
            self.note.unlink(missing_ok=True)


def mark_open(document: Path, *, data_folder: Path | None = None, now: Callable[[], datetime] = utc_now) -> OpenMark:
    """Note that this process has opened a document for writing."""
    process = this_process(now())
    note = _notes(data_folder) / f"{key_of(document)}.json"
    content = {"document": str(real_path(document)), "process": json.loads(process.to_json())}
    from workshop_app.storage.errors import explained_with_system

    with explained_with_system(note):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(content), encoding="ascii")
    return OpenMark(note, document, process.since)


def not_closed(*, data_folder: Path | None = None) -> tuple[OpenMark, ...]:
    """The documents whose program ended without closing them, the latest first."""
    marks = []
    for note in _notes(data_folder).glob("*.json"):
        with suppress(OSError, ValueError, TypeError, KeyError):
            content = json.loads(note.read_text(encoding="utf-8"))
            process = LockHeldBy.from_json(json.dumps(content["process"]).encode())
            if process.is_gone:
                marks.append(OpenMark(note, Path(content["document"]), process.since))
    return tuple(sorted(marks, key=lambda mark: mark.since or datetime.min.replace(tzinfo=UTC), reverse=True))


def _notes(data_folder: Path | None) -> Path:
    return (data_folder or person_folder()) / "open"
