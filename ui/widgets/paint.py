"""Painters shared by widgets, delegates and the room: badges, marks, findings, chips, RACI tiles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ui.theme.theme import DepartmentColors, Theme
from ui.widgets.pictograms import paint_pictogram

SHAPES = ("circle", "square", "diamond", "triangle", "ring", "frame")
"""Shape of a department's mark by its place in the order."""


def badge_width(text: str, height: float, font: QFont) -> float:
    """Width of a badge: at least 1.65 × its height (SCREENS.md 0)."""
    return max(1.65 * height, QFontMetricsF(font).horizontalAdvance(text) + 0.75 * height)


def paint_badge(painter: QPainter, rect: QRectF, text: str, index: int, colors: DepartmentColors, font: QFont) -> None:
    """A department's badge: pill, hatched square, cut corners, inner frame … with its code."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = _badge_path(rect.adjusted(0.5, 0.5, -0.5, -0.5), index)
    painter.setPen(QPen(colors.outline, 1))
    painter.setBrush(colors.fill)
    painter.drawPath(path)
    _badge_cue(painter, rect, path, index, colors)
    painter.setPen(colors.ink)
    painter.setFont(font)
    box = rect.adjusted(0, 0, 0, -rect.height() * 0.16) if index % 6 in (1, 5) else rect
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


def _badge_path(rect: QRectF, index: int) -> QPainterPath:
    path = QPainterPath()
    kind = index % 6
    if kind in (0, 4):
        radius = rect.height() / 2
        path.addRoundedRect(rect, radius, radius)
    elif kind == 2:
        cut = rect.height() * 0.28
        points = [
            QPointF(rect.left() + cut, rect.top()), QPointF(rect.right() - cut, rect.top()),
            QPointF(rect.right(), rect.top() + cut), QPointF(rect.right(), rect.bottom() - cut),
            QPointF(rect.right() - cut, rect.bottom()), QPointF(rect.left() + cut, rect.bottom()),
            QPointF(rect.left(), rect.bottom() - cut), QPointF(rect.left(), rect.top() + cut),
        ]  # fmt: skip
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    else:
        path.addRoundedRect(rect, 3, 3)
    return path


def _badge_cue(painter: QPainter, rect: QRectF, path: QPainterPath, index: int, colors: DepartmentColors) -> None:
    kind = index % 6
    if kind in (1, 5):
        painter.save()
        painter.setClipPath(path)
        band = QRectF(rect.left(), rect.bottom() - rect.height() * 0.24, rect.width(), rect.height() * 0.24)
        painter.fillRect(band, QBrush(colors.outline, Qt.BrushStyle.BDiagPattern))
        painter.restore()
    elif kind in (3, 4):
        painter.setPen(QPen(colors.ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_badge_path(rect.adjusted(3, 3, -3, -3), index))


def paint_mark(
    painter: QPainter, centre: QPointF, size: float, index: int, colors: DepartmentColors, *, filled: bool
) -> None:
    """A department's small mark: circle, square, diamond, triangle …; hollow = not named."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.outline, max(1.2, size * 0.1)))
    painter.setBrush(colors.fill if filled else Qt.BrushStyle.NoBrush)
    half = size / 2
    box = QRectF(centre.x() - half, centre.y() - half, size, size)
    shape = SHAPES[index % 6]
    if shape in ("circle", "ring"):
        painter.drawEllipse(box)
    elif shape in ("square", "frame"):
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif shape == "diamond":
        painter.drawPolygon(_polygon(centre, half * 1.15, ((0, -1), (1, 0), (0, 1), (-1, 0))))
    else:
        painter.drawPolygon(_polygon(centre, half * 1.1, ((0, -1), (1, 0.85), (-1, 0.85))))
    if shape in ("ring", "frame") and filled:
        painter.setPen(QPen(colors.ink, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, half * 0.45, half * 0.45)
    painter.restore()


def _polygon(centre: QPointF, scale: float, points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + x * scale, centre.y() + y * scale) for x, y in points])


def chip_width(text: str, height: float, font: QFont) -> float:
    """Width of a finding's chip."""
    return QFontMetricsF(font).horizontalAdvance(text) + height * 0.9 + 20


def paint_chip(painter: QPainter, rect: QRectF, code: str, text: str, theme: Theme, font: QFont) -> None:
    """A finding: tint (or dashed frame, or nothing), pictogram, word."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colors = theme.finding(code)
    if colors.tint is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.tint)
        painter.drawRoundedRect(rect, 4, 4)
    elif colors.dashed is not None:
        painter.setPen(QPen(colors.dashed, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    height = rect.height() * 0.5
    framed = colors.tint is not None or colors.dashed is not None
    left = rect.left() + (8 if framed else 0)
    sign = QRectF(left, rect.center().y() - height / 2, height * 1.5, height)
    paint_pictogram(painter, code, sign, colors.ink)
    painter.setPen(colors.ink)
    painter.setFont(font)
    box = QRectF(sign.right() + 6, rect.top(), rect.right() - sign.right() - 8, rect.height())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
    painter.restore()


def paint_tile(painter: QPainter, rect: QRectF, letters: str, theme: Theme, font: QFont) -> None:
    """RACI by weight: A solid ink, R heavy outline, AR both, C pale disc, I the bare letter with a short line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    ink, paper = theme.color("text"), theme.color("surface")
    side = min(rect.width(), rect.height())
    width = side * (1.7 if len(letters) > 1 else 1)
    box = QRectF(rect.center().x() - width / 2, rect.center().y() - side / 2, width, side)
    if len(letters) > 1:
        left, right = box.adjusted(0, 0, -width / 2, 0), box.adjusted(width / 2, 0, 0, 0)
        _single_tile(painter, left, letters[0], ink, paper, theme)
        _single_tile(painter, right, letters[1], ink, paper, theme)
    elif letters:
        _single_tile(painter, box, letters, ink, paper, theme)
    painter.restore()


def _single_tile(painter: QPainter, box: QRectF, letter: str, ink: QColor, paper: QColor, theme: Theme) -> None:
    text_color = ink
    if letter == "A":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(box, 4, 4)
        text_color = paper
    elif letter == "R":
        painter.setPen(QPen(ink, 2))
        painter.setBrush(paper)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    elif letter == "C":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken") if not theme.dark else theme.color("divider"))
        painter.drawEllipse(box)
    else:
        painter.setPen(QPen(theme.color("border_strong"), 1.4))
        painter.drawLine(
            QPointF(box.center().x() - 5, box.bottom() - 3), QPointF(box.center().x() + 5, box.bottom() - 3)
        )
        text_color = theme.color("text2")
    painter.setPen(text_color)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
