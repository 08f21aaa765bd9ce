"""Departments and people put elsewhere with the mouse."""

from __future__ import annotations

from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.prepare.people import PeoplePage


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
