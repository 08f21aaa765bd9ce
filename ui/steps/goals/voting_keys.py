"""Votes by key: whose seat the next digit fills, and the operations that write and take back votes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.context import WindowContext
from ui.steps.goals.ballot_model import BallotModel
from ui.steps.goals.ballot_view import BallotView
from ui.steps.goals.entry import seat_rows
from ui.steps.goals.seats import SeatCursor, SeatRow
from workshop_app.domain.competence import CRITERIA, Source
from workshop_app.steps.goals.operations import add_vote, change_competence, clear_votes, take_vote
from workshop_app.steps.goals.view import CandidateLine
from workshop_app.steps.goals.voting import voted_criteria

Cell = tuple[CandidateLine, str]


class VotingKeys(QObject):
    """``wanted`` carries operations, ``said`` sentences, ``changed`` when the seat has moved.

    ``voting`` comes before a vote is written: the room is frozen then.
    """

    voting = Signal()
    wanted = Signal(object)
    said = Signal(str)
    changed = Signal()

    def __init__(self, context: WindowContext, table: BallotView, model: BallotModel) -> None:
        super().__init__(table)
        self._context, self._table, self._model = context, table, model
        self.cursor = SeatCursor()
        self._cell_id: tuple[str, str] | None = None
        table.voted.connect(self.vote)
        table.seat.connect(self.step)
        table.answered.connect(lambda: self._next_cell(1, typed=True))
        table.taken_back.connect(self.take_back)

    def cell(self) -> Cell | None:
        """The candidate and criterion under the cursor."""
        index = self._table.currentIndex()
        line, criterion = self._model.candidate(index.column()), self._model.criterion(index.row())
        return (line, criterion) if line is not None and criterion is not None else None

    def cell_name(self) -> str:
        """K1…K6 under the cursor."""
        cell = self.cell()
        return cell[1] if cell else ""

    def rows(self) -> tuple[SeatRow, ...]:
        """The seats of the current cell; none where it is not voted on."""
        cell, view = self.cell(), self._model.view
        if cell is None or view is None or cell[0].test.scores[cell[1]].source is not Source.VOTES:
            return ()
        return seat_rows(view, *cell)

    def follow(self) -> None:
        """Another cell: its first free seat; the same cell: only seats that are there."""
        cell, rows = self.cell(), self.rows()
        cell_id = (cell[0].id, cell[1]) if cell else None
        if cell_id != self._cell_id:
            self._cell_id = cell_id
            self._context.bridge.document.end_merge()
            self.cursor = first_free(rows)
        elif rows:
            row = min(self.cursor.row, len(rows) - 1)
            seat = min(self.cursor.seat, max(0, rows[row].voted))
            kept = self.cursor.digit if (row, seat) == (self.cursor.row, self.cursor.seat) else None
            self.cursor = SeatCursor(row, seat, kept if seat < rows[row].voted else None)

    def choose(self, cursor: SeatCursor) -> None:
        """A clicked seat."""
        self.cursor = cursor
        self._table.setFocus()
        self.changed.emit()

    def vote(self, digit: int) -> None:
        """0, 1 or 2: for the seat under the cursor, the next one where it was typed just now."""
        _, cell = self._context.words, self.cell()
        if cell is None:
            return
        if not self._table.voting:
            self.said.emit(_("Votes are entered while they are hidden."))
            return
        line, criterion = cell
        score = line.test.scores[criterion]
        if score.source is Source.LEDGER:
            self.said.emit(_("K2 comes from the sales ledger and is not voted."))
        elif score.source is Source.TYPED:
            self.wanted.emit(change_competence(line.competence, k2_score=digit))
        else:
            self._cast(line, criterion, digit)

    def _cast(self, line: CandidateLine, criterion: str, digit: int) -> None:
        rows, cursor = self.rows(), self.cursor
        if cursor.digit is not None:
            cursor = after(rows, cursor)
        if not rows or cursor.row >= len(rows) or cursor.seat >= rows[cursor.row].seats:
            self.said.emit(self._context.words("Everybody has voted here. Tab goes on."))
            return
        view = self._model.view
        if view is not None:
            self.cursor = SeatCursor(cursor.row, cursor.seat, digit)
            department = view.departments[cursor.row].id
            self.voting.emit()
            self.wanted.emit(add_vote(line.competence, criterion, department, digit, cursor.seat))
            self.changed.emit()

    def step(self, way: int) -> None:
        """Tab: the next person, then the next question; Shift+Tab: back."""
        rows = self.rows()
        cursor = after(rows, self.cursor) if way > 0 else before(rows, self.cursor)
        inside = rows and 0 <= cursor.row < len(rows)
        if inside:
            self.cursor = cursor
            self.changed.emit()
        else:
            self._next_cell(way)

    def _next_cell(self, way: int, *, typed: bool = False) -> None:
        """The next question that is voted on, or whose score can be ``typed``; then the next candidate's first."""
        view, index = self._model.view, self._table.currentIndex()
        if view is None:
            return
        stops = [
            (CRITERIA.index(criterion) + 1, column)
            for column, line in enumerate(view.candidates, start=1)
            for criterion in CRITERIA
            if criterion in voted_criteria(line.test) or (typed and line.test.scores[criterion].source is Source.TYPED)
        ]
        here = (index.row(), index.column())
        order = stops if way > 0 else list(reversed(stops))
        behind = [(c, r) for r, c in order]
        place = (here[1], here[0])
        following = [stop for stop in behind if (stop > place if way > 0 else stop < place)]
        if following:
            column, row = following[0]
            self._table.setCurrentIndex(self._model.index(row, column))

    def take_back(self) -> None:
        """Backspace: the vote under the cursor, else the last one before it."""
        cell, rows = self.cell(), self.rows()
        if cell is None or not rows or not self._table.voting:
            return
        cursor = self.cursor
        if cursor.row >= len(rows) or cursor.seat >= rows[cursor.row].voted:
            cursor = before(rows, cursor)
        view = self._model.view
        if view is not None and 0 <= cursor.row < len(rows) and cursor.seat < rows[cursor.row].voted:
            self.cursor = SeatCursor(cursor.row, cursor.seat)
            line, criterion = cell
            self.wanted.emit(take_vote(line.competence, criterion, view.departments[cursor.row].id, cursor.seat))
            self.changed.emit()

    def has_votes(self) -> bool:
        """Whether the current cell has votes that Del would clear."""
        cell = self.cell()
        score = cell[0].test.scores[cell[1]] if cell else None
        return score is not None and score.source is not Source.TYPED and bool(score.votes)

    def clear(self) -> bool:
        """Del on a vote: all votes of the cell, or the typed score."""
        cell = self.cell()
        if cell is None or not self._table.voting:
            return False
        line, criterion = cell
        score = line.test.scores[criterion]
        if score.source is Source.TYPED:
            self.wanted.emit(change_competence(line.competence, k2_score=None))
        elif score.votes:
            self.cursor = SeatCursor()
            self.wanted.emit(clear_votes(line.competence, criterion))
        return score.source is Source.TYPED or bool(score.votes)


