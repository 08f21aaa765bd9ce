"""Widgets made later stand at the end of Qt's tab order: put them behind what they stand beside."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_behind(before: QWidget, made: Iterable[QWidget]) -> None:
    """Tab goes from ``before`` through these, and what takes the focus inside them, in order, then on as it did."""
    takers = [before]
    for widget in made:
        inside = (widget, *widget.findChildren(QWidget))
        takers += [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, other in pairwise(takers):
        QWidget.setTabOrder(one, other)
