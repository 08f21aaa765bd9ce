"""Text in cells: wrapped to at most some lines with «…» where more is left; surnames cut with a point."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter

from ui.widgets.line_spans import line_spans
from workshop_app.typesetting import NBSP


def draw_lines(
    painter: QPainter, box: QRectF, text: str, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, most: int = 2
) -> bool:
    """Wrapped text in the middle of a box, at most ``most`` lines that fit; True when it was shortened."""
    if not text:
        return False
    height = painter.fontMetrics().height()
    most = lines_in(box.height(), painter.font(), most)
    lines, shortened = lines_of(text, painter.font(), box.width(), most)
    top = box.center().y() - height * len(lines) / 2
    for place, line in enumerate(lines):
        row = QRectF(box.left(), top + place * height, box.width() + 1, height)
        painter.drawText(row, int(alignment | Qt.AlignmentFlag.AlignVCenter), line)
    return shortened


def lines_in(height: float, font: QFont, most: int = 2) -> int:
    """How many lines a box of this height takes, at least one."""
    return min(most, max(1, int((height + 2) // QFontMetrics(font).height())))


def lines_of(text: str, font: QFont, width: float, most: int) -> tuple[list[str], bool]:
    """A text broken into at most ``most`` lines of a width, and whether something is left out."""
    metrics = QFontMetricsF(font)
    text = " ".join(text.split("\n"))
    if metrics.horizontalAdvance(text) <= width:
        return [text], False
    text = " ".join(_loosened(word, metrics, width) for word in text.split(" "))
    lines: list[str] = []
    for start, length in line_spans(text, font, max(1.0, width)):
        if len(lines) == most - 1 or _in_word(text, start + length):
            rest = text[start:].lstrip(f" {NBSP}")
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            return lines, metrics.horizontalAdvance(rest) > width
        lines.append(text[start : start + length].strip(f" {NBSP}"))
    return lines, False


def _loosened(word: str, metrics: QFontMetricsF, width: float) -> str:
    """Words bound together that are too wide for a line: bound less, from the left: «Дорохов» over «С. М.».

    What is bound to a number stays so.
    """
    first, bond, rest = word.partition(NBSP)
    if not bond or metrics.horizontalAdvance(word) <= width:
        return word
    number = first[-1:].isdigit() or rest[:1].isdigit()
    return f"{first}{NBSP if number else ' '}{_loosened(rest, metrics, width)}"


def _in_word(text: str, at: int) -> bool:
    """Whether a line that ends here would tear a word or a number apart."""
    before, after = text[at - 1 : at], text[at : at + 1]
    return after.isalnum() and (before.isalnum() or (before in f",.{NBSP}" and after.isdigit()))


def fitting_surname(name: str, font: QFont, width: float) -> str:
    """The surname, cut with a point where there is less room: «Чистяк.»."""
    metrics, shown = QFontMetricsF(font), name
    while len(shown) > 2 and metrics.horizontalAdvance(shown) > width:
        shown = shown.rstrip(".")[:-1] + "."
    return shown
