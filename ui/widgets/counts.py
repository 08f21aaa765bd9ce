"""A line of counts: «36 функций   288 ч/нед», the numbers strong, the words quiet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.service import ThemeService
from ui.widgets.labels import PlainLabel, plain_label

_NUMBER = re.compile(r"([\d\s.,]*\d)\s(.+)")


class Counts(QWidget):
    """``show_counts`` takes whole phrases that begin with their number, so that plurals stay with the translators."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(5)
        self._row.addStretch(1)

    def show_counts(self, phrases: Sequence[str]) -> None:
        """Other numbers."""
        while len(self._labels) < len(phrases):
            self._add()
        for place, (number, unit) in enumerate(self._labels):
            found = _NUMBER.fullmatch(phrases[place]) if place < len(phrases) else None
            number.setText(found[1] if found else "")
            unit.setText(found[2] if found else phrases[place] if place < len(phrases) else "")
        self.setAccessibleName(", ".join(phrases))

    def _add(self) -> None:
        pair = plain_label("", self._theme, "body_strong"), plain_label("", self._theme, "caption", "text3")
        at = self._row.count() - 1
        if self._labels:
            self._row.insertSpacing(at, 8)
            at += 1
        for offset, label in enumerate(pair):
            self._row.insertWidget(at + offset, label)
        self._labels.append(pair)
