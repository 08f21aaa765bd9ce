"""Big numbers side by side, each a filter that can be on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import paint_edge
from ui.widgets.card import Card, UprightRule
from ui.widgets.clearing import clear_layout
from ui.widgets.pictograms import paint_pictogram
from ui.widgets.tips import plain_tip
from workshop_app.domain.frozen import frozen

NONE = "0"
"""A finding that nobody has is quiet: colour is for what the group must look at."""


@frozen
class NumberCell:
    """A number of the strip: key, big text, caption; where wanted its unit, a finding's sign, a second caption.

    ``icon`` is (name, colour token), drawn behind the number. ``filters`` False: a number that is not a filter.
    """

    key: str
    number: str
    caption: str
    unit: str = ""
    finding: str = ""
    tip: str = ""
    note: str = ""
    icon: tuple[str, str] | None = None
    filters: bool = True

    @property
    def spoken(self) -> str:
        """For a screen reader: «double work: 23 h a week»."""
        return f"{self.caption}: {self.number} {self.unit}".strip() + (f", {self.note}" if self.note else "")


class _CellButton(QPushButton):
    def __init__(self, cell: NumberCell, theme: ThemeService, icons: Icons | None) -> None:
        super().__init__()
        self._theme, self._icons, self.cell = theme, icons, cell
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)
        self.show_cell(cell)

    def show_cell(self, cell: NumberCell) -> None:
        """Another number."""
        self.cell = cell
        self.setAccessibleName(cell.spoken)
        self.setToolTip(plain_tip(cell.tip))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell.filters else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell.filters else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def _wide(self, role: str, text: str) -> float:
        return QFontMetricsF(self._theme.theme.font(role)).horizontalAdvance(text)

    def sizeHint(self) -> QSize:
        """Qt: the wider of number and captions."""
        cell, theme = self.cell, self._theme.theme
        top = self._wide("number", cell.number) + (27 if cell.finding else 0) + (22 if cell.icon else 0)
        top += self._wide("caption", cell.unit) + 6 if cell.unit else 0
        caption = self._wide("control_strong" if cell.note else "caption", cell.caption)
        below = max(caption, self._wide("caption", cell.note))
        return QSize(round(max(top, below)) + 20, theme.pixels(72 if cell.note else 56))

    def minimumSizeHint(self) -> QSize:
        """Qt: the number is never cut."""
        top = self._wide("number", self.cell.number) + (27 if self.cell.finding else 0)
        return QSize(round(top) + 20, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: number over captions."""
        theme, painter, box = self._theme.theme, QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() and self.cell.filters
        ground = "selected" if self.isChecked() else "hover" if hovered else ""
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        edge = theme.color("accent") if self.isChecked() else None
        paint_edge(painter, box, edge, theme.color("accent") if self.hasFocus() else None)
        unit = theme.size / 100
        top = QRectF(10, 2 * unit, box.width() - 14, 32 * unit)
        self._number(painter, top)
        cell = self.cell
        token = "text" if cell.note else "text3"
        self._line(painter, 33 * unit, cell.caption, theme.font("control_strong" if cell.note else "caption"), token)
        if cell.note:
            self._line(painter, 52 * unit, cell.note, theme.font("caption"), "text3")

    def _number(self, painter: QPainter, box: QRectF) -> None:
        theme, cell = self._theme.theme, self.cell
        tone, left = theme.color("text"), box.left()
        if cell.finding:
            tone = theme.color("text3") if cell.number == NONE else theme.finding(cell.finding).ink
            paint_pictogram(painter, cell.finding, QRectF(left, box.center().y() - 6.5, 19.5, 13), tone)
            left += 27
        painter.setPen(tone)
        painter.setFont(theme.font("number"))
        painter.drawText(box.adjusted(left - box.left(), 0, 8, 0), int(Qt.AlignmentFlag.AlignVCenter), cell.number)
        left += painter.fontMetrics().horizontalAdvance(cell.number) + 6
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("caption"))
        painter.drawText(
            QRectF(left, box.top() + 2, box.right() - left + 8, box.height()),
            int(Qt.AlignmentFlag.AlignVCenter),
            cell.unit,
        )
        if cell.icon and self._icons:
            left += painter.fontMetrics().horizontalAdvance(cell.unit) + (6 if cell.unit else 0)
            name, token = cell.icon
            self._icons.paint(painter, left, box.center().y() - 8, name, 16, theme.color(token))

    def _line(self, painter: QPainter, top: float, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.theme.color(token))
        room = self.width() - 14.0
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        box = QRectF(10, top, room + 4, QFontMetricsF(font).height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)


class NumberStrip(Card):
    """One of the numbers may be on: ``chosen`` carries its key, empty = off. Arrows move, Space and Enter switch."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeService, icons: Icons | None = None) -> None:
        super().__init__("card", 6, 0)
        self._theme, self._icons = theme, icons
        self._cells: list[_CellButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self.body.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_cells(self, cells: Sequence[NumberCell], on: str = "") -> None:
        """Replace the numbers; the same keys are only brought up to date."""
        if [cell.key for cell in cells] != [made.cell.key for made in self._cells]:
            self._rebuild(cells)
        for made, cell in zip(self._cells, cells, strict=True):
            made.show_cell(cell)
            made.setChecked(bool(on) and cell.key == on)
            self._row.setStretchFactor(made, made.sizeHint().width())

    def _rebuild(self, cells: Sequence[NumberCell]) -> None:
        clear_layout(self._row)
        self._cells = []
        for place, cell in enumerate(cells):
            if place:
                self._row.addWidget(UprightRule())
            made = _CellButton(cell, self._theme, self._icons)
            made.clicked.connect(lambda _on=False, made=made: self._choose(made))
            self._cells.append(made)
            self._row.addWidget(made, 1)

    def cell(self, key: str) -> QPushButton:
        """The button of a number; KeyError for an unknown key."""
        for made in self._cells:
            if made.cell.key == key:
                return made
        raise KeyError(key)

    def _choose(self, made: _CellButton) -> None:
        if not made.cell.filters:
            made.setChecked(False)
            return
        for other in self._cells:
            if other is not made:
                other.setChecked(False)
        self.chosen.emit(made.cell.key if made.isChecked() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows move the focus, Enter switches."""
        filters = [made for made in self._cells if made.cell.filters]
        place = next((at for at, made in enumerate(filters) if made.hasFocus()), -1)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step and place >= 0:
            filters[(place + step) % len(filters)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place >= 0:
            filters[place].click()
        else:
            super().keyPressEvent(event)
