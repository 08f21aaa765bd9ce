"""One piece of work at a time in the background: the preview that is wanted last, or files on their way to a folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ui.steps.plan.printing.choice import Content, PrintChoice
from ui.tasks import Task, Tasks
from workshop_app.domain.message import Message

Work = Callable[[Task[Path]], Path]


class Builder(QObject):
    """``shown`` is the file that was built last, for ``choice``; it stays until the next one is whole.

    ``began`` carries the task; ``built``, ``failed`` (a message) and ``stopped`` tell how a preview ended. While one is
    being built the next waits: only the last wish is built.
    """

    began = Signal(object)
    built = Signal()
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._folder = Path(tempfile.mkdtemp(prefix="paper-"))
        self._task: Task[Path] | None = None
        self._next: tuple[PrintChoice, Content] | None = None
        self._after: Callable[[], object] | None = None
        self._delivers = False
        self._number = 0
        self.shown: Path | None = None
        self.choice: PrintChoice | None = None
        self.destroyed.connect(lambda _object=None, folder=self._folder: shutil.rmtree(folder, ignore_errors=True))

    @property
    def busy(self) -> bool:
        """Whether something is being built or written."""
        return self._task is not None

    def works_on(self, task: Task[Path]) -> bool:
        """Whether this is what is being done."""
        return self._task is task

    def build(self, choice: PrintChoice, content: Content) -> None:
        """Build a preview; one that is being built is stopped first, files on their way are waited for."""
        if self._task is not None:
            self._next = (choice, content)
            if not self._delivers:
                self._task.cancel()
            return
        self._number += 1
        out = self._folder / f"{choice.document}-{self._number}.pdf"

        def work(task: Task[Path]) -> Path:
            content.write(choice, out, task.progress.emit, task)
            return out

        self._run(work, lambda path: self._keep(path, choice), self._failed, self._stopped)

    def deliver(
        self,
        work: Work,
        done: Callable[[Path], object],
        failed: Callable[[Message], object],
        stopped: Callable[[], object],
    ) -> None:
        """Write files; when something is being built, afterwards."""
        if self._task is not None:
            self._after = lambda: self.deliver(work, done, failed, stopped)
            return
        self._delivers = True
        self._run(work, done, failed, stopped)

    def when_built(self, choice: PrintChoice, content: Content, after: Callable[[], object]) -> None:
        """Do it with this document: at once, or when it has been built."""
        if self._task is None and self.shown is not None and self.choice == choice:
            after()
            return
        self._after = after
        if self._task is None:
            self.build(choice, content)

    def stop(self) -> bool:
        """Stop what is going on; False when nothing is."""
        if self._task is None:
            return False
        self._after, self._next = None, None
        self._task.cancel()
        return True

    def copy(self, name: str) -> Path:
        """The shown file under a name that says what it is, for other programs. Raises ``OSError``."""
        if self.shown is None:
            raise FileNotFoundError
        return Path(shutil.copyfile(self.shown, self._folder / name))

    def _run(
        self,
        work: Work,
        done: Callable[[Path], object],
        failed: Callable[[Message], object],
        stopped: Callable[[], object],
    ) -> None:
        task = self._tasks.start(work)
        self._task = task
        task.done.connect(lambda path: self._end(lambda: done(path)))
        task.failed.connect(lambda message: self._end(lambda: failed(message)))
        task.cancelled.connect(lambda: self._end(stopped))
        self.began.emit(task)

    def _end(self, tell: Callable[[], object]) -> None:
        if not isValid(self):  # the page has been left meanwhile
            return
        self._task, self._delivers = None, False
        tell()
        if self._next is not None and self._task is None:
            wish, self._next = self._next, None
            self.build(*wish)
        elif self._after is not None and self._task is None:
            after, self._after = self._after, None
            after()

    def _keep(self, path: Path, choice: PrintChoice) -> None:
        old, self.shown, self.choice = self.shown, path, choice
        self.built.emit()
        if old is not None:
            old.unlink(missing_ok=True)

    def _failed(self, message: Message) -> None:
        self._after = None
        self.failed.emit(message)

    def _stopped(self) -> None:
        if self._next is None:
            self._after = None
            self.stopped.emit()
