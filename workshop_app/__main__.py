"""``python -m workshop_app`` and the command ``workshop-app``."""

from __future__ import annotations

import sys

from workshop_app.cli import command_line


def main() -> int:
    """Run the command of ``sys.argv``; returns the exit code."""
    code = command_line().main(sys.argv[1:], prog_name="workshop-app", standalone_mode=False)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
