"""Where Tab goes: as one reads, from layout to layout, whenever a widget was made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QScrollArea, QWidget

HOLDS_TAB = "holds_tab"
"""Property of a panel that lies over others: Tab stays inside it."""


def next_stop(window: QWidget, *, forward: bool) -> QWidget | None:
    """What takes the keys after the focus on Tab, before it on Shift+Tab; None where the focus is on nothing known.

    Qt's own order is the order of making, which is no order where parts of a page come and go.
    """
    here = window.focusWidget()
    stops = [each for each in _read(_scope(window, here)) if _stops(each)]
    if here not in stops:
        return None
    return stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]


def scroll_to(widget: QWidget) -> None:
    """Bring a widget into the sight of the scroll areas it is in."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _scope(window: QWidget, widget: QWidget | None) -> QWidget:
    while widget is not None and widget is not window:
        if widget.property(HOLDS_TAB):
            return widget
        widget = widget.parentWidget()
    return window


def _read(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that is shown inside it: what its layout holds in the layout's order, then the others."""
    yield widget
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    known = {id(each) for each in laid}
    others = (child for child in widget.children() if child.isWidgetType() and id(child) not in known)
    for child in (*laid, *others):
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _read(child)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        inside, widget = item.layout() if item is not None else None, item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif inside is not None:
            yield from _laid(inside)


def _places(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]  # (row, column, …)
    return places


def _stops(widget: QWidget) -> bool:
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()):
        return False
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive() or widget.isChecked():
        return True
    parent = widget.parentWidget()
    group = parent.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
    return not any(each.autoExclusive() and each.isChecked() for each in group)
