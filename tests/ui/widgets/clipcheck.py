"""Finds words that are cut and widgets that stick out: run on a whole window or page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QWidget

from ui.widgets.elided import ElidedLabel

SLACK = 1


def cut_widgets(root: QWidget) -> list[str]:
    """What is cut: labels narrower or lower than their text, buttons under their minimum, children out of a parent."""
    return [problem for widget in root.findChildren(QWidget) if widget.isVisibleTo(root) for problem in _of(widget)]


def _of(widget: QWidget) -> Iterator[str]:
    name = f"{type(widget).__name__} {_words(widget)!r}"
    parent = widget.parentWidget()
    inside_scroll = parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea)
    if parent is not None and not inside_scroll and not widget.isWindow():
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(widget.geometry()):
            yield f"{name} sticks out of {type(parent).__name__}"
    if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedLabel):
        wanted = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        if not widget.wordWrap() and widget.width() + SLACK < widget.sizeHint().width():
            yield f"{name} is cut at the right"
        if widget.height() + SLACK < wanted:
            yield f"{name} is cut at the foot"
    if isinstance(widget, QAbstractButton | QComboBox) and not isinstance(parent, QLineEdit):
        least = widget.minimumSizeHint()
        if widget.width() + SLACK < least.width() or widget.height() + SLACK < least.height():
            yield f"{name} is smaller than its words"


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
