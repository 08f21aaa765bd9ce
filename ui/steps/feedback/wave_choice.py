"""Which wave of the survey is in front: pieces side by side while there are few and they have room, else a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.controls import ChoiceBox
from ui.widgets.segmented import SegmentedControl

FEW = 2


class WaveChoice(QWidget):
    """``chosen`` when a person takes another wave."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeService, icons: Icons, name: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._narrow, self._count = False, 0
        self.pieces, self.list = SegmentedControl(theme, icons), ChoiceBox(theme, icons, name)
        self.pieces.setAccessibleName(name)
        self.pieces.chosen.connect(self._take)
        self.list.picked.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pieces)
        row.addWidget(self.list)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Ids and titles of the waves."""
        self._count = len(items)
        self.pieces.set_items(items)
        self.list.set_items(items)
        self._fold()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room for pieces."""
        self._narrow = narrow
        self._fold()

    def _fold(self) -> None:
        listed = self._narrow or self._count > FEW
        self.pieces.setVisible(not listed)
        self.list.setVisible(listed)
        self.setFocusProxy(self.list if listed else self.pieces)

    def current(self) -> str:
        """The id of the wave in front."""
        return self.list.current()

    def set_current(self, key: str) -> None:
        """Another one, without telling anybody."""
        self.pieces.set_current(key)
        self.list.set_current(key)

    def _take(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
