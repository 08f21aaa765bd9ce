"""What a follow-up has agreed: dates that were moved and how often, corrections to rules, who was thanked."""

from __future__ import annotations

from typing import Any

from reports.flowables.heading import Section
from reports.flowables.numbers import bullets, pairs
from reports.flowables.status import tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.rewards.named import named
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_GREY, CELL_NAME
from workshop_app.steps.followup.view import followup_view


def moved(paper: Paper, source: Source) -> list[Any]:
    """Actions whose date was moved: the first date, how often, why; nothing where none was."""
    _ = paper.words
    found = followup_view(source.engagement, source.context).moved
    if not found:
        return []
    columns = [
        Column(_("Action"), 70, role=CELL_NAME, row_head=True),
        Column(_("Who"), 32),
        Column(_("First date"), 20, role=CELL_GREY),
        Column(_("Now"), 18),
        Column(_("Why"), 44, role=CELL, grows=True),
    ]
    rows = []
    for action in found:
        first = _.date_short(action.original_due) if action.original_due else NOTHING
        times = _.plural("moved {n} time", "moved {n} times", action.moves)
        why = ": ".join(part for part in (times, action.moved_reason or "") if part)
        rows.append(Row([action.title, source.short(action.owner_id), first, _.date_short(action.due), why]))
    return [Section(paper, _("Moved dates")), PaperTable(paper, columns, rows)]


def corrections(paper: Paper, source: Source) -> list[Any]:
    """The rules that were corrected after the session, and the notes of the meetings that were held."""
    _ = paper.words
    engagement = source.engagement
    blocks: list[Any] = []
    found = followup_view(engagement, source.context).corrections
    if found:
        texts = [note.text for note in found]
        blocks += [Section(paper, _("Corrections to rules")), bullets(paper, tick(8), texts, CELL, gap=2)]
    notes = [(_("Day {n}", n=row.day), row.notes or "") for row in engagement.followups if (row.notes or "").strip()]
    if notes:
        blocks += [Section(paper, _("Notes of the meetings")), pairs(paper, notes, role=CELL)]
    return blocks


def thanked(paper: Paper, source: Source) -> list[Any]:
    """Who was named since the follow-up before."""
    return named(paper, source, followup_view(source.engagement, source.context).thanks)
