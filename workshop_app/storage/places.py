"""Where the program keeps what belongs to a person and not to one workshop file."""

from __future__ import annotations

import hashlib
from pathlib import Path

PROGRAM = "joint-plan-workshop"


def data_folder() -> Path:
    """The person's data folder of this program; it may not exist yet."""
    import platformdirs

    return platformdirs.user_data_path(PROGRAM, appauthor=False)


def key_of(path: Path) -> str:
    """A short readable name for the place of one document, the same for every way of writing its path."""
    whole = str(path.resolve())
    return f"{path.stem[:60]}-{hashlib.sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
