"""The system ends the program: it is asked to stop, its terminal closes, the person logs out or presses Ctrl+C."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

ASKED_BY = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Those that a system has of them."""


class EndWatch(QObject):
    """Closes the windows as the person would; ``keep_typed`` is called when the system asks to save before a log-out.

    Python hears a signal when it runs next, at the latest with the timer of ``RubbishWatch``. A second signal ends the
    program at once.
    """

    _asked = Signal()

    def __init__(self, app: QApplication, keep_typed: Callable[[], None]) -> None:
        super().__init__(app)
        # Queued: a signal may come in the middle of a change.
        self._asked.connect(app.quit, Qt.ConnectionType.QueuedConnection)
        app.commitDataRequest.connect(lambda _session: keep_typed())
        app.aboutToQuit.connect(app.closeAllWindows)
        for number in self._numbers():
            signal.signal(number, self._take)

    @staticmethod
    def _numbers() -> list[int]:
        known = [getattr(signal, name) for name in ASKED_BY if hasattr(signal, name)]
        return [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]

    def _take(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        self._asked.emit()
