"""What is wrong with a record, a line each with its sign; empty takes no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.clearing import clear_layout
from ui.widgets.labels import icon_line

SIGNS = {"err": "octagon-x", "warn": "triangle-alert", "text3": "info", "ok": "circle-check"}


class WarningsColumn(QWidget):
    """``set_warnings`` takes (words, colour token ``err``, ``warn``, ``text3`` or ``ok``)."""

    def __init__(self, theme: ThemeService, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.shown: tuple[tuple[str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_warnings(self, found: Sequence[tuple[str, str]]) -> None:
        """These lines."""
        if tuple(found) == self.shown:
            return
        self.shown = tuple(found)
        clear_layout(self._column)
        for text, token in self.shown:
            line = icon_line(SIGNS[token], text, self._theme, self._icons, token, "small", wrap=True)
            self._column.addWidget(line)
        self.setAccessibleDescription(". ".join(text for text, _token in self.shown))
        self.setVisible(bool(self.shown))
