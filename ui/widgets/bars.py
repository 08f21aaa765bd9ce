"""Painters of amounts: hours, change, load, shares between departments, goals, weights of votes."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme.theme import Theme
from ui.widgets.paint import paint_hatch
from workshop_app.domain.frozen import frozen


@frozen
class BarPaint:
    """A value against its norm (a tick); above ``limit`` it warns. All in one unit; the words beside are the cell's."""

    value: Fraction
    norm: Fraction
    limit: Fraction


def paint_hours_bar(painter: QPainter, box: QRectF, bar: BarPaint, theme: Theme) -> None:
    """A bar in its track with the norm as a tick; it warns by colour and, where the words stand, by «▲»."""
    top = max(bar.norm * Fraction(9, 8), bar.value, Fraction(1))
    track = QRectF(box.left(), box.center().y() - 3, box.width(), 6)
    round_bar(painter, track, theme.color("trough"))
    filled = QRectF(track.left(), track.top(), track.width() * float(bar.value / top), 6)
    if bar.value > 0:
        round_bar(painter, filled, theme.color("warn" if bar.value > bar.limit else "border_strong"))
    if bar.norm > 0:
        x = track.left() + track.width() * float(bar.norm / top)
        painter.fillRect(QRectF(x - 0.75, track.top() - 4, 1.5, 14), theme.color("text"))


def paint_progress(painter: QPainter, box: QRectF, share: Fraction, theme: Theme, token: str = "accent") -> None:
    """A thin bar of 5 px filled to a share of 0…1."""
    track = QRectF(box.left(), box.center().y() - 2.5, box.width(), 5)
    round_bar(painter, track, theme.color("trough"))
    part = float(min(Fraction(1), max(Fraction(0), share)))
    if part:
        round_bar(painter, QRectF(track.left(), track.top(), max(5.0, track.width() * part), 5), theme.color(token))


def round_bar(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A bar with round ends."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)


@frozen
class DeltaPaint:
    """A change in per cent and the widest one of its column; ``warn_at`` is where a dashed line warns (−15)."""

    value: Fraction
    widest: Fraction
    warn_at: Fraction = Fraction(-15)


def delta_zero(box: QRectF, delta: DeltaPaint) -> tuple[float, float]:
    """The x of zero and the width of one per cent."""
    low = max(abs(delta.warn_at) * Fraction(5, 4), Fraction(1))
    high = max(delta.widest, low)
    unit = box.width() / float(low + high)
    return box.left() + unit * float(low), unit


def paint_delta(painter: QPainter, box: QRectF, delta: DeltaPaint, theme: Theme) -> None:
    """Plus = accent to the right, minus = dark hatch to the left of the zero line; the warn line is dashed."""
    zero, unit = delta_zero(box, delta)
    y = box.center().y()
    pen = QPen(theme.color("warn"), 1.3)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    x = zero + unit * float(delta.warn_at)
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
    end = max(box.left(), min(box.right(), zero + unit * float(delta.value)))
    bar = QRectF(min(zero, end), y - 5.5, max(1.5, abs(end - zero)), 11)
    if delta.value >= 0:
        painter.fillRect(bar, theme.color("accent"))
    else:
        painter.fillRect(bar, theme.color("trough"))
        paint_hatch(painter, bar, theme.color("text"), 2.4, 1.4)
    painter.fillRect(QRectF(zero - 0.5, y - 9, 1, 18), theme.color("border_strong"))


@frozen
class LoadPaint:
    """Hours by series, in the order of the series; ``limit`` is the dashed line."""

    parts: tuple[Fraction, ...]
    limit: Fraction
    top: Fraction

    @property
    def total(self) -> Fraction:
        """All series together."""
        return sum(self.parts, Fraction(0))


def series_fill(painter: QPainter, rect: QRectF, place: int, theme: Theme) -> None:
    """The fill of a series: ink, accent, grey, pale with an outline, hatch, and again."""
    kind = place % 5
    if kind < 3:
        painter.fillRect(rect, theme.color(("text", "accent", "border_strong")[kind]))
        return
    painter.fillRect(rect, theme.color("border" if kind == 3 else "surface"))
    if kind == 4:
        paint_hatch(painter, rect, theme.color("border_strong"), 3, 1)
    painter.setPen(QPen(theme.color("border_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_load(painter: QPainter, box: QRectF, load: LoadPaint, theme: Theme) -> None:
    """Stacked by series with a gap of 1 px, over a track; the limit is dashed through the whole height."""
    track = QRectF(box.left(), box.center().y() - 5, box.width(), 10)
    painter.fillRect(track, theme.color("trough"))
    top, x = float(max(load.top, load.total, load.limit)), track.left()
    for place, part in enumerate(load.parts):
        width = track.width() * float(part) / top if top else 0
        if width > 0:
            series_fill(painter, QRectF(x, track.top(), max(1.0, width - 1), 10), place, theme)
            x += width
    at = track.left() + track.width() * float(load.limit) / top
    pen = QPen(theme.color("warn" if load.total > load.limit else "text"), 1.4)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.drawLine(QPointF(at, box.top()), QPointF(at, box.bottom()))


@frozen
class SplitPaint:
    """Shares of departments (place in the order, amount); ``top`` is the amount that fills the box."""

    parts: tuple[tuple[int, Fraction], ...]
    top: Fraction


def paint_split(painter: QPainter, box: QRectF, split: SplitPaint, theme: Theme) -> None:
    """Fills of the departments with outlines and a gap of 2 px."""
    bar, x = QRectF(box.left(), box.center().y() - 6, box.width(), 12), box.left()
    for place, amount in split.parts:
        width = bar.width() * float(amount / split.top) if split.top else 0
        if width <= 0:
            continue
        colors, part = theme.department(place), QRectF(x, bar.top(), max(2.0, width - 2), 12)
        painter.fillRect(part, colors.fill)
        if place % 2:
            band = QRectF(part.left(), part.bottom() - 4, part.width(), 4)
            paint_hatch(painter, band, colors.cue, 2.2, 1)
        painter.setPen(QPen(colors.outline, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))
        x += width


@frozen
class GoalPaint:
    """Where a goal stands between its baseline (0) and its target (1); ``now`` None = not measured."""

    now: Fraction | None = None


def paint_goal(painter: QPainter, box: QRectF, goal: GoalPaint, theme: Theme) -> None:
    """Ring = baseline, upright = target, accent disc = now. The good end is always right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y, left, right = box.center().y(), box.left() + 7, box.right() - 2
    round_bar(painter, QRectF(left, y - 2, right - left, 4), theme.color("track"))
    if goal.now is not None:
        x = left + (right - left) * float(min(Fraction(1), max(Fraction(0), goal.now)))
        round_bar(painter, QRectF(left, y - 2, max(4.0, x - left), 4), theme.color("accent"))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(QPointF(x, y), 5, 5)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(QPointF(left, y), 5, 5)
    painter.fillRect(QRectF(right - 1, y - 7, 2, 14), theme.color("text"))
    painter.restore()
