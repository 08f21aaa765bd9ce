"""``python -m workshop_app`` and the command ``workshop-app``."""

from __future__ import annotations

import sys
from pathlib import Path

from workshop_app import SUFFIX
from workshop_app.services.display import has_display


def main() -> int:
    """Run the command of ``sys.argv``; returns the exit code. A window waits for none of the commands' modules."""
    words = sys.argv[1:]
    if has_display() and (not words or names_a_workshop(words)):
        from ui.application import run

        return run(words[0] if words else None, sys.argv[:1])
    from workshop_app.cli import command_line

    code = command_line().main(words, prog_name="workshop-app", standalone_mode=False)
    return int(code)


def names_a_workshop(words: list[str]) -> bool:
    """Whether the command line is one workshop that exists."""
    return len(words) == 1 and words[0].endswith(SUFFIX) and Path(words[0]).is_file()


if __name__ == "__main__":
    sys.exit(main())
