"""A chart on the screen: the drawing that paper has too, and its numbers as a table (T)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import Button
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.drawing_paint import CAPTION, Build
from ui.widgets.elided import ElidedLabel, ToneLabel
from ui.widgets.table_look import dress_table
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words

if TYPE_CHECKING:  # reportlab comes when the first chart is drawn
    from reports.shapes import Drawing

OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)

_Index = QModelIndex | QPersistentModelIndex


@frozen
class ChartTable:
    """The chart's numbers in words: titles, then rows of texts; the first column names the row."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class DrawingView(QWidget):
    """Paints a drawing at its own size; it is built again for another size or theme."""

    def __init__(self, theme: ThemeService, minimum: QSize) -> None:
        super().__init__()
        self._theme = theme
        self._build: Build | None = None
        self._made: tuple[tuple[object, ...], Drawing] | None = None
        self.setMinimumSize(minimum)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def show_drawing(self, build: Build | None) -> None:
        """Draw with another function; None = nothing."""
        self._build, self._made = build, None
        self.update()

    def drawing(self) -> Drawing | None:
        """The drawing for the present size, theme and interface size, or None."""
        from reports import fonts
        from reports.charts.look import ChartLook

        if self._build is None:
            return None
        theme = self._theme.theme
        key = (self.width(), self.height(), theme.name, theme.size)
        if self._made is None or self._made[0] != key:
            fonts.register()
            look = ChartLook.screen(theme.dark, theme.pixels(CAPTION))
            self._made = (key, self._build(look, float(self.width()), float(self.height())))
        return self._made[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the drawing, a ring when it has the focus."""
        from ui.widgets.chart_painter import paint_drawing

        painter, drawing = QPainter(self), self.drawing()
        if drawing is not None:
            paint_drawing(painter, drawing, QRectF(self.rect()))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class _NumbersModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.table = ChartTable((), ())

    def show_table(self, table: ChartTable) -> None:
        """Other numbers."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Qt: rows."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Qt: columns."""
        return 0 if parent.isValid() else len(self.table.titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: texts, numbers to the right."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.table.titles[section]
        return None


class _NumbersTable(QTableView):
    """The keys that belong to the chart or to whoever keeps its numbers are not taken for a search."""

    key_pressed = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Del are told with the row; letters go up to the chart."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in OWN_KEYS and not event.modifiers():
            self.key_pressed.emit(event.key(), row)
        elif event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChartWidget(QWidget):
    """Title, a quiet fact, the switch to the table, and the drawing. Nothing is lost to whoever can't see it.

    ``row_opened`` and ``row_removed`` carry the row of the table where Enter or Del was pressed.
    """

    row_opened = Signal(int)
    row_removed = Signal(int)

    def __init__(
        self, theme: ThemeService, icons: Icons, words: Words, title: str, note: str = "", *, minimum: int = 140
    ) -> None:
        super().__init__()
        _ = words
        self.title = ElidedLabel(title)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self.note = ToneLabel(theme, "caption", "text2")
        self.note.setText(note)
        self.table_button = Button(_("Table"), "ghost", theme, icons, "table-2")
        self.table_button.setCheckable(True)
        self.table_button.setToolTip(_("The same numbers as a table (T)"))
        self.view = DrawingView(theme, QSize(160, minimum))
        self.view.setAccessibleName(title)
        self._model = _NumbersModel()
        self.table = self._table(theme, icons, title)
        self.table.key_pressed.connect(self._tell)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.table)
        self.table_button.toggled.connect(self._turn)
        self._lay_out()
        theme.changed.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.table_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _follow(self) -> None:
        self.title.setFont(self._theme.theme.font("card_title"))

    def _turn(self, to_table: bool) -> None:
        """The table, or the drawing again; the focus goes along."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._stack.isAncestorOf(focused)
        self._stack.setCurrentIndex(1 if to_table else 0)
        if to_table and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        if inside:
            (self.table if to_table else self.view).setFocus()

    def _tell(self, key: int, row: int) -> None:
        (self.row_removed if key == Qt.Key.Key_Delete else self.row_opened).emit(row)

    def _table(self, theme: ThemeService, icons: Icons, title: str) -> _NumbersTable:
        table = _NumbersTable()
        table.setModel(self._model)
        table.setItemDelegate(CellDelegate(theme, icons, table, height=32))
        dress_table(table, theme, 32).setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName(title)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        return table

    def show_chart(self, build: Build | None, table: ChartTable) -> None:
        """Another drawing and its numbers."""
        self.view.show_drawing(build)
        self._model.show_table(table)
        spoken = [zip(table.titles, row, strict=False) for row in table.rows]
        lines = [", ".join(f"{title} {cell}" for title, cell in row) for row in spoken]
        self.view.setAccessibleDescription("; ".join(lines))

    def set_title(self, title: str, note: str = "") -> None:
        """Other words."""
        self.title.setText(title)
        for shown in (self.view, self.table):
            shown.setAccessibleName(title)
        self.note.setText(note)

    def set_aside(self, widget: QWidget) -> None:
        """Something said at the right of the head, before the switch to the table."""
        self._head.insertWidget(self._head.count() - 1, widget)

    def toggle_table(self) -> None:
        """T: the table, or the drawing again."""
        self.table_button.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: T (Е on a Russian layout)."""
        if event.text().casefold() in ("t", "т", "е") and not event.modifiers():
            self.toggle_table()
        else:
            super().keyPressEvent(event)
