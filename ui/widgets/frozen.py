"""A wide matrix whose first and last columns stay in view: three tables on one model that scroll down together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QScrollBar,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.service import ThemeService
from ui.widgets.table_look import dress_table


@dataclass(frozen=True)
class Widths:
    """Logical pixels at 100 %: the least and most of a middle column, the least of the first part, the last part's."""

    least: int
    most: int
    head: int
    tail: int = 0


class _Side(QTableView):
    """Some columns of the model beside the middle; a click chooses the row in the middle."""

    clicked_row = Signal(int)

    def __init__(self, columns: range, from_end: bool) -> None:
        super().__init__()
        self._columns, self._from_end = columns, from_end
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mine(self) -> set[int]:
        """The model's columns that this part shows."""
        count = self.model().columnCount()
        return {count - 1 - place for place in self._columns} if self._from_end else set(self._columns)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose the row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.clicked_row.emit(index.row())


class FrozenGrid(QWidget):
    """``main`` (with its model set) shows the columns between the first and, where ``widths`` has a tail, the last one.

    The middle scrolls sideways by a bar under it; columns that do not need all the room leave it to the first part.
    ``side_delegate`` draws the first and the last part; it edits nothing, so it must not be the middle's own.
    Heads are ``head_height`` high (0 = none), rows ``row_height`` (logical pixels at 100 %).
    """

    def __init__(
        self,
        main: QTableView,
        theme: ThemeService,
        widths: Widths,
        *,
        row_height: int,
        head_height: int,
        side_delegate: QAbstractItemDelegate,
        header: QHeaderView | None = None,
    ) -> None:
        super().__init__()
        self.main, self._theme, self._widths = main, theme, widths
        self._row_height, self._head_height = row_height, head_height
        self._own_heights: dict[int, int] = {}
        self.head = _Side(range(1), from_end=False)
        self.tail = _Side(range(1 if widths.tail else 0), from_end=True)
        self.down, self.across = QScrollBar(Qt.Orientation.Vertical), QScrollBar(Qt.Orientation.Horizontal)
        self._dress(header, side_delegate)
        self._lay_out()
        self._tie()
        theme.changed.connect(self._follow)
        self._follow()

    @property
    def _parts(self) -> tuple[QTableView, ...]:
        return (self.head, self.main, self.tail)

    def _dress(self, header: QHeaderView | None, delegate: QAbstractItemDelegate) -> None:
        for part in self._parts:
            dress_table(part, self._theme, self._row_height, stacked=True)
            if part is self.main and header is not None:
                part.setHorizontalHeader(header)
            part.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            part.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
            part.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            part.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for side in (self.head, self.tail):
            side.setModel(self.main.model())
            side.setItemDelegate(delegate)
            side.clicked_row.connect(self._choose_row)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for place, part in enumerate((*self._parts, self.down)):
            grid.addWidget(part, 0, place)
        grid.addWidget(self.across, 1, 1)
        self.tail.setVisible(bool(self._widths.tail))
        self.setFocusProxy(self.main)

    def _tie(self) -> None:
        for part in self._parts:
            part.verticalScrollBar().valueChanged.connect(self._scroll_down)
            part.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._level())
        _mirror(self.main.verticalScrollBar(), self.down)
        _mirror(self.main.horizontalScrollBar(), self.across)
        self.main.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self.fit())
        model: QAbstractItemModel = self.main.model()
        for signal in (model.modelReset, model.columnsInserted, model.columnsRemoved, model.layoutChanged):
            signal.connect(self.fit)
        for signal in (model.modelReset, model.rowsInserted):
            signal.connect(self._heighten)

    def _scroll_down(self, value: int) -> None:
        for part in self._parts:
            part.verticalScrollBar().setValue(value)

    def _level(self) -> None:
        """A part that gets its rows later than the middle has been scrolled comes after it."""
        if isValid(self.main):
            self._scroll_down(self.main.verticalScrollBar().value())

    def _choose_row(self, row: int) -> None:
        first = self._middle()[0] if self._middle() else 0
        column = max(first, self.main.currentIndex().column())
        self.main.setCurrentIndex(self.main.model().index(row, column))
        self.main.setFocus(Qt.FocusReason.MouseFocusReason)

    def _middle(self) -> Sequence[int]:
        count = self.main.model().columnCount()
        return range(1, count - (1 if self._widths.tail else 0))

    def _follow(self) -> None:
        theme = self._theme.theme
        for part in self._parts:
            part.horizontalHeader().setFixedHeight(theme.pixels(self._head_height))
            part.horizontalHeader().setVisible(self._head_height > 0)
        self.set_row_height(self._row_height)

    def set_row_height(self, at_100: int) -> None:
        """Another height of all rows."""
        self._row_height = at_100
        for part in self._parts:
            part.verticalHeader().setDefaultSectionSize(self._theme.theme.pixels(at_100))
        self._heighten()
        self.fit()

    def set_own_height(self, row: int, at_100: int) -> None:
        """Another height of one row."""
        self._own_heights[row] = at_100
        self._heighten()

    def _heighten(self) -> None:
        count = self.main.model().rowCount()
        for row, height in self._own_heights.items():
            for part in self._parts if row < count else ():
                part.setRowHeight(row, self._theme.theme.pixels(height))

    def set_widths(self, widths: Widths) -> None:
        """Other widths (a fold shows fewer, wider columns)."""
        self._widths = widths
        self.fit()

    def fit(self) -> None:
        """Share the width: middle columns as wide as they may, the first part takes what is left."""
        theme, widths = self._theme.theme, self._widths
        middle = self._middle()
        tail = theme.pixels(widths.tail) if widths.tail else 0
        bar = self.down.sizeHint().width() if self.down.maximum() > 0 else 0
        room = self.width() - tail - bar - theme.pixels(widths.head)
        least, most = theme.pixels(widths.least), theme.pixels(widths.most)
        one = max(least, min(most, room // len(middle))) if middle else most
        self._show_columns(self.main, set(middle))
        for side in (self.head, self.tail):
            self._show_columns(side, side.mine())
        for column in middle:
            self.main.setColumnWidth(column, one)
        taken = max(0, min(one * len(middle), room))
        self.main.setFixedWidth(taken)
        head = max(1, self.width() - taken - tail - bar)
        self.head.setFixedWidth(head)
        self.head.setColumnWidth(0, head)
        if tail:
            self.tail.setFixedWidth(tail)
            self.tail.setColumnWidth(self.main.model().columnCount() - 1, tail)

    def _show_columns(self, part: QTableView, shown: set[int]) -> None:
        for column in range(self.main.model().columnCount()):
            if part.isColumnHidden(column) == (column in shown):
                part.setColumnHidden(column, column not in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: share the width anew."""
        self.fit()

    def choose(self, row: int, column: int) -> None:
        """Put the cursor on a cell and bring it into view."""
        index: QModelIndex = self.main.model().index(row, column)
        self.main.setCurrentIndex(index)
        self.main.scrollTo(index)
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Once more when the page has its size."""
        if self.main.currentIndex().isValid():
            self.main.scrollTo(self.main.currentIndex())


def _mirror(inner: QScrollBar, outer: QScrollBar) -> None:
    """An outer bar that does what the hidden inner one does; without a range it is not shown."""

    def take_range(low: int, high: int) -> None:
        if not isValid(inner):  # a table that is thrown away tells its range once more
            return
        outer.setRange(low, high)
        outer.setPageStep(inner.pageStep())
        outer.setSingleStep(inner.singleStep())
        outer.setVisible(high > low)

    inner.rangeChanged.connect(take_range)
    inner.valueChanged.connect(outer.setValue)
    outer.valueChanged.connect(inner.setValue)
    take_range(inner.minimum(), inner.maximum())
