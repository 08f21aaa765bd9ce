"""Loading a sales ledger: choose, read in the background, look, answer, load; one undo step, Esc leaves."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.diagnosis.ledger_preview import PreviewPage
from ui.steps.diagnosis.loaded_ledgers import LoadedLedgers
from workshop_app.domain.message import Message, ProblemError
from workshop_app.exchange.ledger_reading import ReadingCancelled
from workshop_app.services.ledger import LedgerLoading
from workshop_app.steps.diagnosis.importing import LedgerPreview, read_ledger_file
from workshop_app.steps.diagnosis.view import DiagnosisView

if TYPE_CHECKING:
    from ui.tasks import Task

PART = 2000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerWriter(QObject):
    """Writes a ledger in parts between the window's events: the file is only touched in the window's thread."""

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, loading: LedgerLoading, rows: int, parent: QObject) -> None:
        super().__init__(parent)
        self._loading, self._rows = loading, max(1, rows)
        self._stop = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def cancel(self) -> None:
        """Stop after the present part; nothing of it will count."""
        self._stop = True

    def _step(self) -> None:
        if self._stop:
            self._timer.stop()
            self.cancelled.emit()
            return
        try:
            more = self._loading.write(PART)
            self.progress.emit(self._loading.written / self._rows)
            if more:
                return
            self._timer.stop()
            self.done.emit(self._loading.finish())
        except ProblemError as error:
            self._timer.stop()
            self.failed.emit(error.message)


class LedgerImport(QWidget):
    """``left`` when the person is done with it: loaded, or given up."""

    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._path: Path | None = None
        self._task: Task[LedgerPreview | None] | None = None
        self.answers: dict[str, str] = {}
        self._read_with: dict[str, str] = {}
        self._load_next = False
        self.loaded = LoadedLedgers(context)
        self.loaded.file_wanted.connect(self.choose)
        self.loaded.left.connect(self.leave)
        self.preview = PreviewPage(context)
        self.preview.answered.connect(self._answer)
        self.preview.other_file.connect(self.choose)
        self.preview.left.connect(self.leave)
        self.preview.load_button.wanted.connect(self.load)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.loaded)
        self.stack.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def show_view(self, view: DiagnosisView) -> None:
        """What is loaded already."""
        self.loaded.show_view(view)
        self.preview.show_loaded(view)

    def start(self, path: Path | None = None) -> None:
        """With a file: read it; else show what is loaded and offer to choose."""
        self.stack.setCurrentWidget(self.loaded)
        self.loaded.setFocus()
        if path is not None:
            self.read(path)
        elif not self.loaded.has_batches:
            self.choose()

    def choose(self) -> None:
        """The system's dialog for a file."""
        _ = self._context.words
        kinds = f"{_('Tables')} (*.csv *.tsv *.txt *.xlsx *.xlsm);;{_('All files')} (*)"
        path, _kind = QFileDialog.getOpenFileName(self, _("Load a sales ledger"), self._context.folder, kinds)
        if path:
            self.read(Path(path))
        elif self.stack.currentWidget() is self.loaded and not self.loaded.has_batches:
            self.leave()

    def read(self, path: Path) -> None:
        """Read a file from the beginning, in the background."""
        if path != self._path:
            self.answers = {}
        self._path = path
        self._read_again()

    def _read_again(self) -> None:
        path, answers, engagement = self._path, dict(self.answers), self._context.bridge.engagement
        assert path is not None
        self._read_with = answers

        def work(task: Task[LedgerPreview | None]) -> LedgerPreview | None:
            def progress(done: int, whole: int) -> None:
                task.progress.emit(done / whole if whole else 0.0)

            try:
                return read_ledger_file(engagement, path, answers, progress, task.stopping)
            except ReadingCancelled:
                return None

        if self._task is not None:
            self._task.cancel()
        self._task = task = self._context.tasks.start(work)
        self.loaded.show_reading(path.name, task)
        self.preview.load_button.follow(task)  # before the rest, so that it is at rest when they hear
        task.done.connect(partial(self._have_read, task))
        task.failed.connect(partial(self._failed, task))
        task.cancelled.connect(partial(self._stopped, task))

    def _have_read(self, task: object, preview: LedgerPreview) -> None:
        if task is not self._task:
            return
        self._task = None
        self.loaded.show_reading("", None)
        self.preview.show_preview(preview, self.answers)
        self.stack.setCurrentWidget(self.preview)
        if self._load_next:
            self._load_next = False
            self.load()
        else:
            self.preview.load_button.setFocus()

    def _failed(self, task: object, message: Message) -> None:
        if task is self._task:
            self._task, self._load_next = None, False
            self.loaded.show_reading("", None)
            self.loaded.say(self._context.words.message(message))
            self.stack.setCurrentWidget(self.loaded)

    def _stopped(self, task: object) -> None:
        if task is self._task:
            self._task, self._load_next = None, False
            self.loaded.show_reading("", None)

    def _answer(self, answers: dict[str, str], again: bool) -> None:
        self.answers.update(answers)
        if again:
            self._read_again()

    def load(self) -> None:
        """Load what was read; read again first when an answer has changed since."""
        preview = self.preview.preview
        if preview is None or preview.plan is None or self._task is not None or self.preview.load_button.busy():
            return
        if self.answers != self._read_with:
            self._load_next = True
            self._read_again()
            return
        try:
            loading = preview.plan.begin(self._context.bridge.document, replace_earlier=self.preview.replaces())
        except ProblemError as error:
            self._context.shell.problem(error.message)
            return
        writer = LedgerWriter(loading, len(preview.plan.rows), self)
        self.preview.load_button.follow(writer)
        writer.done.connect(lambda _change: self._have_loaded(loading.written))
        writer.failed.connect(self._context.shell.problem)

    def _have_loaded(self, rows: int) -> None:
        words = self._context.words
        self._context.shell.toast(words.plural("{n} row loaded", "{n} rows loaded", rows), undo=True)
        self.leave()

    def leave(self) -> None:
        """Back to the numbers; what is being read is stopped."""
        if self._task is not None:
            self._task.cancel()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter loads, Esc stops or leaves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and control and self.stack.currentWidget() is self.preview:
            self.load()
        elif event.key() == Qt.Key.Key_Escape and self.preview.load_button.busy():
            self.preview.load_button.cancel()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
