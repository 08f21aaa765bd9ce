"""The responsibility matrix on pages that lie on their side (PAPER.md 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reports.document import new_page
from reports.flowables.badge import Department
from reports.flowables.heading import TitleBlock
from reports.flowables.raci import RaciLetters
from reports.flowables.raci_matrix import RaciMatrix, most_people, raci_legend
from reports.flowables.raci_model import RaciColumns, RaciGroup, RaciLine, RaciModel
from reports.paper import Paper
from reports.sections.activity_groups import group_title
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.style import TITLE
from workshop_app.domain.decisions import is_deferred
from workshop_app.domain.raci import Letters
from workshop_app.i18n import Words
from workshop_app.steps.roles.view import ActivityRow, RolesView, roles_view


def title(paper: Paper, source: Source) -> list[Any]:
    """Title with what is in the matrix, and the letters in full words."""
    _ = paper.words
    view = roles_view(source.engagement, source.context)
    rows = _.plural("{n} activity", "{n} activities", len(_lettered(view)))
    people = _.plural("{n} person", "{n} people", len(view.columns))
    facts = [_("RACI matrix"), rows, people]
    if empty := sum(row.empty and not (row.decision and is_deferred(row.decision)) for row in view.rows):
        facts.append(_.plural("{n} activity has no roles yet", "{n} activities have no roles yet", empty))
    aside = " · ".join(facts) if _lettered(view) else ""
    return [
        TitleBlock(paper, _("Who answers, who does"), aside=aside, role=TITLE.sized(21), after=4),
        raci_legend(paper),
    ]


def matrix(paper: Paper, source: Source) -> list[Any]:
    """The matrix; more people than a page takes go on pages for each department."""
    _ = paper.words
    view = roles_view(source.engagement, source.context)
    if not _lettered(view):
        return [nothing(paper, _("No roles yet: they are given in step 5."))]
    blocks: list[Any] = []
    for number, model in enumerate(raci_model(paper, source, view).by_department(most_people(paper.width))):
        blocks += new_page() if number else []
        blocks.append(RaciMatrix(paper, model, before=5))
    return blocks


def _lettered(view: RolesView) -> list[ActivityRow]:
    return [row for row in view.rows if not row.empty]


def raci_model(paper: Paper, source: Source, view: RolesView) -> RaciModel:
    """The matrix as paper draws it: departments in order, those outside them last, activities group by group."""
    strangers = _strangers(view)
    columns: list[RaciColumns] = []
    for department in source.engagement.departments:
        own = [column for column in view.columns if column.person.department_id == department.id]
        shown = source.department(department.id)
        if own and shown:
            columns.append(RaciColumns(shown, [source.surname(column.person.id) for column in own]))
    outside = [source.surname(column.person.id) for column in view.columns if column.department is None]
    if outside or strangers:
        columns.append(
            RaciColumns(_outside(paper.words, source, view), [*outside, *(f"{name}?" for name in strangers)])
        )
    return RaciModel(columns, _groups(paper.words, view, strangers))


def _outside(words: Words, source: Source, view: RolesView) -> Department:
    homes = {source.home(column.person) for column in view.columns if column.department is None}
    only = next(iter(homes)) if len(homes) == 1 else None
    return only or Department(words("outside"), words("Outside the departments"), None)


def _strangers(view: RolesView) -> list[str]:
    """Names with letters that are not in the list of people."""
    found = [name for row in _lettered(view) if row.matrix_row for name in row.matrix_row.strangers]
    return list(dict.fromkeys(found))


def _groups(words: Words, view: RolesView, strangers: Sequence[str]) -> list[RaciGroup]:
    grouped: dict[str, list[RaciLine]] = {}
    inside = [column for column in view.columns if column.department is not None]
    ordered = [*inside, *(column for column in view.columns if column.department is None)]
    for row in _lettered(view):
        letters = [shown(row.letters.get(column.id)) for column in ordered]
        letters += [shown(row.matrix_row.strangers.get(name) if row.matrix_row else None) for name in strangers]
        line = RaciLine(row.activity.title, letters, row.activity.key)
        grouped.setdefault(group_title(words, row.activity.group), []).append(line)
    return [RaciGroup(name, lines) for name, lines in grouped.items()]


def shown(letters: Letters | None) -> RaciLetters:
    """The letters of a cell as one tile: A with R, else the strongest."""
    if letters is None:
        return ""
    if letters.marks.startswith("AR"):
        return "AR"
    single: Mapping[str, RaciLetters] = {"A": "A", "R": "R", "C": "C", "I": "I"}
    return single.get(letters.strongest, "")
