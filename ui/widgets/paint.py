"""Painters shared by widgets, delegates and the room: badges, marks, chips, RACI tiles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ui.theme.theme import DepartmentColors, Theme
from ui.widgets.pictograms import paint_pictogram
from workshop_app.domain.model import Department

SHAPES = ("circle", "square", "diamond", "triangle", "ring", "frame", "diamond", "triangle")
"""Shape of a department's mark by its place in the order."""

HOLLOW = QColor("#808A99")
"""Outline of a mark that is not filled: 3 : 1 and more on light and dark ground."""

Badge = tuple[str, int]
"""What a badge shows of a department: its short code, and its place in the order, which gives colour and shape."""

GROUNDS = ("pill", "hatch", "cut", "framed", "pill_framed", "hatch_framed", "cut", "framed")
"""Shape of a department's badge by its place in the order."""


def badges_of(departments: Iterable[Department]) -> dict[str, Badge]:
    """The badges of these departments, by id."""
    return {department.id: (department.short, place) for place, department in enumerate(departments)}


def fill(painter: QPainter, box: QRect | QRectF, color: QColor) -> None:
    """Fill a rectangle. ``fillRect`` looks whether the colour is a preset gradient, and makes all their 169 names."""
    painter.setBackground(color)
    painter.eraseRect(box)


def badge_width(text: str, height: float, font: QFont) -> float:
    """Width of a badge: at least 1.65 × its height (SCREENS.md 0)."""
    return max(1.65 * height, QFontMetricsF(font).horizontalAdvance(text) + 0.75 * height)


def badge_font(theme: Theme, height: float) -> QFont:
    """The type of a badge: 0.56 of its height, 11 px at least."""
    font = theme.font("badge")
    font.setPixelSize(max(11, round(height * 0.56)))
    return font


def paint_badge(painter: QPainter, rect: QRectF, text: str, index: int, colors: DepartmentColors, font: QFont) -> None:
    """A department's badge with its code: pill, hatched square, cut corners with dots, inner frame and so on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground, line = GROUNDS[index % len(GROUNDS)], max(1.0, rect.height() * 0.055)
    half = line / 2
    path = _badge_path(rect.adjusted(half, half, -half, -half), ground)
    painter.setPen(QPen(colors.outline, line))
    painter.setBrush(colors.fill)
    painter.drawPath(path)
    _badge_cue(painter, rect, path, ground, colors)
    painter.setPen(colors.ink)
    painter.setFont(font)
    painter.drawText(_lifted(rect, ground), int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


def _lifted(rect: QRectF, ground: str) -> QRectF:
    """The code's box: above the cue of a hatch band or a row of dots."""
    lift = {"hatch": 0.18, "hatch_framed": 0.18, "cut": 0.1}.get(ground, 0.0)
    return rect.adjusted(0, 0, 0, -rect.height() * lift)


def _badge_path(rect: QRectF, ground: str) -> QPainterPath:
    path = QPainterPath()
    if ground.startswith("pill"):
        path.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    elif ground == "cut":
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
        radius = rect.height() * 0.14
        path.addRoundedRect(rect, radius, radius)
    return path


