"""Cells that draw more than text: finding chip, claim marks, RACI tile, Gantt strip, hours bar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.widgets import roles
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.paint import badge_width, chip_width, paint_badge, paint_chip, paint_mark, paint_tile


class FindingDelegate(CellDelegate):
    """A finding as a chip, with «+2» for further ones."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The chip."""
        found = index.data(roles.FINDING)
        if not found:
            return
        code, label, *more = found
        font = self.theme.font("control_strong")
        width = min(chip_width(label, 26, font), box.width() - (26 if more and more[0] else 0))
        rect = QRectF(box.left(), box.center().y() - 13, width, 26)
        paint_chip(painter, rect, code, label, self.theme, font)
        if more and more[0]:
            painter.setPen(self.theme.color("text3"))
            painter.setFont(self.theme.font("caption"))
            after = QRectF(rect.right() + 6, box.top(), 30, box.height())
            painter.drawText(after, int(Qt.AlignmentFlag.AlignVCenter), f"+{more[0]}")


@dataclass(frozen=True)
class ClaimPaint:
    """A department's answer: which departments it names (by index), the word beside the marks.

    ``badges`` (code, index) are drawn instead of marks for three and more departments.
    """

    word: str
    count: int = 0
    named: frozenset[int] = frozenset()
    badges: tuple[tuple[str, int], ...] = ()
    answered: bool = True


class ClaimDelegate(CellDelegate):
    """«● ■ оба»: filled marks are the departments that were named."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Marks or badges, and the word."""
        claim: ClaimPaint | None = index.data(roles.CLAIM)
        if claim is None:
            return
        x = box.left()
        if claim.badges:
            x = self._badges(painter, box, claim)
        elif claim.answered and claim.count:
            for place in range(claim.count):
                centre = QPointF(x + 6, box.center().y())
                colors = self.theme.department(place)
                paint_mark(painter, centre, 11, place, colors, filled=place in claim.named)
                x += 16
            x += 4
        painter.setPen(self.theme.color("text" if claim.answered else "text3"))
        painter.setFont(self.theme.font("body"))
        painter.drawText(
            QRectF(x, box.top(), box.right() - x, box.height()), int(Qt.AlignmentFlag.AlignVCenter), claim.word
        )

    def _badges(self, painter: QPainter, box: QRectF, claim: ClaimPaint) -> float:
        font = self.theme.font("caption_strong")
        font.setPixelSize(11)
        x = box.left()
        for code, place in claim.badges:
            width = badge_width(code, 18, font)
            rect = QRectF(x, box.center().y() - 9, width, 18)
            paint_badge(painter, rect, code, place, self.theme.department(place), font)
            x += width + 4
        return x + 4


