"""The signs of the twelve findings, drawn as vectors in a box of 1.5 : 1 (DESIGN.md 2, SCREENS.md 1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

_Sign = Callable[[QPainter, QRectF, QColor, QPen], None]


def paint_pictogram(painter: QPainter, code: str, rect: QRectF, color: QColor) -> None:
    """Draw the sign of a finding; the line is a tenth of the height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.2, rect.height() * 0.13))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[code](painter, rect, color, pen)
    painter.restore()


def _circles(rect: QRectF) -> tuple[QPointF, QPointF, float]:
    radius = rect.height() / 2 - 0.5
    return (
        QPointF(rect.left() + radius, rect.center().y()),
        QPointF(rect.right() - radius, rect.center().y()),
        radius,
    )


def _duplication(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    left, right, radius = _circles(rect)
    soft = QColor(color)
    soft.setAlphaF(0.34)
    painter.setBrush(soft)
    painter.drawEllipse(left, radius, radius)
    painter.drawEllipse(right, radius, radius)


def _overlap(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    left, right, radius = _circles(rect)
    painter.drawEllipse(left, radius, radius)
    painter.drawEllipse(right, radius, radius)


def _arrow(painter: QPainter, start: QPointF, end: QPointF, head: float) -> None:
    painter.drawLine(start, end)
    way = 1 if end.x() > start.x() else -1
    points = [QPointF(end.x() - way * head, end.y() - head), end, QPointF(end.x() - way * head, end.y() + head)]
    painter.drawPolyline(QPolygonF(points))


def _shifted(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    head, upper, lower = rect.height() * 0.24, rect.top() + rect.height() * 0.26, rect.bottom() - rect.height() * 0.26
    _arrow(painter, QPointF(rect.left(), upper), QPointF(rect.right(), upper), head)
    _arrow(painter, QPointF(rect.right(), lower), QPointF(rect.left(), lower), head)


def _contested(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    middle, gap, head = rect.center(), rect.width() * 0.08, rect.height() * 0.26
    _arrow(painter, QPointF(rect.left(), middle.y()), QPointF(middle.x() - gap, middle.y()), head)
    _arrow(painter, QPointF(rect.right(), middle.y()), QPointF(middle.x() + gap, middle.y()), head)


def _gap(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    left, right, radius = _circles(rect)
    dashed = QPen(pen)
    dashed.setDashPattern([1.6, 2.0])
    painter.setPen(dashed)
    painter.drawEllipse(left, radius, radius)
    painter.drawEllipse(right, radius, radius)


def _only_words(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    body = QRectF(rect.left() + 1, rect.top(), rect.width() - 2, rect.height() * 0.76)
    path = QPainterPath()
    path.addRoundedRect(body, body.height() * 0.35, body.height() * 0.35)
    painter.drawPath(path)
    tail = [
        QPointF(body.left() + body.width() * 0.3, body.bottom()),
        QPointF(body.left() + body.width() * 0.24, rect.bottom()),
        QPointF(body.left() + body.width() * 0.5, body.bottom()),
    ]
    painter.drawPolyline(QPolygonF(tail))


def _invisible(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    radius = rect.height() / 2 - 0.5
    dashed = QPen(pen)
    dashed.setDashPattern([1.6, 2.0])
    painter.setPen(dashed)
    painter.drawEllipse(rect.center(), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(rect.center(), radius * 0.42, radius * 0.42)


def _no_rule(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    radius = rect.height() * 0.28
    y = rect.top() + radius + 1
    painter.drawEllipse(QPointF(rect.center().x() - radius * 1.4, y), radius, radius)
    painter.drawEllipse(QPointF(rect.center().x() + radius * 1.4, y), radius, radius)
    dashed = QPen(pen)
    dashed.setDashPattern([1.6, 2.0])
    painter.setPen(dashed)
    painter.drawLine(QPointF(rect.left(), rect.bottom() - 1), QPointF(rect.right(), rect.bottom() - 1))


def _one_sided(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    left, right, radius = _circles(rect)
    painter.setBrush(color)
    painter.drawEllipse(left, radius * 0.86, radius * 0.86)
    dashed = QPen(pen)
    dashed.setDashPattern([1.6, 2.0])
    painter.setPen(dashed)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(right, radius * 0.86, radius * 0.86)


def _tick(painter: QPainter, left: float, rect: QRectF) -> None:
    height = rect.height()
    points = [
        QPointF(left, rect.top() + height * 0.55),
        QPointF(left + height * 0.28, rect.top() + height * 0.82),
        QPointF(left + height * 0.82, rect.top() + height * 0.2),
    ]
    painter.drawPolyline(QPolygonF(points))


def _agreed(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    _tick(painter, rect.center().x() - rect.height() * 0.4, rect)


def _agreed_shared(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    _tick(painter, rect.left(), rect)
    _tick(painter, rect.left() + rect.height() * 0.55, rect)


def _no_data(painter: QPainter, rect: QRectF, color: QColor, pen: QPen) -> None:
    middle = rect.center()
    painter.drawLine(
        QPointF(middle.x() - rect.height() * 0.4, middle.y()), QPointF(middle.x() + rect.height() * 0.4, middle.y())
    )


_SIGNS: Mapping[str, _Sign] = MappingProxyType(
    {
        "DUPLICATION": _duplication,
        "SHIFTED": _shifted,
        "CONTESTED": _contested,
        "GAP": _gap,
        "OVERLAP": _overlap,
        "CLAIM_WITHOUT_WORK": _only_words,
        "WORK_WITHOUT_CLAIM": _invisible,
        "SHARED_NO_RULE": _no_rule,
        "ONE_SIDED": _one_sided,
        "AGREED_SHARED": _agreed_shared,
        "AGREED": _agreed,
        "NO_DATA": _no_data,
    }
)

FINDING_CODES = tuple(_SIGNS)
"""All findings in the order of METHOD C.3.3, but for their primacy."""
