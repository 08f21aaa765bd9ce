"""A canvas that writes short and fast: a pen is put into the file only where something is drawn with it.

Moving the origin writes nothing: it is added to what is drawn. ``saveState`` writes nothing either, unless the system
of coordinates is turned or scaled inside. ReportLab's own canvas writes and copies the whole state for every block.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.lib.colors import black, toColor
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

_ROUND = 0.5522847498
"""How far the handles of a curve stand from its ends for a quarter of a circle."""
_OPERATORS = {(0, 0): "n", (0, 1): "f*", (1, 0): "S", (1, 1): "B*"}
"""What ends a path, by (stroke, fill); overlapping parts are holes."""
_FRESH: tuple[Any, ...] = (black, black, 1.0, (), 0, 0)
_UNKNOWN: tuple[Any, ...] = (None, None, -1.0, None, -1, -1, "")


@lru_cache(maxsize=256)
def _rgb(red: float, green: float, blue: float) -> str:
    return f"{red:.4g} {green:.4g} {blue:.4g}"


class _Codes(dict[int, str]):
    """Characters of one font as they stand in a string of the file, all in the font's first subset."""

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__()
        self._font, self._document = font, document

    def __missing__(self, code: int) -> str:
        ((subset, (byte,)),) = self._font.splitString(chr(code), self._document)
        if subset:
            raise _OtherSubsetError
        self[code] = written = _escaped(byte)
        return written


class _OtherSubsetError(Exception):
    """A character stands in a later subset of its font."""


def _escaped(byte: int) -> str:
    character = chr(byte)
    if character in "()\\":
        return "\\" + character
    return character if 32 <= byte < 127 else f"\\{byte:03o}"


