"""The workspace: one page a step, made when first shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.context import WindowContext
from ui.pages.base import Place, StepPage
from ui.steps import PAGES


class PageHost(QStackedWidget):
    """Keeps the pages; ``moved`` tells where the facilitator is."""

    moved = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[str, StepPage] = {}

    @property
    def page(self) -> StepPage | None:
        """The page in front."""
        page = self.currentWidget()
        return page if isinstance(page, StepPage) else None

    def show_place(self, place: Place) -> StepPage:
        """Bring the page of a step to the front, at a sub-step and a row."""
        page = self._pages.get(place.step)
        if page is None:
            page = PAGES[place.step](self._context)
            page.moved.connect(self.moved)
            self._pages[place.step] = page
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.show_page(place)
        return page

    def clear_pages(self) -> None:
        """Throw the pages away: the language has changed, or the window closes."""
        for page in self._pages.values():
            page.leave()
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
