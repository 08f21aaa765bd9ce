"""The window: start-up against an empty painted window, key to paint and edit to paint at 5,000 functions."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.clock import line, median_ms

EMPTY = """
import time
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([]); window = QWidget(); window.resize(1366, 768); window.show(); window.grab()
print(time.process_time())
"""
START = """
import time, pathlib, sys
from ui.application import Application
from workshop_app.services.preferences import Preferences
from PySide6.QtWidgets import QApplication
app = QApplication([])
program = Application(app, Preferences(pathlib.Path(sys.argv[1])))
window = program.show_start(); window.grab()
print(time.process_time())
"""
OPEN = """
import time, pathlib, sys
from ui.application import Application
from workshop_app.services.preferences import Preferences
from PySide6.QtWidgets import QApplication
app = QApplication([])
program = Application(app, Preferences(pathlib.Path(sys.argv[1])))
window = program.show_file(pathlib.Path(sys.argv[2])); window.grab()
print(time.process_time())
while not window.standing.begun: app.processEvents()
window.grab()
print(time.process_time())
window.close()
"""


def cpu_ms(code: str, *args: str, times: int = 5) -> list[float]:
    """Process CPU of a fresh interpreter until each moment it tells, the best of several; modules are compiled.

    The imports stand as the program makes them: its own come before Qt's.
    """
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    taken = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as own:
            command = [sys.executable, "-c", code, own, *args]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=compiled)
        taken.append([float(moment) * 1000 for moment in done.stdout.split()])
    return [min(moments) for moments in zip(*taken, strict=True)]


def start_lines(demo: Path) -> Iterator[str]:
    """Start screen and an open example."""
    (floor,), (start,) = cpu_ms(EMPTY), cpu_ms(START)
    painted, whole = cpu_ms(OPEN, str(demo))
    yield line("start screen painted, CPU", start, floor, "an empty window", "1.6")
    yield line("example open and painted, CPU", painted, floor, "an empty window", "2.5")
    yield line("its rules, guide and room's picture as well, CPU", whole, floor, "an empty window")


def typing_lines(big: Path) -> Iterator[str]:
    """A key, and an edit, until both windows are painted."""
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from tests.ui.typing import type_text
    from ui.application import Application
    from ui.pages.base import Place
    from workshop_app.domain.message import Message
    from workshop_app.services.operations import change_row
    from workshop_app.services.preferences import Preferences

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    program = Application(app, Preferences(Path(tempfile.mkdtemp())))
    window = program.show_file(big)
    window.resize(1366, 768)
    window.go(Place("audit", "collect"))
    app.processEvents()
    entry = window.host.page.front.columns[0].entry.text
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)

    def key() -> None:
        type_text(entry, "ф")
        window.grab()

    numbers = iter(range(10_000))

    def edit() -> None:
        row = window.bridge.engagement.functions[-1]
        window.bridge.run(change_row(Message("edit"), row, text=f"text {next(numbers)}"))
        window.grab()
        brush = QPainter(image)
        window.thumbnail.painter.paint(brush, QSizeF(1920, 1080))
        brush.end()

    plain = median_ms(window.grab)
    yield line("painting the window anew", plain)
    yield line("key to paint at 5,000 functions", median_ms(key), plain, "painting", "50 ms over painting")
    edit()
    yield line(
        "edit to paint in both windows at 5,000 functions", median_ms(edit), plain, "painting", "50 ms over painting"
    )
    window.close()


def matrix_lines() -> Iterator[str]:
    """A matrix of 28 × 40 tiles against the same text drawn by Qt's own delegate."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QStyledItemDelegate, QTableView

    from ui.icons import Icons
    from ui.theme.service import ThemeService
    from ui.widgets import roles
    from ui.widgets.delegates.raci import RaciCell, RaciDelegate
    from ui.widgets.table_look import dress_table

    theme = ThemeService("light")
    model, view = QStandardItemModel(28, 40), QTableView()
    for at in range(28 * 40):
        letters = ("A", "R", "C", "I", "", "AR")[(at % 40 + at // 40) % 6]
        item = QStandardItem(letters)
        item.setData(RaciCell(letters), roles.LETTERS)
        model.setItem(at // 40, at % 40, item)
    view.setModel(model)
    dress_table(view, theme, 28)
    for column in range(40):
        view.setColumnWidth(column, 30)
    view.resize(1260, 860)

    def painted(delegate: QStyledItemDelegate) -> float:
        view.setItemDelegate(delegate)
        view.grab()
        return median_ms(view.grab)

    plain = painted(QStyledItemDelegate(view))
    yield line("a matrix of tiles painted", painted(RaciDelegate(theme, Icons(), view)), plain, "Qt's text", "1")


def lines() -> Iterator[str]:
    """Everything of the window."""
    from tests.bench.engine import big_file
    from tests.demo_files import demo_file

    with tempfile.TemporaryDirectory() as folder:
        yield from start_lines(demo_file(Path(folder) / "Demo.workshop"))
        yield from typing_lines(big_file(Path(folder)))
    yield from matrix_lines()
