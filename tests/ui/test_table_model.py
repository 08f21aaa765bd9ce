"""The one table model: lines come, go, move and change, and what points at a line stays with it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.table import Column, TableModel


@dataclass(frozen=True)
class Note:
    id: str
    text: str


COLUMNS = (Column[Note]("id", "Id", lambda note: note.id), Column[Note]("text", "Text", lambda note: note.text))
STATES = st.lists(st.builds(Note, st.sampled_from("abcdef"), st.sampled_from("xy")), unique_by=lambda note: note.id)


@given(st.lists(STATES, min_size=2, max_size=4))
def test_views_hear_of_all_that_differs_and_of_no_line_twice(states: list[list[Note]]) -> None:
    model = TableModel(COLUMNS, lambda _operation: None)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    told: set[tuple[str, str]] = set()

    def hear(first: QModelIndex, last: QModelIndex) -> None:
        assert (first.row(), first.column(), last.column()) == (last.row(), 0, 1)
        told.update((note.id, note.text) for note in (model.line(first),) if note)

    model.dataChanged.connect(hear)
    for before, after in zip([[], *states], states, strict=False):
        marks = {note.id: QPersistentModelIndex(model.index(row, 0)) for row, note in enumerate(before)}
        told.clear()
        model.set_lines(after)
        assert list(model.lines) == after and model.rowCount() == len(after)
        for name, mark in marks.items():
            assert (mark.row() if mark.isValid() else -1) == model.row_of(name)
        texts = {note.id: note.text for note in before}
        assert {(n.id, n.text) for n in after if texts.get(n.id, n.text) != n.text} <= told


def test_there_is_no_line_where_no_row_is() -> None:
    model = TableModel(COLUMNS, lambda _operation: None)
    model.set_lines([Note("a", "x"), Note("b", "y")])
    last = model.index(1, 1)
    assert model.line(last) == Note("b", "y") and model.line(QModelIndex()) is None
    model._lines.pop()  # what a view still asks for while a row goes
    assert model.line(last) is None
