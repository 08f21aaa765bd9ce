"""Loading in parts between the window's events: the file is only touched in the window's thread."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.domain.message import ProblemError


class PartsLoader(QObject):
    """Goes through ``parts`` (shares 0…1 of the work); stopped between two of them, nothing that was loaded counts."""

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parts: Iterator[float], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._stop = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def cancel(self) -> None:
        """Stop after the present part."""
        self._stop = True

    def _step(self) -> None:
        if self._stop:
            self._timer.stop()
            self.cancelled.emit()
            return
        try:
            share = next(self._parts, None)
        except ProblemError as error:
            self._timer.stop()
            self.failed.emit(error.message)
            return
        if share is not None:
            self.progress.emit(share)
            return
        self._timer.stop()
        self.done.emit(None)
