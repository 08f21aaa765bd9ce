"""Objects that hold each other are looked for in the window's thread only.

Python looks for them in whichever thread happens to make new objects. What is found may be widgets, and Qt's widgets
must not be deleted in a worker: that hangs or ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

NEW_OBJECTS = 20_000
"""So many new objects before it is looked: nearly all a window makes stays (Python's own rule: 700)."""
OLDER = 10
"""So many times before older objects are looked at again, as Python does."""
EVERY_MS = 500


class RubbishWatch(QObject):
    """Takes the place of Python's own rule from now on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(look)
        self._timer.start()


def look() -> None:
    """Collect what is due."""
    new, young, middle = gc.get_count()
    if new > NEW_OBJECTS:
        gc.collect(2 if middle >= OLDER else 1 if young >= OLDER else 0)
