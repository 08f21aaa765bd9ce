"""A table of a scheme: its columns of numbers and choices are edited where they stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.models.table import TableModel
from ui.widgets import roles
from ui.widgets.delegates.editing import pick_editor
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.layout import plain_label
from ui.widgets.number_field import NumberField, number_of
from ui.widgets.picker import PickerChoice
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.message import ProblemError
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.steps.rewards.view import RewardsView

HUNDRED = Decimal(100)
_SHOWN = 3


class TablePart(QWidget):
    """A table in a card under a quiet line of explanation."""

    def __init__(self, context: WindowContext, name: str, note: str) -> None:
        super().__init__()
        self.context = context
        self.scheme = AFTER
        self._unread: list[str] = []
        self.model: TableModel[Any] = TableModel([], context.bridge.run)
        self.delegate = RowDelegate(context.theme, context.icons, self, height=36)
        self.table = LineTable(self.model, self.delegate)
        self.table.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(plain_label(note, context.theme, "small", "text2", wrap=True))
        self.column.addWidget(TableCard(self.table), 1)

    def show_scheme(self, view: RewardsView, scheme: str) -> None:
        """The lines of a scheme."""
        raise NotImplementedError  # each part has its own

    def take_focus(self) -> None:
        """The first cell that is filled in here; the line for a new indicator where there is none yet."""
        columns = [at for at, column in enumerate(self.model.columns) if column.edit is not None]
        if not self.model.lines or not columns:
            self.take_focus_empty()
            return
        if not self.table.currentIndex().isValid() or self.table.currentIndex().column() not in columns:
            self.table.select(self.model.lines[max(0, self.table.currentIndex().row())].id, columns[0])
        self.table.setFocus()

    def take_focus_empty(self) -> None:
        """Nothing to fill in yet."""
        self.table.setFocus()

    def lines_below(self) -> list[Any]:
        """The lines from the current one down: where a pasted column goes."""
        return list(self.model.lines[max(0, self.model.row_of(self.table.current_id())) :])

    def number_in(self, text: str) -> Decimal | None:
        """A pasted number as the language writes it; None for anything else, which ``tell_unread`` speaks of."""
        try:
            return number_of(text, english=self.context.words.language == "en")
        except ProblemError:
            self._unread.append(text.strip())
            return None

    def without_head(self, rows: list[list[str]]) -> list[list[str]]:
        """Pasted rows without the titles of their columns."""
        titled = len(rows) > 1 and bool(rows[0])
        if titled:
            self.number_in(rows[0][-1])
            titled, self._unread = bool(self._unread), []
        return rows[1:] if titled else rows

    def tell_unread(self, rows_left: int = 0) -> None:
        """Say which pasted cells were no numbers, and how many rows found no line."""
        words, said = self.context.words, []
        if self._unread:
            said.append(words("Not read as numbers: {texts}.", texts=" · ".join(self._unread[:_SHOWN])))
        if rows_left > 0:
            said.append(words("Pasted rows without a line of their own: {n}.", n=rows_left))
        self._unread = []
        if said:
            self.context.shell.toast(" ".join(said))

    def number(self, high: Decimal | None = None) -> dict[int, Any]:
        """The roles of a column of numbers."""
        theme, words = self.context.theme, self.context.words
        return {**roles.RIGHT, roles.EDITOR: lambda _line: lambda: NumberField(theme, words, high=high)}

    def pick(self, choices: list[PickerChoice]) -> dict[int, Any]:
        """The roles of a column of choices."""
        context = self.context
        maker = pick_editor(context.theme, context.icons, context.words, lambda: choices)
        return {roles.EDITOR: lambda _line: maker}
