"""Who was named in a public form of recognition: by which department, and for what (METHOD S9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.heading import Section
from reports.flowables.mark import Mark, MarkText
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.plan.actions import BLANK
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_NAME
from workshop_app.domain.model import Department
from workshop_app.steps.rewards.view import rewards_view
from workshop_app.steps.thanks import Thanks


def who_is_named(paper: Paper, source: Source) -> list[Any]:
    """A line for everybody whom another department named; nothing while nobody is."""
    return named(paper, source, rewards_view(source.engagement, source.context).thanks)


def named(paper: Paper, source: Source, thanks: Iterable[Thanks]) -> list[Any]:
    """Those of these nominations that paper may show; nothing where there are none."""
    _ = paper.words
    shown = [each for each in thanks if each.shown]
    if not shown:
        return []
    columns = [
        Column(_("Person"), 46, row_head=True),
        Column(_("Named by"), 40),
        Column(_("For what"), 60, grows=True),
        Column(_("Date"), 24),
    ]
    rows = [_line(paper, source, each) for each in shown]
    return [Section(paper, _("Who is named")), PaperTable(paper, columns, rows, padding=1.6)]


def _line(paper: Paper, source: Source, thanks: Thanks) -> Row:
    name = MarkText(paper, _mark(source, thanks.home), thanks.person.name, CELL_NAME, says=True)
    by = MarkText(paper, _mark(source, thanks.department), thanks.department.name, CELL, says=True)
    day = paper.words.date(thanks.nomination.date) if thanks.nomination.date else NOTHING
    return Row([name, by, thanks.nomination.reason.strip() or NOTHING, day])


def _mark(source: Source, department: Department | None) -> Mark:
    shown = source.department(department.id) if department else None
    return badge(shown, BADGE_DENSE) if shown else BLANK
