"""The last line of `make run`: open the window where there is a display, else say where the paper is."""

from __future__ import annotations

import subprocess
import sys

from workshop_app.services.display import has_display


def main() -> int:
    """Show the demo: arguments are the workshop file and the action plan."""
    workshop, plan = sys.argv[1], sys.argv[2]
    _say(f"Demo workshop: {workshop}\nAction plan:   {plan}")
    if has_display():
        return subprocess.call([sys.executable, "-m", "workshop_app", workshop])
    _say(
        "No display here, so no window. More paper: "
        ".venv/bin/workshop-app report --list, then e.g. .venv/bin/workshop-app report "
        f"{workshop} full-report -o demo/full-report.pdf"
    )
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
