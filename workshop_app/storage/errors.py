"""What can go wrong with a workshop file, in words that say what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from workshop_app.domain.message import N_, Message, ProblemError


class DocumentError(ProblemError):
    """A problem with the workshop file ``path``; ``detail`` is technical, for the log only."""

    text: ClassVar[str] = N_("“{name}” could not be used. Try again, or open a backup.")

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(Message(self.text, {"name": path.name or str(path)}))
        self.path = path
        self.detail = detail


class NotAWorkshopFile(DocumentError):
    """Another kind of file, an empty file, a folder."""

    text = N_("“{name}” is not a workshop file. Choose a file that this program made.")


class NewerVersion(DocumentError):
    """The file's version is above the newest this program knows."""

    text = N_("“{name}” was made by a newer version of this program. Update the program, then open the file again.")


class DamagedFile(DocumentError):
    """SQLite or the content checks found damage."""

    text = N_("“{name}” is damaged. It was left as it is; restore a backup from the start screen.")


class UnsafeFile(DocumentError):
    """A trigger, view, virtual table or foreign schema inside the file."""

    text = N_("“{name}” contains parts that a workshop file never has, so it was not opened. Ask who sent it to you.")


class ReadOnlyFile(DocumentError):
    """The file or its folder does not take changes."""

    text = N_("“{name}” can be read but not changed here. Save a copy in a folder where you may write.")


class UnfinishedReadOnly(ReadOnlyFile):
    """The last change was cut off and can't be taken back without writing."""

    text = N_(
        "The last change to “{name}” was cut off and can't be taken back here. "
        "Copy the file and “{name}-journal” to a folder where you may write."
    )


class FileMissing(DocumentError):
    """Nothing at this path when opening."""

    text = N_("There is no “{name}” in this place. It may have been moved or renamed; look for it, or open a backup.")


class NoAccess(DocumentError):
    """The system does not let this person read the file or write into the folder."""

    text = N_("The system does not give access to “{name}”. Check its permissions, or use another folder.")


class NameTaken(DocumentError):
    """A new file would overwrite an existing one."""

    text = N_("“{name}” exists already. Choose another name.")


class FolderMissing(DocumentError):
    """A new file or a copy would lie in a folder that is not there."""

    text = N_("There is no folder for “{name}”. Make the folder first, or choose another place.")


class NameTooLong(DocumentError):
    """More letters than a name may have on this drive."""

    text = N_("The name “{name}” is too long for this drive. Choose a shorter one.")


class FileGone(DocumentError):
    """Deleted, moved or replaced while open."""

    text = N_(
        "“{name}” is no longer in its place: it was moved, deleted or replaced, or its drive is not connected. "
        "The last change was not saved. Save a copy now: everything before it is still here."
    )


class ChangedElsewhere(DocumentError):
    """Another program wrote into the file since it was last read."""

    text = N_(
        "“{name}” was changed by another program. The last change was not saved; look at the new state and repeat it."
    )


class DiskFull(DocumentError):
    """No room for the change, the journal or the copy."""

    text = N_("The disk is full, so “{name}” was not changed. Free some space, then do it again.")


class FileBusy(DocumentError):
    """Another program keeps the file locked."""

    text = N_("Another program is using “{name}”. Close it there, or wait a little and try again.")


class DriveProblem(DocumentError):
    """The disk or the network did not answer."""

    text = N_(
        "The drive with “{name}” does not answer. Check the cable, the memory stick or the network, then try again."
    )


_DAMAGE = ("Could not decode to UTF-8", "unsupported file format")
"""What SQLite says of damage without an error code of its own."""

_BY_CODE: tuple[tuple[str, type[DocumentError]], ...] = (
    ("SQLITE_READONLY_DBMOVED", FileGone),
    ("SQLITE_READONLY_ROLLBACK", UnfinishedReadOnly),
    ("SQLITE_READONLY", ReadOnlyFile),
    ("SQLITE_PERM", NoAccess),
    ("SQLITE_CANTOPEN", NoAccess),
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_BUSY", FileBusy),
    ("SQLITE_LOCKED", FileBusy),
    ("SQLITE_PROTOCOL", FileBusy),
    ("SQLITE_CORRUPT", DamagedFile),
    ("SQLITE_FORMAT", DamagedFile),
    ("SQLITE_NOTADB", DamagedFile),
    ("SQLITE_INTERRUPT", DamagedFile),
    ("SQLITE_IOERR_CORRUPTFS", DamagedFile),
    ("SQLITE_IOERR", DriveProblem),
)

_BY_ERRNO: dict[int, type[DocumentError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: NoAccess,
    errno.EPERM: NoAccess,
    errno.EROFS: ReadOnlyFile,
    errno.ENOENT: FileMissing,
    errno.ENOTDIR: FileMissing,
    errno.EEXIST: NameTaken,
    errno.EISDIR: NotAWorkshopFile,
    errno.ENAMETOOLONG: NameTooLong,
}


def explain(path: Path, error: sqlite3.Error | OSError) -> DocumentError | None:
    """The DocumentError for an error met while using ``path``; None for one that is a defect of the program."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, DriveProblem)(path, detail)
    if any(text in str(error) for text in _DAMAGE):
        return DamagedFile(path, detail)
    code = getattr(error, "sqlite_errorname", "")
    for prefix, kind in _BY_CODE:
        if code.startswith(prefix):
            return kind(path, f"{code} {detail}")
    return None


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about ``path`` into DocumentErrors; constraint and programming errors pass unchanged.

    A damaged name in the schema reaches Python as a message that can't be decoded.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = explain(path, error)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:
        raise DamagedFile(path, str(error)) from error


@contextmanager
def explained_with_system(path: Path) -> Iterator[None]:
    """Like ``explained``, and for the operating system's errors too."""
    try:
        with explained(path):
            yield
    except OSError as error:
        raise explain(path, error) or error from error
