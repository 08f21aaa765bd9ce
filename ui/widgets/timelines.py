"""Painters of time: Gantt strips in rows, the line of 0–30–60–90 days, stages of a project."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.theme.theme import Theme
from ui.widgets.paint import paint_hatch, paint_tick
from workshop_app.domain.frozen import frozen
from workshop_app.domain.time_strip import month_starts


@frozen
class GanttPaint:
    """A strip from ``starts`` to ``ends``: the action's due date, done date, today, follow-up days.

    ``begins`` is where the bar begins; ``faulty`` draws it dashed in err (no owner, no result).
    """

    starts: date
    ends: date
    due: date | None
    done: date | None
    today: date
    begins: date
    overdue: bool
    marks: tuple[date, ...] = ()
    faulty: bool = False


def gantt_x(box: QRectF, starts: date, ends: date, day: date) -> float:
    """The x of a day in a strip, kept inside it."""
    share = (day - starts).days / max(1, (ends - starts).days)
    return box.left() + box.width() * min(1.0, max(0.0, share))


@frozen
class MonthMark:
    """The name of a month over a strip, and where it begins: 0…1 of the width."""

    name: str
    share: float


def paint_months(painter: QPainter, box: QRectF, months: Sequence[MonthMark], theme: Theme) -> None:
    """Names over a Gantt strip, each at the line of its month; one that has no room is left out."""
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color("text3"))
    metrics, free = QFontMetricsF(painter.font()), box.left()
    for month in months:
        left, width = box.left() + box.width() * month.share + 4, metrics.horizontalAdvance(month.name)
        if left >= free and left + width <= box.right():
            painter.drawText(
                QRectF(left, box.top(), width + 2, box.height()), int(Qt.AlignmentFlag.AlignVCenter), month.name
            )
            free = left + width + 6


def paint_gantt(painter: QPainter, box: QRectF, strip: GanttPaint, theme: Theme) -> None:
    """Months as lines, today in accent; grey + disc = done, accent = due, err hatch + dashed tail = late."""

    def at(day: date) -> float:
        return gantt_x(box, strip.starts, strip.ends, day)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for month in month_starts(strip.starts, strip.ends):
        painter.fillRect(QRectF(round(at(month)), box.top(), 1, box.height() - 1), theme.color("divider"))
    for mark in strip.marks:
        pen = QPen(theme.color("border_strong"), 1)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(at(mark), box.top()), QPointF(at(mark), box.bottom() - 1))
    if strip.starts <= strip.today <= strip.ends:
        painter.fillRect(QRectF(at(strip.today) - 0.75, box.top(), 1.5, box.height() - 1), theme.color("accent"))
    end = strip.done or strip.due
    if end is not None:
        bar = QRectF(at(strip.begins), box.center().y() - 6, 0, 12)
        bar.setRight(max(bar.left() + 10, at(end)))
        _gantt_bar(painter, bar, strip, theme, at(strip.today))


def _gantt_bar(painter: QPainter, bar: QRectF, strip: GanttPaint, theme: Theme, today: float) -> None:
    middle = bar.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    if strip.done is not None:
        painter.setBrush(theme.color("border_strong"))
        painter.drawRoundedRect(QRectF(bar.left(), middle - 1.5, bar.width(), 3), 1.5, 1.5)
        painter.drawEllipse(QPointF(bar.right() - 4.5, middle), 4.5, 4.5)
    elif strip.overdue:
        _late(painter, bar, theme, today)
    elif strip.faulty:
        pen = QPen(theme.color("err"), 1.3)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.color("err_soft"))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    else:
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(bar, 4, 4)


def _late(painter: QPainter, bar: QRectF, theme: Theme, today: float) -> None:
    middle = bar.center().y()
    painter.setBrush(theme.color("err_soft"))
    painter.drawRoundedRect(bar, 4, 4)
    paint_hatch(painter, bar.adjusted(1, 1, -1, -1), theme.color("err"), 3.4, 1.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("err"), 1.2))
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if today > bar.right():
        pen = QPen(theme.color("err"), 1.6)
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(bar.right(), middle), QPointF(today, middle))


PAST = timedelta(days=45)
"""So long after the last point the line goes on to today."""


@frozen
class TimelinePoint:
    """A dot of the line: its day, the name above, the words below; ``held`` fills it."""

    day: date
    title: str
    caption: str
    held: bool


def paint_timeline(
    painter: QPainter, box: QRectF, points: Sequence[TimelinePoint], today: date, today_words: str, theme: Theme
) -> None:
    """Session, 30, 60, 90 days: filled = held, the way up to today in accent, «▼ today, day 69» over the line.

    Needs 78 px of height.
    """
    if not points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(48, 0, -48, 0)
    first, last = points[0].day, max(point.day for point in points)
    last = max(last, first + timedelta(days=1), min(today, last + PAST))
    y = box.center().y() + 8
    at = gantt_x(inner, first, last, today)
    _line(painter, inner.left(), inner.right(), y, theme.color("border"))
    _line(painter, inner.left(), at, y, theme.color("accent"))
    for point in points:
        _timeline_point(painter, gantt_x(inner, first, last, point.day), y, point, theme, box)
    if first <= today <= last:
        near = any(abs(gantt_x(inner, first, last, point.day) - at) < 90 for point in points)
        _today(painter, at, y, today_words, theme, raised=near)
    painter.restore()


def _line(painter: QPainter, left: float, right: float, y: float, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(left, y - 2, max(0.0, right - left), 4), 2, 2)


def _timeline_point(painter: QPainter, x: float, y: float, point: TimelinePoint, theme: Theme, inside: QRectF) -> None:
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(theme.color("accent" if point.held else "surface"))
    painter.drawEllipse(QPointF(x, y), 7, 7)
    _centred(painter, x, y - 21, point.title, theme.font("control_strong"), theme.color("text"))
    _centred(painter, x, y + 20, point.caption, theme.font("caption"), theme.color("text2"), inside)


def _today(painter: QPainter, x: float, y: float, words: str, theme: Theme, *, raised: bool) -> None:
    """The triangle on the line and its words; they stand higher where the name of a point is near."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("text"))
    painter.drawPolygon(QPolygonF([QPointF(x - 5.5, y - 13), QPointF(x + 5.5, y - 13), QPointF(x, y - 5)]))
    _centred(painter, x, y - (38 if raised else 21), words, theme.font("caption_strong"), theme.color("text"))


