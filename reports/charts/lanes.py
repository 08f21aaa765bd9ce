"""The client's way: a lane per department, boxes are stages, arrows are handoffs (SCREENS.md 1)."""

from __future__ import annotations

from collections.abc import Sequence

from reports import fonts, shapes
from reports.charts.look import ChartLook, drawing
from reports.flowables.badge import Department, badge
from reports.lines import Run, break_lines, longest_part, words_of
from reports.shapes import Drawing, Point, Shape
from reports.style import Colour, Role
from workshop_app.domain.frozen import frozen

USUAL_LINES = 3
"""Lines of a stage's title for which there is room in every box; more of them make the boxes of its lane higher."""
_BOX, _LANE = 4.3, 7.2
"""Height of a usual box and of its lane, in type sizes: three lines with air, and room for a pill above the box."""
_TALLEST = 1.2
"""How high a picture may grow for its titles, as a share of its width: a page has room for it."""
_LEAST_SIZE, _SMALLER = 0.7, 0.96
"""How small a long word may get to stay whole in its box, as a share of the type; and in which steps."""


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


@frozen
class _Title:
    """A stage's title in lines, at a share of the type's size."""

    lines: tuple[str, ...]
    share: float

    @property
    def more(self) -> float:
        """The lines for which its box is higher than usual, in type sizes."""
        return 1.2 * self.share * max(0, len(self.lines) - USUAL_LINES)

    def shortened(self, most: int) -> _Title:
        """Of a text that no page holds the beginning."""
        if len(self.lines) <= most:
            return self
        return _Title((*self.lines[: most - 1], f"{self.lines[most - 1].rstrip()}…"), self.share)


def swim_lanes(
    look: ChartLook, width: float, lanes: Sequence[Department], stages: Sequence[Stage], handoffs: Sequence[Handoff]
) -> Drawing:
    """Up to nine stages from left to right. The lanes stand in the order given, each as high as its titles need."""
    size = look.size
    badge_height = size * 1.6
    marks = [badge(lane, badge_height) for lane in lanes]
    left = max((mark.width for mark in marks), default=0) + size
    each = (width - left) / max(len(stages), 1)
    wide = each - size * 2.1
    titles = [_title(look, stage, wide) for stage in stages]
    more = _more(look, titles, stages, len(lanes))
    if sum(size * _LANE + extra for extra in more) > _TALLEST * width:
        most = USUAL_LINES + max(0, int((_TALLEST * width / max(len(lanes), 1) / size - _LANE) / 1.2))
        titles = [title.shortened(most) for title in titles]
        more = _more(look, titles, stages, len(lanes))
    height = sum(size * _LANE + extra for extra in more)
    items: list[Shape] = []
    tops = [height - sum(size * _LANE + extra for extra in more[:lane]) for lane in range(len(lanes))]
    lows = [top - size * _LANE - extra for top, extra in zip(tops, more, strict=True)]
    for number, (mark, low, top) in enumerate(zip(marks, lows, tops, strict=True)):
        if number:
            items.append(shapes.line((0, top), (width, top), look.grid, look.line))
        items.append(shapes.group(mark.shapes, x=0, y=(low + top - badge_height) / 2))
    middles = [
        (left + each * (index + 0.5), (lows[stage.lane] + tops[stage.lane]) / 2) for index, stage in enumerate(stages)
    ]
    boxes = [(wide, size * (_BOX + title.more)) for title in titles]
    arrows = [_arrow(look, handoff, middles, boxes) for handoff in handoffs]
    items += [line for line, _ in arrows]
    items += [_stage(look, *each) for each in zip(titles, middles, boxes, strict=True)]
    items += [pill for _, pill in arrows if pill is not None]
    return drawing(width, height, *items)


def _more(look: ChartLook, titles: Sequence[_Title], stages: Sequence[Stage], lanes: int) -> list[float]:
    """How much higher than usual each lane is."""
    return [
        look.size * max((t.more for t, stage in zip(titles, stages, strict=True) if stage.lane == lane), default=0)
        for lane in range(lanes)
    ]


def _title(look: ChartLook, stage: Stage, wide: float) -> _Title:
    """Lines of whole words; one that is too long for its box makes the title smaller, as far as it stays readable."""
    share, free = 1.0, wide - look.size * 0.9
    while True:
        role = Role("stage", look.size * share, look.size * 1.2 * share, fonts.MEDIUM, look.ink)
        words = words_of([Run(stage.title, role)])
        if longest_part(words) <= free or share <= _LEAST_SIZE:
            lines = ("".join(run.text for _, run in line.pieces) for line in break_lines(words, free))
            return _Title(tuple(lines), share)
        share *= _SMALLER


def _stage(look: ChartLook, title: _Title, middle: Point, box: tuple[float, float]) -> Shape:
    (x, y), (wide, high), size = middle, box, look.size * title.share
    frame = shapes.rect(
        x - wide / 2,
        y - high / 2,
        wide,
        high,
        fill=look.ground,
        stroke=look.strong,
        stroke_width=look.line,
        radius=look.size * 0.3,
    )
    texts = []
    for number, shown in enumerate(title.lines):
        baseline = y + (len(title.lines) - 1) * size * 0.6 - number * size * 1.2 - size * 0.35
        texts.append(shapes.text(x, baseline, shown, fonts.MEDIUM, size, look.ink, "center"))
    return shapes.group(frame, *texts)


def _arrow(
    look: ChartLook, handoff: Handoff, middles: Sequence[Point], boxes: Sequence[tuple[float, float]]
) -> tuple[Shape, Shape]:
    (x1, y1), (x2, y2) = middles[handoff.start], middles[handoff.end]
    colour = look.warn if handoff.longest else look.ink if handoff.recorded else look.strong
    dash = (look.size * 0.35, look.size * 0.25) if handoff.longest or not handoff.recorded else ()
    start, end = _ends((x1, y1), (x2, y2), boxes[handoff.start])
    curve = _curve(start, end, colour, look.line * 1.6, dash)
    tip = look.size * 0.42
    direction = 1 if end[0] >= start[0] else -1
    head = shapes.polygon(
        [end, (end[0] - direction * tip * 1.5, end[1] + tip), (end[0] - direction * tip * 1.5, end[1] - tip)],
        fill=colour,
    )
    text = handoff.text or ("" if handoff.recorded else "?")
    highest = max(boxes[handoff.start][1], boxes[handoff.end][1])
    lift = highest / 2 + look.size * 0.6 if start[1] == end[1] else 0
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
