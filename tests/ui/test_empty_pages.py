"""An empty workshop: no page leaves the facilitator alone with nothing to press or to type into."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import OpenWindow
from ui.pages.base import Place
from ui.widgets.card import SelectableCard
from ui.widgets.layout import EmptyState
from workshop_app.steps import STEPS


def helps(page: QWidget) -> bool:
    """An empty state with its button, a field, a card to choose, or a list that has lines."""
    if any(shown.isVisible() and shown.buttons for shown in page.findChildren(EmptyState)):
        return True
    if any(field.isVisible() for kind in (QLineEdit, QPlainTextEdit) for field in page.findChildren(kind)):
        return True
    if any(tile.isVisible() for tile in page.findChildren(SelectableCard)):
        return True
    lists = page.findChildren(QAbstractItemView)
    return any(shown.isVisible() and shown.model() and shown.model().rowCount() for shown in lists)


def test_every_page_of_an_empty_workshop_helps(open_window: OpenWindow) -> None:
    window = open_window()
    left_alone = []
    for step in STEPS:
        for sub in step.sub_steps or (None,):
            window.go(Place(step.id, sub.id if sub else None))
            QApplication.processEvents()
            assert window.host.page is not None
            if not helps(window.host.page):
                left_alone.append((step.id, sub.id if sub else ""))
    assert left_alone == []
