"""Pictures of every page and scene of the example: ``python -m tests.gallery docs/gallery``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import demo_file
from ui.application import Application
from ui.audience.painting import RoomPainter
from ui.audience.room import Room
from ui.audience.scenes import SCENES
from ui.bridge import DocumentBridge
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps import PAGES
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.preferences import Preferences
from workshop_app.steps import STEPS


def pages(window: FacilitatorWindow, folder: Path, language: str) -> None:
    """One picture for each step and sub-step."""
    for step in STEPS:
        for sub in step.sub_steps or (None,):
            if step.id in PAGES:
                window.go(Place(step.id, sub.id if sub else None))
                window.tasks.stop()
                for _ in range(4):
                    QApplication.processEvents()
                name = f"{step.id}-{sub.id}" if sub else step.id
                window.grab().save(str(folder / f"{name}-{language}.png"))


def scenes(bridge: DocumentBridge, folder: Path, language: str) -> None:
    """One picture for each scene, half size."""
    room = Room()
    painter = RoomPainter(room, bridge, Words(language))
    for make in SCENES.values():
        for scene in make():
            room.follow(scene.id)
            room.reveal(True)
            image = QImage(1920, 1080, QImage.Format.Format_RGB32)
            brush = QPainter(image)
            painter.paint(brush, QSizeF(1920, 1080))
            brush.end()
            image.scaledToWidth(960).save(str(folder / f"room-{scene.id}-{language}.png"))


def main() -> None:
    """Both languages into one folder."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/gallery")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for language in ("ru", "en"):
        place = Path(tempfile.mkdtemp())
        preferences = Preferences(place / "config")
        preferences.change(language=language, theme="light")
        program = Application(app, preferences)
        program.show_start().grab().save(str(folder / f"start-{language}.png"))
        window = program.show_file(demo_file(place / "Demo.workshop", language))
        window.resize(1366, 768)
        pages(window, folder, language)
        window.close()
        scenes(DocumentBridge(Document.open(place / "Demo.workshop")), folder, language)


if __name__ == "__main__":
    main()
