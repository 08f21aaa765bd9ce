"""Backups of one document: in the person's data folder and in a second one, thinned with age, restored as new files."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from os import utime
from pathlib import Path
from typing import Protocol

from workshop_app.domain.frozen import frozen
from workshop_app.storage.errors import DocumentError, explained_with_system
from workshop_app.storage.places import data_folder as person_folder
from workshop_app.storage.places import key_of
from workshop_app.storage.process import utc_now

_NAME = r"(\d{8}T\d{12}Z)-([a-z]+)\.workshop"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_FEWEST = 3


class Reason(StrEnum):
    """When a backup was made."""

    OPEN = "open"
    IMPORT = "import"
    UPDATE = "update"
    TIMED = "timed"


class Copyable(Protocol):
    """An open document, as far as backups need it."""

    @property
    def path(self) -> Path: ...

    def copy_to(self, path: Path, *, replace: bool = False) -> None: ...


@frozen
class Backup:
    """One whole copy; ``made_at`` in UTC, ``size`` in bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int


@frozen
class Made:
    """A backup just made, and what kept the second folder from getting it."""

    backup: Backup
    second_problem: DocumentError | None


class Backups:
    """The backups of one document. ``largest`` is the room in bytes that they may take in one folder."""

    def __init__(
        self,
        document: Path,
        *,
        data_folder: Path | None = None,
        second_folder: Path | None = None,
        now: Callable[[], datetime] = utc_now,
        largest: int = 2 * 1024**3,
    ) -> None:
        self.folder = (data_folder or person_folder()) / "backups" / key_of(document)
        self.second_folder = second_folder / key_of(document) if second_folder else None
        self._now = now
        self._largest = largest

    def all(self) -> tuple[Backup, ...]:
        """Every backup of both folders, the newest first."""
        found = {backup.path.name: backup for folder in self._folders() for backup in _in_folder(folder)}
        return tuple(sorted(found.values(), key=lambda backup: backup.made_at, reverse=True))

    def make(self, source: Copyable, reason: Reason) -> Made:
        """Back up the document as it is now; DocumentError when the first folder does not take it."""
        name = f"{self._now().astimezone(UTC).strftime(_STAMP)}-{reason.value}.workshop"
        backup = self._make_in(self.folder, name, source)
        problem = None
        if self.second_folder:
            try:
                self._make_in(self.second_folder, name, source)
            except DocumentError as error:
                problem = error
        return Made(backup, problem)

    def make_if_changed(self, source: Copyable, reason: Reason = Reason.TIMED) -> Made | None:
        """Back up the document when it has been changed since its newest backup."""
        newest = max(_in_folder(self.folder), key=lambda backup: backup.made_at, default=None)
        if newest and newest.path.stat().st_mtime_ns == _changed_at(source.path):
            return None
        return self.make(source, reason)

    def folder_of(self, problem: DocumentError) -> Path | None:
        """The folder for all documents' backups in which a backup failed; None when the document itself is to blame."""
        return problem.path.parent.parent if problem.path.parent in self._folders() else None

    def _folders(self) -> tuple[Path, ...]:
        return tuple(folder for folder in (self.second_folder, self.folder) if folder)

    def _make_in(self, folder: Path, name: str, source: Copyable) -> Backup:
        path = folder / name
        with explained_with_system(path):
            folder.mkdir(parents=True, exist_ok=True)
            source.copy_to(path)
            changed_at = _changed_at(source.path)
            if changed_at:
                utime(path, ns=(changed_at, changed_at))
            for old in superseded(_in_folder(folder), self._now(), self._largest):
                with suppress(OSError):
                    old.path.unlink()
            return _backup(path)


def list_backups(
    document: Path, *, data_folder: Path | None = None, second_folder: Path | None = None
) -> tuple[Backup, ...]:
    """Every backup of a document, the newest first; the document itself may be gone."""
    return Backups(document, data_folder=data_folder, second_folder=second_folder).all()


def superseded(backups: Sequence[Backup], now: datetime, largest: int) -> list[Backup]:
    """What may go: all of the last day stay, then one a day for a week, one a week for eight weeks, one a month.

    Over ``largest`` bytes the last day keeps one an hour, and then the oldest go. The newest three always stay.
    """
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    crowded = sum(backup.size for backup in newest_first) > largest
    kept: dict[str, Backup] = {}
    for backup in newest_first:
        kept.setdefault(_period(backup.made_at, now - backup.made_at, crowded=crowded), backup)
    wanted = {*newest_first[:_FEWEST], *kept.values()}
    stay = [backup for backup in newest_first if backup in wanted]
    while len(stay) > _FEWEST and sum(backup.size for backup in stay) > largest:
        stay.pop()
    wanted.intersection_update(stay)
    return [backup for backup in newest_first if backup not in wanted]


def _period(made_at: datetime, age: timedelta, *, crowded: bool) -> str:
    """The span of time that keeps only its newest backup."""
    if age < timedelta(hours=1) or (age < timedelta(days=1) and not crowded):
        return made_at.isoformat()
    if age < timedelta(days=1):
        return f"{made_at:%Y-%m-%d %H h}"
    if age < timedelta(weeks=1):
        return f"{made_at:%Y-%m-%d}"
    if age < timedelta(weeks=8):
        return f"{made_at:%G-W%V}"
    return f"{made_at:%Y-%m}"


def _in_folder(folder: Path) -> list[Backup]:
    try:
        return [_backup(path) for path in folder.iterdir() if re.fullmatch(_NAME, path.name)]
    except OSError:
        return []


def _backup(path: Path) -> Backup:
    stamp, reason = path.name.split(".")[0].split("-")
    made_at = datetime.fromisoformat(f"{stamp[:15]}.{stamp[15:21]}+00:00")
    return Backup(path, made_at, reason, path.stat().st_size)


def _changed_at(path: Path) -> int:
    """When the document was last written, in nanoseconds; 0 when it is gone."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
