"""“Whose work is it?”: one circle in every row (METHOD C.2)."""

from __future__ import annotations

from functools import partial
from typing import Any

from reports.flowables.badge import BADGE_CELL, badge
from reports.flowables.block import Block
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkRow
from reports.flowables.signing import WritingLines, tick_box, tick_circle
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.activity_groups import group_title
from reports.sections.audit.answers import ANSWERS
from reports.sections.fitting import first_side, height_of
from reports.sections.forms.sheet import Form, form_page, remark
from reports.sections.source import Source
from reports.style import CAPTION, CELL_BOLD, CELL_GREY, ITEM, MM
from workshop_app.domain.activity_order import by_group, form_places

_TWO = 2
_BLANK_ROWS = 24
_HIGHEST = 9 * MM
"""How high a row becomes when there is room."""


def claims_form(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """The form with the document's activities, or empty rows while there are none; on one side where that is near."""
    roomy, tight = (partial(_form, paper, source, first, kind, tight) for tight in (False, True))
    room = first_side(paper)
    if height_of(roomy(0), paper.width) > room >= height_of(tight(0), paper.width):
        return tight(_HIGHEST)
    return roomy(_HIGHEST)


def _form(paper: Paper, source: Source, first: bool, kind: str, tight: bool, highest: float) -> list[Any]:
    _ = paper.words
    two = len(source.departments) <= _TWO
    how = _("Tick one circle in every row.") if two else _("Tick everybody who does it.")
    told = _("Answer as it is now, not as it should be. If you do not know, say so: that is an answer too.")
    form = Form(_("Whose work is it?"), f"{how} {told}", 3, kind)
    missing = _("What is missing here, and you do it:")
    table = _table(paper, source, highest)
    table.tail = [
        WritingLines(paper, 1, missing, beside=True, step=(7.2 if tight else 8) * MM, before=0 if tight else 2),
        remark(paper, _("A mistake: cross the circle out and tick another. No name; the answer is the department's.")),
    ]
    return form_page(paper, source, form, first, [table, *table.tail], tight=tight)


def _table(paper: Paper, source: Source, highest: float) -> PaperTable:
    heads, marks = _answers(paper, source)
    columns = [
        Column("", fixed=26, align="right", role=CELL_GREY),
        Column("", 82, role=ITEM.sized(9.4)),
        *(Column(head, 92 / len(heads), align="center") for head in heads),
    ]
    uprights = tuple(range(2, 2 + len(heads)))
    rows = _groups(paper, source, marks)
    return PaperTable(paper, columns, rows, padding=1, stretch=highest, reserve=19 * MM, uprights=uprights)


def _answers(paper: Paper, source: Source) -> tuple[list[Block], list[Any]]:
    words = paper.words
    if len(source.departments) <= _TWO:
        heads: list[Block] = [
            Stack([_centred(paper, words(text), CELL_BOLD), _centred(paper, str(number), CAPTION)])
            for number, text in enumerate(ANSWERS.values(), 1)
        ]
        return heads, [tick_circle(str(number), 4 * MM) for number in range(1, 1 + len(heads))]
    heads = [MarkRow([badge(each, BADGE_CELL)], align="center") for each in source.departments]
    heads += [_centred(paper, words("nobody"), CELL_BOLD), _centred(paper, words("don't know"), CELL_BOLD)]
    return heads, [tick_box(size=4 * MM) for _head in heads]


def _centred(paper: Paper, text: str, role: Any) -> Text:
    return Text(paper, text, role, align="center")


def _groups(paper: Paper, source: Source, marks: list[Any]) -> list[Row | RowGroup]:
    """The rows in the order of the overlay's “As on the form”."""
    grouped = by_group(source.engagement)
    if not grouped:
        return [Row([str(number), "", *marks], min_height=6.4 * MM) for number in range(1, _BLANK_ROWS + 1)]
    places = form_places(source.engagement)
    return [
        RowGroup(
            [Row([str(places[each.id]), each.title, *marks], min_height=5.8 * MM) for each in activities],
            band=group_title(paper.words, group),
        )
        for group, activities in grouped.items()
    ]
