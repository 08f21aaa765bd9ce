"""A whole session under a real X server whose second monitor comes and goes: run by ``test_hotplug`` in a process.

``python -m tests.ui.hotplug_session FOLDER CYCLES`` prints one JSON object: faults (empty = all went well) and the
longest waits in milliseconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.demo_files import demo_file
from tests.patience import SECONDS
from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.domain.model import Note
from workshop_app.services.preferences import Preferences

LAPTOP, HALL = "1366/361x768/203+0+0", "1024/271x768/203+1366+0"
HALL_BOX = (1366, 0, 1024, 768)


def xrandr(*words: str) -> None:
    subprocess.run(("xrandr", *words), check=True, stdout=subprocess.DEVNULL)


def plug() -> None:
    xrandr("--setmonitor", "HALL", HALL, "none")


def unplug() -> None:
    xrandr("--delmonitor", "HALL")


class Session:
    """The window, its room, and what went wrong."""

    def __init__(self, app: QApplication, window: FacilitatorWindow) -> None:
        self.app, self.window = app, window
        self.faults: list[str] = []
        self.back_ms = self.usable_ms = 0.0
        self.late_hides = 0
        app.screenRemoved.connect(self._removed)

    def _removed(self) -> None:
        """Connected after the room's own slot: by now it must be hidden already."""
        if self.audience_visible():
            self.late_hides += 1

    def audience_visible(self) -> bool:
        room = self.window.audience.window
        return room is not None and room.isVisible()

    def wait(self, what: str, true: Callable[[], bool], seconds: float = SECONDS) -> float:
        """Until it is true; milliseconds, or a fault."""
        begun = time.monotonic()
        while not true():
            self.app.processEvents()
            QTest.qWait(10)
            if time.monotonic() - begun > seconds:
                self.faults.append(f"never: {what}")
                break
        return (time.monotonic() - begun) * 1000

    def on_hall(self) -> bool:
        room = self.window.audience.window
        return room is not None and room.isVisible() and room.geometry().getRect() == HALL_BOX

    def use_the_window(self, cycle: int) -> None:
        """Type a note and go to another page, as a facilitator would."""
        begun = time.monotonic()
        window, notes = self.window, len(self.window.bridge.engagement.rows(Note))
        window.quick_add.line.setText(f"note {cycle}")
        QTest.keyClick(window.quick_add.line, Qt.Key.Key_Return)
        window.go(Place("audit" if cycle % 2 else "goals"))
        self.app.processEvents()
        if len(window.bridge.engagement.rows(Note)) != notes + 1:
            self.faults.append(f"cycle {cycle}: the note was not written")
        if not window.isVisible() or window.isMinimized():
            self.faults.append(f"cycle {cycle}: the facilitator window is gone")
        self.usable_ms = max(self.usable_ms, (time.monotonic() - begun) * 1000)

    def cycle(self, number: int) -> None:
        box = self.window.geometry().getRect()
        unplug()
        self.wait("one screen", lambda: len(self.app.screens()) == 1)
        if self.audience_visible():
            self.faults.append(f"cycle {number}: the room is still shown without its screen")
        self.use_the_window(number)
        if self.audience_visible():
            self.faults.append(f"cycle {number}: the room came over the facilitator")
        plug()
        self.wait("two screens", lambda: len(self.app.screens()) == 2)
        self.back_ms = max(self.back_ms, self.wait("the room back on its screen", self.on_hall))
        if self.window.geometry().getRect() != box:
            self.faults.append(f"cycle {number}: the facilitator window moved")


def main() -> None:
    """Plug, unplug, plug …"""
    folder, cycles = Path(sys.argv[1]), int(sys.argv[2])
    xrandr("--setmonitor", "LAPTOP", LAPTOP, "screen")
    plug()
    app = QApplication([])
    preferences = Preferences(folder / "config")
    preferences.change(language="ru", theme="light")
    program = Application(app, preferences)
    window = program.show_file(demo_file(folder / "Demo.workshop"))
    window.setGeometry(20, 60, 1280, 640)
    QTest.qWait(500)
    window.audience.show()
    session = Session(app, window)
    session.wait("the room on the second screen", session.on_hall)
    for number in range(cycles):
        session.cycle(number)
    window.close()
    result = {
        "faults": session.faults,
        "late_hides": session.late_hides,
        "back_ms": round(session.back_ms),
        "usable_ms": round(session.usable_ms),
    }
    print(json.dumps(result, ensure_ascii=False))  # noqa: T201  (read by the test)


if __name__ == "__main__":
    main()
