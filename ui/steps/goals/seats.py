"""The seats of a vote: a box for everybody of each department, filled when voted; the digit only where it was typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.service import ThemeService
from ui.widgets.paint import badge_font, badge_width, paint_badge
from workshop_app.domain.frozen import frozen

BOX, GAP = 26, 5


@frozen
class SeatRow:
    """A department's seats: code, place, name, how many, how many have voted."""

    code: str
    place: int
    name: str
    seats: int
    voted: int


@frozen
class SeatCursor:
    """Where the next digit goes: department (place in the rows), seat; the digit that has just been typed there."""

    row: int = 0
    seat: int = 0
    digit: int | None = None


class SeatStrip(QWidget):
    """Rows of seats, one department after another, as many to a line as fit. ``chosen`` carries a clicked cursor."""

    chosen = Signal(object)

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[SeatRow, ...] = ()
        self._cursor = SeatCursor()
        self._boxes: list[tuple[QRectF, int, int]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self._arrange)

    def show_seats(self, rows: tuple[SeatRow, ...], cursor: SeatCursor) -> None:
        """Other seats, or another cursor."""
        changed = rows != self._rows
        self._rows, self._cursor = rows, cursor
        if changed:
            self._arrange()
        said = ", ".join(f"{row.name}: {row.voted} / {row.seats}" for row in rows)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def _badge_room(self) -> float:
        font = badge_font(self._theme.theme, 20)
        return max((badge_width(row.code, 20, font) for row in self._rows), default=0) + 10

    def _arrange(self) -> None:
        self._boxes = []
        x, y, badge, width = 0.0, 0.0, self._badge_room(), max(200, self.width())
        for at, row in enumerate(self._rows):
            block = badge + row.seats * (BOX + GAP)
            if x and x + block > width:
                x, y = 0.0, y + BOX + 8
            x += badge
            for seat in range(row.seats):
                if x + BOX > width:
                    x, y = badge, y + BOX + GAP
                self._boxes.append((QRectF(x, y, BOX, BOX), at, seat))
                x += BOX + GAP
            x += 18
        self.setFixedHeight(round(y + BOX + 2) if self._rows else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: other lines."""
        self._arrange()

    def sizeHint(self) -> QSize:
        """Qt: as high as its lines."""
        return QSize(300, self.minimumHeight())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose a seat; those after the first empty one are one and the same."""
        for rect, at, seat in self._boxes:
            if rect.contains(event.position()):
                self.chosen.emit(SeatCursor(at, min(seat, self._rows[at].voted)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: badges and boxes."""
        painter, theme = QPainter(self), self._theme.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, badge = badge_font(theme, 20), self._badge_room()
        for rect, at, seat in self._boxes:
            row = self._rows[at]
            if seat == 0:
                wide = badge_width(row.code, 20, font)
                sign = QRectF(rect.left() - badge, rect.center().y() - 10, wide, 20)
                paint_badge(painter, sign, row.code, row.place, theme.department(row.place), font)
            self._box(painter, rect.adjusted(1, 1, -1, -1), at, seat)

    def _box(self, painter: QPainter, rect: QRectF, at: int, seat: int) -> None:
        theme, row = self._theme.theme, self._rows[at]
        here = (self._cursor.row, self._cursor.seat) == (at, seat)
        filled = seat < row.voted
        digit = self._cursor.digit if here else None
        painter.setPen(QPen(theme.color("accent"), 2) if here else QPen(theme.color("border_strong"), 1))
        shown = filled and digit is None
        painter.setBrush(theme.color("text2" if shown else "surface"))
        painter.drawRoundedRect(rect, 5, 5)
        if digit is not None:
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font("body_strong"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(digit))
