"""Paints a reportlab ``Drawing`` with a QPainter: the same geometry and the same font files as on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from ui.theme.theme import FAMILY

_SIZE = 100
_FONTS: Mapping[str, tuple[str, QFont.Weight, bool]] = MappingProxyType(
    {
        "Plex": (FAMILY, QFont.Weight.Normal, False),
        "Plex-Medium": (FAMILY, QFont.Weight.Medium, False),
        "Plex-SemiBold": (FAMILY, QFont.Weight.DemiBold, False),
        "Plex-Bold": (FAMILY, QFont.Weight.Bold, False),
        "Plex-Italic": (FAMILY, QFont.Weight.Normal, True),
        "DejaVu": ("DejaVu Sans", QFont.Weight.Normal, False),
        "DejaVu-Bold": ("DejaVu Sans", QFont.Weight.Bold, False),
    }
)
_CAPS = (Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap)
_JOINS = (Qt.PenJoinStyle.MiterJoin, Qt.PenJoinStyle.RoundJoin, Qt.PenJoinStyle.BevelJoin)


def paint_drawing(painter: QPainter, drawing: Any, box: QRectF) -> None:
    """Draw into a box, at the largest scale that keeps the proportions, from its top left corner.

    TypeError for a shape that has no way of being painted.
    """
    scale = min(box.width() / drawing.width, box.height() / drawing.height)
    with _kept(painter):
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(box.left(), box.top() + drawing.height * scale)
        painter.scale(scale, -scale)
        for shape in drawing.getContents():
            _node(painter, shape)


@contextmanager
def _kept(painter: QPainter) -> Iterator[None]:
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _node(painter: QPainter, shape: Any) -> None:
    from reportlab.graphics import shapes

    if isinstance(shape, shapes.UserNode):
        shape = shape.provideNode()
    if isinstance(shape, shapes.Group):
        with _kept(painter):
            painter.setTransform(QTransform(*shape.transform), True)
            for inner in shape.getContents():
                _node(painter, inner)
        return
    draw = _DRAW.get(type(shape).__name__)
    if draw is None:
        raise TypeError(shape)
    _pen_and_brush(painter, shape)
    draw(painter, shape)


def _color(value: Any) -> QColor | None:
    if value is None:
        return None
    alpha = getattr(value, "alpha", 1)
    return QColor.fromRgbF(value.red, value.green, value.blue, 1.0 if alpha is None else alpha)


def _pen_and_brush(painter: QPainter, shape: Any) -> None:
    stroke, width = _color(getattr(shape, "strokeColor", None)), getattr(shape, "strokeWidth", 1) or 0
    if stroke is None or not width:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(stroke, width)
        pen.setCapStyle(_CAPS[getattr(shape, "strokeLineCap", 0) or 0])
        pen.setJoinStyle(_JOINS[getattr(shape, "strokeLineJoin", 0) or 0])
        dashes = getattr(shape, "strokeDashArray", None)
        if dashes:
            pen.setDashPattern([dash / width for dash in dashes])
        painter.setPen(pen)
    fill = _color(getattr(shape, "fillColor", None))
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)


def chart_font(name: str) -> QFont:
    """The Qt font of a font name of paper, at 100 pixels, laid out as ReportLab does: no hinting, no kerning."""
    family, weight, italic = _FONTS[name]
    font = QFont(family)
    font.setPixelSize(_SIZE)
    font.setWeight(weight)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    return font


def _text(painter: QPainter, shape: Any) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    fill = _color(shape.fillColor)
    if not shape.text or fill is None:
        return
    x, share = shape.x, {"middle": 0.5, "end": 1.0}.get(shape.textAnchor, 0.0)
    if share:
        x -= stringWidth(shape.text, shape.fontName, shape.fontSize) * share
    with _kept(painter):
        painter.translate(x, shape.y)
        scale = shape.fontSize / _SIZE
        painter.scale(scale, -scale)
        painter.setFont(chart_font(shape.fontName))
        painter.setPen(fill)
        painter.drawText(QPointF(0, 0), shape.text)


def _points(shape: Any) -> QPolygonF:
    flat = shape.points
    return QPolygonF([QPointF(flat[at], flat[at + 1]) for at in range(0, len(flat), 2)])


def _line(painter: QPainter, shape: Any) -> None:
    painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))


def _polyline(painter: QPainter, shape: Any) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_points(shape))


def _rect(painter: QPainter, shape: Any) -> None:
    rect = QRectF(shape.x, shape.y, shape.width, shape.height)
    if shape.rx or shape.ry:
        painter.drawRoundedRect(rect, shape.rx or shape.ry, shape.ry or shape.rx)
    else:
        painter.drawRect(rect)


def _circle(painter: QPainter, shape: Any) -> None:
    painter.drawEllipse(QPointF(shape.cx, shape.cy), shape.r, shape.r)


def _ellipse(painter: QPainter, shape: Any) -> None:
    painter.drawEllipse(QPointF(shape.cx, shape.cy), shape.rx, shape.ry)


def _polygon(painter: QPainter, shape: Any) -> None:
    painter.drawPolygon(_points(shape))


def _wedge(painter: QPainter, shape: Any) -> None:
    _node(painter, shape.asPolygon())


def _path(painter: QPainter, shape: Any) -> None:
    path, flat, at = QPainterPath(), shape.points, 0
    for operator in shape.operators:
        if operator == 0:
            path.moveTo(flat[at], flat[at + 1])
            at += 2
        elif operator == 1:
            path.lineTo(flat[at], flat[at + 1])
            at += 2
        elif operator == 2:
            path.cubicTo(*flat[at : at + 6])
            at += 6
        else:
            path.closeSubpath()
    painter.drawPath(path)


_DRAW: Mapping[str, Callable[[QPainter, Any], None]] = MappingProxyType(
    {
        "String": _text,
        "Line": _line,
        "PolyLine": _polyline,
        "Rect": _rect,
        "Circle": _circle,
        "Ellipse": _ellipse,
        "Polygon": _polygon,
        "Wedge": _wedge,
        "Path": _path,
    }
)
