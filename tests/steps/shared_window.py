"""One window on the demo for a whole file of tests: each test finds it as the one before did, by undoing everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.demo_files import demo_file
from tests.ui.conftest import restore_look
from ui.application import Application
from ui.audience.room import RoomState
from ui.main_window import FacilitatorWindow
from workshop_app.services.preferences import Preferences


def opened_desk(app: QApplication, folder: Path) -> Iterator[FacilitatorWindow]:
    """The Russian demo in a Russian window; closed at the end."""
    preferences = Preferences(folder / "config")
    preferences.change(language="ru", theme="light")
    program = Application(app, preferences)
    window = program.show_file(demo_file(folder / "Desk.workshop"))
    window.resize(1366, 768)
    yield window
    for other in tuple(program.windows):
        other.close()
    restore_look(program.theme)


def take_everything_back(window: FacilitatorWindow) -> None:
    """As the file came: no changes, no preferences, the room follows."""
    document = window.bridge.document
    while document.undo_step is not None:
        window.bridge.undo()
    window.preferences.change(raci_russian_letters=False)
    if window.room.state is not RoomState.SHOW:
        window.room.show()