def first_free(rows: tuple[SeatRow, ...]) -> SeatCursor:
    """The first department that has not voted to the end."""
    at = next((at for at, row in enumerate(rows) if row.voted < row.seats), None)
    return SeatCursor(at, rows[at].voted) if at is not None else SeatCursor()


def after(rows: tuple[SeatRow, ...], cursor: SeatCursor) -> SeatCursor:
    """The next seat, then the next department's first free one; a row behind the last when there is none."""
    if cursor.row < len(rows) and cursor.seat + 1 < rows[cursor.row].seats and cursor.seat < rows[cursor.row].voted:
        return SeatCursor(cursor.row, cursor.seat + 1)
    following = range(cursor.row + 1, len(rows))
    at = next((at for at in following if rows[at].seats), None)
    if at is None:
        return SeatCursor(len(rows))
    free = rows[at].voted if rows[at].voted < rows[at].seats else 0
    return SeatCursor(at, free)


def before(rows: tuple[SeatRow, ...], cursor: SeatCursor) -> SeatCursor:
    """The seat before, then the last voted one of the department before; row −1 when there is none."""
    if cursor.seat > 0:
        return SeatCursor(cursor.row, cursor.seat - 1)
    at = next((at for at in range(min(cursor.row, len(rows)) - 1, -1, -1) if rows[at].seats), None)
    return SeatCursor(at, max(0, rows[at].voted - 1)) if at is not None else SeatCursor(-1)
