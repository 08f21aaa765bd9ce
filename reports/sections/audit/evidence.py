"""Every decision with what it rests on: who said what, whose hours, the finding, the reason, who confirmed and when."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.finding import finding
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkText, joined
from reports.flowables.status import claim
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.audit.answers import ANSWERS
from reports.sections.audit.decisions import (
    confirmations,
    decided_or_open,
    decisions_fact,
    none_yet,
    owners_of,
    rule_text,
)
from reports.sections.figures import as_sentence
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_DENSE, CELL_GREY, CELL_NAME, WARN_SOFT
from workshop_app.domain.decisions import LABELS as DECISION_LABELS
from workshop_app.domain.decisions import is_deferred
from workshop_app.domain.finding_texts import LABELS as FINDING_LABELS
from workshop_app.domain.model import Department as DepartmentRow
from workshop_app.i18n import NBSP, Words
from workshop_app.steps.audit.view import ClaimCell, OverlayRow

_TWO = 2


def decisions_with_evidence(paper: Paper, source: Source) -> list[Any]:
    """The section; the most important first, rows still to be decided among them."""
    _ = paper.words
    rows = decided_or_open(source)
    if not rows:
        return none_yet(paper)
    columns = [
        Column(_("Activity and finding"), 42, row_head=True),
        Column(_("What the departments say; hours a week"), 36),
        Column(_("Decision, rule and reason"), 72, role=CELL_DENSE, grows=True),
        Column(_("Confirmed by"), 24),
    ]
    table = PaperTable(paper, columns, [_row(paper, source, row) for row in rows], padding=3)
    return [Section(paper, _("Decisions and what they rest on"), decisions_fact(_, rows)), table]


def _row(paper: Paper, source: Source, row: OverlayRow) -> Row:
    words, code = paper.words, row.finding.primary
    what = Stack(
        [Text(paper, row.activity.title, CELL_NAME, after=1.5), finding(paper, code, words(FINDING_LABELS[code]))]
    )
    open_still = row.decision is None or is_deferred(row.decision)
    return Row(
        [what, _said(paper, source, row), _decided(paper, source, row), _confirmed(paper, source, row)],
        ground=WARN_SOFT if open_still else None,
    )


def _said(paper: Paper, source: Source, row: OverlayRow) -> Block:
    """A line for each department: badge, its answer, its hours."""
    lines: list[Block] = []
    for department in source.engagement.departments:
        shown = source.department(department.id)
        if shown is None:
            continue
        hours = row.hours.get(department.id)
        text: list[str | Run] = [_answer(paper.words, source, row.claims.get(department.id))]
        if hours:
            text.append(Run(f" ·{NBSP}{paper.words.hours(hours)}", CELL_GREY))
        cell = row.claims.get(department.id)
        marks = [badge(shown, BADGE_DENSE), *_claim_marks(source, cell)]
        lines.append(MarkText(paper, joined(marks, 3), text, CELL_DENSE, gap=4, says=True, before=1.2))
    return Stack(lines)


def _claim_marks(source: Source, cell: ClaimCell | None) -> list[Any]:
    """Circle and square with who is named, between two departments only."""
    departments = source.engagement.departments
    if cell is None or cell.claim is None or len(departments) != _TWO:
        return []
    named = cell.named or frozenset()
    return [claim([department.id in named for department in departments], 7)]


def _answer(words: Words, source: Source, cell: ClaimCell | None) -> str:
    if cell is None or cell.claim is None:
        return NOTHING
    departments: tuple[DepartmentRow, ...] = source.engagement.departments
    if len(departments) == _TWO or not cell.named:
        return words(ANSWERS[cell.claim.answer])
    if len(cell.named) == len(departments):
        return words("all")
    return ", ".join(shown.code for shown in source.of_ids(cell.named))


def _decided(paper: Paper, source: Source, row: OverlayRow) -> Cell:
    words, decision = paper.words, row.decision
    if decision is None:
        return words("not decided")
    owners = [badge(owner, BADGE_DENSE) for owner in owners_of(source, row)]
    kind = words(DECISION_LABELS[decision.type])
    head: Block = Text(paper, kind, CELL_NAME)
    if owners:
        head = MarkText(paper, joined(owners, 2), kind, CELL_NAME, gap=4, says=True)
    blocks = [head, Text(paper, rule_text(paper, source, decision), CELL_DENSE)]
    reason = (decision.reason or "").strip()
    if reason and not is_deferred(decision) and reason != (decision.split_rule or "").strip():
        blocks.append(Text(paper, words("Reason: {text}", text=as_sentence(reason)), CELL_GREY))
    return Stack(blocks)


def _confirmed(paper: Paper, source: Source, row: OverlayRow) -> Cell:
    given = confirmations(paper, source, row)
    day = row.decision.decided_on if row.decision else None
    blocks: list[Block] = [given if isinstance(given, Block) else Text(paper, given, CELL)]
    if day is not None:
        blocks.append(Text(paper, paper.words.date_short(day), CELL_GREY, before=1.5))
    return Stack(blocks)
