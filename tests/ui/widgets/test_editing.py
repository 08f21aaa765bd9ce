"""Cells edited in place by keyboard; a wrong text stays open and the cell keeps its value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.widgets.tools import Show, type_text
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets import roles
from ui.widgets.delegates.editing import EditorMaker, date_editor, pick_editor
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.number_field import NumberField
from ui.widgets.picker import PickerChoice
from ui.widgets.table_header import TableHeader
from ui.widgets.table_look import dress_table
from workshop_app.i18n import Words

RU = Words("ru")
TODAY = date(2026, 2, 10)
Key = Qt.Key
Index = QModelIndex | QPersistentModelIndex
PEOPLE = [PickerChoice("P1", "Корнеева Ирина"), PickerChoice("P2", "Зимин Артём", badge=("ОП-1", 0))]


class Row(QAbstractTableModel):
    """One row of values, each with its editor."""

    def __init__(self, values: list[object], editors: list[EditorMaker | None]) -> None:
        super().__init__()
        self.values, self.editors = values, editors

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return self.values[index.column()]
        if role == roles.EDITOR:
            return self.editors[index.column()]
        return str(self.values[index.column()]) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self.values[index.column()] = value
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


@pytest.fixture
def row(theme: ThemeService, icons: Icons) -> Row:
    editors: list[EditorMaker | None] = [
        None,
        lambda: NumberField(theme, RU),
        date_editor(theme, icons, RU, lambda: TODAY),
        pick_editor(theme, icons, RU, lambda: PEOPLE),
    ]
    return Row(["Сверка", Decimal(4), None, "P1"], editors)


@pytest.fixture
def table(row: Row, theme: ThemeService, icons: Icons, show: Show) -> QTableView:
    view = QTableView()
    view.setModel(row)
    view.setItemDelegate(RowDelegate(theme, icons, view))
    dress_table(view, theme, 40)
    for column in range(4):
        view.setColumnWidth(column, 150)
    show(view).resize(700, 200)
    return view


def open_editor(table: QTableView, column: int) -> QLineEdit:
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, column))
    table.edit(table.currentIndex())
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    return editor


@pytest.mark.parametrize(
    ("column", "typed", "expected"),
    [
        (0, "Сверка долгов", "Сверка долгов"),
        (1, "1,5", Decimal("1.5")),
        (1, "—", None),
        (2, "12 мар", date(2026, 3, 12)),
        (3, "артём", "P2"),
    ],
)
def test_enter_takes_what_is_typed(
    column: int, typed: str, expected: object, table: QTableView, row: Row, qtbot: QtBot
) -> None:
    editor = open_editor(table, column)
    type_text(editor, typed)
    qtbot.keyClick(editor, Key.Key_Return)
    if column == 3:
        qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: row.values[column] == expected)


@pytest.mark.parametrize(("column", "before"), [(1, Decimal(4)), (2, None)])
def test_a_wrong_text_keeps_the_editor_open_and_escape_leaves(
    column: int, before: object, table: QTableView, row: Row, qtbot: QtBot
) -> None:
    editor = open_editor(table, column)
    type_text(editor, "скоро")
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.isVisible() and editor.text() == "скоро" and "скоро" in editor.accessibleDescription()
    qtbot.keyClick(editor, Key.Key_Escape)
    qtbot.waitUntil(lambda: table.state() != QTableView.State.EditingState)
    assert row.values[column] == before


def test_a_wrong_text_that_is_left_is_said(table: QTableView, row: Row, qtbot: QtBot) -> None:
    delegate = table.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    editor = open_editor(table, 1)
    type_text(editor, "сто")
    with qtbot.waitSignal(delegate.problem) as told:
        table.commitData(editor)
    assert "сто" in told.args[0] and row.values[1] == Decimal(4)


def test_an_editor_is_one_line_high_inside_its_cell(table: QTableView) -> None:
    editor = open_editor(table, 1)
    cell = table.visualRect(table.model().index(0, 1))
    assert cell.contains(editor.geometry()) and editor.height() >= 28


def test_titles_of_numbers_stand_over_their_numbers(theme: ThemeService, qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)

    class Numbers(Row):
        def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
                return Qt.AlignmentFlag.AlignRight
            return super().data(index, role)

    view.setModel(Numbers(["а", 1], [None, None]))
    header = dress_table(view, theme, 40)
    assert isinstance(header, TableHeader)
    assert header.alignment(0) == Qt.AlignmentFlag.AlignLeft
    assert header.alignment(1) == Qt.AlignmentFlag.AlignRight
