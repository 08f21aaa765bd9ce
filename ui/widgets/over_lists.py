"""What stands over a list and serves it: heads of pages, rows of numbers, filters."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.layout import StepHeader
from ui.widgets.number_strip import NumberStrip

_OVER = "stands_over_a_list"


def stands_over_list(widget: QWidget) -> None:
    """A filter that is in no head of a page."""
    widget.setProperty(_OVER, True)


def is_over_list(widget: QWidget) -> bool:
    """Whether a widget, or what it is part of, stands over a list."""
    at: QWidget | None = widget
    while at is not None and not (isinstance(at, StepHeader | NumberStrip) or at.property(_OVER)):
        at = at.parentWidget()
    return at is not None
