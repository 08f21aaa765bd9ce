"""Widgets made later stand at the end of Qt's tab order: put them behind what they stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def put_behind(before: QWidget, made: Iterable[QWidget]) -> None:
    """Tab goes from ``before`` through these, and what takes the focus inside them, in order, then on as it did."""
    takers = [before]
    for widget in made:
        inside = (widget, *widget.findChildren(QWidget))
        takers += [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, other in pairwise(takers):
        QWidget.setTabOrder(one, other)


def next_stop(window: QWidget, *, forward: bool, last: Sequence[QWidget]) -> QWidget | None:
    """Where Tab (or Shift+Tab) goes from the focus: what is inside ``last`` comes after everything else of the window.

    Pages are made later than the frame around them, so they stand behind it in Qt's own order.
    """
    chain = [each for each in _chain(window) if _stops(each)]
    ordered = [each for each in chain if not any(part.isAncestorOf(each) for part in last)]
    ordered += [each for part in last for each in chain if part.isAncestorOf(each)]
    here = window.focusWidget()
    if here not in ordered:
        return None
    return ordered[(ordered.index(here) + (1 if forward else -1)) % len(ordered)]


def _stops(widget: QWidget) -> bool:
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()):
        return False
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive() or widget.isChecked():
        return True
    parent = widget.parentWidget()
    group = parent.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
    return not any(each.autoExclusive() and each.isChecked() for each in group)


def _chain(window: QWidget) -> Iterator[QWidget]:
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        yield at
        at = at.nextInFocusChain()
