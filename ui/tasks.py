"""Long work in worker threads: progress and results come back to the window's thread, cancelling is polite."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, QTimer, Signal

from workshop_app.domain.message import N_, Message, ProblemError

T = TypeVar("T")
BROKEN = N_("Something went wrong inside the program, and this was not finished. Try once more.")


class Task(QObject, Generic[T]):
    """One piece of long work. ``progress`` is 0…1; one of ``done``, ``failed``, ``cancelled`` is emitted last."""

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Task[T]], T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._stop = False

    def cancel(self) -> None:
        """Ask the work to stop; it ends at its next look at ``stopping``."""
        self._stop = True

    def stopping(self) -> bool:
        """Whether the work should stop: ask often."""
        return self._stop


class _Runner(QRunnable):
    def __init__(self, task: Task[T]) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Qt: in the worker thread."""
        try:
            result = self._task.work(self._task)
        except ProblemError as error:
            self._end(self._task.failed.emit, error.message)
        except Exception as error:
            if self._task.stopping():
                self._end(self._task.cancelled.emit)
            else:
                self._end(self._task.failed.emit, Message(BROKEN))
                sys.excepthook(type(error), error, error.__traceback__)
        else:
            if self._task.stopping():
                self._end(self._task.cancelled.emit)
            else:
                self._end(self._task.done.emit, result)

    def _end(self, emit: Callable[..., None], *values: object) -> None:
        try:
            emit(*values)
        except RuntimeError:  # the window was closed meanwhile and took the task with it
            return


class Tasks(QObject):
    """The window's worker threads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Task[object]] = set()
        self._stopped = False

    def start(self, work: Callable[[Task[T]], T]) -> Task[T]:
        """Start ``work(task)`` in a thread, as soon as the caller has connected to the task's signals."""
        task: Task[T] = Task(work, self)
        self._running.add(task)  # type: ignore[arg-type]  # only kept alive here
        for signal in (task.done, task.failed):
            signal.connect(lambda _value, ended=task: self._running.discard(ended))
        task.cancelled.connect(lambda ended=task: self._running.discard(ended))
        # Not now: work that ends at once would tell it before anybody listens.
        QTimer.singleShot(0, self, lambda: self._begin(task))
        return task

    def _begin(self, task: Task[T]) -> None:
        if self._stopped or task.stopping():
            task.cancelled.emit()
        else:
            self._pool.start(_Runner(task))

    def idle(self) -> bool:
        """Whether nothing runs and every result has come back."""
        return not self._running

    def stop(self, wait_ms: int = 5000) -> bool:
        """Cancel everything, begin nothing any more and wait; False when something is still running."""
        self._stopped = True
        for task in tuple(self._running):
            task.cancel()
        done = self._pool.waitForDone(wait_ms)
        if not done:
            # Deleting it with the window would wait for the work, and Python does not go on meanwhile.
            self._pool.setParent(QCoreApplication.instance())
        return done
