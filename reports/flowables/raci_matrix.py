"""The responsibility matrix, drawn by position: tiles by weight, surnames upright on staggered levels, totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.doctemplate import FrameBreak

from reports import fonts
from reports.flowables.badge import badge
from reports.flowables.block import Block
from reports.flowables.mark import Mark, draw_mark, paint_mark
from reports.flowables.numbers import Legend
from reports.flowables.raci import TILE, RaciLetters, raci_tile
from reports.flowables.raci_head import LEVEL, LINE, HeadName, HeadRoom, head_names, least_room
from reports.flowables.raci_model import KINDS, MAX_PEOPLE, RaciColumns, RaciGroup, RaciLine, RaciModel, cut_groups
from reports.flowables.status import dot
from reports.flowables.text import Text
from reports.furniture import put
from reports.paper import Paper
from reports.style import (
    CELL_BOLD,
    CELL_DENSE,
    COLUMN_HEAD,
    INK,
    MM,
    RULE_HEAD,
    RULE_ROW,
    STRONG,
    TEXT2,
    TINT,
    WHITE,
    Colour,
    department_look,
)
from reports.tagging import Element
from reports.text import prepare
from workshop_app.domain.frozen import frozen

_COLUMN = 9.2 * MM
_LEAST_COLUMN = 6.2 * MM
_DEPARTMENT_GAP = 2.2 * MM
_TOTAL_COLUMN = 5.4 * MM
_LEAST_TITLE = 45 * MM
_LEAST_ROW = 4.4 * MM
_MOST_ROW = 5.4 * MM
_BADGES = 7 * MM
_BADGE = 13.0
_LARGE = 300 * MM
_FEW_LEFT = 0.34
"""A last page with fewer rows than this share of the page before takes rows from it."""
_NARROW_COLUMN = 6.6 * MM
_GROUP_ROLE = CELL_BOLD.sized(8.8)
_TITLE_ROLE = CELL_DENSE.sized(7.9)


@frozen
class _Places:
    """Horizontal places in points."""

    group: float
    title: float
    title_width: float
    centres: tuple[float, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    column: float
    totals: float


def raci_legend(paper: Paper, *, keys: bool = True) -> Legend:
    """The letters in full words; ``keys``: and the dot of key activities."""
    _ = paper.words
    items: list[tuple[RaciLetters, str]] = [
        ("A", _("accountable for the result, exactly one")),
        ("R", _("does the work")),
        ("AR", _("accountable and does it")),
        ("C", _("consulted before the decision")),
        ("I", _("informed afterwards")),
    ]
    marks = [(raci_tile(letters), text) for letters, text in items]
    marks += [(dot(paper.accent), _("key activity"))] if keys else []
    return Legend(paper, marks, CELL_DENSE.sized(8.2), after=5)


class RaciMatrix(Block):
    """A matrix of as many columns as a page takes; rows share the free height. More rows than fit go on."""

    def __init__(self, paper: Paper, model: RaciModel, before: float = 0) -> None:
        super().__init__(before)
        self.paper, self.model = paper, model
        self.groups = list(model.groups)
        self.last = True
        self._titles = {id(line): self._title(line) for group in self.groups for line in group.lines}
        self._names = [[prepare(name, paper.language) for name in each.names] for each in model.columns]
        self.element = Element("Table")
        self._row = _LEAST_ROW

    def _title(self, line: RaciLine) -> Text:
        return Text(self.paper, line.title, _TITLE_ROLE.medium() if line.key else _TITLE_ROLE)

    def _measure_text(self, texts: Sequence[str], size: float) -> float:
        return max((fonts.measure(text, fonts.SEMIBOLD, size) for text in texts), default=0)

    def _longest_title(self) -> float:
        return max((title.natural_width() + 5 for title in self._titles.values()), default=0)

    def _places(self, width: float) -> _Places:
        group = self._measure_text([prepare(each.title, self.paper.language) for each in self.model.groups], 8.8)
        group = min(group, 32 * MM) + 5.5 if group else 0
        title = group + 6
        gaps = _DEPARTMENT_GAP * len(self.model.columns)
        totals = _TOTAL_COLUMN * 4 + 2 * MM
        room = width - title - gaps - totals - _LEAST_TITLE
        wide = self._least_widths(room)
        room -= min(max(self._longest_title() - _LEAST_TITLE, 0), 20 * MM)
        column = self._column(room)
        sides = zip(self.model.columns, wide, strict=True)
        column = self._column(room - sum(max(least - column * len(each.names), 0) for each, least in sides))
        spans = [max(column * len(each.names), least) for each, least in zip(self.model.columns, wide, strict=True)]
        x = width - totals - gaps - sum(spans)
        title_width = x - title
        centres: list[float] = []
        starts, ends = [], []
        for each, span in zip(self.model.columns, spans, strict=True):
            x += _DEPARTMENT_GAP
            starts.append(x)
            own = span / max(len(each.names), 1)
            centres += [x + own * (number + 0.5) for number in range(len(each.names))]
            x += span
            ends.append(x)
        return _Places(
            group, title, title_width, tuple(centres), tuple(starts), tuple(ends), column, width - totals + 2 * MM
        )

    def _column(self, room: float) -> float:
        return min(max(room / max(self.model.people, 1), _LEAST_COLUMN), _COLUMN)

    def _least_widths(self, room: float) -> list[float]:
        """A department is at least as wide as its badge, and as its surnames as far as there is room for all."""
        least = [
            max(badge(each.department, _BADGE).width, _LEAST_COLUMN * len(each.names)) for each in self.model.columns
        ]
        walls = [_DEPARTMENT_GAP - 3 + (0 if number else _COLUMN) for number in range(len(least))]
        asked = [
            max(least_room(names) - wall - own, 0) for names, wall, own in zip(self._names, walls, least, strict=True)
        ]
        share = min(max(room - sum(least), 0) / (sum(asked) or 1), 1)
        return [own + more * share for own, more in zip(least, asked, strict=True)]

    def _head(self, places: _Places) -> tuple[tuple[HeadName, ...], float]:
        """Surnames over their columns, never across a wall between departments or in the totals; their height."""
        middles, rooms = iter(places.centres), []
        rights = [*(start - _DEPARTMENT_GAP / 2 - 1.5 for start in places.starts[1:]), places.totals]
        for number, (names, start, right) in enumerate(zip(self._names, places.starts, rights, strict=True)):
            left = start - _DEPARTMENT_GAP / 2 + 1.5 if number else start - _COLUMN
            rooms += [HeadRoom(next(middles), left, right) for _ in names]
        return head_names([name for names in self._names for name in names], rooms)

    def _lines(self) -> list[RaciLine]:
        return [line for group in self.groups for line in group.lines]

    def _head_height(self, places: _Places) -> float:
        return _BADGES + self._head(places)[1] + 2 * MM

    def _needs(self, places: _Places) -> list[float]:
        """Least height of each row: long titles take more lines."""
        needs = []
        for line in self._lines():
            title = self._titles[id(line)]
            needs.append(max(title.wrap(places.title_width - 4, 1000)[1] + 1.6, _LEAST_ROW))
        return needs

    def _totals_height(self) -> float:
        return (4 * _LEAST_ROW + 2 * MM) if self.last else 0

    def measure(self, width: float, height: float) -> float:
        places = self._places(width)
        needs = self._needs(places)
        fixed = self._head_height(places) + self._totals_height()
        singles = sum(need <= _LEAST_ROW for need in needs)
        spare = height - fixed - sum(needs)
        self._row = _LEAST_ROW + (min(max(spare / singles, 0), _MOST_ROW - _LEAST_ROW) if singles else 0)
        return fixed + sum(max(need, self._row) for need in needs)

    def start_height(self, width: float) -> float:
        places = self._places(width)
        return self._head_height(places) + sum(self._needs(places)[:3])

    def weight(self) -> int:
        return len(self._lines()) + 1

    def split(self, width: float, height: float) -> Sequence[Any]:
        places = self._places(width)
        needs = iter(self._needs(places))
        room = height - self._head_height(places)
        fits = 0
        for need in needs:
            room -= need
            if room < 0:
                break
            fits += 1
        lines = len(self._lines())
        if self.last and lines - fits < _FEW_LEFT * fits:
            fits = (lines + 1) // 2 if lines > fits else max(fits - 3, 1)
        first, rest = cut_groups(self.groups, fits)
        if not first or not rest:
            return []
        return [self._part(first, last=False), FrameBreak, self._part(rest, last=self.last)]

    def _part(self, groups: list[RaciGroup], last: bool) -> RaciMatrix:
        part = RaciMatrix.__new__(RaciMatrix)
        part.__dict__.update(self.__dict__)
        part.__dict__.pop("_postponed", None)
        part.groups, part.last = groups, last
        return part

    def draw(self) -> None:
        """Head, rows group by group, totals."""
        places = self._places(self.width)
        y = self.height - self._head_height(places)
        with self.inside(self.element):
            self._draw_head(places, y)
            bottom = self._draw_rows(places, y)
            if self.last:
                self._draw_totals(places, bottom)
                bottom -= self._totals_height()
        self._draw_walls(places, bottom, y + self._head(places)[1] + 3.5 * MM)

    def _rule(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour) -> None:
        with self.artifact():
            self.canv.setStrokeColor(colour)
            self.canv.setLineWidth(width)
            self.canv.setLineCap(0)
            self.canv.setDash([])
            self.canv.line(x1, y1, x2, y2)

    def _draw_walls(self, places: _Places, bottom: float, top: float) -> None:
        for start in places.starts[1:]:
            self._rule(start - _DEPARTMENT_GAP / 2, bottom, start - _DEPARTMENT_GAP / 2, top, 0.6, STRONG)

    def _draw_head(self, places: _Places, y: float) -> None:
        with self.inside(Element("TR")):
            with self.content(Element("TH")):
                put(
                    self.canv,
                    places.title,
                    y + 3.5,
                    prepare(self.paper.words("Activity"), self.paper.language),
                    COLUMN_HEAD,
                )
            self._draw_departments(places, y + self._head(places)[1] + 3.2 * MM)
            self._draw_names(places, y)
        for number, kind in enumerate(KINDS):
            tile = raci_tile(kind, TILE * 0.8)
            x = places.totals + _TOTAL_COLUMN * (number + 0.5) - tile.width / 2
            with self.artifact():
                self._paint(tile, x, y + 3)
        self._rule(0, y, self.width, y, RULE_HEAD + 0.2, INK)

    def _paint(self, mark: Mark, x: float, y: float) -> None:
        self.canv.saveState()
        self.canv.translate(x, y)
        paint_mark(self.canv, mark)
        self.canv.restoreState()

    def _draw_departments(self, places: _Places, y: float) -> None:
        for each, start, end in zip(self.model.columns, places.starts, places.ends, strict=True):
            look = department_look(each.department.index)
            self._rule(start, y, end, y, 1.6, look.outline)
            mark = badge(each.department, _BADGE)
            draw_mark(self, mark, Element("Span", actual=each.department.code), start, y + 2.6)
            self._draw_department_name(each, start + mark.width + 5, end, y + 2.6)

    def _draw_department_name(self, each: RaciColumns, x: float, end: float, y: float) -> None:
        name = prepare(each.department.name, self.paper.language)
        if x + fonts.measure(name, CELL_BOLD.font, CELL_BOLD.size) <= end:
            with self.content(Element("Span")):
                put(self.canv, x, y + 3.6, name, CELL_BOLD)

    def _draw_names(self, places: _Places, y: float) -> None:
        """Lines from the upper names to their columns; they stop at the names below that are in their way."""
        names = self._head(places)[0]
        for each, x in zip(names, places.centres, strict=True):
            if each.lines[0] and each.base:
                self._rule(x, y + 0.4, x, y + 1.5 + each.base, RULE_ROW, STRONG)
        for each in names:
            self._draw_name(each, y + 3.5 + each.base)

    def _draw_name(self, name: HeadName, base: float) -> None:
        half = name.width / 2 + 1 if name.lines[0] else 0
        height = LEVEL + LINE * (len(name.lines) - 1)
        with self.artifact():
            self.canv.setFillColor(WHITE)
            self.canv.rect(name.centre - half, base - 1.8, 2 * half, height - 1, stroke=0, fill=1)
        with self.content(Element("TH")) if name.lines[0] else self.artifact():
            for above, line in enumerate(reversed(name.lines)):
                put(self.canv, name.centre, base + above * LINE, line, name.role, "center")

    def _draw_rows(self, places: _Places, y: float) -> float:
        for number, group in enumerate(self.groups):
            if number:
                self._rule(0, y, self.width, y, 0.7, INK)
            top = y
            for index, line in enumerate(group.lines):
                title = self._titles[id(line)]
                height = max(title.wrap(places.title_width - 4, 1000)[1] + 1.6, self._row)
                y -= height
                self._draw_line(line, title, places, y, height, tinted=index % 2 == 1)
            self._draw_group(group, places, top)
        self._rule(0, y, self.width, y, RULE_HEAD, INK)
        return y

    def _draw_group(self, group: RaciGroup, places: _Places, top: float) -> None:
        text = Text(self.paper, group.title, _GROUP_ROLE)
        text.wrap(max(places.group - 2, 10), 100)
        with self.artifact():
            self.place(text, 0, top - text.height - 1)

    def _draw_line(self, line: RaciLine, title: Text, places: _Places, y: float, height: float, tinted: bool) -> None:
        if tinted:
            with self.artifact():
                self.canv.setFillColor(TINT)
                self.canv.rect(places.group, y, self.width - places.group, height, stroke=0, fill=1)
        if line.key:
            mark = dot(self.paper.accent)
            with self.artifact():
                self._paint(mark, places.title - 6, y + height / 2 - mark.height / 2)
        with self.inside(Element("TR")):
            with self.inside(Element("TH")):
                self.place(title, places.title, y + (height - title.height) / 2)
            for letters, x in zip(line.letters, places.centres, strict=True):
                self._draw_letters(letters, x, y + height / 2)
            for number, kind in enumerate(KINDS):
                count = sum(kind in letters for letters in line.letters)
                x = places.totals + _TOTAL_COLUMN * (number + 0.5)
                self._draw_count(kind, count, x, y + height / 2)

    def _draw_letters(self, letters: RaciLetters, x: float, middle: float) -> None:
        mark = raci_tile(letters)
        with self.inside(Element("TD")):
            element = Element("Span", actual=letters)
            draw_mark(self, mark, element, x - mark.width / 2, middle - mark.height / 2)

    def _draw_count(self, kind: str, count: int, x: float, middle: float) -> None:
        if not count:
            self._paint_dot(x, middle)
            return
        role = CELL_BOLD if kind in "AR" else CELL_DENSE.sized(8.4).coloured(TEXT2)
        with self.content(Element("TD")):
            put(self.canv, x, middle - role.size * 0.349, str(count), role, "center")

    def _paint_dot(self, x: float, middle: float) -> None:
        mark = raci_tile("")
        with self.artifact():
            self._paint(mark, x - mark.width / 2, middle - mark.height / 2)

    def _draw_totals(self, places: _Places, y: float) -> None:
        _ = self.paper.words
        labels = (_("accountable, rows"), _("does, rows"), _("consulted, rows"), _("informed, rows"))
        y -= 1.5 * MM
        if places.group:
            with self.artifact():
                put(self.canv, 0, y - _LEAST_ROW / 2 - 3.3, prepare(_("Total"), self.paper.language), _GROUP_ROLE)
        for kind, label in zip(KINDS, labels, strict=True):
            middle = y - _LEAST_ROW / 2
            tile = raci_tile(kind, TILE * 0.86)
            with self.artifact():
                self._paint(tile, places.title, middle - tile.height / 2)
            with self.inside(Element("TR")):
                self._draw_total(kind, label, places, middle)
            y -= _LEAST_ROW

    def _draw_total(self, kind: str, label: str, places: _Places, middle: float) -> None:
        role = CELL_DENSE.coloured(TEXT2)
        with self.content(Element("TH")):
            put(self.canv, places.title + 14, middle - role.size * 0.349, prepare(label, self.paper.language), role)
        for index, x in enumerate(places.centres):
            self._draw_count(kind, self.model.total(kind, index), x, middle)
        total = self.paper.words("total {n}", n=self.model.total(kind))
        with self.content(Element("TD")):
            put(self.canv, self.width - 3, middle - 3, prepare(total, self.paper.language), CELL_BOLD, "right")


def most_people(width: float) -> int:
    """How many columns a page of this width has room for beside titles and totals: twenty, more on large paper."""
    room = width - _LEAST_TITLE - 32 * MM - _TOTAL_COLUMN * 4 - 5 * _DEPARTMENT_GAP
    return max(MAX_PEOPLE, int(room / _NARROW_COLUMN)) if width > _LARGE else MAX_PEOPLE
