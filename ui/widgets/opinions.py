"""Painters of opinions: votes by department, shares before and now, gaps between departments, hidden marks.

A line is as long as its box; a mark at one of its ends stands out by half, into the padding of the cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.theme import Theme
from ui.widgets.bars import round_bar
from ui.widgets.paint import paint_hatch, paint_mark
from workshop_app.domain.frozen import frozen

WIDE_GAP = Fraction(7, 10)
"""A difference of votes from which the joining line warns (SCREENS.md 1, vote track)."""


MARK_STEP = 11
"""From mark to mark of one side at least: none hides another of the same opinion."""


@frozen
class VotePaint:
    """Means of a criterion by department (place, mean), 0…2; or ``ledger``, a number from the ledger."""

    means: tuple[tuple[int, Fraction], ...] = ()
    ledger: Fraction | None = None
    threshold: Fraction = Fraction(6, 5)
    top: Fraction = Fraction(2)

    @property
    def wide_gap(self) -> bool:
        """Whether departments see it differently by 0.7 or more."""
        values = [mean for _place, mean in self.means]
        return bool(values) and max(values) - min(values) >= WIDE_GAP


def paint_votes(painter: QPainter, box: QRectF, votes: VotePaint, theme: Theme) -> None:
    """A line from 0 to 2 with the threshold as a tick, marks of departments above and below, a diamond = ledger."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y, left, width = box.center().y(), box.left(), box.width()
    round_bar(painter, QRectF(left, y - 2, width, 4), theme.color("track"))

    def at(value: Fraction) -> float:
        return left + width * float(value / votes.top)

    painter.fillRect(QRectF(at(votes.threshold) - 0.75, y - 9, 1.5, 18), theme.color("text"))
    several = len(votes.means) > 1
    sides = [place % 2 for place, _mean in votes.means]
    across = apart([at(mean) for _place, mean in votes.means], sides, left, left + width)
    centres = [QPointF(x, y + (6 if side else -6) if several else y) for x, side in zip(across, sides, strict=True)]
    if votes.wide_gap:
        order = sorted(range(len(centres)), key=lambda at: votes.means[at][1])
        painter.setPen(QPen(theme.color("warn"), 2))
        painter.drawLine(centres[order[0]], centres[order[-1]])
    for (place, _mean), centre in zip(votes.means, centres, strict=True):
        paint_mark(painter, centre, 10, place, theme.department(place), filled=True)
    if votes.ledger is not None:
        x = at(votes.ledger)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text"))
        painter.drawPolygon([QPointF(x, y - 6.5), QPointF(x + 6.5, y), QPointF(x, y + 6.5), QPointF(x - 6.5, y)])
    painter.restore()


def apart(
    places: Sequence[float], sides: Sequence[int], left: float, right: float, step: float = MARK_STEP
) -> list[float]:
    """Places of marks, those of one side so far from each other that each is seen."""
    found = list(places)
    for side in set(sides):
        mine = sorted((at for at, own in enumerate(sides) if own == side), key=lambda at: places[at])
        for before, after in pairwise(mine):
            found[after] = max(found[after], found[before] + step)
        edge = right
        for at in reversed(mine):
            found[at] = max(left, min(found[at], edge))
            edge = found[at] - step
    return found


@frozen
class ShiftPaint:
    """A share before and now (0…1), hollow and filled; either may be missing."""

    before: Fraction | None
    now: Fraction | None


def paint_shift(painter: QPainter, box: QRectF, shift: ShiftPaint, theme: Theme) -> None:
    """Hollow = before, filled = now, the way between them in accent; going back is dashed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y, left, width = box.center().y(), box.left(), box.width()
    round_bar(painter, QRectF(left, y - 2, width, 4), theme.color("track"))
    before = None if shift.before is None else left + width * float(shift.before)
    now = None if shift.now is None else left + width * float(shift.now)
    if before is not None and now is not None:
        pen = QPen(theme.color("accent" if now >= before else "text2"), 3)
        if now < before:
            pen.setDashPattern([1.5, 1.2])
        painter.setPen(pen)
        painter.drawLine(QPointF(before, y), QPointF(now, y))
    if before is not None:
        painter.setPen(QPen(theme.color("text2"), 1.6))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QPointF(before, y), 4.5, 4.5)
    if now is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(QPointF(now, y), 5, 5)
    painter.restore()


@frozen
class GapPaint:
    """Departments' shares (place in the order, 0…1); ``wide`` when they differ enough to ask why."""

    shares: tuple[tuple[int, Fraction], ...]
    wide: bool = False


def paint_gap(painter: QPainter, box: QRectF, gap: GapPaint, theme: Theme) -> None:
    """Marks of the departments on a line; a wide gap joins them in warn."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y, left, width = box.center().y(), box.left(), box.width()
    painter.fillRect(QRectF(left, y - 0.75, width, 1.5), theme.color("divider"))
    exact = [left + width * float(share) for _place, share in gap.shares]
    places = apart(exact, [0] * len(exact), left, left + width)
    if len(places) > 1:
        painter.setPen(QPen(theme.color("warn" if gap.wide else "text3"), 2 if gap.wide else 1.5))
        painter.drawLine(QPointF(min(places), y), QPointF(max(places), y))
    for (place, _share), x in zip(gap.shares, places, strict=True):
        paint_mark(painter, QPointF(x, y), 10, place, theme.department(place), filled=True)
    painter.restore()


@frozen
class HiddenPaint:
    """Marks that are not shown: the word that stands in their place."""

    word: str


def paint_hidden(painter: QPainter, box: QRectF, hidden: HiddenPaint, theme: Theme) -> None:
    """A hatched field with the word."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    field = QRectF(box.left(), box.center().y() - 9, box.width(), 18)
    painter.setPen(QPen(theme.color("border"), 1))
    painter.setBrush(theme.color("window"))
    painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    paint_hatch(painter, field.adjusted(2, 2, -2, -2), theme.color("border"), 4, 1)
    painter.setFont(theme.font("caption"))
    width = painter.fontMetrics().horizontalAdvance(hidden.word) + 14
    painter.fillRect(QRectF(field.center().x() - width / 2, field.top() + 1, width, 16), theme.color("window"))
    painter.setPen(theme.color("text2"))
    painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), hidden.word)
    painter.restore()
