"""The workspace: one page a step, made when first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.context import WindowContext
from ui.keys_home import KeysHome
from ui.pages.base import Place, StepPage
from ui.steps import PAGES


class PageHost(QStackedWidget):
    """Keeps the pages; ``moved`` tells where the facilitator is."""

    moved = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[str, StepPage] = {}
        self._over: QWidget | None = None
        self.over_again: Callable[[], object] | None = None
        KeysHome(self)

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
            page.moved.connect(lambda moved_to, shown=page: self._page_moved(shown, moved_to))
            self._pages[place.step] = page
            self.addWidget(page)
        self.setCurrentWidget(page)
        self._drop_over()
        page.show_page(place)
        return page

    def _page_moved(self, page: StepPage, place: Place) -> None:
        """A page behind another one may go on working; where the facilitator is, the page in front tells."""
        if page is self.currentWidget():
            self.moved.emit(place)

    def show_over(self, page: QWidget, again: Callable[[], object] | None = None) -> None:
        """A page of its own over the step, until another place is shown; ``again`` makes it anew as it stands."""
        self._drop_over()
        self._over, self.over_again = page, again
        self.addWidget(page)
        self.setCurrentWidget(page)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the right button on a line of a list that has no menu of its own."""
        from ui.row_menu import menu_over

        menu = menu_over(self.childAt(event.pos()), self._context.words)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def _drop_over(self) -> None:
        if self._over is not None:
            self.removeWidget(self._over)
            self._over.hide()
            self._over.deleteLater()
            self._over = self.over_again = None

    def clear_pages(self) -> None:
        """Throw the pages away: the language has changed, or the window closes."""
        self._drop_over()
        for page in self._pages.values():
            page.leave()
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
