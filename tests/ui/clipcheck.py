"""What is cut in a window: labels, buttons and fields too small for their text, children outside their parents."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from ui.widgets.elided import ElidedLabel

SLACK = 2


def cut(window: QWidget) -> list[str]:
    """One line for each cut thing; empty when everything is whole."""
    return [said for widget in _shown(window) for said in _faults(widget)]


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.width() > 0 and not _in_view(widget):
            yield widget


def _in_view(widget: QWidget) -> bool:
    """Inside a list, table or field with a viewport of its own: painted there, scrolled there."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _faults(widget: QWidget) -> Iterator[str]:
    name = _name(widget)
    if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedLabel):
        yield from _label_faults(widget, name)
    elif isinstance(widget, QAbstractButton) and widget.text():
        wanted = widget.minimumSizeHint()
        if widget.width() + SLACK < wanted.width() or widget.height() + SLACK < wanted.height():
            yield f"button {name}: {widget.size()} < {wanted}"
    elif isinstance(widget, QLineEdit) and widget.height() + SLACK < widget.fontMetrics().height():
        yield f"field {name}: {widget.height()} high"
    yield from _outside(widget, name)


def _label_faults(label: QLabel, name: str) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + SLACK:
            yield f"label {name}: {label.height()} high, needs {needed}"
        return
    if label.sizeHint().height() > label.height() + SLACK:
        yield f"label {name}: {label.height()} high, needs {label.sizeHint().height()}"
    if label.sizeHint().width() > label.width() + SLACK:
        yield f"label {name}: {label.width()} wide, needs {label.sizeHint().width()}"


def _outside(widget: QWidget, name: str) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolled(widget):
        return
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(QRect(widget.pos(), widget.size())):
        yield f"{name}: {widget.geometry()} outside {type(parent).__name__} {parent.size()}"


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QScrollArea)


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} “{text or widget.accessibleName()}”"
