"""A new workshop file that is there whole, or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from workshop_app.services.document import Document


def write_new_file(path: Path, fill: Callable[[Document], object], *, replace: bool = False) -> None:
    """Make a workshop, let ``fill`` write it, then put it at ``path``.

    Raises ``DocumentError`` (name taken, no access, disk full) and what ``fill`` raises; ``path`` is then as it was.
    """
    with tempfile.TemporaryDirectory(prefix="workshop-", ignore_cleanup_errors=True) as folder:
        document = Document.create(Path(folder) / "new.workshop")
        try:
            fill(document)
            document.file.copy_to(path, replace=replace)
        finally:
            document.close()
