"""Where the program keeps what belongs to a person and not to one workshop file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PROGRAM = "joint-plan-workshop"


def data_folder() -> Path:
    """The person's data folder of this program; it may not exist yet."""
    import platformdirs

    return platformdirs.user_data_path(PROGRAM, appauthor=False)


def key_of(path: Path) -> str:
    """A short readable name for the place of one document, the same for every way of writing its path."""
    import hashlib

    whole = str(real_path(path)).encode("utf-8", "surrogatepass")
    return f"{path.stem[:60]}-{hashlib.sha256(whole).hexdigest()[:10]}"


def keep_note(path: Path, text: str) -> None:
    """Put a small file of the person's own in its place whole; a folder that takes none is no error."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".tmp")
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)


def real_path(path: Path) -> Path:
    """The file itself behind links: journals and locks lie beside it. A link that leads nowhere stays what it is."""
    return Path(os.path.realpath(path))
