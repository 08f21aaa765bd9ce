"""The look every table has: own head, no grid, rows of one height, smooth scrolling down and none sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme.service import ThemeService
from ui.widgets.card import Card
from ui.widgets.table_header import TableHeader


class TableCard(Card):
    """A table, or what stands in its place, with the card's border: square corners stay inside the round ones."""

    INSET = 4

    def __init__(self, inside: QWidget | None = None, *, spacing: int = 0) -> None:
        super().__init__(margins=0, spacing=spacing)
        self.body.setContentsMargins(1, self.INSET, 1, self.INSET)
        if inside is not None:
            self.body.addWidget(inside)


def dress_table(table: QTableView, theme: ThemeService, row_height: int, *, stacked: bool = False) -> TableHeader:
    """Give a table the look; ``row_height`` is at 100 %. ``stacked``: a head of badge, two lines and a caption."""
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setMouseTracking(True)
    table.setAlternatingRowColors(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setCornerButtonEnabled(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = TableHeader(theme, table)
    header.setStacked(stacked)
    table.setHorizontalHeader(header)
    rows = table.verticalHeader()
    rows.setVisible(False)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(20)
    rows.setDefaultSectionSize(theme.theme.pixels(row_height))
    return header
