"""What the forms have in common: a head with the department to tick, tables to fill in, a bottom line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.document import booklet
from reports.flowables.badge import Department, badge
from reports.flowables.block import Block
from reports.flowables.heading import TitleBlock
from reports.flowables.layout import Columns, Stack
from reports.flowables.mark import MarkRow, joined
from reports.flowables.numbers import note
from reports.flowables.signing import WritingLines, tick_circle
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import CAPTION, ITEM, MM, STANDFIRST, TITLE
from workshop_app.domain.frozen import frozen

HAND_ROW = 8 * MM
"""Least height of a row to write in."""
HIGHEST_ROW = 17 * MM
"""How high such a row becomes when there is room."""
_CIRCLES, _MOST_CIRCLES = 0.29, 0.5
"""Share of the width that the circles of the departments get beside the title: at least, at most."""


@frozen
class Form:
    """A blank form. ``title`` and ``standfirst`` are ready texts; ``step`` 1…12; ``kind``: a form or a ballot."""

    title: str
    standfirst: str
    step: int
    kind: str


def form_page(
    paper: Paper,
    source: Source,
    form: Form,
    first: bool,
    blocks: Sequence[Any],
    *,
    mine: bool = True,
    whose: Department | None = None,
    tight: bool = False,
    named: bool = False,
) -> list[Any]:
    """A page of its own: masthead with the form's step, title, the department to tick when ``mine``.

    ``whose``: the form of one department, whose badge stands beside the title instead. ``tight``: a lower head.
    ``named``: a line for the name of the person whose sheet it is.
    """
    words = paper.words
    label = f"{form.kind} · " + words("step {step} of {total}", step=form.step, total=12)
    name = f"{form.kind}: {form.title}" + (f", {whose.code}" if whose else "")
    start = booklet(name, first, steps=frozenset({form.step}), label=label)
    name_line = [WritingLines(paper, 1, words("Surname and first name"), beside=True, after=3 * MM)] if named else []
    return [*start, form_head(paper, source, form, mine, whose, tight), *name_line, *blocks]


def form_head(
    paper: Paper, source: Source, form: Form, mine: bool, whose: Department | None = None, tight: bool = False
) -> Block:
    """Title at the left, the department or circles for it at the right, the standfirst under them."""
    badges = (whose,) if whose else ()
    title = TitleBlock(paper, form.title, badges=badges, role=TITLE.sized(22), after=0)
    told = Text(paper, form.standfirst, STANDFIRST.sized(9.8) if tight else STANDFIRST)
    after = (1.5 if tight else 3) * MM
    if whose or not mine or not source.departments:
        return Stack([title, told], after=after)
    marks = [joined([tick_circle("", 4.4 * MM), badge(each, 13)], 4) for each in source.departments]
    own: list[Block] = [Text(paper, paper.words("My department"), CAPTION.sized(8), after=3), MarkRow(marks, gap=9)]
    wanted = sum(mark.width + 9 for mark in marks) / paper.width
    share = min(max(wanted, _CIRCLES), _MOST_CIRCLES)
    gap = 0 if tight else 1 * MM
    return Stack([Columns([[title], own], shares=(1 - share, share), gap=6 * MM, after=gap), told], after=after)


def hand_table(paper: Paper, heads: Sequence[tuple[str, float]], rows: int, *, numbered: bool = True) -> PaperTable:
    """A table to write in that fills the page; ``heads`` are titles with their share of the width."""
    columns = [Column("", fixed=28, align="right", role=ITEM)] if numbered else []
    columns += [Column(title, share) for title, share in heads]
    lines = [Row([str(number)] if numbered else [""], min_height=HAND_ROW) for number in range(1, rows + 1)]
    uprights = tuple(range(len(columns)))[1:]
    return PaperTable(paper, columns, lines, padding=1, uprights=uprights, stretch=HIGHEST_ROW)


def remark(paper: Paper, text: str) -> Text:
    """A small line under a form."""
    return note(paper, text, before=4)
