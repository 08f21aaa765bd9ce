"""The function lists as the departments wrote them."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_CELL, badge
from reports.flowables.heading import Section
from reports.flowables.mark import MarkText
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.source import NOTHING, Source
from reports.style import CELL_DENSE, CELL_GREY, SUBHEAD
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import DepartmentList, FunctionLine, audit_view


def function_lists(paper: Paper, source: Source) -> list[Any]:
    """A table for each department; nothing without lines."""
    _ = paper.words
    lists = [each for each in audit_view(source.engagement, source.context).lists if each.lines]
    blocks: list[Any] = [Section(paper, _("Function lists"))] if lists else []
    for each in lists:
        shown = source.department(each.department.id)
        if shown is not None:
            title = f"{shown.name} · {_.hours(each.hours)}"
            blocks.append(MarkText(paper, badge(shown, BADGE_CELL), title, SUBHEAD, before=6, after=2))
        blocks.append(_table(paper, each))
    return blocks


def _table(paper: Paper, each: DepartmentList) -> PaperTable:
    _ = paper.words
    columns = [
        Column(_("Function"), 76, role=CELL_DENSE, row_head=True),
        Column(_("Who"), 36, role=CELL_DENSE),
        Column(_("Hours"), 14, align="right", role=CELL_DENSE),
        Column(_("Activity"), 48, role=CELL_GREY),
    ]
    return PaperTable(paper, columns, [_row(_, line) for line in each.lines], padding=1.2)


def _row(words: Words, line: FunctionLine) -> Row:
    who = line.performer or words("the whole department")
    return Row([line.text, who, words.number(line.hours), line.activity or NOTHING])
