"""Who has a workshop file open: a side file beside it, seen by every computer that shares the folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from workshop_app.storage.errors import FileBusy, ReadOnlyFile, explain
from workshop_app.storage.places import real_path
from workshop_app.storage.process import LockHeldBy, this_process, utc_now

__all__ = ["FileLock", "LockHeldBy", "acquire", "lock_path", "take_over"]

_ATTEMPTS = 5


class FileLock:
    """The lock of one document, held by this process until ``release``."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self._content = content

    @property
    def held(self) -> bool:
        """Whether nobody has taken it over."""
        try:
            return self.path.read_bytes() == self._content
        except OSError:
            return False

    def release(self) -> None:
        """Remove the side file, if it is still ours."""
        if self.held:
            with suppress(OSError):
                self.path.unlink()


def lock_path(document: Path) -> Path:
    """``.~Name.workshop.lock`` beside the document, behind links."""
    document = real_path(document)
    return document.with_name(f".~{document.name}.lock")


def acquire(document: Path, *, now: Callable[[], datetime] = utc_now) -> FileLock | LockHeldBy:
    """Lock a document, silently after a dead process of this computer; else tell who holds it.

    Raises ReadOnlyFile when the folder takes no files, FileMissing when there is no folder.
    """
    for _ in range(_ATTEMPTS):
        lock = _create(document, now)
        if lock:
            return lock
        content = _read(document)
        if content is None:
            continue
        holder = LockHeldBy.from_json(content)
        if not holder.is_gone:
            return holder
        _remove(document, content)
    raise FileBusy(document, "the lock changes hands all the time")


def take_over(document: Path, *, now: Callable[[], datetime] = utc_now) -> FileLock:
    """Lock a document that somebody else holds, because the person said so. FileBusy when it can't be done."""
    _remove(document, None)
    lock = _create(document, now)
    if lock is None:
        raise FileBusy(document, "locked again in between")
    return lock


def _create(document: Path, now: Callable[[], datetime]) -> FileLock | None:
    content = this_process(now()).to_json()
    path = lock_path(document)
    try:
        with path.open("xb", buffering=0) as file:
            file.write(content)
    except FileExistsError:
        return None
    except PermissionError as error:
        raise ReadOnlyFile(document, str(error)) from error
    except OSError as error:
        raise explain(document, error) or error from error
    return FileLock(path, content)


def _read(document: Path) -> bytes | None:
    """The side file's content; None when it has just been removed, empty when it can't be read."""
    try:
        return lock_path(document).read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def _remove(document: Path, expected: bytes | None) -> None:
    """Remove the side file that was read, and no other: another process may have put its own there meanwhile."""
    path = lock_path(document)
    aside = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileBusy(document, str(error)) from error
    try:
        if expected is not None and aside.read_bytes() != expected:
            os.link(aside, path)
    except OSError as error:
        raise FileBusy(document, str(error)) from error
    finally:
        aside.unlink(missing_ok=True)
