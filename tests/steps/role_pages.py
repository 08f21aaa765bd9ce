"""The pages of the roles, come to as a person does."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.roles.cards import CardsPage
from ui.steps.roles.matrix import MatrixPage


def matrix_of(window: FacilitatorWindow) -> MatrixPage:
    window.go(Place("roles", "matrix"))
    page = window.host.page
    assert page is not None
    front = page.front
    assert isinstance(front, MatrixPage)
    QApplication.processEvents()  # a page just made is shown in the loop, and the room follows none that is not
    front.table.setFocus()
    return front


def cards_of(window: FacilitatorWindow) -> CardsPage:
    window.go(Place("roles", "cards"))
    page = window.host.page
    assert page is not None
    front = page.front
    assert isinstance(front, CardsPage)
    front.table.setFocus()
    return front
