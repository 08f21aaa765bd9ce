"""Names of new files: what a person typed in a dialog, a free name beside another file, what may be written over."""

from __future__ import annotations

from pathlib import Path

from workshop_app.storage.lock import FileLock, acquire


def named_file(chosen: str, suffix: str) -> Path:
    """The file a person named; dots in the name stay, the suffix is added where it is missing.

    A dialog asks before it overwrites what was named, not what the suffix makes of it: then the name is a free one.
    """
    path = Path(chosen)
    if path.suffix.lower() == suffix:
        return path
    whole = path.with_name(path.name + suffix)
    return free_name(whole) if whole.exists() else whole


def free_name(file: Path) -> Path:
    """«Name 2» beside «Name», or the next number that is free."""
    for number in range(2, 1000):
        candidate = file.with_stem(f"{file.stem} {number}")
        if not candidate.exists():
            return candidate
    return file.with_stem(f"{file.stem} copy")


def may_overwrite(workshop: Path) -> bool:
    """Whether nobody, in this program or another one, has the workshop open."""
    lock = acquire(workshop)
    if not isinstance(lock, FileLock):
        return False
    lock.release()
    return True
