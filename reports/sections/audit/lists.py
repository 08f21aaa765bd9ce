"""The function lists as the departments wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.badge import BADGE_CELL, badge
from reports.flowables.heading import Section
from reports.flowables.mark import MarkText
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.paper import Paper
from reports.sections.source import NOTHING, Source
from reports.style import CELL_DENSE, CELL_GREY, SUBHEAD
from workshop_app.domain.short_names import short_name
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
        Column(_("Who"), 34, role=CELL_DENSE.medium()),
        Column(_("Function"), 72, role=CELL_DENSE, row_head=True),
        Column(_("Hours"), 14, align="right", role=CELL_DENSE),
        Column(_("Activity"), 54, role=CELL_GREY),
    ]
    groups = [
        RowGroup([_row(_, line) for line in lines], lead=who or _("the whole department"))
        for who, lines in _by_performer(each.lines).items()
    ]
    return PaperTable(paper, columns, groups, padding=1)


def _by_performer(lines: Sequence[FunctionLine]) -> dict[str, list[FunctionLine]]:
    """The lines of each performer together, in the order in which the performers first come."""
    grouped: dict[str, list[FunctionLine]] = {}
    for line in lines:
        grouped.setdefault(_short(line), []).append(line)
    return grouped


def _short(line: FunctionLine) -> str:
    return short_name(line.performer) if line.function.person_id else line.performer


def _row(words: Words, line: FunctionLine) -> Row:
    return Row([line.text, words.hours_alone(line.hours), line.activity or NOTHING])
