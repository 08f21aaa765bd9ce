"""A quick vote on this laptop: set the question, then one after another votes unseen, then it is opened to the room."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.audience.ballot import KINDS, Ballot, VoteKind, VoteQuestion
from ui.context import WindowContext
from ui.room_desk import RoomDesk
from ui.turns.flow import TurnFlow
from ui.turns.private import PrivatePanel, seen_by_all
from ui.turns.sheet import Choice, Question
from ui.widgets.controls import CheckBox
from ui.widgets.layout import FieldMessage, button, plain_label
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.model import NoteKind
from workshop_app.domain.quick_line import QuickLine
from workshop_app.steps.session import add_note

MOST_OPTIONS = 6


class VotePanel(PrivatePanel):
    """Three views: the question, the entry, the result. The room sees only how many have voted.

    While people vote the panel covers the window: nobody sees the facilitator's notes, and no key reaches them.
    """

    width_wanted, height_wanted = 700, 520

    def __init__(self, parent: QWidget, context: WindowContext, desk: RoomDesk, people: int) -> None:
        super().__init__(parent, context.words("Quick vote"), context.theme, context.icons, context.words)
        self._context, self._desk = context, desk
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack, 1)
        self.entry = TurnFlow(context.theme, context.icons, context.words)
        self.entry.handed_in.connect(self._cast)
        self.entry.wanted.connect(self._next_person)
        self.entry.finished.connect(self.finish)
        self.stack.addWidget(self._question_view(people))
        self.stack.addWidget(self.entry)
        self.stack.addWidget(self._result_view())

    def _question_view(self, people: int) -> QWidget:
        _ = self.words
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.question = QLineEdit()
        self.question.setAccessibleName(_("Question"))
        self.question.setPlaceholderText(_("What is voted on?"))
        self.question.returnPressed.connect(self.begin)
        self.options = QPlainTextEdit()
        self.kinds = SegmentedControl(self.theme, self.icons)
        self.kinds.set_items([(kind.value, _(text)) for kind, text in KINDS])
        self.kinds.set_current(VoteKind.FIST.value)
        self.kinds.setAccessibleName(_("How we vote"))
        self.kinds.chosen.connect(lambda key: self.options.setVisible(key == VoteKind.DOTS))
        self.options.setPlaceholderText(_("One option a line, 2 to 6"))
        self.options.setAccessibleName(_("Options"))
        self.options.setTabChangesFocus(True)
        self.options.hide()
        self.expected = QLineEdit(str(max(1, people)))
        self.expected.setValidator(QIntValidator(1, 200, self))
        self.expected.setFixedWidth(64)
        self.expected.setAccessibleName(_("How many vote"))
        self.anonymous = CheckBox(_("Anonymous: no names are kept"), self.theme)
        self.anonymous.setChecked(True)
        self.fault = FieldMessage(self.theme)
        line = QHBoxLayout()
        line.addWidget(plain_label(_("How many vote"), self.theme, "small", "text2"))
        line.addWidget(self.expected)
        line.addSpacing(16)
        line.addWidget(self.anonymous)
        line.addStretch(1)
        for widget in (self.question, self.fault, self.kinds, self.options):
            column.addWidget(widget)
        column.addLayout(line)
        column.addStretch(1)
        begin = button(_("Begin the vote"), "pri", self.begin, theme=self.theme)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignRight)
        return view

    def _result_view(self) -> QWidget:
        _ = self.words
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        self.said = plain_label("", self.theme, "card_title", wrap=True)
        self.hint = plain_label(
            _("The room sees only how many have voted. Open it when everybody is ready."),
            self.theme, "body", "text2", wrap=True,
        )  # fmt: skip
        column.addWidget(self.said)
        column.addWidget(self.hint)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(button(_("One more vote"), "ghost", self._more, theme=self.theme))
        row.addStretch(1)
        row.addWidget(button(_("Write the result down"), "sec", self.write_down, theme=self.theme))
        self.open_button = button(_("Open to the room"), "pri", self.open_votes, theme=self.theme, keys="F5")
        row.addWidget(self.open_button)
        column.addLayout(row)
        return view

    def focus_first(self) -> None:
        """The question; a vote that goes on goes on."""
        if self.stack.currentIndex() == 0:
            self.question.setFocus()
        else:
            (self.entry if self.stack.currentIndex() == 1 else self).setFocus()

    def begin(self) -> None:
        """From the question to the first person."""
        _ = self.words
        kind = VoteKind(self.kinds.current())
        options = tuple(line.strip() for line in self.options.toPlainText().splitlines() if line.strip())
        text = self.question.text().strip()
        if not text:
            self.fault.say(_("Write the question: it stands in the room."))
            return
        if kind is VoteKind.DOTS and not 2 <= len(options) <= MOST_OPTIONS:
            self.fault.say(_("Two to six options, one a line."))
            return
        if hindered := seen_by_all(self._context):
            self.fault.say(hindered)
            return
        self.fault.say("")
        question = VoteQuestion(text, kind, options, int(self.expected.text() or 1), self.anonymous.isChecked())
        self.ballot = Ballot(question)
        self._desk.show_ballot(self.ballot)
        self._vote()
        self._next_person()

    def _vote(self) -> None:
        self.stack.setCurrentIndex(1)
        self.set_private(True)

    def _next_person(self) -> None:
        """An empty ballot."""
        question, number = self.ballot.question, self.ballot.voted + 1
        place = self.words("Person {n} of {total}", n=number, total=max(number, question.expected))
        mode = self.words("anonymous: no names are kept") if question.anonymous else self.words("open: names are shown")
        self.entry.ask((self._paper(question),), f"{place} · {mode}", named=not question.anonymous)

    def _paper(self, question: VoteQuestion) -> Question:
        typed = question.kind is VoteKind.DOTS
        choices = tuple(
            Choice(
                str(place + 1 if typed else place), choice if typed else self.words(choice), alone=question.dots == 1
            )
            for place, choice in enumerate(question.choices)
        )
        return Question("", question.text, choices, most=question.dots)

    def _cast(self, answers: dict[str, tuple[int, ...]], name: str) -> None:
        self.ballot.cast(answers[""], name)
        self._desk.show_ballot(self.ballot)
        self._cover()
        if self.ballot.complete:
            self.finish()

    def _cover(self) -> None:
        _ = self.words
        self.entry.cover(_("Hand the laptop to the next person."), thanks=_("Written down. Thank you!"))

    def finish(self) -> None:
        """Nobody else votes."""
        _ = self.words
        question = self.ballot.question
        self.said.setText(_("{n} of {total} have voted", n=self.ballot.voted, total=question.expected))
        self.stack.setCurrentIndex(2)
        self.set_private(False)
        self.setFocus()  # not the button: the last person’s second Enter opens nothing

    def _more(self) -> None:
        self._vote()
        self._cover()

    def open_votes(self) -> None:
        """The totals to the room."""
        self._desk.open_ballot()
        self.leave()

    def write_down(self) -> None:
        """The totals as a decision of the session, with the names of an open vote; an anonymous one is kept nowhere."""
        _ = self.words
        question = self.ballot.question
        results = []
        for place, (choice, total) in enumerate(zip(question.choices, self.ballot.totals(), strict=True)):
            names = self.ballot.names(place)
            if total:
                said = f"{choice if question.kind is VoteKind.DOTS else place}: {total}"
                results.append(f"{said} ({', '.join(names)})" if names else said)
        text = _("Vote: {question} – {results}", question=question.text, results=", ".join(results))
        if self._context.bridge.run(add_note(NoteKind.DECISION, QuickLine(text), None, datetime.now())) is not None:
            self._context.shell.toast(text, undo=True)

    def leave(self) -> None:
        """Close; a ballot that is not cast goes, the vote waits under its cover."""
        if self.stack.currentIndex() == 1:
            self._cover()
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc never loses a vote that goes on: it closes the panel, the vote waits."""
        if event.key() == Qt.Key.Key_F5 and self.stack.currentIndex() == 2:
            self.open_votes()
        else:
            super().keyPressEvent(event)
