"""The pages of the roles, come to as a person does."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.steps.fronts import front_of
from ui.main_window import FacilitatorWindow
from ui.steps.roles.cards import CardsPage
from ui.steps.roles.matrix import MatrixPage


def matrix_of(window: FacilitatorWindow) -> MatrixPage:
    front = front_of(window, "roles", "matrix", MatrixPage)
    QApplication.processEvents()  # a page just made is shown in the loop, and the room follows none that is not
    front.table.setFocus()
    return front


def cards_of(window: FacilitatorWindow) -> CardsPage:
    front = front_of(window, "roles", "cards", CardsPage)
    front.table.setFocus()
    return front
