"""Quick entry of paper answers: a digit a question, Enter ends the sheet, the next one begins empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.context import WindowContext
from ui.widgets.labels import PlainLabel
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Department
from workshop_app.steps.feedback.operations import add_response
from workshop_app.steps.feedback.view import Wave


class BallotEntry(Card):
    """The order on the screen is the order on paper. ``left`` when the facilitator is done."""

    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=8)
        self._context = context
        self._wave: Wave | None = None
        self._answers: dict[str, int] = {}
        self._at = 0
        _ = context.words
        theme = context.theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.departments = SegmentedControl(theme, context.icons)
        self.count = plain_label("", theme, "control_strong", "text2")
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Paper answers"), theme, "card_title"))
        head.addWidget(self.departments)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(button(_("Done"), "sec", self.leave, theme=theme))
        self.body.addLayout(head)
        hint = _("1–5 = answer, 0 = skipped, Backspace = back, Enter = next sheet. Answers are not kept in undo.")
        self.body.addWidget(plain_label(hint, theme, "caption", "text2", wrap=True))
        self.rows = ScrollColumn(spacing=0)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self.rows.column.addLayout(self._grid)
        self.rows.column.addStretch(1)
        self.body.addWidget(self.rows, 1)
        self.comment = TextField(theme, _("What one thing gets in the way? (may stay empty)"), _("Comment"))
        self.comment.returnPressed.connect(self._write)
        self.body.addWidget(self.comment)
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []

    def show_wave(self, wave: Wave, departments: tuple[Department, ...]) -> None:
        """Another wave; a sheet being entered stays."""
        same = self._wave is not None and self._wave.questions == wave.questions
        self._wave = wave
        self.departments.set_items([(d.id, d.short) for d in departments])
        self.count.setText(
            self._context.words.plural("{n} sheet entered", "{n} sheets entered", sum(wave.results.n.values()))
        )
        if not same:
            self._answers, self._at = {}, 0
            self._rebuild()

    def _rebuild(self) -> None:
        theme = self._context.theme
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._labels = []
        for row, question in enumerate(self._wave.questions if self._wave else ()):
            text = plain_label(f"{row + 1}.  {question.text}", theme, "body", wrap=True)
            mark = plain_label("", theme, "body_strong", "accent")
            mark.setFixedWidth(40)
            self._grid.addWidget(text, row, 0)
            self._grid.addWidget(mark, row, 1)
            self._labels.append((text, mark))
        self._paint()

    def begin(self) -> None:
        """Ready for the first sheet."""
        self.setFocus()
        self._paint()

    def leave(self) -> None:
        """The facilitator is done."""
        self.left.emit()

    def _paint(self) -> None:
        questions = self._wave.questions if self._wave else ()
        for row, (question, (text, mark)) in enumerate(zip(questions, self._labels, strict=True)):
            value = self._answers.get(question.code)
            mark.setText("—" if value == 0 else str(value or ("▸" if row == self._at else "")))
            text.setFont(self._context.theme.theme.font("body_strong" if row == self._at else "body"))
        self.rows.fit_later()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: digits, Backspace, Enter, Esc."""
        questions = self._wave.questions if self._wave else ()
        text = event.text()
        if text in tuple("012345") and self._at < len(questions):
            self._answers[questions[self._at].code] = int(text)
            self._at += 1
        elif event.key() == Qt.Key.Key_Backspace and self._at > 0:
            self._at -= 1
            self._answers.pop(questions[self._at].code, None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._write()
            return
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        else:
            super().keyPressEvent(event)
            return
        self._paint()

    def _write(self) -> None:
        given = {code: value for code, value in self._answers.items() if value}
        if self._wave is None or not given:
            return
        operation = add_response(self._wave.survey, self.departments.current(), given, self.comment.text())
        if self._context.bridge.run(operation) is not None:
            self._answers, self._at = {}, 0
            self.comment.set_value("")
            self.comment.clear()
            self.setFocus()
            self._paint()
