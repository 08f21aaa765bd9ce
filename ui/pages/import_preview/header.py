"""The head of the preview: what the file says above each column, and below it what the column is taken for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.context import WindowContext
from ui.pages.import_preview.preview import PreviewColumn
from ui.widgets.controls import ChoiceBox
from ui.widgets.delegates.cell import LEAD
from ui.widgets.delegates.cell import PADDING as CELL_PADDING

HEIGHT, TITLE_HEIGHT, PADDING = 64, 24, 6
UNUSED = ""


class MappingHeader(QHeaderView):
    """``mapped`` carries a column of the file and the field chosen for it (empty: not used)."""

    mapped = Signal(int, str)

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context = context
        self._columns: tuple[PreviewColumn, ...] = ()
        self._first = 1
        self.boxes: list[ChoiceBox] = []
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(context.theme.theme.pixels(HEIGHT))
        self.sectionResized.connect(lambda *_args: self._place())
        self.sectionMoved.connect(lambda *_args: self._place())

    def show_columns(self, columns: Sequence[PreviewColumn], choices: Sequence[tuple[str, str]]) -> None:
        """Titles and choices of the columns; the first section of the table is the row's number."""
        self._columns = tuple(columns)
        while len(self.boxes) < len(columns):
            self.boxes.append(self._box(len(self.boxes)))
        items = [(UNUSED, "—"), *choices]
        for place, box in enumerate(self.boxes):
            shown = place < len(columns)
            if shown:
                column = columns[place]
                box.set_items([(UNUSED, column.fixed)] if column.fixed else items)
                box.set_current(column.field)
                box.setEnabled(not column.fixed)
                box.setAccessibleName(self._context.words("Column “{title}” is", title=column.title))
            box.setVisible(shown)
        self._place()
        self.viewport().update()

    def _box(self, place: int) -> ChoiceBox:
        box = ChoiceBox(self._context.theme, self._context.icons, "")
        box.setParent(self.viewport())
        box.picked.connect(lambda key, place=place: self.mapped.emit(place, key))
        return box

    def _place(self) -> None:
        """Each choice under its title."""
        theme = self._context.theme.theme
        top, height = theme.pixels(TITLE_HEIGHT), theme.pixels(30)
        for place in range(len(self._columns)):
            section = place + self._first
            if section < self.count():
                left = self.sectionViewportPosition(section)
                width = self.sectionSize(section) - 2 * 3
                self.boxes[place].setGeometry(left + 3, top + 2, max(40, width), height)

    def setOffset(self, offset: int) -> None:
        """Qt: the table is scrolled sideways."""
        super().setOffset(offset)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep the choices in place."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """Qt: the fixed height."""
        return QSize(super().sizeHint().width(), self.height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Qt: the title as the file has it; number and verdict have a title of their own."""
        theme = self._context.theme.theme
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.color("border"))
        column = section - self._first
        named = 0 <= column < len(self._columns)
        own = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "") if self.model() else ""
        title = self._columns[column].title if named else ""
        text = self._context.words("“{a}”", a=title) if title else own
        font = theme.font("caption" if named else "caption_strong")
        painter.setFont(font)
        painter.setPen(theme.color("text3"))
        lead = CELL_PADDING + LEAD if section == 0 and not named else PADDING + 2
        box = QRectF(rect).adjusted(lead, 0, -PADDING, 0)
        box.setHeight(theme.pixels(TITLE_HEIGHT)) if named else box.setTop(rect.top() + theme.pixels(TITLE_HEIGHT))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
