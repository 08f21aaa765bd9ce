"""Letters, erasing and pasting in the matrix as operations on the chosen cells."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, Signal

from ui.context import WindowContext
from ui.steps.roles.matrix_model import MatrixModel
from ui.steps.roles.matrix_view import MatrixView
from workshop_app.domain.message import N_, Message
from workshop_app.domain.raci import Letters
from workshop_app.steps.roles.columns import MatrixColumn
from workshop_app.steps.roles.letters import pasted_letters, with_letter
from workshop_app.steps.roles.operations import set_letters, set_many
from workshop_app.steps.roles.view import ActivityRow

Written = tuple[str, str, str]
"""Activity id, person id, letters."""


class Writing(QObject):
    """``wanted`` carries an operation to run, ``said`` a sentence for the facilitator."""

    wanted = Signal(object)
    said = Signal(str)

    def __init__(self, context: WindowContext, table: MatrixView, model: MatrixModel) -> None:
        super().__init__(table)
        self._context, self._table, self._model = context, table, model
        table.typed.connect(self.type_letter)
        table.erased.connect(self.erase)
        table.pasted.connect(self.paste)
        table.refused.connect(self._refuse)

    def _refuse(self) -> None:
        _ = self._context.words
        russian = self._context.preferences.settings.raci_russian_letters
        self.said.emit(_("Keys of the matrix: О, И, К, У") if russian else _("Keys of the matrix: A, R, C, I"))

    def _places(self) -> list[tuple[ActivityRow, MatrixColumn]]:
        return [place for index in self._table.cells() if (place := self._place(index)) is not None]

    def _place(self, index: QModelIndex) -> tuple[ActivityRow, MatrixColumn] | None:
        row, column = self._model.row(index), self._model.column(index.column())
        return (row, column) if row is not None and column is not None else None

    def type_letter(self, letter: str, add: bool) -> None:
        """One key: the letter for every chosen cell; A in a folded column of several people is refused in words."""
        places = self._places()
        if letter == "A" and any(column.person is None for _row, column in places):
            _ = self._context.words
            self.said.emit(_("A belongs to one person. Unfold the position with Ctrl+U and choose who."))
            return
        self._write(Message(N_("Letter {letter} in the matrix"), {"letter": letter}), self._typed(places, letter, add))

    def _typed(self, places: list[tuple[ActivityRow, MatrixColumn]], letter: str, add: bool) -> Iterator[Written]:
        for row, column in places:
            for person in column.people:
                present = row.letters.get(person.id, Letters())
                yield row.id, person.id, with_letter(present, letter, add=add)

    def erase(self) -> None:
        """Del: no letters in the chosen cells."""
        written = [(row.id, person.id, "") for row, column in self._places() for person in column.people]
        self._write(Message(N_("Letters cleared")), iter(written))

    def paste(self, block: list[list[str]]) -> None:
        """A block from a spreadsheet, from the current cell to the right and down; what lies outside is said."""
        start = self._table.currentIndex()
        if not block or not start.isValid() or any(column.folded for column in self._model.columns):
            self.said.emit(self._context.words("Paste into the matrix of people, at the first cell of the block."))
            return
        russian = self._context.preferences.settings.raci_russian_letters
        written, outside = [], 0
        for down, texts in enumerate(pasted_letters(block, russian=russian)):
            for right, letters in enumerate(texts):
                place = self._place(self._model.index(start.row() + down, start.column() + right))
                if place is None:
                    outside += bool(letters)
                else:
                    written.append((place[0].id, place[1].people[0].id, letters))
        self._write(Message(N_("Letters pasted into the matrix")), iter(written))
        if outside:
            _ = self._context.words
            self.said.emit(_("Cells outside the matrix were left out: {n}", n=outside))

    def _write(self, name: Message, written: Iterator[Written]) -> None:
        engagement = self._context.bridge.engagement
        cells = [cell for cell in written if self._changes(cell)]
        if len(cells) == 1:
            ((activity_id, person_id, letters),) = cells
            activity, person = engagement.activity(activity_id), engagement.person(person_id)
            if activity is not None and person is not None:
                self.wanted.emit(set_letters(activity, person, letters))
        elif cells:
            self.wanted.emit(set_many(name, cells))

    def _changes(self, cell: Written) -> bool:
        activity_id, person_id, letters = cell
        place = self._model.row_of(activity_id)
        present = self._model.rows[place].letters.get(person_id, Letters()) if place >= 0 else Letters()
        return present.marks != letters or bool(present.unknown)
