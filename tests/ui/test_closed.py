"""A workshop that is closed leaves the program: nothing of it stays in memory, however long the day is."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.demo_files import demo_file
from ui.application import Application
from ui.pages.base import Place


def opened_and_closed(program: Application, path: Path) -> tuple[weakref.ref[object], ...]:
    """The window, what it was made of and the document, after some pages and the room have been shown."""
    window = program.show_file(path)
    for place in (Place("audit", "decide"), Place("roles", "matrix")):
        window.go(place)
        QApplication.processEvents()
    window.audience.show()
    parts = (window, window.bridge, window.host.page, window.bridge.document, window.bridge.engagement)
    window.close()
    return tuple(map(weakref.ref, parts))


def test_nothing_stays_of_a_closed_workshop(program: Application, tmp_path: Path) -> None:
    left = opened_and_closed(program, demo_file(tmp_path / "Closed.workshop"))
    QApplication.processEvents()
    gc.collect()
    assert [part() is None for part in left] == [True] * len(left)
