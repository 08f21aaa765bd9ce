"""A ledger before it is loaded: mapping in the head, a verdict per row, questions, what is left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.pages.import_preview.left_out import save_list
from ui.pages.import_preview.preview import LeftOut
from ui.steps.diagnosis.ledger_questions import QuestionsCard
from ui.steps.diagnosis.ledger_rows import RowsCard
from ui.widgets.controls import CheckBox
from ui.widgets.layout import (
    Card,
    FieldMessage,
    HintLine,
    NumberCell,
    NumberStrip,
    StepHeader,
    button,
    plain_label,
)
from ui.widgets.progress_button import ProgressButton
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.message import Message
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.importing import LedgerPreview
from workshop_app.steps.diagnosis.view import DiagnosisView

MOST_SKIPPED = 12


class PreviewPage(QWidget):
    """``answered`` carries answers and whether the file has to be read again at once."""

    answered = Signal(dict, bool)
    other_file = Signal()
    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self.preview: LedgerPreview | None = None
        self._files: tuple[str, ...] = ()
        _, theme, icons = context.words, context.theme, context.icons
        other = button(_("Another file"), "ghost", self.other_file.emit, icons=icons, icon="folder-open", theme=theme)
        self.header = StepHeader(_("Loading a sales ledger"), theme, (other,))
        self.strip = NumberStrip(theme, icons)
        self.message = FieldMessage(theme)
        self.rows = RowsCard(context)
        self.rows.mapped.connect(lambda answers: self.answered.emit(answers, True))
        self.questions = QuestionsCard(context)
        self.questions.answered.connect(self.answered)
        self.skipped = SkippedCard(context)
        self.replace = CheckBox(_("In place of what is loaded"), theme)
        self.replace.setToolTip(_("The rows loaded before count no more. One undo brings them back."))
        self.load_button = ProgressButton(_("Load the rows"), theme, icons, context.words, "check")
        self.load_button.setToolTip("Ctrl+Enter")
        cancel = button(_("Cancel"), "ghost", self.left.emit, theme=theme)
        self._lay_out(cancel)

    def _lay_out(self, cancel: QWidget) -> None:
        _, theme = self._context.words, self._context.theme
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.questions, 11)
        lower.addWidget(self.skipped, 9)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(plain_label(_("One Ctrl+Z takes the loading back"), theme, "caption", "text2"))
        foot.addStretch(1)
        foot.addWidget(self.replace)
        foot.addWidget(cancel)
        foot.addWidget(self.load_button)
        hints = [
            ("Tab", _("next column")),
            ("←/→", _("one client or two")),
            ("Ctrl+Enter", _("load")),
            ("Esc", _("back")),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        column.addWidget(self.message)
        column.addWidget(self.rows, 11)
        column.addLayout(lower, 8)
        column.addLayout(foot)
        column.addWidget(HintLine(hints, theme))

    def show_loaded(self, view: DiagnosisView) -> None:
        """What is loaded already, that may be replaced."""
        self._files = tuple(batch.file for batch in view.batches)
        self.replace.setVisible(bool(self._files))

    def replaces(self) -> bool:
        """Whether what was loaded before shall count no more."""
        return bool(self._files) and self.replace.isChecked()

    def show_preview(self, preview: LedgerPreview, answers: dict[str, str]) -> None:
        """A file that has been read."""
        _ = words = self._context.words
        if self.preview is None or self.preview.path != preview.path:
            self.replace.setChecked(preview.path.name in self._files)
        self.preview = preview
        plan = preview.plan
        self.header.set_title(_("Loading {name}", name=preview.path.name))
        self.header.set_note(preview.about)
        self.strip.set_cells(_numbers(preview, words))
        self.strip.setVisible(plan is not None)
        self.message.say(words.message(preview.problem) if preview.problem else "")
        self.rows.show_preview(preview)
        self.questions.show_preview(preview, answers)
        self.skipped.show_preview(preview)
        self.questions.setVisible(plan is not None)
        self.skipped.setVisible(plan is not None)
        count = len(plan.rows) if plan else 0
        self.load_button.set_rest(words.plural("Load {n} row", "Load {n} rows", count))
        blocked = plan is None or not count or any(question.blocking for question in plan.questions)
        self.load_button.setEnabled(not blocked)


def _numbers(preview: LedgerPreview, words: Words) -> list[NumberCell]:
    _ = words
    plan = preview.plan
    if plan is None:
        return []
    report = plan.report
    first, last = report.first_date, report.last_date
    period = (
        f"{first.year}–{last.year}" if first and last and first.year != last.year else str(first.year) if first else "—"
    )
    left_out = report.rows - report.accepted
    cells = (
        ("rows", words.number(report.rows), _("rows")),
        ("years", period, _("years")),
        ("columns", _("{n} of {whole}", n=preview.known, whole=len(preview.columns)), _("columns known")),
        ("out", words.number(left_out), _("rows left out")),
        ("merged", words.number(report.spellings_merged), _("spellings merged")),
    )
    return [NumberCell(key, number, caption, filters=False) for key, number, caption in cells]


class SkippedCard(Card):
    """What will not be loaded and why."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=6)
        self._context = context
        _, theme = context.words, context.theme
        self.lines: tuple[LeftOut, ...] = ()
        self.title = plain_label("", theme, "card_title")
        self.save = button(
            _("Save the list"),
            "ghost",
            lambda: save_list(context, self.lines),
            icons=context.icons,
            icon="download",
            theme=theme,
        )
        self.list = ScrollColumn(spacing=4)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.save)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)

    def show_preview(self, preview: LedgerPreview) -> None:
        """The rows left out, the first ones by number."""
        _ = words = self._context.words
        self.list.clear()
        plan = preview.plan
        if plan is None:
            return
        report = plan.report
        left_out = report.rows - report.accepted
        self.title.setText(words.plural("Left out: {n} row", "Left out: {n} rows", left_out))
        self.lines = tuple(LeftOut(row, words.message(why)) for row, why in _skipped(preview))
        self.save.setVisible(bool(self.lines))
        for line in self.lines[:MOST_SKIPPED]:
            self._say(_("Row {row}: {why}", row=words.number(line.number), why=line.why))
        more = left_out - min(len(self.lines), MOST_SKIPPED)
        if more > 0:
            self._say(_("and {n} more", n=more))
        if report.repeats_possible:
            self._say(
                words.plural(
                    "{n} possible repeat is loaded", "{n} possible repeats are loaded", report.repeats_possible
                )
            )
        for total in (each for each in report.totals if not each.agrees):
            said = _(
                "Row {row}: the total says {stated}, the rows above add up to {counted}",
                row=total.row,
                stated=words.number(total.stated),
                counted=words.number(total.counted),
            )
            self._say(said)
        if not left_out:
            self._say(_("Every row can be used."))
        self.list.column.addStretch(1)
        self.list.fit_later()

    def _say(self, text: str) -> None:
        self.list.column.addWidget(plain_label(text, self._context.theme, "control", "text2", wrap=True))


def _skipped(preview: LedgerPreview) -> list[tuple[int, Message]]:
    plan = preview.plan
    if plan is None:
        return []
    report = plan.report
    rejected = [(entry.row, entry.why) for entry in report.rejected]
    totals = [(total.row, Message("{text}", {"text": total.text})) for total in report.totals]
    repeats = [(row, Message("the same document again")) for row in report.dropped_rows]
    return sorted([*rejected, *totals, *repeats], key=lambda each: each[0])
