"""One person votes on the laptop; then a plain cover, so that the next one sees nothing of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.audience.ballot import VoteKind, VoteQuestion
from ui.theme.service import ThemeService
from ui.widgets.buttons import AnswerButton
from ui.widgets.layout import button, plain_label
from workshop_app.i18n import Words


class VoteEntry(QWidget):
    """``cast`` with the answers and the name (open votes); ``finished`` when nobody else votes.

    Digits choose, Enter casts; on the cover Enter or Space lets the next person vote.
    """

    cast = Signal(tuple, str)
    finished = Signal()

    def __init__(self, theme: ThemeService, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._question = VoteQuestion("")
        self._voted = 0
        self._buttons: list[AnswerButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.stack.addWidget(self._ballot_view())
        self.stack.addWidget(self._cover_view())

    def _ballot_view(self) -> QWidget:
        _ = self._words
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.title = plain_label("", self._theme, "card_title", wrap=True)
        self.place = plain_label("", self._theme, "caption", "text2")
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name (the vote is open)"))
        self.name.setAccessibleName(_("Your name"))
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4)
        self.record = button(_("Cast the vote"), "pri", self.confirm, theme=self._theme, keys="Enter")
        row = QHBoxLayout()
        row.addWidget(plain_label(_("Digits choose. Nobody else sees this."), self._theme, "caption", "text3"))
        row.addStretch(1)
        row.addWidget(self.record)
        column.addWidget(self.title)
        column.addWidget(self.place)
        column.addWidget(self.name)
        column.addLayout(self._answers)
        column.addStretch(1)
        column.addLayout(row)
        return view

    def _cover_view(self) -> QWidget:
        _ = self._words
        view = QWidget()
        column = QVBoxLayout(view)
        column.addStretch(1)
        self.thanks = plain_label("", self._theme, "title")
        self.thanks.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pass_on = plain_label(_("Hand the laptop to the next person."), self._theme, "body", "text2")
        pass_on.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.thanks)
        column.addWidget(pass_on)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(_("Nobody else votes"), "ghost", self.finished.emit, theme=self._theme))
        row.addWidget(button(_("Next person"), "pri", self.next_person, theme=self._theme, keys="Enter"))
        row.addStretch(1)
        column.addSpacing(16)
        column.addLayout(row)
        column.addStretch(1)
        return view

    def begin(self, question: VoteQuestion) -> None:
        """A new vote, for the first person."""
        self._question, self._voted = question, 0
        self.title.setText(question.text)
        self.name.setVisible(not question.anonymous)
        while (item := self._answers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = [self._answer(place, choice) for place, choice in enumerate(question.choices)]
        self.next_person()

    def _answer(self, place: int, choice: str) -> AnswerButton:
        typed = self._question.kind is VoteKind.DOTS
        digit = place + 1 if typed else place
        made = AnswerButton(str(digit), choice if typed else self._words(choice), "", self._theme)
        made.setCheckable(True)
        made.clicked.connect(lambda _checked=False: self._choose(place, from_click=True))
        self._answers.addWidget(made)
        return made

    def _choose(self, place: int, *, from_click: bool = False) -> None:
        """One answer replaces the other; with dots up to as many as there are."""
        chosen = self._buttons[place]
        if not from_click:
            chosen.setChecked(not chosen.isChecked())
        if self._question.dots == 1:
            for other in self._buttons:
                other.setChecked(other is chosen and chosen.isChecked())
        elif len(self.chosen()) > self._question.dots:
            chosen.setChecked(False)
        self.record.setEnabled(bool(self.chosen()))

    def chosen(self) -> tuple[int, ...]:
        """The answers that are marked."""
        return tuple(place for place, made in enumerate(self._buttons) if made.isChecked())

    def confirm(self) -> None:
        """Cast what is marked, and cover it."""
        choices = self.chosen()
        if not choices:
            return
        name = self.name.text()
        self._voted += 1
        self.cover()
        self.cast.emit(choices, name)

    def cover(self) -> None:
        """Nothing of the last vote is left to be seen."""
        for made in self._buttons:
            made.setChecked(False)
        self.name.clear()
        self.thanks.setText(self._words("Written down. Thank you!"))
        self.stack.setCurrentIndex(1)
        self.setFocus()

    def next_person(self) -> None:
        """An empty ballot."""
        number, expected = self._voted + 1, self._question.expected
        self.place.setText(self._words("Person {n} of {total}", n=number, total=max(number, expected)))
        self.record.setEnabled(False)
        self.stack.setCurrentIndex(0)
        (self if self._question.anonymous else self.name).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: digits choose, Enter casts or lets the next one in."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.stack.currentIndex() == 1:
            if enter or event.key() == Qt.Key.Key_Space:
                self.next_person()
                return
        elif enter:
            self.confirm()
            return
        elif event.text().isdigit():
            place = int(event.text()) - (1 if self._question.kind is VoteKind.DOTS else 0)
            if 0 <= place < len(self._buttons):
                self._choose(place)
            return
        super().keyPressEvent(event)
