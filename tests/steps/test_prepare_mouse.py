"""Departments and people put elsewhere with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.prepare.people import PeoplePage
from ui.steps.prepare.people_table import NAME
from ui.widgets.card import SelectableCard


def test_departments_and_people_are_put_elsewhere_with_the_mouse(window: FacilitatorWindow) -> None:
    window.go(Place("prepare", "people"))
    page = window.host.page.front
    assert isinstance(page, PeoplePage)
    first, second = window.bridge.engagement.departments[:2]
    person = next(p for p in window.bridge.engagement.people if p.department_id == first.id)
    page.departments.cards.taken_in.emit(person.id, second.id)
    assert window.bridge.engagement.person(person.id).department_id == second.id
    page.departments.cards.drag.moved.emit(second.id, first.id)
    assert [d.id for d in window.bridge.engagement.departments[:2]] == [second.id, first.id]
    window.bridge.undo()
    window.bridge.undo()
    assert window.bridge.engagement.person(person.id).department_id == first.id
    assert [d.id for d in window.bridge.engagement.departments[:2]] == [first.id, second.id]


def test_a_row_is_put_where_the_line_shows(window: FacilitatorWindow) -> None:
    window.go(Place("prepare", "people"))
    page = window.host.page.front
    assert isinstance(page, PeoplePage)
    table, people = page.table, window.bridge.engagement.people
    assert table.model().supportedDragActions() == Qt.DropAction.MoveAction  # Qt refuses all else inside one table
    table.select(people[0].id, NAME)
    data = table.model().mimeData([table.currentIndex()])
    third = table.visualRect(table.model().index(2, NAME)).center()
    assert [table.gap_at(QPoint(third.x(), third.y() + off)) for off in (-3, 3)] == [2, 3]
    drop = QDropEvent(
        QPointF(third.x(), third.y() + 3),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    table.dropEvent(drop)
    moved = [person.id for person in window.bridge.engagement.people[:3]]
    assert moved == [people[1].id, people[2].id, people[0].id]
    assert drop.dropAction() == Qt.DropAction.IgnoreAction  # Qt would take the row out of the model itself
    assert table.gap is None and table.current_id() == people[0].id


def test_a_card_that_is_dragged_is_not_chosen(window: FacilitatorWindow) -> None:
    window.go(Place("prepare", "people"))
    page = window.host.page.front
    assert isinstance(page, PeoplePage)
    card = page.departments.cards.findChildren(SelectableCard)[1]
    QTest.mousePress(card, Qt.MouseButton.LeftButton)
    assert page.departments.cards.selected == ""
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
    assert page.departments.cards.selected != ""
