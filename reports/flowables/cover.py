"""The report's cover: the departments' shapes overlapping, the shared part hatched; title, question, facts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reports import fonts, shapes
from reports.flowables.badge import Department
from reports.flowables.block import Block
from reports.flowables.text import Text
from reports.furniture import in_lines, put, step_bar
from reports.paint import paint
from reports.paper import Paper
from reports.shapes import Point
from reports.spec import STEP_COUNT
from reports.style import (
    CAPTION,
    COVER_TITLE,
    INK,
    ITEM_HEAD,
    KEY_NUMBER_COVER,
    MM,
    QUOTE,
    RUNNING,
    RUNNING_BOLD,
    STANDFIRST,
    TEXT2,
    WHITE,
    department_look,
)
from reports.tagging import Element
from reports.text import prepare

_MOTIF_WIDTH = 118 * MM
_MOTIF_HEIGHT = 82 * MM
_LOGO_HEIGHT = 14 * MM
_CODE_SIZE, _CODE_ROOM = 12.0, 48.0
"""Size of a department's code, and the width from which it becomes smaller."""


class Cover(Block):
    """Fills the cover page. ``facts``: label and value, up to four, above the foot."""

    def __init__(
        self,
        paper: Paper,
        title: str,
        *,
        kind: str,
        departments: Sequence[Department],
        number: str = "",
        number_text: str = "",
        question: str = "",
        facts: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self.paper = paper
        self.departments = [each for each in departments if each.index is not None]
        self.kind = prepare(kind, paper.language)
        self._title = Text(paper, title, COVER_TITLE, tag="H1", balanced=True)
        self._number = Text(paper, number, KEY_NUMBER_COVER)
        self._number_text = Text(paper, number_text, STANDFIRST.sized(10.2))
        self._question = Text(paper, question, QUOTE.sized(13.4).coloured(TEXT2))
        self._facts = [
            (Text(paper, label, CAPTION.sized(8.4)), Text(paper, value, ITEM_HEAD)) for label, value in facts
        ]

    def measure(self, width: float, height: float) -> float:
        room = width - 8 * MM
        size = COVER_TITLE.size
        while self._title.wrap(room, height)[1] > 4 * self._title.role.leading and size > 20:
            size -= 4
            self._title = Text(self.paper, self._title.plain, COVER_TITLE.sized(size), tag="H1", balanced=True)
        self._question.wrap(room, height)
        beside = width - _MOTIF_WIDTH - 8 * MM
        self._number.wrap(beside, height)
        self._number_text.wrap(beside, height)
        column = width / max(len(self._facts), 4)
        for label, value in self._facts:
            label.wrap(column - 8, height)
            value.wrap(column - 8, height)
        return height - 1

    def draw(self) -> None:
        """From the bar down to the facts."""
        self._draw_top()
        middle = self.height * 0.635
        if self.departments:
            self._draw_motif(middle - _MOTIF_HEIGHT / 2)
        x = _MOTIF_WIDTH + 8 * MM
        self.place(self._number, x, middle + 8)
        self.place(self._number_text, x, middle + 6 - self._number_text.height)
        y = middle - _MOTIF_HEIGHT / 2 - 16 * MM - self._title.height
        self.place(self._title, 0, y)
        self.place(self._question, 0, y - 5 * MM - self._question.height)
        self._draw_facts()

    def _draw_top(self) -> None:
        canvas, top = self.canv, self.height
        logo = self.paper.brand.logo_image
        with self.artifact():
            step_bar(canvas, self.paper, 0, top, self.width, frozenset(range(1, STEP_COUNT + 1)))
            if logo is not None:
                width, height = logo.getSize()
                scale = min(_LOGO_HEIGHT / height, 70 * MM / width)
                canvas.drawImage(logo, 0, top - 8 * MM - height * scale, width * scale, height * scale)
            baseline = top - 6.8 * MM - (_LOGO_HEIGHT + 7 * MM if logo is not None else 0)
        role = RUNNING_BOLD.sized(10.4)
        room = self.width if logo is not None else self.width - fonts.measure(self.kind, role.font, role.size) - 8 * MM
        company = prepare(self.paper.brand.company, self.paper.language)
        with self.content(Element("P")):
            for number, line in enumerate(in_lines(company, room, role, 3)):
                put(canvas, 0, baseline - number * 5 * MM, line, role)
        with self.content(Element("P")):
            put(canvas, self.width, top - 6.8 * MM, self.kind, RUNNING.sized(10.4), "right")

    def _draw_motif(self, y: float) -> None:
        names = ", ".join(each.name for each in self.departments)
        self.canv.saveState()
        self.canv.translate(0, y)
        with self.content(Element("Figure", alt=names), (_MOTIF_WIDTH, _MOTIF_HEIGHT)):
            paint(self.canv, motif(self.departments, _MOTIF_WIDTH, _MOTIF_HEIGHT, self.paper.economical))
        self.canv.restoreState()

    def _draw_facts(self) -> None:
        y, column = 12 * MM, self.width / max(len(self._facts), 4)
        if not self._facts:
            return
        with self.artifact():
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1.3)
            self.canv.line(0, y + 12 * MM, self.width, y + 12 * MM)
        for number, (label, value) in enumerate(self._facts):
            top = y + 11 * MM - label.height
            self.place(label, number * column, top)
            self.place(value, number * column, top - value.height)