class RaciDelegate(CellDelegate):
    """A RACI tile from a cached pixmap: thousands of cells stay fast."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The tile."""
        letters = str(index.data(roles.LETTERS) or "")
        rect = QRectF(option.rect)
        if not letters:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("border"))
            painter.drawEllipse(rect.center(), 1.5, 1.5)
            return
        pixmap = self._tile(letters, painter.device().devicePixelRatioF())
        size = pixmap.deviceIndependentSize()
        painter.drawPixmap(QPointF(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2), pixmap)

    def _tile(self, letters: str, ratio: float) -> QPixmap:
        cache: dict[tuple[str, float, str, int], QPixmap] = self.__dict__.setdefault("_tiles", {})
        key = (letters, ratio, self.theme.name, self.theme.size)
        if key not in cache:
            side = self.theme.pixels(26)
            width = side * 2 if len(letters) > 1 else side
            pixmap = QPixmap(round(width * ratio), round(side * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            tile = QPainter(pixmap)
            paint_tile(tile, QRectF(0, 0, width, side), letters, self.theme, self.theme.font("letter"))
            tile.end()
            cache[key] = pixmap
        return cache[key]


@dataclass(frozen=True)
class GanttPaint:
    """A strip from ``starts`` to ``ends``: the action's due date, done date, overdue days, today, follow-ups."""

    starts: date
    ends: date
    due: date | None
    done: date | None
    today: date
    begins: date
    overdue: bool
    marks: tuple[date, ...] = ()


class GanttDelegate(CellDelegate):
    """Bar from the session (or the predecessor) to the due date; disc = done, red hatch = overdue, line = today."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The strip."""
        strip: GanttPaint | None = index.data(roles.GANTT)
        if strip is None or strip.ends <= strip.starts:
            return
        theme = self.theme
        for mark in strip.marks:
            x = _at(box, strip, mark)
            painter.setPen(QPen(theme.color("border"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, box.top() + 2), QPointF(x, box.bottom() - 3))
        x = _at(box, strip, strip.today)
        painter.setPen(QPen(theme.color("accent"), 1.4))
        painter.drawLine(QPointF(x, box.top() + 1), QPointF(x, box.bottom() - 2))
        if strip.due is not None:
            self._bar(painter, box, strip)

    def _bar(self, painter: QPainter, box: QRectF, strip: GanttPaint) -> None:
        theme = self.theme
        end = strip.done or strip.due or strip.ends
        left, right = _at(box, strip, strip.begins), _at(box, strip, end)
        bar = QRectF(left, box.center().y() - 4, max(4.0, right - left), 8)
        painter.setPen(Qt.PenStyle.NoPen)
        if strip.done:
            painter.setBrush(theme.color("border_strong"))
            painter.drawRoundedRect(bar.adjusted(0, 2.5, 0, -2.5), 1.5, 1.5)
            painter.drawEllipse(QPointF(bar.right(), bar.center().y()), 4.5, 4.5)
            return
        token = "err" if strip.overdue else "accent"
        if strip.overdue:
            painter.setBrush(theme.color("err_soft"))
            painter.drawRoundedRect(bar, 3, 3)
            painter.fillRect(bar, QBrush(theme.color("err"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(theme.color("err"), 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(
                QPointF(bar.right(), bar.center().y()), QPointF(_at(box, strip, strip.today), bar.center().y())
            )
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(theme.color(token))
        painter.drawPolygon(_diamond(QPointF(bar.right(), bar.center().y()), 5.5))


def _diamond(centre: QPointF, half: float) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(centre.x(), centre.y() - half),
            QPointF(centre.x() + half, centre.y()),
            QPointF(centre.x(), centre.y() + half),
            QPointF(centre.x() - half, centre.y()),
        ]
    )


def _at(box: QRectF, strip: GanttPaint, day: date) -> float:
    share = (day - strip.starts).days / (strip.ends - strip.starts).days
    return box.left() + box.width() * min(1.0, max(0.0, share))


@dataclass(frozen=True)
class BarPaint:
    """A value against its norm; above ``limit`` it warns. All in one unit, the word beside is the cell's text."""

    value: Fraction
    norm: Fraction
    limit: Fraction


class BarDelegate(CellDelegate):
    """A bar with the norm as a tick, the number right of it."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Bar and number."""
        bar: BarPaint | None = index.data(roles.BAR)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        theme = self.theme
        over = bar is not None and bar.value > bar.limit
        painter.setPen(theme.color("warn" if over else "text"))
        painter.setFont(theme.font("body_strong" if over else "body"))
        words = box.adjusted(box.width() - 46, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
        if bar is None or not bar.norm:
            return
        track = QRectF(box.left(), box.center().y() - 4, box.width() - 56, 8)
        top = max(bar.norm * Fraction(5, 4), bar.value)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(track, 4, 4)
        painter.setBrush(theme.color("warn" if over else "accent"))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * float(bar.value / top), 8), 4, 4)
        x = track.left() + track.width() * float(bar.norm / top)
        painter.setPen(QPen(theme.color("text"), 1.6))
        painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3))
