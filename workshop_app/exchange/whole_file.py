"""A file put in its place whole: written beside it, then renamed; what the system objects to is said in plain words."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from workshop_app.domain.message import N_, Message, ProblemError

_REASONS = MappingProxyType(
    {
        errno.ENOSPC: N_("Not written: the disk is full. Free some space or choose another place for {file}."),
        errno.EDQUOT: N_("Not written: the disk is full. Free some space or choose another place for {file}."),
        errno.ENOENT: N_("Not written: the folder {folder} does not exist. Choose another place for {file}."),
        errno.ENOTDIR: N_("Not written: {folder} is not a folder. Choose another place for {file}."),
        errno.EISDIR: N_("Not written: {file} is the name of a folder. Choose another name."),
        errno.ENAMETOOLONG: N_("Not written: the name {file} is too long. Choose a shorter one."),
    }
)
_DENIED = N_("Not written: {file} is open in another program, or writing to {folder} is not allowed.")
_OTHER = N_("Not written: {file}: {reason}")


def write_file(path: Path, content: bytes) -> None:
    """Write the whole file or leave the old one as it was; a link stays a link, and a device is written into.

    Raises ``ProblemError``.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise ProblemError(_problem(path, error)) from error


def _replace(path: Path, content: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """Permissions of the old file, or what a new file gets."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _problem(path: Path, error: OSError) -> Message:
    values = {"file": path.name or str(path), "folder": str(path.parent), "reason": error.strerror or str(error)}
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Message(_DENIED, values)
    return Message(_REASONS.get(error.errno or 0, _OTHER), values)
