"""The projector plugged and unplugged while running, under a virtual X server with a window manager."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patience import SECONDS

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xrandr")
CYCLES = 30
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (Debian: see .ci/run)"),
]


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An X server of its own with openbox; the environment for a program in it."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "2560x1024x24", "-nolisten", "tcp")
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)}
    manager = subprocess.Popen(("openbox",), env=environment, stderr=subprocess.DEVNULL)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait(SECONDS)


def test_the_room_goes_and_comes_back_with_its_screen(display: dict[str, str], tmp_path: Path) -> None:
    command = (sys.executable, "-m", "tests.ui.hotplug_session", str(tmp_path), str(CYCLES))
    done = subprocess.run(command, cwd=ROOT, env=display, capture_output=True, text=True, timeout=600, check=False)
    if "Could not load the Qt platform plugin" in done.stderr:
        pytest.skip("Qt's X libraries are not installed (Debian: see .ci/run)")
    assert done.returncode == 0, done.stderr[-3000:]
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["faults"] == []
    assert result["late_hides"] == 0