def motif(departments: Sequence[Department], width: float, height: float, outlined: bool) -> Any:
    """The departments' shapes in a row, each over the next, what two share hatched in ink."""
    count = max(len(departments), 1)
    side = min(height, width / (1 + 0.64 * (count - 1)))
    step = (width - side) / max(count - 1, 1)
    outlines = [_outline(index, each, step, side, height) for index, each in enumerate(departments)]
    made: list[Any] = []
    for each, outline in zip(departments, outlines, strict=True):
        look = department_look(each.index)
        fill, stroke = (WHITE, INK) if outlined or look.fill == WHITE else (look.fill, None)
        made.append(shapes.polygon(outline, fill=fill, stroke=stroke, stroke_width=3))
    for first, second in pairwise(outlines):
        shared = common_part(first, second)
        if len(shared) >= 3:
            made.append(shapes.polygon(shared, fill=WHITE, stroke=INK, stroke_width=2.4))
            made.append(shapes.hatch(shared, INK, 2.2, 5.2))
    for index, (each, outline) in enumerate(zip(departments, outlines, strict=True)):
        made.append(_code(each, index, count, outline, outlined))
    return shapes.group(*made)


def _outline(index: int, department: Department, step: float, side: float, height: float) -> list[Point]:
    x, middle = index * step, height / 2
    shape = department_look(department.index).shape
    if shape == "circle":
        return shapes.circle_points((x + side / 2, middle), side / 2, 120)
    half = side * 0.475
    if shape == "square":
        centre = x + side / 2
        return shapes.box_points(centre - half, middle - half - side * 0.02, 2 * half, 2 * half)
    if shape == "diamond":
        return [(x + side / 2, middle - side / 2), (x + side, middle), (x + side / 2, middle + side / 2), (x, middle)]
    return [(x, middle - side * 0.42), (x + side, middle - side * 0.42), (x + side / 2, middle + side * 0.46)]


def _code(department: Department, index: int, count: int, outline: Sequence[Point], outlined: bool) -> Any:
    look = department_look(department.index)
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    low, high = min(y for _, y in outline), max(y for _, y in outline)
    part = 0.25 if index == 0 and count > 1 else 0.76 if index == count - 1 else 0.5
    x, y = left + (right - left) * part, low + (high - low) * 0.5
    if look.shape == "square" and index == count - 1:
        x, y = right - 11 * MM, high - 13 * MM
    ink = INK if outlined else look.ink
    size = min(_CODE_SIZE, _CODE_SIZE * _CODE_ROOM / max(fonts.measure(department.code, fonts.SEMIBOLD, _CODE_SIZE), 1))
    return shapes.text(x, y - 4, department.code, fonts.SEMIBOLD, max(size, 7), ink, "center")


def common_part(first: Sequence[Point], second: Sequence[Point]) -> list[Point]:
    """The part two convex outlines share (both counter-clockwise)."""
    result = list(first)
    for start, end in zip(second, [*second[1:], second[0]], strict=True):
        result = _cut(result, start, end)
    return result


def _side(point: Point, start: Point, end: Point) -> float:
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def _cut(outline: Sequence[Point], start: Point, end: Point) -> list[Point]:
    result: list[Point] = []
    for point, following in zip(outline, [*outline[1:], *outline[:1]], strict=True):
        here, there = _side(point, start, end), _side(following, start, end)
        if here >= 0:
            result.append(point)
        if (here < 0) != (there < 0):
            part = here / (here - there)
            result.append((point[0] + (following[0] - point[0]) * part, point[1] + (following[1] - point[1]) * part))
    return result
