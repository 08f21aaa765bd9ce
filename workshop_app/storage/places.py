"""Where the program keeps what belongs to a person and not to one workshop file."""

from __future__ import annotations

import os
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


def real_path(path: Path) -> Path:
    """The file itself behind links: journals and locks lie beside it. A link that leads nowhere stays what it is."""
    return Path(os.path.realpath(path))
