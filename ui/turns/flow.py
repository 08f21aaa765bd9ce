"""Turn after turn on one laptop: a cover, one person's sheet, the cover again, so that nobody sees the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.turns.sheet import Question, Sheet
from ui.widgets.layout import button, plain_label
from ui.widgets.segmented import SegmentedControl
from workshop_app.i18n import Words

SHEET, COVER = 0, 1


class TurnFlow(QWidget):
    """``handed_in`` with the answers and the name; ``wanted`` when the next person sits down; ``finished`` = no more.

    ``seats`` on the cover are for turns of departments; ``seat_chosen`` carries the one that was clicked.
    """

    handed_in = Signal(dict, str)
    wanted = Signal()
    finished = Signal()
    seat_chosen = Signal(str)

    def __init__(self, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = Sheet(theme, words)
        self.sheet.done.connect(self.confirm)
        self.seats = SegmentedControl(theme, icons)
        self.seats.setAccessibleName(words("Whose turn it is"))
        self.seats.chosen.connect(self.seat_chosen)
        self.seats.hide()
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.stack.addWidget(self.sheet)
        self.stack.addWidget(self._cover_view())

    def _cover_view(self) -> QWidget:
        _ = self._words
        view = QWidget()
        column = QVBoxLayout(view)
        column.addStretch(1)
        self.thanks = plain_label("", self._theme, "body", "text2", wrap=True)
        self.who = plain_label("", self._theme, "title", wrap=True)
        self.how = plain_label("", self._theme, "body", "text2", wrap=True)
        for label in (self.thanks, self.who, self.how):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.seats, 0, Qt.AlignmentFlag.AlignCenter)
        self.stop = button(_("Nobody else votes"), "ghost", self.finished.emit, theme=self._theme)
        self.go_on = button(_("Next person"), "pri", self.wanted.emit, theme=self._theme, keys="Enter")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        row.addWidget(self.go_on)
        row.addStretch(1)
        column.addSpacing(16)
        column.addLayout(row)
        column.addStretch(1)
        return view

    def cover(self, who: str, how: str = "", thanks: str = "") -> None:
        """Nothing of the last sheet is left to be seen; who takes the laptop now."""
        self.sheet.wipe()
        self.thanks.setText(thanks)
        self.who.setText(who)
        self.how.setText(how)
        self.stack.setCurrentIndex(COVER)
        self.setFocus()

    def ask(self, questions: tuple[Question, ...], place: str, *, named: bool = False) -> None:
        """An empty sheet for the person who sits down."""
        self.stack.setCurrentIndex(SHEET)
        self.sheet.ask(questions, place, named=named)

    @property
    def covered(self) -> bool:
        """Whether no sheet is to be seen."""
        return self.stack.currentIndex() == COVER

    def confirm(self) -> None:
        """The sheet is handed in."""
        answers, name = self.sheet.answers, self.sheet.name.text().strip()
        self.sheet.wipe()
        self.handed_in.emit(answers, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter or Space on the cover; on the sheet its own keys, wherever the focus is."""
        if not self.covered:
            self.sheet.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self.wanted.emit()
        else:
            super().keyPressEvent(event)
