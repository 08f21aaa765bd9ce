"""Files that people give to be read: why one can't be opened, in words."""

from __future__ import annotations

from pathlib import Path

from workshop_app.domain.message import N_, Message, ProblemError


def unreadable(path: Path, error: OSError) -> ProblemError:
    """What the system objects to, with the cure."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ProblemError(Message(N_("There is no file {file}."), {"file": str(path)}))
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return ProblemError(Message(N_("{file} is a folder. Choose a file in it."), {"file": str(path)}))
    message = N_("{file} can't be opened. Close it in other programs and try again.")
    return ProblemError(Message(message, {"file": path.name}))
