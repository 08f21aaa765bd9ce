"""Quick entry of paper answers: a digit a question, Enter ends the sheet, the next one begins empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.context import WindowContext
from ui.steps.feedback.pulse_turns import PulseTurns
from ui.turns.desk import TurnDesk
from ui.widgets.clearing import clear_layout
from ui.widgets.labels import PlainLabel
from ui.widgets.layout import Card, HintLine, button, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from ui.widgets.tips import plain_tip
from workshop_app.domain.model import Department
from workshop_app.domain.survey_catalogue import survey_form
from workshop_app.steps.feedback.operations import add_response
from workshop_app.steps.feedback.view import Wave

SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BallotEntry(Card):
    """The order on the screen is the order on paper. ``left`` when the facilitator is done."""

    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=8)
        self._context = context
        self._wave: Wave | None = None
        self._homes: tuple[Department, ...] = ()
        self._answers: dict[str, int] = {}
        self._at = 0
        _ = context.words
        theme = context.theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.departments = SegmentedControl(theme, context.icons)
        self.departments.chosen.connect(lambda _key: self._chosen())
        self.count = plain_label("", theme, "control_strong", "text2")
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Paper answers"), theme, "card_title"))
        head.addWidget(self.departments)
        head.addWidget(self.count)
        head.addStretch(1)
        self.turns = TurnDesk(self, context, partial(PulseTurns, context.bridge, context.words, lambda: self._wave))
        turn = button(_("In turn"), "ghost", self.turns.begin, icons=context.icons, icon="users", theme=theme)
        turn.setToolTip(plain_tip(_("One after another answers on this laptop, unseen by the next")))
        head.addWidget(turn)
        head.addWidget(button(_("Done"), "sec", self.leave, theme=theme))
        self.body.addLayout(head)
        self.body.addWidget(plain_label(_("Answers are not kept in undo."), theme, "caption", "text2"))
        self.rows = ScrollColumn(spacing=0)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(6)
        self.rows.column.addLayout(self._grid)
        self.rows.column.addStretch(1)
        self.body.addWidget(self.rows, 1)
        self.comments = tuple(self._open_question(text) for text in survey_form(_.language).open_questions)
        hints = [
            ("1–5", _("answer")),
            ("0", _("skipped")),
            ("Backspace", _("back")),
            ("← →", _("department")),
            ("Tab", _("comments")),
            ("Enter", _("next sheet")),
            ("Esc", _("done")),
        ]
        self.body.addWidget(HintLine(hints, theme))
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []

    def _open_question(self, text: str) -> TextField:
        field = TextField(self._context.theme, text, text)
        field.returnPressed.connect(self._write)
        self.body.addWidget(field)
        return field

    def show_wave(self, wave: Wave, departments: tuple[Department, ...]) -> None:
        """Another wave; a sheet being entered stays."""
        same = self._wave is not None and self._wave.questions == wave.questions
        self._wave = wave
        if self._homes != departments:
            self._homes = departments
            self.departments.set_items([(d.id, d.short) for d in departments])
        self._count()
        if not same:
            self._answers, self._at = {}, 0
            self._rebuild()

    def _count(self) -> None:
        """How many sheets of the chosen department are in, of how many that were asked."""
        _ = self._context.words
        if self._wave is not None:
            results, chosen = self._wave.results, self.departments.current()
            count, asked = results.n.get(chosen, 0), results.invited.get(chosen, 0)
            self.count.setText(_("{n} of {m} sheets entered", n=count, m=asked))

    def _rebuild(self) -> None:
        theme = self._context.theme
        clear_layout(self._grid)
        self._labels = []
        for row, question in enumerate(self._wave.questions if self._wave else ()):
            text = plain_label(f"{row + 1}.  {question.text}", theme, "body", wrap=True)
            mark = plain_label("", theme, "body_strong", "accent")
            mark.setFixedWidth(theme.theme.pixels(24))
            self._grid.addWidget(mark, row, 0)
            self._grid.addWidget(text, row, 1)
            self._labels.append((text, mark))
        self._paint()

    def _chosen(self) -> None:
        self._count()
        self.setFocus()

    def begin(self) -> None:
        """Ready for the first sheet."""
        self.setFocus()
        self._paint()

    def leave(self) -> None:
        """The facilitator is done: a whole sheet is entered, one that was begun waits and is told of."""
        questions = self._wave.questions if self._wave else ()
        if questions and self._at == len(questions):
            self._write()
        if any(self._answers.values()):
            text = self._context.words.plural(
                "A sheet with {n} answer is not entered yet: Ctrl+E goes on with it.",
                "A sheet with {n} answers is not entered yet: Ctrl+E goes on with it.",
                sum(bool(value) for value in self._answers.values()),
            )
            self._context.shell.toast(text)
        self.left.emit()

    def _paint(self) -> None:
        questions = self._wave.questions if self._wave else ()
        for row, (question, (text, mark)) in enumerate(zip(questions, self._labels, strict=True)):
            value = self._answers.get(question.code)
            mark.setText("—" if value == 0 else str(value or ("▸" if row == self._at else "·")))
            text.setFont(self._context.theme.theme.font("body_strong" if row == self._at else "body"))
        self.rows.fit_later()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab goes from the answers to the comments, Shift+Tab from the first comment back."""
        focus = self.focusWidget()
        if forward and (focus is None or self.hasFocus()):
            self.comments[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if not forward and focus is self.comments[0]:
            self.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

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
        elif event.key() in SIDES:
            self._other_department(SIDES[Qt.Key(event.key())])
            return
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        else:
            super().keyPressEvent(event)
            return
        self._paint()

    def _other_department(self, way: int) -> None:
        names = [department.id for department in self._homes]
        if names:
            at = names.index(self.departments.current())
            self.departments.set_current(names[(at + way) % len(names)])
            self._count()

    def _write(self) -> None:
        given = {code: value for code, value in self._answers.items() if value}
        if self._wave is None or not given:
            return
        comments = [field.text() for field in self.comments]
        operation = add_response(self._wave.survey, self.departments.current(), given, comments)
        if self._context.bridge.run(operation) is not None:
            self._answers, self._at = {}, 0
            for field in self.comments:
                field.set_value("")
                field.clear()
            self.setFocus()
            self._paint()
