"""A line where scrolled content goes on above or below what is seen: it is cut there on purpose, and does not end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from ui.widgets.card import Divider


class ScrollEdges(QObject):
    """Lines of 1 px over the upper and lower edge of a scroll area, each made when first needed."""

    def __init__(self, area: QAbstractScrollArea, *, above: bool = True, below: bool = True) -> None:
        super().__init__(area)
        self._area = area
        self._wanted = (above, below)
        self._lines: dict[bool, Divider] = {}
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the area has another size."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        bar = self._area.verticalScrollBar()
        goes_on = (bar.value() > bar.minimum(), bar.value() < bar.maximum())
        for lower, needed in enumerate(goes_on):
            self._show(bool(lower), needed and self._wanted[lower])

    def _show(self, lower: bool, needed: bool) -> None:
        line = self._lines.get(lower)
        if line is None:
            if not needed:
                return
            line = self._lines[lower] = Divider()
            line.setParent(self._area)
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area = self._area
        line.setGeometry(0, area.height() - 1 if lower else 0, area.width(), 1)
        line.setVisible(needed)
        line.raise_()
