"""A line of counts: «36 функций   288 ч/нед», the numbers strong, the words quiet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.service import ThemeService
from ui.widgets.labels import PlainLabel, plain_label
from ui.widgets.tips import plain_tip

SPACING, BETWEEN = 5, 8
"""Pixels between a number and its word, and more between two counts."""
_NUMBER = re.compile(r"([\d\s.,]*\d)\s(.+)")


class Counts(QWidget):
    """``show_counts`` takes whole phrases that begin with their number, so that plurals stay with the translators.

    Where all have no room, those in the middle are left out, then the last one: the tooltip has them all.
    """

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACING)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addStretch(1)
        theme.changed.connect(self._fit, Qt.ConnectionType.QueuedConnection)  # after the labels have followed

    def show_counts(self, phrases: Sequence[str]) -> None:
        """Other numbers."""
        while len(self._labels) < len(phrases):
            self._add()
        for place, (number, unit) in enumerate(self._labels):
            found = _NUMBER.fullmatch(phrases[place]) if place < len(phrases) else None
            number.setText(found[1] if found else "")
            unit.setText(found[2] if found else phrases[place] if place < len(phrases) else "")
        self.setAccessibleName(", ".join(phrases))
        self._fit()

    def sizeHint(self) -> QSize:
        """Qt: room for all of them."""
        widths = [wide for _pair, wide in self._said()]
        return QSize(max(0, sum(widths) - SPACING - BETWEEN), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt: may become narrow."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width."""
        super().resizeEvent(event)
        self._fit()

    def _said(self) -> list[tuple[tuple[PlainLabel, PlainLabel], int]]:
        """The counts that say something, with the pixels that each takes."""
        pairs = [pair for pair in self._labels if pair[0].text() or pair[1].text()]
        return [(pair, sum(label.sizeHint().width() + SPACING for label in pair) + BETWEEN) for pair in pairs]

    def _fit(self) -> None:
        said, room = self._said(), self.width() + SPACING + BETWEEN
        widths = [wide for _pair, wide in said]
        for place in (*range(1, len(said) - 1), len(said) - 1):
            if sum(widths) > room and place > 0:
                widths[place] = 0
        for (pair, _wide), width in zip(said, widths, strict=True):
            for label in pair:
                label.setVisible(width > 0)
        self.setToolTip("" if all(widths) else plain_tip(self.accessibleName()))

    def _add(self) -> None:
        pair = plain_label("", self._theme, "body_strong"), plain_label("", self._theme, "caption", "text3")
        at = self._row.count() - 1
        if self._labels:
            self._row.insertSpacing(at, BETWEEN)
            at += 1
        for offset, label in enumerate(pair):
            self._row.insertWidget(at + offset, label)
        self._labels.append(pair)
