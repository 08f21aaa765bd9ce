"""Print every figure."""

from __future__ import annotations

import os
import tempfile

from tests.bench import engine, ledger, paper, window


def main() -> None:
    """In folders of its own."""
    folder = tempfile.mkdtemp()
    os.environ.update(XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder, XDG_CACHE_HOME=folder)
    for part in (engine, paper, window, ledger):
        for text in part.lines():
            print(text, flush=True)  # noqa: T201  (a report)


if __name__ == "__main__":
    main()
