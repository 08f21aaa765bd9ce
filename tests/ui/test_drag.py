"""The mouse itself: what is dragged goes where the line shows, and nowhere after Escape."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.test_hotplug import MISSING, ROOT, display

__all__ = ["display"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (Debian: see .ci/run)"),
]


def test_rows_and_cards_go_where_they_are_let_go(display: dict[str, str], tmp_path: Path) -> None:
    command = (sys.executable, "-m", "tests.ui.drag_session", str(tmp_path))
    done = subprocess.run(command, cwd=ROOT, env=display, capture_output=True, text=True, timeout=300, check=False)
    if "Could not load the Qt platform plugin" in done.stderr:
        pytest.skip("Qt's X libraries are not installed (Debian: see .ci/run)")
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads(done.stdout.splitlines()[-1]) == []
