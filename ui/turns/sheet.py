"""One person's sheet: question after question, answered by a key, seen by nobody else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.service import ThemeService
from ui.widgets.buttons import AnswerButton
from ui.widgets.clearing import clear_layout
from ui.widgets.layout import button, plain_label
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words

MANY_CHOICES = 6
"""From more choices on they stand in two columns."""

Answers = Mapping[str, tuple[int, ...]]
"""By question: the places of the choices that were taken."""


@frozen
class Choice:
    """A key and what it says. ``alone`` puts out every other choice of its question."""

    key: str
    word: str
    alone: bool = True


@frozen
class Question:
    """``caption`` stands over ``text``; up to ``most`` choices may be taken together."""

    id: str
    text: str
    choices: tuple[Choice, ...]
    caption: str = ""
    most: int = 1


class Sheet(QWidget):
    """``done`` when the last question is left with Enter and something has been answered.

    A key takes a choice; where one is enough the next question comes by itself, but for the last one.
    """

    done = Signal()

    def __init__(self, theme: ThemeService, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._questions: tuple[Question, ...] = ()
        self._answers: dict[str, tuple[int, ...]] = {}
        self._at = 0
        self._buttons: list[AnswerButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        _, theme = self._words, self._theme
        self.place = plain_label("", theme, "caption", "text2")
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name (the vote is open)"))
        self.name.setAccessibleName(_("Your name"))
        self.caption = plain_label("", theme, "body", "text2", wrap=True)
        self.text = plain_label("", theme, "title", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self.back = button(_("Back"), "ghost", lambda: self._step(-1), theme=theme, keys="←")
        self.count = plain_label("", theme, "caption", "text2")
        self.record = button("", "pri", self.confirm, theme=theme, keys="Enter")
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.place, self.name, self.caption, self.text):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addWidget(plain_label(_("Digits choose. Nobody else sees this."), theme, "caption", "text3"))
        column.addLayout(foot)

    def ask(self, questions: tuple[Question, ...], place: str, *, named: bool) -> None:
        """An empty sheet; ``named`` asks for the name first."""
        self._questions, self._answers, self._at = questions, {}, 0
        self.place.setText(place)
        self.name.clear()
        self.name.setVisible(named)
        self._show()
        (self.name if named else self).setFocus()

    def wipe(self) -> None:
        """Nothing of it is left to be seen."""
        self._questions, self._answers, self._at = (), {}, 0
        self.name.clear()
        self._show()

    @property
    def answers(self) -> Answers:
        """What has been answered so far."""
        return dict(self._answers)

    def chosen(self) -> tuple[int, ...]:
        """The choices taken on the question in front."""
        return self._answers.get(self._questions[self._at].id, ()) if self._questions else ()

    def _show(self) -> None:
        _ = self._words
        clear_layout(self._grid)
        self._buttons = []
        if not self._questions:
            for label in (self.text, self.caption, self.place):
                label.setText("")
            self.setAccessibleName("")
            self.setAccessibleDescription("")
            return
        question = self._questions[self._at]
        self.caption.setText(question.caption)
        self.caption.setVisible(bool(question.caption))
        self.text.setText(question.text)
        self.setAccessibleName(question.text)
        self.setAccessibleDescription("; ".join(f"{choice.key}: {choice.word}" for choice in question.choices))
        columns = 2 if len(question.choices) > MANY_CHOICES else 1
        rows = -(-len(question.choices) // columns)
        for place, choice in enumerate(question.choices):
            made = AnswerButton(choice.key, choice.word, "", self._theme)
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(lambda _checked=False, at=place: self.choose(at))
            self._grid.addWidget(made, place % rows, place // rows)
            self._buttons.append(made)
        self._mark()

    def _mark(self) -> None:
        _, many = self._words, len(self._questions) > 1
        chosen = self.chosen()
        for place, made in enumerate(self._buttons):
            made.setChecked(place in chosen)
            made.set_primary(place in chosen)
        last = self._at == len(self._questions) - 1
        self.back.setVisible(many)
        self.back.setEnabled(self._at > 0)
        self.count.setVisible(many)
        answered = _("{n} answered", n=len(self._answers))
        self.count.setText(f"{_('{n} of {total}', n=self._at + 1, total=len(self._questions))} · {answered}")
        self.record.set_text((_("Hand in") if many else _("Cast the vote")) if last else _("Next question"))
        self.record.setEnabled(not last or bool(self._answers))

    def choose(self, place: int) -> None:
        """Take a choice, or put it back."""
        question = self._questions[self._at]
        before = self.chosen()
        kept = tuple(p for p in before if not question.choices[p].alone)
        if place in before:
            after = tuple(p for p in before if p != place)
        elif question.choices[place].alone:
            after = (place,)
        else:
            after = (*kept, place) if len(kept) < question.most else before
        self._answers = {**self._answers, question.id: after}
        if not after:
            del self._answers[question.id]
        self._mark()
        if after and question.choices[place].alone and place in after:
            self._step(1)

    def _step(self, way: int) -> None:
        at = max(0, min(self._at + way, len(self._questions) - 1))
        if at != self._at:
            self._at = at
            self._show()

    def confirm(self) -> None:
        """Enter: the next question; after the last one the sheet is handed in."""
        if self._at < len(self._questions) - 1:
            self._step(1)
        elif self._answers:
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: keys choose, Enter and arrows go on and back."""
        key, text = event.key(), event.text().replace("-", "−")
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Backspace: -1, Qt.Key.Key_Right: 1}
        keys = [choice.key for choice in self._questions[self._at].choices] if self._questions else []
        if event.isAutoRepeat():
            return  # a key held down answers one question
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.name.hasFocus():
                self.setFocus()
            else:
                self.confirm()
        elif text and text in keys:
            self.choose(keys.index(text))
        elif key in steps:
            self._step(steps[Qt.Key(key)])
        elif not text.strip():
            super().keyPressEvent(event)