class Path:
    """A path under construction at a place of the origin."""

    def __init__(self, x: float, y: float) -> None:
        self.x, self.y = x, y
        self.steps: list[str] = []

    def moveTo(self, x: float, y: float) -> None:
        """A new part begins."""
        self.steps.append(f"{x + self.x:.2f} {y + self.y:.2f} m")

    def lineTo(self, x: float, y: float) -> None:
        """A straight line."""
        self.steps.append(f"{x + self.x:.2f} {y + self.y:.2f} l")

    def curveTo(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
        """A curve with two handles."""
        x, y = self.x, self.y
        handles = f"{x1 + x:.2f} {y1 + y:.2f} {x2 + x:.2f} {y2 + y:.2f}"
        self.steps.append(f"{handles} {x3 + x:.2f} {y3 + y:.2f} c")

    def close(self) -> None:
        """Back to the part's beginning."""
        self.steps.append("h")


class InkCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """ReportLab's canvas with its own way to keep and write the pen, the brush, the font and the origin."""

    _code: list[str]
    _currentMatrix: tuple[float, ...]

    def __init__(self, *args: Any, **options: Any) -> None:
        self._codes: dict[str, _Codes] = {}
        super().__init__(*args, **options)

    def write(self, operator: str) -> None:
        """Put an operator into the page as it is."""
        self._code.append(operator)

    def init_graphics_state(self) -> None:
        super().init_graphics_state()
        self._fill, self._stroke, self._width, self._dash, self._cap, self._join = _FRESH
        self._shift_x = self._shift_y = 0.0
        self._in_file: tuple[Any, ...] = _UNKNOWN
        self._kept: list[tuple[Any, ...]] = []
        self._opened: list[tuple[Any, ...] | None] = []

    def push_state_stack(self) -> None:
        """A form begins: what was set outside stays there."""
        super().push_state_stack()
        self.state_stack[-1]["ink"] = self._state(), self._in_file, self._kept, self._opened

    def pop_state_stack(self) -> None:
        """Back from a form."""
        state, self._in_file, self._kept, self._opened = self.state_stack[-1].pop("ink")
        super().pop_state_stack()
        self._take(state)

    def _state(self) -> tuple[Any, ...]:
        pen = self._fill, self._stroke, self._width, self._dash, self._cap, self._join
        return *pen, self._fontname, self._fontsize, self._shift_x, self._shift_y, self._currentMatrix

    def _take(self, state: tuple[Any, ...]) -> None:
        self._fill, self._stroke, self._width, self._dash, self._cap, self._join = state[:6]
        self._fontname, self._fontsize, self._shift_x, self._shift_y, self._currentMatrix = state[6:]

    def saveState(self) -> None:
        self._kept.append(self._state())
        self._opened.append(None)

    def restoreState(self) -> None:
        self._take(self._kept.pop())
        before = self._opened.pop()
        if before is not None:
            self._code.append("Q")
            self._in_file = before

    def translate(self, dx: float, dy: float) -> None:
        a, b, c, d, e, f = self._currentMatrix
        self._currentMatrix = a, b, c, d, a * dx + c * dy + e, b * dx + d * dy + f
        self._shift_x += dx
        self._shift_y += dy

    def transform(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        if (a, b, c, d) == (1, 0, 0, 1):
            self.translate(e, f)
            return
        if self._opened and self._opened[-1] is None:
            self._opened[-1] = self._in_file
            self._code.append("q")
        p, q, r, s, t, u = self._currentMatrix
        self._currentMatrix = (
            p * a + r * b,
            q * a + s * b,
            p * c + r * d,
            q * c + s * d,
            p * e + r * f + t,
            q * e + s * f + u,
        )
        turned = " ".join(f"{round(value, 4):g}" for value in (a, b, c, d))
        self._code.append(f"{turned} {e + self._shift_x:.2f} {f + self._shift_y:.2f} cm")
        self._shift_x = self._shift_y = 0.0

    def setFillColor(self, colour: Any, alpha: float | None = None) -> None:
        self._fill = toColor(colour)

    def setStrokeColor(self, colour: Any, alpha: float | None = None) -> None:
        self._stroke = toColor(colour)

    def setLineWidth(self, width: float) -> None:
        self._width = width

    def setDash(self, array: Any = (), phase: float = 0) -> None:
        self._dash = tuple(array)

    def setLineCap(self, mode: int) -> None:
        self._cap = mode

    def setLineJoin(self, mode: int) -> None:
        self._join = mode

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:
        self._fontname, self._fontsize = psfontname, size

    def _write_pen(self, stroke: int, fill: int) -> None:
        """Put into the file what differs from what stands there."""
        old_fill, old_stroke, width, dash, cap, join, font = self._in_file
        write = self._code.append
        if fill and self._fill is not old_fill:
            old_fill = self._fill
            write(_rgb(*old_fill.rgb()) + " rg")
        if stroke:
            if self._stroke is not old_stroke:
                old_stroke = self._stroke
                write(_rgb(*old_stroke.rgb()) + " RG")
            if (self._width, self._dash, self._cap, self._join) != (width, dash, cap, join):
                width, dash, cap, join = self._width, self._dash, self._cap, self._join
                write(f"{width:.2f} w [{' '.join(f'{part:g}' for part in dash)}] 0 d {cap} J {join} j")
        self._in_file = old_fill, old_stroke, width, dash, cap, join, font

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self._write_pen(1, 0)
        x, y = self._shift_x, self._shift_y
        self._code.append(f"{x1 + x:.2f} {y1 + y:.2f} m {x2 + x:.2f} {y2 + y:.2f} l S")

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        self._write_pen(stroke, fill)
        corner = f"{x + self._shift_x:.2f} {y + self._shift_y:.2f}"
        self._code.append(f"{corner} {width:.2f} {height:.2f} re {_OPERATORS[stroke, fill]}")

    def roundRect(
        self, x: float, y: float, width: float, height: float, radius: float, stroke: int = 1, fill: int = 0
    ) -> None:
        r = min(radius, width / 2, height / 2)
        h = r * (1 - _ROUND)
        right, top = x + width, y + height
        path = self.beginPath()
        path.moveTo(x + r, y)
        path.lineTo(right - r, y)
        path.curveTo(right - h, y, right, y + h, right, y + r)
        path.lineTo(right, top - r)
        path.curveTo(right, top - h, right - h, top, right - r, top)
        path.lineTo(x + r, top)
        path.curveTo(x + h, top, x, top - h, x, top - r)
        path.lineTo(x, y + r)
        path.curveTo(x, y + h, x + h, y, x + r, y)
        path.close()
        self.drawPath(path, stroke, fill)

    def circle(self, x_cen: float, y_cen: float, r: float, stroke: int = 1, fill: int = 0) -> None:
        self.roundRect(x_cen - r, y_cen - r, 2 * r, 2 * r, r, stroke, fill)

    def beginPath(self) -> Path:
        return Path(self._shift_x, self._shift_y)

    def drawPath(self, path: Path, stroke: int = 1, fill: int = 0, _mode: int | None = None) -> None:
        self._write_pen(stroke, fill)
        self._code.append(" ".join([*path.steps, _OPERATORS[stroke, fill]]))

    def doForm(self, name: str) -> None:
        if not (self._shift_x or self._shift_y):
            super().doForm(name)
            return
        self._code.append(f"q 1 0 0 1 {self._shift_x:.2f} {self._shift_y:.2f} cm")
        super().doForm(name)
        self._code.append("Q")

    def drawString(self, x: float, y: float, text: str, *args: Any, **options: Any) -> None:
        """One line of text in one font, left to right."""
        self._write_pen(0, 1)
        font = getFont(self._fontname)
        codes = self._codes.get(self._fontname)
        if codes is None:
            codes = self._codes[self._fontname] = _Codes(font, self._doc)
        try:
            parts = [(0, text.translate(codes))]
        except _OtherSubsetError:
            split: list[tuple[int, bytes]] = font.splitString(text, self._doc)
            parts = [(subset, "".join(map(_escaped, part))) for subset, part in split]
        write = [f"BT {x + self._shift_x:.2f} {y + self._shift_y:.2f} Td"]
        for subset, part in parts:
            face = f"{font.getSubsetInternalName(subset, self._doc)} {self._fontsize:g} Tf"
            if face != self._in_file[6]:
                self._in_file = *self._in_file[:6], face
                write.append(face)
            write.append(f"({part}) Tj")
        write.append("ET")
        self._code.append(" ".join(write))
