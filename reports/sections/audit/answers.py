"""What the departments say about the work, beside the finding and the rule (METHOD C.2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.finding import finding
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkRow, MarkText, joined
from reports.flowables.status import arrow, claim
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.audit.decisions import owners_of, rule_text
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_DENSE, CELL_NAME
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import AGREEMENT, FindingCode
from workshop_app.domain.message import N_
from workshop_app.domain.model import Answer
from workshop_app.steps.audit.view import ClaimCell, OverlayRow, audit_view

ANSWERS: Mapping[Answer, str] = MappingProxyType(
    {
        Answer.WE: N_("we"),
        Answer.THEY: N_("they"),
        Answer.BOTH: N_("together"),
        Answer.NOBODY: N_("nobody"),
        Answer.UNKNOWN: N_("don't know"),
    }
)
"""A department's answer between two departments, as a message id."""
_TWO = 2


def whose_work(paper: Paper, source: Source) -> list[Any]:
    """Rows where the question is not hours but whose work it is."""
    _ = paper.words
    rows = [row for row in audit_view(source.engagement, source.context).rows if _is_about_answers(row)]
    if not rows:
        return []
    fact = _.plural(
        "{n} row where the question is not hours but who answers",
        "{n} rows where the question is not hours but who answers",
        len(rows),
    )
    body = [_row(paper, source, row) for row in rows]
    columns = [
        Column(_("Activity"), 42, role=CELL_NAME, row_head=True),
        *_said_columns(paper, source),
        Column(_("Finding"), 33),
        Column(_("Rule"), 56, role=CELL_DENSE, grows=True),
    ]
    return [
        Section(paper, _("Whose work it is, and what was decided"), fact),
        PaperTable(paper, columns, body, padding=2),
    ]


def _is_about_answers(row: OverlayRow) -> bool:
    code = row.finding.primary
    return not row.finding.is_done_twice and code not in AGREEMENT and code is not FindingCode.NO_DATA


def _said_columns(paper: Paper, source: Source) -> list[Column]:
    words = paper.words
    if len(source.departments) != _TWO:
        return [Column(words("Who says whose work it is"), 46)]
    return [
        Column(MarkText(paper, badge(each, BADGE_DENSE), words("says"), CELL_NAME.sized(7.4), gap=4, says=True), 24)
        for each in source.departments
    ]


def _row(paper: Paper, source: Source, row: OverlayRow) -> Row:
    words, code = paper.words, row.finding.primary
    return Row(
        [
            row.activity.title,
            *answers(paper, source, row),
            finding(paper, code, words(LABELS[code])),
            _rule(paper, source, row),
        ]
    )


def _rule(paper: Paper, source: Source, row: OverlayRow) -> Cell:
    text = rule_text(paper, source, row.decision)
    owners = owners_of(source, row)
    if not owners:
        return paper.words("not decided") if row.decision is None else text
    names = ", ".join(owner.code for owner in owners)
    rest = [text] if isinstance(text, str | Run) else list(text)
    return [Run(f"{names}. ", CELL_DENSE.medium()), *rest]


def answers(paper: Paper, source: Source, row: OverlayRow) -> list[Cell]:
    """Every department's answer: marks and a word for two, who names whom for more."""
    if len(source.departments) != _TWO:
        return [_grouped(paper, source, row)]
    return [_answer(paper, source, row.claims.get(each.id)) for each in source.engagement.departments]


def _answer(paper: Paper, source: Source, cell: ClaimCell | None) -> Cell:
    if cell is None or cell.claim is None:
        return NOTHING
    named = cell.named or frozenset()
    marks = claim([department.id in named for department in source.engagement.departments], 7)
    return MarkText(paper, marks, paper.words(ANSWERS[cell.claim.answer]), CELL, gap=5)


def _grouped(paper: Paper, source: Source, row: OverlayRow) -> Block:
    """Departments that say the same stand in one line, then an arrow and whom they name."""
    said: dict[frozenset[str] | None, list[str]] = {}
    for department in source.engagement.departments:
        cell = row.claims.get(department.id)
        if cell is not None and cell.claim is not None:
            said.setdefault(cell.named, []).append(department.id)
    lines: list[Block] = [_line(paper, source, tuple(who), named) for named, who in said.items()]
    return Stack(lines) if lines else Text(paper, NOTHING, CELL)


def _line(paper: Paper, source: Source, who: tuple[str, ...], named: frozenset[str] | None) -> Block:
    words = paper.words
    marks = [badge(each, BADGE_DENSE) for each in source.of_ids(who)] + [arrow(9, words=words("says"))]
    if named:
        whole = len(named) == len(source.departments)
        if not whole:
            return MarkRow([*marks, *(badge(each, BADGE_DENSE) for each in source.of_ids(named))], gap=2, before=1.5)
    word = words("don't know") if named is None else words("all") if named else words("nobody")
    return MarkText(paper, joined(marks), word, CELL, gap=4, says=True, before=1.5)
