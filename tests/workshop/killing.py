"""The program in a process of its own, ended by a signal in the middle of its work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path


def run_and_kill(script: str, folder: Path) -> tuple[Path, str]:
    """As ``run_and_end`` by SIGKILL: the path, and what was said."""
    path, said, _code = run_and_end(script, folder, signal.SIGKILL)
    return path, said


def run_and_end(script: str, folder: Path, number: signal.Signals) -> tuple[Path, str, int]:
    """Give ``script`` a folder for preferences and a workshop's path; send the signal once it has said a line.

    The path, what was said, and the exit code (-9 = ended by signal 9).
    """
    path = folder / "Killed.workshop"
    command = [sys.executable, "-c", script, str(folder / "config"), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as program:
        assert program.stdout is not None
        said = program.stdout.readline().strip()
        program.send_signal(number)
        return path, said, program.wait()
