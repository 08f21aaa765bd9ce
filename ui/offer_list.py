"""The list over the quick line: names with the badge of their department, or days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from ui.theme.service import ThemeService
from ui.widgets.picker import ChoiceDelegate, ChoiceModel, PickerChoice


class OfferList(QCompleter):
    """Shows what fits, the first one marked; ``taken`` with the row that was clicked."""

    taken = Signal(int)

    def __init__(self, line: QLineEdit, theme: ThemeService) -> None:
        self._choices = ChoiceModel()
        super().__init__(self._choices, line)
        self.setWidget(line)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._view = shown = QListView()
        shown.setProperty("cls", "menu")
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPopup(shown)
        shown.setItemDelegate(ChoiceDelegate(theme, line))  # after setPopup, which gives one of its own
        self.activated[QModelIndex].connect(lambda index: self.taken.emit(index.row()))  # type: ignore[index]  # of two

    def show_offers(self, offers: Sequence[PickerChoice]) -> None:
        """Open, or show others."""
        self._choices.show_found(list(offers))
        self.setMaxVisibleItems(len(offers))
        self.setCompletionPrefix("")
        self.complete()
        self._view.setCurrentIndex(self.completionModel().index(0, 0))

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self._view.isVisible()

    @property
    def marked(self) -> int:
        """The row that Enter takes; -1 where none is marked."""
        return self._view.currentIndex().row()

    def put_away(self) -> None:
        """Close it."""
        self._view.hide()
