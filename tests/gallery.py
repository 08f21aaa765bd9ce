"""Pictures of every page and of what the room sees of it: ``python -m tests.gallery docs/gallery``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QDeadlineTimer, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.exchange.demo import write_demo
from workshop_app.i18n import LANGUAGES
from workshop_app.services.preferences import Preferences
from workshop_app.steps import STEPS

ROOM = (1920, 1080)
ROOM_WIDTH = 960
COLORS, ROUNDS = 256, 3
PUT = ("question", "decided", "changes", "thanks")
LONGEST_MS = 60_000
CALM_MS = 500
"""A page that has not changed for so long has been painted whole: leaves of paper come from a thread of Qt's own."""


def wait(window: FacilitatorWindow) -> None:
    """Until the work of the page is done."""
    deadline = QDeadlineTimer(LONGEST_MS)
    QApplication.processEvents()
    while not window.tasks.idle() and not deadline.hasExpired():
        QApplication.processEvents()
    for _ in range(4):
        QApplication.processEvents()


def calm_picture(window: FacilitatorWindow) -> QImage:
    """The window as it stays."""
    deadline = QDeadlineTimer(LONGEST_MS)
    picture, former = window.grab().toImage(), QImage()
    while picture != former and not deadline.hasExpired():
        QTest.qWait(CALM_MS)
        picture, former = window.grab().toImage(), picture
    return picture


def save(image: QImage, file: Path) -> None:
    """A small PNG: few colours, as on the screens themselves."""
    whole = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (whole.width(), whole.height())
    picture = Image.frombytes("RGB", size, bytes(whole.constBits()), "raw", "RGB", whole.bytesPerLine())
    picture.quantize(COLORS, kmeans=ROUNDS, dither=Image.Dither.NONE).save(file, optimize=True)


def room_image(window: FacilitatorWindow) -> QImage:
    """What the room sees now."""
    image = QImage(*ROOM, QImage.Format.Format_RGB32)
    brush = QPainter(image)
    window.desk.painter.paint(brush, QSizeF(*ROOM))
    brush.end()
    return image.scaledToWidth(ROOM_WIDTH)


def pages(window: FacilitatorWindow, folder: Path, language: str) -> None:
    """One picture of each page, one of what the room sees of it, hidden things opened."""
    for step in STEPS:
        for sub in step.sub_steps or (None,):
            window.go(Place(step.id, sub.id if sub else None))
            wait(window)
            name = f"{step.id}-{sub.id}" if sub else step.id
            save(calm_picture(window), folder / f"{name}-{language}.png")
            window.room.reveal(True)
            save(room_image(window), folder / f"room-{name}-{language}.png")


def put_scenes(window: FacilitatorWindow, folder: Path, language: str) -> None:
    """The scenes that belong to no page."""
    for name in PUT:
        window.desk.put(name)
        save(room_image(window), folder / f"room-{name}-{language}.png")
    window.desk.put_agenda()
    save(room_image(window), folder / f"room-agenda-{language}.png")


def index(folder: Path) -> None:
    """A page that shows them all."""
    pictures = sorted(file.name for file in folder.glob("*-en.png"))
    lines = ["# Pictures of every page, and of what the room sees of it", ""]
    lines.append("Made from the example by `make gallery`; each picture is there in Russian and in English.")
    for name in pictures:
        russian = name.replace("-en.png", "-ru.png")
        lines += ["", f"## {name.removesuffix('-en.png')}", "", f"![]({russian}) ![]({name})"]
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Both languages into one folder."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/gallery")
    folder.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp())
    os.environ["XDG_DATA_HOME"] = str(place)
    app = QApplication([])
    app.setCursorFlashTime(0)
    for language in LANGUAGES:
        preferences = Preferences(place / f"config-{language}")
        preferences.change(language=language, theme="light")
        program = Application(app, preferences)
        save(program.show_start().grab().toImage(), folder / f"start-{language}.png")
        file = place / f"Demo-{language}.workshop"
        write_demo(file, language)
        window = program.show_file(file)
        window.resize(1366, 768)
        window.desk.audience.show()
        window.desk.audience.window.resize(1920, 1080)
        window.messages.dismiss()
        pages(window, folder, language)
        put_scenes(window, folder, language)
        window.close()
    index(folder)


if __name__ == "__main__":
    main()
