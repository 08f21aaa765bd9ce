"""The client's way: a lane per department, boxes are stages, arrows are handoffs (SCREENS.md 1)."""

from __future__ import annotations

from collections.abc import Sequence

from reports import fonts, shapes
from reports.charts.look import ChartLook, drawing
from reports.flowables.badge import Department, badge
from reports.lines import Run, break_lines, words_of
from reports.shapes import Drawing, Point, Shape
from reports.style import Colour, Role
from workshop_app.domain.frozen import frozen

USUAL_LINES = 3
"""Lines of a stage's title for which there is room in every box; more of them make all boxes higher."""
_TALLEST = 1.2
"""How high a picture may grow for its titles, as a share of its width: a page has room for it."""


@frozen
class Stage:
    """A box on the way, in the lane of a department (its place in the list of lanes)."""

    title: str
    lane: int


@frozen
class Handoff:
    """An arrow from stage to stage with a pill («H4 40 h»); ``longest`` is dashed in the warning colour, one without a
    record (``recorded`` False) dashed grey with «?»."""

    start: int
    end: int
    text: str = ""
    longest: bool = False
    recorded: bool = True


def swim_lanes(
    look: ChartLook, width: float, lanes: Sequence[Department], stages: Sequence[Stage], handoffs: Sequence[Handoff]
) -> Drawing:
    """Up to nine stages from left to right. The lanes stand in the order given; their boxes hold the longest title."""
    size = look.size
    badge_height = size * 1.6
    marks = [badge(lane, badge_height) for lane in lanes]
    left = max((mark.width for mark in marks), default=0) + size
    each = (width - left) / max(len(stages), 1)
    most = _most_lines(size, _TALLEST * width / max(len(lanes), 1))
    titles = [_title_lines(look, stage, each - size * 2.1, most) for stage in stages]
    more = size * 1.2 * max(0, max(map(len, titles), default=0) - USUAL_LINES)
    lane_height = size * 6.4 + more
    height = lane_height * len(lanes)
    items: list[Shape] = []
    for number, mark in enumerate(marks):
        low = height - lane_height * (number + 1)
        if number:
            items.append(shapes.line((0, low + lane_height), (width, low + lane_height), look.grid, look.line))
        items.append(shapes.group(mark.shapes, x=0, y=low + (lane_height - badge_height) / 2))
    middles = [
        (left + each * (index + 0.5), height - lane_height * (stage.lane + 0.5)) for index, stage in enumerate(stages)
    ]
    box = (each - size * 2.1, size * 3.6 + more)
    arrows = [_arrow(look, handoff, middles, box) for handoff in handoffs]
    items += [line for line, _ in arrows]
    items += [_stage(look, lines, middle, box) for lines, middle in zip(titles, middles, strict=True)]
    items += [pill for _, pill in arrows if pill is not None]
    return drawing(width, height, *items)


def _most_lines(size: float, lane: float) -> int:
    """How many lines a title may have in a lane that is at most ``lane`` points high."""
    return USUAL_LINES + max(0, int((lane - size * 6.4) / (size * 1.2)))


def _title_lines(look: ChartLook, stage: Stage, wide: float, most: int) -> list[str]:
    role = Role("stage", look.size, look.size * 1.2, fonts.MEDIUM, look.ink)
    lines = break_lines(words_of([Run(stage.title, role)]), wide - look.size * 0.5)
    shown = ["".join(run.text for _, run in line.pieces) for line in lines]
    return shown if len(shown) <= most else [*shown[: most - 1], f"{shown[most - 1].rstrip()}…"]


def _stage(look: ChartLook, lines: Sequence[str], middle: Point, box: tuple[float, float]) -> Shape:
    (x, y), (wide, high), size = middle, box, look.size
    frame = shapes.rect(
        x - wide / 2,
        y - high / 2,
        wide,
        high,
        fill=look.ground,
        stroke=look.strong,
        stroke_width=look.line,
        radius=size * 0.3,
    )
    texts = []
    for number, shown in enumerate(lines):
        baseline = y + (len(lines) - 1) * size * 0.6 - number * size * 1.2 - size * 0.35
        texts.append(shapes.text(x, baseline, shown, fonts.MEDIUM, size, look.ink, "center"))
    return shapes.group(frame, *texts)


def _arrow(
    look: ChartLook, handoff: Handoff, middles: Sequence[Point], box: tuple[float, float]
) -> tuple[Shape, Shape]:
    (x1, y1), (x2, y2) = middles[handoff.start], middles[handoff.end]
    colour = look.warn if handoff.longest else look.ink if handoff.recorded else look.strong
    dash = (look.size * 0.35, look.size * 0.25) if handoff.longest or not handoff.recorded else ()
    start, end = _ends((x1, y1), (x2, y2), box)
    curve = _curve(start, end, colour, look.line * 1.6, dash)
    tip = look.size * 0.42
    direction = 1 if end[0] >= start[0] else -1
    head = shapes.polygon(
        [end, (end[0] - direction * tip * 1.5, end[1] + tip), (end[0] - direction * tip * 1.5, end[1] - tip)],
        fill=colour,
    )
    text = handoff.text or ("" if handoff.recorded else "?")
    lift = box[1] / 2 + look.size * 0.9 if start[1] == end[1] else 0
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + lift)
    return shapes.group(curve, head), _pill(look, middle, text, colour) if text else None


def _ends(start: Point, end: Point, box: tuple[float, float]) -> tuple[Point, Point]:
    half = box[0] / 2
    if end[0] >= start[0]:
        return (start[0] + half, start[1]), (end[0] - half, end[1])
    return (start[0] - half, start[1]), (end[0] + half, end[1])


def _curve(start: Point, end: Point, colour: Colour, width: float, dash: Sequence[float]) -> Shape:
    from reports.unchecked import shapes as drawn

    path = drawn.Path(fillColor=None, strokeColor=colour, strokeWidth=width, strokeDashArray=list(dash) or None)
    bend = (end[0] - start[0]) * 0.55
    path.moveTo(*start)
    path.curveTo(start[0] + bend, start[1], end[0] - bend, end[1], *end)
    return path


def _pill(look: ChartLook, middle: Point, text: str, colour: Colour) -> Shape:
    size = look.size
    half, high = look.width(text, 0.95, True) / 2 + size * 0.5, size * 1.5
    ground = shapes.rect(
        middle[0] - half,
        middle[1] - high / 2,
        2 * half,
        high,
        fill=look.ground,
        stroke=colour,
        stroke_width=look.line,
        radius=high / 2,
    )
    words = look.words(middle[0], middle[1] - size * 0.34, text, size=0.95, bold=True, colour=look.ink, align="center")
    return shapes.group(ground, words)
