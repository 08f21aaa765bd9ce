"""The questions of a file: each with its answers, the usual one chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.card import Card
from ui.widgets.clearing import clear_layout
from ui.widgets.controls import ChoiceBox
from ui.widgets.labels import PlainLabel
from ui.widgets.layout import plain_label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from workshop_app.exchange.grid import Answers, Question

SHOWN = 40
MOST_SEGMENTS, LONGEST_SEGMENTS = 3, 32
AnswerWidget = SegmentedControl | ChoiceBox | TextField


class QuestionRow(QWidget):
    """One question. ``answered`` carries its key and the answer."""

    answered = Signal(str, str)

    def __init__(self, question: Question, answer: str | None, context: WindowContext) -> None:
        super().__init__()
        self.question, self._context = question, context
        say = context.words.message
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        text = plain_label(say(question.text), context.theme, "body", "text", wrap=True)
        text.setMinimumHeight(1)
        row.addWidget(text, 1)
        self.answer = self._widget(answer if answer is not None else question.default or "")
        row.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)

    def _widget(self, answer: str) -> AnswerWidget:
        options = [(option.value, self._context.words.message(option.label)) for option in self.question.options]
        theme, icons = self._context.theme, self._context.icons
        if not options:
            field = TextField(theme, "", self._context.words.message(self.question.text))
            field.set_value(answer)
            field.setFixedWidth(theme.theme.pixels(120))
            field.committed.connect(self._tell)
            return field
        short = len(options) <= MOST_SEGMENTS and sum(len(word) for _value, word in options) <= LONGEST_SEGMENTS
        if short and answer:
            segments = SegmentedControl(theme, icons)
            segments.set_items(options)
            segments.set_current(answer)
            segments.chosen.connect(self._tell)
            return segments
        box = ChoiceBox(theme, icons, self._context.words.message(self.question.text))
        box.set_items(options if answer else [("", self._context.words("choose")), *options])
        box.set_current(answer)
        box.picked.connect(lambda value: self._tell(value) if value else None)
        box.setMaximumWidth(theme.theme.pixels(240))
        return box

    def _tell(self, value: str) -> None:
        self.answered.emit(self.question.key, value)


class QuestionCard(Card):
    """``answered`` carries a question's key and the answer; questions without one keep their usual answer."""

    answered = Signal(str, str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card", margins=14, spacing=6)
        self._context = context
        self._seen: dict[str, Question] = {}
        self._asked: tuple[str, ...] | None = None
        self.rows: list[QuestionRow] = []
        self._title: PlainLabel = plain_label("", context.theme, "card_title")
        self._title.setMinimumHeight(context.theme.theme.pixels(32))  # as high as the head beside it, with its button
        self._count = plain_label("", context.theme, "caption", "text3")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.body.addLayout(head)
        self.body.addWidget(self._area, 1)

    def show_questions(self, questions: Sequence[Question], answers: Answers, notes: Sequence[str]) -> None:
        """Questions that must be answered first, then the others; ``notes`` below."""
        _ = self._context.words
        for question in sorted(questions, key=lambda question: not question.blocking):
            self._seen.setdefault(question.key, question)
        still_open = {question.key for question in questions}
        self._seen = {key: q for key, q in self._seen.items() if key in still_open or key in answers}
        shown = list(self._seen.values())[:SHOWN]
        self._title.setText(_("Questions") if shown else _("No questions"))
        waiting = sum(key not in answers for key in self._seen)
        self._count.setText(_("{n} of {all} open", n=waiting, all=len(self._seen)) if shown else "")
        state = (*(question.key for question in shown), "", *notes)
        if state == self._asked:
            return
        self._asked = state
        self._clear()
        self._fill(shown, answers, len(self._seen) - len(shown))
        for note in notes:
            label = plain_label(note, self._context.theme, "small", "text2", wrap=True)
            label.setMinimumHeight(1)
            self._list.addWidget(label)
        self._list.addStretch(1)

    def _fill(self, questions: Sequence[Question], answers: Mapping[str, str], more: int) -> None:
        for question in questions:
            row = QuestionRow(question, answers.get(question.key), self._context)
            row.answered.connect(self.answered)
            self.rows.append(row)
            self._list.addWidget(row)
        if more > 0:
            text = self._context.words("{n} more keep their usual answer", n=more)
            self._list.addWidget(plain_label(text, self._context.theme, "caption", "text3"))

    def _clear(self) -> None:
        self.rows = []
        clear_layout(self._list)

    def next_question(self, way: int) -> bool:
        """F4: from a question to the next one, or the one before; False past the last one."""
        at = next((place for place, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or self)), -1)
        return self._go(at + way) if at >= 0 else self.first_question(way)

    def first_question(self, way: int) -> bool:
        """To the first question, or to the last one; False without any."""
        return self._go(0 if way > 0 else len(self.rows) - 1)

    def _go(self, at: int) -> bool:
        if not 0 <= at < len(self.rows):
            return False
        self.rows[at].answer.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(self.rows[at])
        return True
