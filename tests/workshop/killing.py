"""The program in a process of its own, killed in the middle of its work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path


def run_and_kill(script: str, folder: Path) -> tuple[Path, str]:
    """Give ``script`` a folder for preferences and a workshop's path; kill it once it has said a line.

    The path, and what was said.
    """
    path = folder / "Killed.workshop"
    command = [sys.executable, "-c", script, str(folder / "config"), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as program:
        assert program.stdout is not None
        said = program.stdout.readline().strip()
        program.send_signal(signal.SIGKILL)
        program.wait()
    return path, said
