"""The import page: file, preview under its mapping, questions, rows left out; nothing is done before Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.context import WindowContext
from ui.pages.import_preview.file_strip import FileStrip
from ui.pages.import_preview.left_out import LeftOutCard
from ui.pages.import_preview.loading import PartsLoader
from ui.pages.import_preview.preview import ImportSource, Preview
from ui.pages.import_preview.questions import QuestionCard
from ui.pages.import_preview.table import PreviewTable
from ui.tasks import Task
from ui.widgets.controls import CheckBox
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import IconLabel, tint
from ui.widgets.layout import EmptyState, HintLine, StepHeader, button
from ui.widgets.progress_button import ProgressButton
from ui.widgets.table_look import TableCard
from workshop_app.domain.message import Message
from workshop_app.exchange.grid import NO_COLUMN, cell_key, column_key

PATIENCE_MS = 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Watch:
    """What a source may ask of the task that reads."""

    def __init__(self, task: Task[Preview]) -> None:
        self._task = task

    def stopping(self) -> bool:
        """Whether somebody cancelled."""
        return self._task.stopping()

    def report(self, share: float) -> None:
        """To the window's thread."""
        self._task.progress.emit(share)


class ImportPage(QWidget):
    """``finished`` when it is done or given up; ``other_file`` when another file is wanted.

    ``before``: the page of the same file that it takes the place of, with the answers, corrections and choices there.
    ``sheets``: what the workbook offers besides.
    """

    finished = Signal()
    other_file = Signal()

    def __init__(self, context: WindowContext, source: ImportSource, *, before: ImportPage | None = None) -> None:
        super().__init__()
        self._context, self.source = context, source
        self.answers: dict[str, str] = before.answers if before is not None else {}
        self._left_at = (before.instead.isChecked(), before.table.place()) if before and before.preview else None
        self.sheets: Sequence[tuple[str, str]] = ()
        self.preview: Preview | None = None
        self._task: Task[Preview] | None = None
        self._unread = False
        self._load_after = False
        self._corrected_at: tuple[int, int] | None = None
        self._loading: PartsLoader | None = None
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build(self) -> None:
        _, theme = self._context.words, self._context.theme
        self.strip = FileStrip(self._context)
        self.strip.other_file.connect(self.other_file)
        self.table = PreviewTable(self._context, self)
        self.table.mapped.connect(self._map)
        self.table.corrected.connect(self._correct)
        self.table.looked_at.connect(self._look_at)
        self.questions = QuestionCard(self._context)
        self.questions.answered.connect(self._answer)
        self.left_out = LeftOutCard(self._context)
        self.left_out.chosen.connect(self.table.show_row)
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())
        self.stack.addWidget(self._whole())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 6)
        column.setSpacing(8)
        title = _("Import: {what}", what=self.source.title)
        column.addWidget(StepHeader(title, theme))
        column.addWidget(self.stack, 1)
        column.addLayout(self._foot())
        hints = [
            ("F4", _("next cell to fix or question")),
            ("F2", _("retype the cell")),
            ("Tab", _("next column")),
            ("Esc", _("cancel")),
        ]
        column.addWidget(HintLine(hints, theme))

    def _say_waiting(self, task: Task[Preview]) -> None:
        """A file that takes a while: say so, and how far it is."""
        if not self._awaits(task):
            return
        if self.preview is None:
            text = self._context.words("Reading the file …")
            waiting = EmptyState("loader-circle", text, self._context.theme, self._context.icons)
            self.stack.setCurrentIndex(self.stack.addWidget(waiting))
        self.confirm.setEnabled(True)
        self.confirm.follow(task)

    def _whole(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        card = TableCard()
        card.body.addWidget(self.table)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.questions, 11)
        below.addWidget(self.left_out, 9)
        column.addWidget(self.strip)
        column.addWidget(card, 3)
        column.addLayout(below, 2)
        return whole

    def _foot(self) -> QHBoxLayout:
        _ = self._context.words
        theme, icons = self._context.theme, self._context.icons
        self.sign = IconLabel("undo-2", theme, icons, "text3")
        self.said = ElidedLabel(_("One Ctrl+Z takes the import back"))
        self.said.setFont(theme.theme.font("small"))
        cancel = button(_("Cancel"), "ghost", self.give_up, theme=theme)
        self.confirm = ProgressButton(_("Import"), theme, icons, self._context.words, "check")
        self.confirm.keys = "Ctrl+Enter"
        self.confirm.wanted.connect(self.load)
        self.instead = CheckBox(_("In place of what is loaded"), theme)
        self.instead.setToolTip(_("The rows loaded before count no more. One undo brings them back."))
        self.instead.hide()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sign)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.instead)
        foot.addWidget(cancel)
        foot.addWidget(self.confirm)
        return foot

    def read(self) -> None:
        """Read the file with the answers so far, in a worker."""
        if self._task is not None:
            self._task.cancel()
        engagement, answers, source = self._context.bridge.engagement, dict(self.answers), self.source
        self._unread = False
        task: Task[Preview] = self._context.tasks.start(lambda task: source.read(engagement, answers, _Watch(task)))
        self._task = task
        task.done.connect(lambda preview, of=task: self._show_read(of, preview))
        task.failed.connect(lambda message, of=task: self._show_failed(of, message))
        task.cancelled.connect(lambda of=task: self._stopped(of))
        QTimer.singleShot(PATIENCE_MS, self, lambda: self._say_waiting(task))

    def _awaits(self, task: Task[Preview]) -> bool:
        """Whether this reading is the latest one, and the page has not been left meanwhile."""
        return isValid(self) and task is self._task

    def _end_reading(self) -> None:
        """Also for the button: a reading that ends while the button begins to follow it is never told of."""
        self._task = None
        self.confirm.rest()

    def _stopped(self, task: Task[Preview]) -> None:
        """The button stopped the reading: the former reading stands, or there is nothing to stay for."""
        if not self._awaits(task):
            return
        self._end_reading()
        self._load_after, self._unread = False, True
        if self.preview is None:
            self.finished.emit()
        else:
            self._show_ready(self.preview)

    def _show_read(self, task: Task[Preview], preview: Preview) -> None:
        if not self._awaits(task):
            return
        self._end_reading()
        first = self.preview is None
        if first:
            self.instead.setVisible(preview.replaces is not None)
            self.instead.setChecked(bool(preview.replaces))
        self._show(preview)
        if first and self._left_at is not None:
            instead, (row, column) = self._left_at
            self.instead.setChecked(instead)
            self.table.stand_at(row, column)
        if self._load_after:
            self._load_after = False
            self.load()

    def _show(self, preview: Preview) -> None:
        self.preview = preview
        self.stack.setCurrentIndex(1)
        self.strip.show_preview(self.source.path.name, preview)
        self.table.show_preview(preview)
        self._show_questions(preview)
        self.left_out.show_preview(preview)
        self._show_ready(preview)
        if self._corrected_at is not None:
            at, self._corrected_at = self._corrected_at, None
            if not self.table.next_trouble(1, at):
                self.table.next_trouble(1, (-1, 0))

    def _show_questions(self, preview: Preview) -> None:
        """Those that are not asked in a cell of the table."""
        asked = tuple(question for question in preview.questions if question.key not in preview.in_cells)
        self.questions.show_questions(asked, self.answers, preview.notes)

    def _show_ready(self, preview: Preview) -> None:
        _ = words = self._context.words
        can = not preview.problem and preview.ready > 0
        self.confirm.set_rest(words.plural("Import {n} row", "Import {n} rows", preview.ready) if can else _("Import"))
        self.confirm.setEnabled(can)
        self.confirm.setToolTip(preview.problem)
        back = _("One Ctrl+Z takes the import back")
        stays = _("Answers of a survey are not kept in undo: look before you import")
        self.said.setText(preview.problem or (back if preview.undoable else stays))
        tint(self.said, self._context.theme, "warn" if preview.problem else "text3")
        quiet = ("undo-2" if preview.undoable else "info", "text3")
        self.sign.set_icon(*(("circle-alert", "warn") if preview.problem else quiet))

    def _show_failed(self, task: Task[Preview], message: Message) -> None:
        if not self._awaits(task):
            return
        self._end_reading()
        _ = self._context.words
        failed = EmptyState(
            "octagon-x",
            self._context.words.message(message),
            self._context.theme,
            self._context.icons,
            primary=(_("Another file"), self.other_file.emit),
            quiet=(_("Cancel"), self.give_up),
            detail=_("Nothing has been imported."),
        )
        self.stack.addWidget(failed)
        self.stack.setCurrentWidget(failed)
        self.confirm.setEnabled(False)
        failed.setFocus()

    def _map(self, column: int, field: str) -> None:
        """A column of the file is this field, or not used."""
        preview = self.preview
        if preview is None:
            return
        before = preview.columns[column].field
        if before and before != field:
            self.answers[column_key(before)] = NO_COLUMN
        if field:
            self.answers[column_key(field)] = str(column)
        self.read()

    def _answer(self, key: str, value: str) -> None:
        self.answers[key] = value
        question = next((q for q in self.preview.questions if q.key == key), None) if self.preview else None
        if self.source.rereads or (question is not None and question.blocking):
            self.read()
            return
        self._unread = True
        if self.preview is not None:
            self._show_questions(self.preview)

    def _correct(self, row: int, column: int, text: str) -> None:
        """A cell typed anew is read in place of what the file has; then the next troubled one is the current one."""
        if self.preview is None or self.preview.sheet is None:
            return
        self.answers[cell_key(self.preview.sheet, row, column)] = text
        at = self.table.place()
        self._corrected_at = (at[0], at[1] - 1)
        known = self.source.retyped(self.preview, row, column, text) if self._task is None else None
        if known is None:
            self.read()
        else:
            self._unread = True
            self._show(known)

    def _look_at(self, why: str) -> None:
        """What is wrong with the current cell stands at the foot."""
        if why:
            self.said.setText(why)
            tint(self.said, self._context.theme, "text")
            self.sign.set_icon("circle-help", "warn")
        elif self.preview is not None:
            self._show_ready(self.preview)

    def _next_problem(self, way: int) -> None:
        """F4: the cells to mend, then the questions, and round again."""
        if self.questions.isAncestorOf(self.focusWidget() or self):
            if self.questions.next_question(way):
                return
            self.table.clear_current(way)
        elif self.preview is not None and self.preview.problem and self.questions.first_question(way):
            return
        if not self.table.next_trouble(way) and not self.questions.first_question(way):
            self.table.clear_current(way)
            self.table.next_trouble(way)

    def load(self) -> None:
        """Ctrl+Enter: import; the latest answers are read first."""
        if self._loading is not None or self.preview is None:
            return
        if self._task is not None or self._unread:
            self._load_after = True
            if self._unread:
                self.read()
            return
        if self.preview.problem or not self.preview.ready:
            return
        chosen = replace(self.preview, replaces=self.instead.isChecked())
        self._loading = loading = PartsLoader(self.source.load(self._context.bridge, chosen), self)
        self.confirm.follow(loading)
        loading.done.connect(lambda: self._loaded(chosen))
        loading.failed.connect(self._not_loaded)
        loading.cancelled.connect(self._not_loaded)

    def _loaded(self, preview: Preview) -> None:
        self._loading = None
        self.finished.emit()
        self._context.shell.toast(self.source.said(preview), undo=preview.undoable)

    def _not_loaded(self, problem: Message | None = None) -> None:
        self._loading = None
        if problem is not None:
            self._context.shell.problem(problem)
        else:
            self._context.shell.toast(self._context.words("Nothing has been imported."))

    def give_up(self) -> None:
        """Esc: loading stops; else the page goes, and nothing is imported."""
        if self._loading is not None:
            self.confirm.cancel()
            return
        if self._task is not None:
            self._task.cancel()
        self.finished.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: in front for the first time: begin to read."""
        super().showEvent(event)
        if self.preview is None and self._task is None and not event.spontaneous():
            self.read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: somebody went elsewhere: stop reading."""
        super().hideEvent(event)
        if not event.spontaneous() and self._task is not None:
            self._task.cancel()
            self._task = None

    def event(self, event: QEvent) -> bool:
        """Qt: F4 and Ctrl+Enter are this page's while it is in front."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> Callable[[], object] | None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F4:
            way = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            return lambda: self._next_problem(way)
        if event.key() in _ENTER and control:
            return self.load
        return self.give_up if event.key() == Qt.Key.Key_Escape else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: F4, Ctrl+Enter, Esc."""
        run = self._own(event)
        if run is None:
            super().keyPressEvent(event)
        else:
            run()