def _centred(
    painter: QPainter, x: float, y: float, text: str, font: QFont, color: QColor, inside: QRectF | None = None
) -> None:
    """Words around a point, pushed aside where they would leave the picture."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text) + 4
    if inside is not None:
        x = max(inside.left() + width / 2, min(x, inside.right() - width / 2))
    painter.setFont(font)
    painter.setPen(color)
    box = QRectF(x - width / 2, y - metrics.height() / 2, width, metrics.height())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


class StageState(Enum):
    """How a stage of a project stands."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"


@frozen
class StagePaint:
    """A stage: its words, the date below, how it stands."""

    title: str
    caption: str
    state: StageState


def paint_stages(painter: QPainter, box: QRectF, stages: Sequence[StagePaint], theme: Theme) -> None:
    """A thick segment per stage: accent done, dotted accent current, grey to come; words below, shortened."""
    if not stages:
        return
    painter.save()
    gap = 6.0
    width = (box.width() - gap * (len(stages) - 1)) / len(stages)
    for place, stage in enumerate(stages):
        left = box.left() + place * (width + gap)
        bar = QRectF(left, box.top() + 2, width, 4)
        if stage.state is StageState.CURRENT:
            x = bar.left()
            while x < bar.right():
                painter.fillRect(QRectF(x, bar.top(), min(6.0, bar.right() - x), 4), theme.color("accent"))
                x += 10
        else:
            painter.fillRect(bar, theme.color("accent" if stage.state is StageState.DONE else "border_strong"))
        role = "control_strong" if stage.state is StageState.CURRENT else "small"
        _stage_words(painter, QRectF(left + 2, box.top() + 11, width - 2, 20), stage.title, theme, role, "text")
        _stage_words(painter, QRectF(left + 2, box.top() + 30, width - 2, 18), stage.caption, theme, "caption", "text3")
        if stage.state is StageState.DONE:
            after = left + 8 + QFontMetricsF(theme.font("caption")).horizontalAdvance(stage.caption)
            paint_tick(painter, after, box.top() + 39, 12, theme.color("ok"))
    painter.restore()


def _stage_words(painter: QPainter, box: QRectF, text: str, theme: Theme, role: str, token: str) -> None:
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(theme.color(token))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
