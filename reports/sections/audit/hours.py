"""Hours done twice: the one number, two bars, and where they go (METHOD C.3, C.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from reports.charts.look import ChartLook, FillKind
from reports.charts.rows import Part, split_bar
from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.finding import finding, finding_look
from reports.flowables.heading import Section, SubHead
from reports.flowables.mark import MarkRow
from reports.flowables.numbers import BigNumber, Figure
from reports.flowables.scale_cells import DepartmentBars
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.audit.decisions import owners_of
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_NAME, CELL_NUMBER, MM
from workshop_app.domain.decisions import LABELS as DECISION_LABELS
from workshop_app.domain.decisions import DecisionState
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import FindingCode
from workshop_app.domain.message import N_
from workshop_app.domain.model import DecisionType
from workshop_app.i18n import Words, half_up
from workshop_app.steps.audit.view import OverlayRow, audit_view

SETTLED = frozenset({DecisionState.CLOSED, DecisionState.VERIFIED})
_BEFORE: tuple[tuple[FindingCode, FillKind], ...] = (
    (FindingCode.DUPLICATION, "dots"),
    (FindingCode.OVERLAP, "hatch"),
)
_AFTER: Mapping[DecisionType, tuple[FillKind, str]] = MappingProxyType(
    {
        DecisionType.SPLIT: ("tint", N_("split by a rule")),
        DecisionType.ASSIGN: ("ink", N_("assigned to one")),
        DecisionType.JOINT: ("white", N_("together")),
        DecisionType.STOP: ("dots", N_("stopped")),
    }
)

BAR_SIGN = 7.6
"""Height of the badge before a bar: one of several bars in a row of the table."""


def rows_done_twice(source: Source) -> list[OverlayRow]:
    """The activities whose overlap hours count, most hours first."""
    rows = [row for row in audit_view(source.engagement, source.context).rows if row.finding.is_done_twice]
    return sorted(rows, key=lambda row: -row.finding.overlap_hours)


def whole_hours(words: Words, hours: Fraction) -> str:
    """Hours as in tables: whole where they are whole, else one decimal."""
    return words.number(half_up(hours, 1 if half_up(hours, 1) % 1 else 0))


def headline(paper: Paper, source: Source) -> list[Any]:
    """The number, what it is, and that it is an upper bound."""
    _ = paper.words
    total = audit_view(source.engagement, source.context).overlap_hours
    rows = rows_done_twice(source)
    if not rows:
        return []
    shown = half_up(total, 1 if half_up(total, 1) % 1 else 0)
    label = _.plural("hour a week", "hours a week", shown)
    lines = _.plural("{n} activity", "{n} activities", len(rows))
    bound = _("an upper bound of the relief, not a promise")
    busiest = _("hours without the busiest side")
    remark = f"{bound}: {lines}, {busiest}"
    text = _("the departments spend on the same work without a rule")
    return [BigNumber(paper, whole_hours(_, total), label, text, remark), *_bars(paper, source, rows)]


def _bars(paper: Paper, source: Source, rows: Sequence[OverlayRow]) -> list[Block]:
    _ = paper.words
    look = ChartLook.paper(paper.brand)
    before, after = _parts_before(_, rows), _parts_after(_, rows)
    blocks: list[Block] = [SubHead(paper, _("Before: without a rule")), _figure(look, before)]
    if any(row.decision for row in rows):
        blocks += [SubHead(paper, _after_title(_, rows)), _figure(look, after)]
    return blocks


def _figure(look: ChartLook, parts: Sequence[Part]) -> Figure:
    said = ", ".join(f"{part.text} {part.under}".strip() for part in parts)
    return Figure(lambda width: split_bar(look, width, parts), said, after=1 * MM)


def _parts_before(words: Words, rows: Sequence[OverlayRow]) -> list[Part]:
    parts = []
    for code, fill in _BEFORE:
        hours = _sum(row for row in rows if row.finding.primary is code)
        if hours:
            text = f"{words(LABELS[code])} {_with_unit(words, hours)}"
            parts.append(Part(float(hours), text, fill, finding_look(code).ink))
    rest = _sum(row for row in rows if row.finding.primary not in dict(_BEFORE))
    if rest:
        parts.append(Part(float(rest), _with_unit(words, rest), "white", under=words("other findings")))
    return parts


def _parts_after(words: Words, rows: Sequence[OverlayRow]) -> list[Part]:
    parts = []
    for kind, (fill, label) in _AFTER.items():
        hours = _sum(row for row in rows if _settled(row) and row.decision and row.decision.type is kind)
        if hours:
            parts.append(Part(float(hours), _with_unit(words, hours), fill, under=words(label)))
    rest = _sum(row for row in rows if not _settled(row))
    if rest:
        parts.append(Part(float(rest), _with_unit(words, rest), "hatch", under=words("still without a rule")))
    return parts


def _settled(row: OverlayRow) -> bool:
    return row.state in SETTLED


def _sum(rows: Any) -> Fraction:
    return sum((row.finding.overlap_hours for row in rows), Fraction(0))


def _with_unit(words: Words, hours: Fraction) -> str:
    return words("{hours} h", hours=whole_hours(words, hours))


def _after_title(words: Words, rows: Sequence[OverlayRow]) -> str:
    rest = _sum(row for row in rows if not _settled(row))
    if not rest:
        return words("Decided: every activity has a rule")
    return words("Decided; without a rule remain {hours}", hours=_with_unit(words, rest))


def _bars_head(paper: Paper, source: Source) -> Cell:
    """Badges back to back for two departments, else words."""
    if len(source.departments) == 2:
        return MarkRow([badge(each, BADGE_DENSE) for each in source.departments], gap=8, align="center")
    return paper.words("Hours a week")


def where_hours_go(paper: Paper, source: Source) -> list[Any]:
    """Activities done twice with the hours of each department side by side."""
    _ = paper.words
    rows = rows_done_twice(source)
    if not rows:
        return []
    limit = max(float(hours) for row in rows for hours in row.hours.values())
    columns = [
        Column(_("Activity"), 48, role=CELL_NAME, row_head=True),
        Column(_bars_head(paper, source), 52),
        Column(_("Common"), 14, align="right"),
        Column(_("Finding"), 26),
        Column(_("Decision"), 36),
    ]
    body = [_row(paper, source, row, limit) for row in rows]
    total = Run(whole_hours(_, audit_view(source.engagement, source.context).overlap_hours), CELL_NUMBER)
    body.append(Row([_("Total"), None, total], total=True))
    fact = _("hours a week by the function lists; “common” is all but the busiest side")
    return [Section(paper, _("Where the hours go"), fact), PaperTable(paper, columns, body)]


def _row(paper: Paper, source: Source, row: OverlayRow, limit: float) -> Row:
    words, code = paper.words, row.finding.primary
    values = [row.hours.get(department.id) for department in source.engagement.departments]
    bars = DepartmentBars(
        [float(value or 0) for value in values],
        [words.number(value) if value else NOTHING for value in values],
        limit,
        [badge(department, BAR_SIGN) for department in source.departments] if len(values) > 2 else (),
    )
    common = Run(whole_hours(words, row.finding.overlap_hours), CELL_NUMBER)
    return Row(
        [row.activity.title, bars, common, finding(paper, code, words(LABELS[code])), decided(paper, source, row)]
    )


def decided(paper: Paper, source: Source, row: OverlayRow) -> Cell:
    """The kind of decision, and the departments it gives the work to."""
    words = paper.words
    if row.decision is None:
        return Text(paper, words("not decided"), CELL.medium())
    label = words(DECISION_LABELS[row.decision.type])
    owners = owners_of(source, row)
    if not owners:
        return label
    return WordAndMarks(paper, label, MarkRow([badge(owner, BADGE_DENSE) for owner in owners]))


class WordAndMarks(Block):
    """A word at the left and marks at the right end of the cell, marks under the word when there is no room."""

    def __init__(self, paper: Paper, label: str, marks: MarkRow) -> None:
        super().__init__()
        self._label, self._marks = Text(paper, label, CELL), marks
        self._beside = True

    def measure(self, width: float, height: float) -> float:
        own, marks = self._label.natural_width(), self._marks.natural_width()
        self._beside = own + 6 + marks <= width
        self._label.wrap(min(own + 0.1, width), height)
        self._marks.wrap(min(marks + 0.1, width), height)
        if self._beside:
            return max(self._label.height, self._marks.height)
        return self._label.height + self._marks.height + 1

    def min_width(self) -> float:
        return max(self._label.min_width(), self._marks.min_width())

    def natural_width(self) -> float:
        return self._label.natural_width() + 6 + self._marks.natural_width()

    def useful_width(self) -> float:
        return self.natural_width()

    def draw(self) -> None:
        """Word, then marks."""
        self.place(self._label, 0, self.height - self._label.height if not self._beside else self._middle(self._label))
        x = self.width - self._marks.width if self._beside else 0
        self.place(self._marks, x, self._middle(self._marks) if self._beside else 0)

    def _middle(self, block: Block) -> float:
        return (self.height - block.height) / 2
