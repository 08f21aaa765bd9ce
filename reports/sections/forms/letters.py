"""Who answers, who does: the matrix of one department with its activities and people printed, to write letters in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports import fonts
from reports.flowables.badge import Department
from reports.flowables.raci_head import parts, width_in
from reports.flowables.raci_matrix import raci_legend
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.forms.sheet import Form, form_page, hand_table, remark
from reports.sections.source import Source
from reports.style import CAPTION2, CELL, CELL_GREY, MM, Role
from workshop_app.steps.roles.view import PersonColumn, RolesView, roles_view
from workshop_app.typesetting import in_pieces

_PEOPLE = 8
"""Columns that fit on a sheet that stands upright."""
_TITLE, _SHARE = 78.0, 12.0
"""Shares of the width: the activities, and each person."""
_SIDE, _NARROWEST = 4.0, 40.0


def letters_form(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """A sheet for every eight people of each department; an empty grid while there are no activities or people."""
    _ = paper.words
    view = roles_view(source.engagement, source.context)
    told = _("Exactly one A in a row over all departments. A field stays empty where nobody is needed.")
    form = Form(_("Who answers, who does"), told, 5, kind)
    sheets = [(whose, part) for whose in source.departments for part in _parts(view, source, whose)]
    if not sheets or not view.rows:
        return form_page(paper, source, form, first, [raci_legend(paper, keys=False), _empty(paper)])
    blocks: list[Any] = []
    for number, (whose, part) in enumerate(sheets):
        table = _table(paper, source, view, part)
        table.tail = [remark(paper, _("Rows and people stand as in the file."))]
        body = [raci_legend(paper, keys=False), table, *table.tail]
        blocks += form_page(paper, source, form, first and not number, body, whose=whose)
    return blocks


def _parts(view: RolesView, source: Source, whose: Department) -> list[Sequence[PersonColumn]]:
    own = [column for column in view.columns if column.department and source.department(column.department.id) == whose]
    return [own[start : start + _PEOPLE] for start in range(0, len(own), _PEOPLE)]


def _table(paper: Paper, source: Source, view: RolesView, part: Sequence[PersonColumn]) -> PaperTable:
    role = CAPTION2.sized(7)
    free = max(paper.width * _SHARE / (_TITLE + _SHARE * len(part)) - 2 * _SIDE, _NARROWEST)
    names = [source.surname(column.person.id) for column in part]
    columns = [
        Column("", fixed=26, align="right", role=CELL_GREY),
        Column("", _TITLE, role=CELL),
        *(Column(Text(paper, _head(name, role, free), role, align="center"), _SHARE) for name in names),
    ]
    rows = [
        Row([str(number), row.activity.title, *("" for _column in part)], min_height=5.6 * MM)
        for number, row in enumerate(view.rows, 1)
    ]
    uprights = tuple(range(2, 2 + len(part)))
    return PaperTable(paper, columns, rows, padding=1, stretch=9 * MM, reserve=8 * MM, uprights=uprights)


def _head(name: str, role: Role, free: float) -> str:
    """A surname, initials in a line of their own; the widest ones in pieces, so that the activities keep their room."""
    words = name.split(maxsplit=1)
    found = [part for word in words for part in parts(word)]
    if all(fonts.measure(part, role.font, role.size) <= free for part in found):
        return "\n".join(words)
    return "\n".join(piece for part in found for piece in in_pieces(part, width_in(role), free))


def _empty(paper: Paper) -> PaperTable:
    heads = [(paper.words("Activity"), 70.0), *(("", 13.0) for _place in range(_PEOPLE))]
    return hand_table(paper, heads, 20)
