"""Draw a ReportLab graphics group on a PDF canvas, with the paper's fonts only.

ReportLab's own renderer starts every drawing with a font that is not embedded; this one sets what a shape asks for.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from reports import fonts
from reports.unchecked import shapes

_IDENTITY = (1, 0, 0, 1, 0, 0)


def paint(canvas: Any, node: Any) -> None:
    """Draw a shape, group or drawing at the canvas's origin; y grows upwards."""
    if isinstance(node, shapes.UserNode):
        node = node.provideNode()
    if isinstance(node, shapes.Group):
        _group(canvas, node)
    elif isinstance(node, shapes.String):
        _string(canvas, node)
    else:
        _outlined(canvas, node)


def _group(canvas: Any, node: Any) -> None:
    transform = tuple(node.transform)
    moved = transform != _IDENTITY and not isinstance(node, shapes.Drawing)
    if moved:
        canvas.saveState()
        canvas.transform(*transform)
    for child in node.getContents():
        paint(canvas, child)
    if moved:
        canvas.restoreState()


def _string(canvas: Any, node: Any) -> None:
    if not node.text or node.fillColor is None:
        return
    parts = fonts.pieces(node.text, node.fontName)
    width = sum(stringWidth(text, font, node.fontSize) for font, text in parts)
    x = node.x - {"start": 0, "middle": width / 2, "end": width}[node.textAnchor]
    canvas.setFillColor(node.fillColor)
    for font, text in parts:
        canvas.setFont(font, node.fontSize)
        canvas.drawString(x, node.y, text)
        x += stringWidth(text, font, node.fontSize)


def _pen(canvas: Any, node: Any) -> bool:
    if node.strokeColor is None or not node.strokeWidth:
        return False
    canvas.setStrokeColor(node.strokeColor)
    canvas.setLineWidth(node.strokeWidth)
    canvas.setLineCap(node.strokeLineCap or 0)
    canvas.setLineJoin(node.strokeLineJoin or 0)
    dashes = node.strokeDashArray
    canvas.setDash(list(dashes) if dashes else [])
    return True


def _outlined(canvas: Any, node: Any) -> None:
    stroke = _pen(canvas, node)
    if isinstance(node, shapes.Line):
        canvas.line(node.x1, node.y1, node.x2, node.y2)
        return
    if isinstance(node, shapes.PolyLine):
        _polygon(canvas, node.points, stroke, fill=False, close=False)
        return
    fill = node.fillColor is not None
    if fill:
        canvas.setFillColor(node.fillColor)
    _filled(canvas, node, stroke, fill)


def _filled(canvas: Any, node: Any, stroke: bool, fill: bool) -> None:
    options = {"stroke": int(stroke), "fill": int(fill)}
    if isinstance(node, shapes.Rect):
        if node.rx:
            canvas.roundRect(node.x, node.y, node.width, node.height, node.rx, **options)
        else:
            canvas.rect(node.x, node.y, node.width, node.height, **options)
    elif isinstance(node, shapes.Circle):
        canvas.circle(node.cx, node.cy, node.r, **options)
    elif isinstance(node, shapes.Polygon):
        _polygon(canvas, node.points, stroke, fill, close=True)
    elif isinstance(node, shapes.Path):
        _path(canvas, node, options)
    else:
        raise TypeError(node)


def _polygon(canvas: Any, points: list[float], stroke: bool, fill: bool, close: bool) -> None:
    path = canvas.beginPath()
    path.moveTo(points[0], points[1])
    for index in range(2, len(points), 2):
        path.lineTo(points[index], points[index + 1])
    if close:
        path.close()
    canvas.drawPath(path, stroke=int(stroke), fill=int(fill))


def _path(canvas: Any, node: Any, options: dict[str, int]) -> None:
    path = canvas.beginPath()
    points = iter(node.points)
    for operator in node.operators:
        count = (2, 2, 6, 0)[operator]
        values = [next(points) for _ in range(count)]
        (path.moveTo, path.lineTo, path.curveTo, path.close)[operator](*values)
    canvas.drawPath(path, **options)