def _badge_cue(painter: QPainter, rect: QRectF, path: QPainterPath, ground: str, colors: DepartmentColors) -> None:
    height = rect.height()
    painter.save()
    painter.setClipPath(path)
    if ground.startswith("hatch"):
        band = QRectF(rect.left(), rect.bottom() - height * 0.22, rect.width(), height * 0.22)
        paint_hatch(painter, band, colors.cue, step=height * 0.13, width=max(1.0, height * 0.05))
    elif ground == "cut":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.ink)
        gap = height * 0.2
        count = int((rect.width() - 2 * height * 0.34) / gap) + 1
        left = rect.center().x() - gap * (count - 1) / 2
        y, radius = rect.bottom() - height * 0.15, height * 0.04
        for place in range(count):
            painter.drawEllipse(QPointF(left + place * gap, y), radius, radius)
    painter.restore()
    if "framed" in ground:
        inset = max(2.0, height * 0.13)
        painter.setPen(QPen(colors.cue if ground == "framed" else colors.ink, max(1.0, height * 0.045)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        low = inset + (height * 0.16 if ground == "hatch_framed" else 0)
        painter.drawPath(_badge_path(rect.adjusted(inset, inset, -inset, -low), ground.removesuffix("_framed")))


def paint_hatch(painter: QPainter, rect: QRectF, color: QColor, step: float = 4.0, width: float = 1.0) -> None:
    """45° hatch inside a rectangle, sharp at every scale."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, width))
    height, x = rect.height(), rect.left() - rect.height()
    gap = max(1.5, step) * 2**0.5
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()))
        x += gap
    painter.restore()


def paint_mark(
    painter: QPainter, centre: QPointF, size: float, index: int, colors: DepartmentColors, *, filled: bool
) -> None:
    """A department's small mark: circle, square, diamond, triangle …; hollow = not named."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.outline if filled else HOLLOW, max(1.2, size * 0.1)))
    bare = colors.outline == colors.ink
    painter.setBrush((colors.outline if bare else colors.fill) if filled else Qt.BrushStyle.NoBrush)
    half = size / 2
    box = QRectF(centre.x() - half, centre.y() - half, size, size)
    shape = SHAPES[index % len(SHAPES)]
    if shape in ("circle", "ring"):
        painter.drawEllipse(box)
    elif shape in ("square", "frame"):
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif shape == "diamond":
        painter.drawPolygon(_polygon(centre, half * 1.15, ((0, -1), (1, 0), (0, 1), (-1, 0))))
    else:
        painter.drawPolygon(_polygon(centre, half * 1.1, ((0, -1), (1, 0.85), (-1, 0.85))))
    if shape in ("ring", "frame") and filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.ink)
        painter.drawEllipse(centre, half * 0.42, half * 0.42)
    painter.restore()


def _polygon(centre: QPointF, scale: float, points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + x * scale, centre.y() + y * scale) for x, y in points])


def paint_tick(painter: QPainter, left: float, middle: float, size: float, color: QColor) -> None:
    """A tick as wide as ``size``, drawn: the sign of the typeface looks like a root."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(color, size * 0.13, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((0.08, 0.04), (0.36, 0.30), (0.92, -0.30))
    painter.drawPolyline(QPolygonF([QPointF(left + x * size, middle + y * size) for x, y in points]))
    painter.restore()


def chip_width(text: str, height: float, font: QFont) -> float:
    """Width of a finding's chip."""
    return QFontMetricsF(font).horizontalAdvance(text) + height * 0.75 + 23


def paint_chip(painter: QPainter, rect: QRectF, code: str, text: str, theme: Theme, font: QFont) -> None:
    """A finding: tint (or dashed frame, or nothing), pictogram, word; a word too long for it ends with «…»."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colors = theme.finding(code)
    if colors.tint is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.tint)
        painter.drawRoundedRect(rect, 4, 4)
    elif colors.dashed is not None:
        pen = QPen(colors.dashed, 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    height = rect.height() * 0.5
    sign = QRectF(rect.left() + 8, rect.center().y() - height / 2, height * 1.5, height)
    paint_pictogram(painter, code, sign, colors.ink)
    painter.setPen(colors.ink)
    painter.setFont(font)
    box = QRectF(sign.right() + 6, rect.top(), rect.right() - sign.right() - 8, rect.height())
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box.adjusted(0, 0, 8, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.restore()


def paint_tile(painter: QPainter, rect: QRectF, letters: str, theme: Theme, font: QFont) -> None:
    """RACI by weight: A solid ink, R heavy outline, AR both side by side, C and I pale."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    side = min(rect.width() / max(1, len(letters)), rect.height())
    gap = side * 0.12 if len(letters) > 1 else 0.0
    side = side - gap / 2
    left = rect.center().x() - (side * len(letters) + gap * (len(letters) - 1)) / 2
    for place, letter in enumerate(letters):
        box = QRectF(left + place * (side + gap), rect.center().y() - side / 2, side, side)
        _single_tile(painter, box, letter, theme)
    painter.restore()


def _single_tile(painter: QPainter, box: QRectF, letter: str, theme: Theme) -> None:
    ink, paper = theme.color("text"), theme.color("surface")
    radius, text_color = box.height() * 0.17, theme.color("text2")
    if letter == "A":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(box, radius, radius)
        text_color = paper
    elif letter == "R":
        line = box.height() * 0.075
        painter.setPen(QPen(ink, line))
        painter.setBrush(paper)
        painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
        text_color = ink
    else:
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("trough"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(text_color)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
