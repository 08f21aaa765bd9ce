"""The swap key: two screens change places, a single one says that there is nothing to change."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.main_window import FacilitatorWindow

SWAPPING = """
import pathlib, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.application import Application
from workshop_app.exchange.demo import write_demo
from workshop_app.services.preferences import Preferences
app = QApplication([])
program = Application(app, Preferences(pathlib.Path(sys.argv[1])))
write_demo(pathlib.Path(sys.argv[2]), "ru")
window = program.show_file(pathlib.Path(sys.argv[2]))
def where():
    app.processEvents()
    room = window.desk.audience.window
    print(window.screen().name(), room.screen().name(), room.isVisible(), room.isFullScreen())
window.desk.audience.show()
where()
for _time in range(2):
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    where()
    assert window.screen().geometry().contains(window.geometry().center())
"""


def screen(name: str, x: int) -> dict[str, object]:
    return {
        "name": name,
        "x": x,
        "y": 0,
        "width": 1366,
        "height": 768,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


@pytest.mark.slow
def test_two_screens_change_places_and_back(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [screen("laptop", 0), screen("hall", 1366)]}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SWAPPING, str(tmp_path / "config"), str(tmp_path / "a.workshop")],
        capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    first, *later = done.stdout.split("\n")[:3]
    assert first == "laptop hall True True"
    assert later == ["hall laptop True True", first]


def test_one_screen_says_that_there_is_nothing_to_change(window: FacilitatorWindow) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    QTest.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert said == ["Экран один: менять нечего."]
