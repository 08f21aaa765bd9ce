"""Errors nobody expected: logged to a file, counted, told once in the banner; the window stays usable."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

LOG_NAME = "errors.log"
LOG_BYTES = 500_000
"""A longer log begins anew; the former one is kept beside it."""
KINDS = 100
"""So many different errors are told apart."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashGuard(QObject):
    """Takes what no slot caught. ``broke`` comes queued, in the window's thread, and never twice before it was heard.

    ``count`` is the number of errors since the start, ``last`` the latest traceback.
    """

    broke = Signal()
    _happened = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = folder / LOG_NAME
        self.count = 0
        self.last = ""
        self._told = True
        self._times = Counter[str]()
        self._former: tuple[Hook, Callable[[threading.ExceptHookArgs], object]] | None = None
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on."""
        self._former = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def uninstall(self) -> None:
        """As it was before."""
        if self._former is not None:
            sys.excepthook, threading.excepthook = self._former
            self._former = None

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.count += 1
        self.last = "".join(traceback.format_exception(kind, error, trace))
        self._forget_frames()
        if self._is_worth_telling():
            self._write()
            with suppress(Exception):  # no console
                sys.stderr.write(self.last)
        if self._told:
            self._told = False
            self._happened.emit()

    def _is_worth_telling(self) -> bool:
        """The first, second, fourth, eighth … time: an error of a painting comes again with each painting."""
        if len(self._times) > KINDS:
            self._times.clear()
        self._times[self.last] += 1
        return self._times[self.last].bit_count() == 1

    @staticmethod
    def _forget_frames() -> None:
        """Python keeps the last traceback for a debugger, and with it the painters that were at work: Qt dies of it."""
        for name in ("last_exc", "last_value", "last_traceback"):
            vars(sys).pop(name, None)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self) -> None:
        self._told = True
        self.broke.emit()

    def _write(self) -> None:
        with suppress(OSError):
            self.log.parent.mkdir(parents=True, exist_ok=True)
            if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
                self.log.replace(self.log.with_suffix(".old.log"))
            with self.log.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().isoformat(timespec='seconds')}\n{self.last}\n")
