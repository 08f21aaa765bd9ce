"""Below the table while votes are hidden: the question, whose turn it is, and K2 where no ledger gives it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.steps.goals.seats import SeatCursor, SeatRow, SeatStrip
from ui.widgets.elided import ToneLabel
from ui.widgets.layout import Card, plain_label
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.competence import QUESTIONS, Source
from workshop_app.steps.goals.view import CandidateLine, GoalsView


class EntryCard(Card):
    """``k2_chosen`` carries ``votes`` or a digit; ``seat_chosen`` a clicked seat."""

    k2_chosen = Signal(str)
    seat_chosen = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card", 14, 8)
        self._context = context
        theme, _ = context.theme, context.words
        self.title = ToneLabel(theme, "card_title")
        self.count = plain_label("", theme, "small", "text2")
        self.k2 = SegmentedControl(theme, context.icons)
        self.k2.setAccessibleName(_("How K2 is scored"))
        self.k2.set_items([("votes", _("By votes")), ("0", "0"), ("1", "1"), ("2", "2")])
        self.k2.chosen.connect(self.k2_chosen)
        self.seats = SeatStrip(theme)
        self.seats.chosen.connect(self.seat_chosen)
        self.note = plain_label("", theme, "small", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(self.k2)
        self.body.addLayout(head)
        self.body.addWidget(self.seats)
        self.body.addWidget(self.note)

    def show_entry(
        self, view: GoalsView, line: CandidateLine | None, criterion: str | None, cursor: SeatCursor
    ) -> None:
        """The current cell: its question and seats, or a word about what can be done."""
        _ = self._context.words
        score = line.test.scores[criterion] if line and criterion else None
        voted = score is not None and score.source is Source.VOTES
        self.k2.setVisible(criterion == "K2" and score is not None and score.source is not Source.LEDGER)
        self.seats.setVisible(voted)
        self.count.setVisible(voted)
        self.note.setVisible(not voted)
        if line is None or criterion is None or score is None:
            self.title.setText(line.competence.text if line else "")
            self.note.setText(_("F2 edits the sentence, Alt+← → moves it, Del removes it. It begins with the client."))
            return
        self.title.setText(f"{criterion}. {_(QUESTIONS[criterion])}")
        self.k2.set_current("votes" if voted or score.mean is None else str(int(score.mean)))
        if not voted:
            ledger = score.source is Source.LEDGER
            self.note.setText(
                _("K2 comes from the sales ledger and is not voted.")
                if ledger
                else _("K2 is a typed score. Choose “By votes” to vote on it.")
            )
            return
        progress = view.progress_of(line, criterion)
        self.count.setText(_("{n} of {total}", n=progress.voted, total=progress.expected))
        self.seats.show_seats(seat_rows(view, line, criterion), cursor)


def seat_rows(view: GoalsView, line: CandidateLine, criterion: str) -> tuple[SeatRow, ...]:
    """The departments' seats on a criterion of a candidate; one free seat more where the people are not known."""
    cast = line.cast(criterion)
    rows = []
    for place, department in enumerate(view.departments):
        voted = len(cast.get(department.id, ()))
        known = view.seats.get(department.id, 0)
        seats = max(known, voted) if known else voted + 1
        rows.append(SeatRow(department.short, place, department.name, seats, voted))
    return tuple(rows)
