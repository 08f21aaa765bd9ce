"""Under the sliders: compare with another variant of the new scheme, change places with it, drop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.layout import button


class VariantPart(QWidget):
    """One button while there is no variant; then to compare, to swap, to drop."""

    compared = Signal()
    swapped = Signal()
    dropped = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._words = _ = context.words
        theme, icons = context.theme, context.icons
        self.compare = button("", "ghost", self.compared.emit, icons=icons, icon="split", keys="Alt+V", theme=theme)
        self.swap = button(_("Swap them"), "link", self.swapped.emit, theme=theme)
        self.drop = button(_("Drop it"), "link", self.dropped.emit, theme=theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for part in (self.compare, self.swap, self.drop):
            row.addWidget(part)
        row.addStretch(1)

    def show_variant(self, *, there: bool, compared: bool) -> None:
        """Whether a variant is set aside, and whether it is being compared."""
        _ = self._words
        self.compare.setVisible(not compared)
        self.compare.set_text(_("Compare the variants") if there else _("Compare with another variant"))
        self.swap.setVisible(compared)
        self.drop.setVisible(compared)
