"""Every editable field of every page of the example: type, undo, redo, reopen; the document is the same each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.demo_files import example_file
from tests.ui.typing import type_text
from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.models.table import TableModel
from ui.pages.base import Place
from workshop_app.domain.model import Department, Person, Row
from workshop_app.services.document import Document
from workshop_app.services.preferences import Preferences
from workshop_app.steps import STEPS

pytestmark = pytest.mark.slow

PLACES = [Place(step.id, sub.id if sub else None) for step in STEPS for sub in (step.sub_steps or (None,))]
PICKED = {"Отдаёт": Person, "Принимает": Person, "У\xa0кого": Department}
"""Columns whose editor is a list to pick from: one of the list is picked."""

VALUES = ("Проба пера", "7", "3", "12.03.2027", "0", "2016", "Отдел", "Дорохов", "Корнеева")


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FacilitatorWindow]:
    folder = tmp_path_factory.mktemp("fields")
    example_file(folder / "Fields.workshop")
    preferences = Preferences(folder / "config")
    preferences.change(language="ru", theme="light")
    program = Application(qapp, preferences)
    made = program.show_file(folder / "Fields.workshop")
    made.resize(1366, 768)
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()


def rows(window: FacilitatorWindow) -> list[Row]:
    return list(window.bridge.engagement.all_rows())


def stored(window: FacilitatorWindow) -> list[Row]:
    again = Document.open(window.bridge.document.file.path, read_only=True)
    try:
        return list(again.engagement.all_rows())
    finally:
        again.close()


def there_and_back(window: FacilitatorWindow, change: Callable[[], object], what: str) -> bool:
    """Whether the change changed anything; if so it is taken back, done again, read from the file, and taken back."""
    before, step = rows(window), window.bridge.document.undo_step
    change()
    QApplication.processEvents()
    after = rows(window)
    if window.bridge.document.undo_step is step or after == before:
        return False
    window.bridge.undo()
    assert rows(window) == before, what
    window.bridge.redo()
    assert rows(window) == after == stored(window), what
    window.bridge.undo()
    assert rows(window) == before == stored(window), what
    return True


def shown_tables(page: QWidget) -> list[tuple[QAbstractItemView, TableModel[object]]]:
    views = [view for view in page.findChildren(QAbstractItemView) if view.isVisible() and not view.isHidden()]
    shown = {id(view.model()): view for view in reversed(views)}
    return [(view, model) for view in shown.values() if isinstance(model := view.model(), TableModel)]


def columns(page: QWidget) -> Iterator[tuple[QAbstractItemView, int, int]]:
    """A row of each editable column of the tables that are shown."""
    for view, model in shown_tables(page):
        for column in range(model.columnCount()):
            for row in range(min(6, model.rowCount())):
                if model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable:
                    yield view, row, column
                    break


def type_cell(view: QAbstractItemView, row: int, column: int, value: str) -> None:
    """As a person does: F2, the text, Enter."""
    view.setFocus()
    index = view.model().index(row, column)
    view.setCurrentIndex(index)
    QTest.keyClick(view, Qt.Key.Key_F2)
    QApplication.processEvents()
    editor = view.window().focusWidget()
    assert editor is not None
    if editor is view:
        return
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.selectAll()
    type_text(editor, value)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    if view.window().focusWidget() is editor:
        QTest.keyClick(editor, Qt.Key.Key_Escape)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.step}.{place.sub_step}")
def test_every_editable_column(window: FacilitatorWindow, place: Place) -> None:
    window.go(place)
    QApplication.processEvents()
    page = window.host.page
    assert page is not None
    dead = []
    for view, row, column in list(columns(page)):
        title = str(view.model().headerData(column, Qt.Orientation.Horizontal))

        def write(value: str, at: tuple[QAbstractItemView, int, int] = (view, row, column)) -> None:
            type_cell(*at, value)

        if title in PICKED:
            at = view.model().index(row, column)
            picked = [found.id for found in window.bridge.engagement.rows(PICKED[title])]
            assert any(
                there_and_back(window, lambda one=one, at=at: at.model().setData(at, one), title) for one in picked
            ), title
        elif not any(there_and_back(window, lambda value=value: write(value), title) for value in VALUES):
            dead.append(title)
    assert dead == []


def fields(page: QWidget) -> list[QWidget]:
    """The fields to type into that are shown, tables' editors and counters left out."""
    found: list[QWidget] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [
        field
        for field in found
        if field.isVisible() and field.isEnabled() and not field.isReadOnly()
        and not isinstance(field.parent(), QAbstractSpinBox)
    ]  # fmt: skip


def type_into(field: QWidget, value: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, value)
    if not isinstance(field, QPlainTextEdit):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))


SILENT = {
    ("audit", "collect"): {"Кто", "Ч/нед"},
    ("rewards", "test"): {"У\xa0кого повод", "Сумма заказа", "Шанс, если оставить, %", "Шанс, если передать, %"},
    ("rewards", "recognition"): {"Правило зачёта", "Кого из\xa0соседей", "За\xa0что", "Сделка на"},
    ("feedback", "indicators"): {"На дату"},
    ("plan", "print"): {"Найти в документе"},
    ("followup", "day"): {"Правило", "Кого из\xa0соседей", "За\xa0что"},
}
"""Parts of an entry whose main field is not typed yet, what a case is played with, search."""


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.step}.{place.sub_step}")
def test_every_field_that_is_shown(window: FacilitatorWindow, place: Place) -> None:
    window.go(place)
    QApplication.processEvents()
    page = window.host.page
    assert page is not None
    known = SILENT.get((place.step, place.sub_step), set())
    for name in dict.fromkeys(field.accessibleName() for field in fields(page)):
        for value in VALUES:
            field = next((field for field in fields(page) if field.accessibleName() == name), None)
            if field is None or there_and_back(window, lambda field=field, value=value: type_into(field, value), name):
                break
        else:
            assert name in known, name
