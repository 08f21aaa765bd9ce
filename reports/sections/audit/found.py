"""What the audit found: each finding with how many rows, how they were settled, and which they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.finding import finding_look, finding_mark
from reports.flowables.heading import Section
from reports.flowables.mark import Mark, MarkRow
from reports.flowables.numbers import Legend
from reports.flowables.status import decision_dot, severity
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.audit.hours import SETTLED
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.style import CELL_DENSE, CELL_NUMBER, SUBHEAD, TEXT2
from workshop_app.domain.decisions import DecisionState
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import AGREEMENT, FindingCode
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import OverlayRow, audit_view

_DOT = 9.0
_MOST_NAMED, _FIRST_NAMED = 10, 8


def found(paper: Paper, source: Source) -> list[Any]:
    """The section of findings, in the order of the method."""
    _ = paper.words
    rows = audit_view(source.engagement, source.context).rows
    if not rows:
        missing = _("No activities yet: the audit of functions is step 3.")
        return [Section(paper, _("What we found")), nothing(paper, missing)]
    columns = [
        Column("", fixed=25),
        Column(_("Finding"), 32),
        Column(_("How many"), 13, align="right"),
        Column(_("Settled"), 27),
        Column(_("Which activities"), 83, role=CELL_DENSE.coloured(TEXT2), grows=True),
    ]
    grouped = [(code, [row for row in rows if row.finding.primary is code]) for code in FindingCode]
    body = [_row(paper, code, own) for code, own in grouped if own]
    table = PaperTable(paper, columns, body, foot=_legend(paper, rows), padding=3)
    return [Section(paper, _("What we found"), _fact(_, rows)), table]


def _fact(words: Words, rows: Sequence[OverlayRow]) -> str:
    must = [row for row in rows if row.finding.must_be_decided]
    settled = sum(row.state in SETTLED for row in must)
    put_off = sum(row.state is DecisionState.DEFERRED for row in must)
    agreed = sum(row.finding.primary in AGREEMENT for row in rows)
    parts = [words.plural("{n} row needs a decision", "{n} rows need a decision", len(must))]
    if must:
        parts[0] += ": " + words("settled {n}", n=settled)
        parts[0] += ", " + words("put off {n}", n=put_off) if put_off else ""
        rest = len(must) - settled - put_off
        parts[0] += ", " + words("still open {n}", n=rest) if rest else ""
    if agreed:
        parts.append(words("agreed at once {n}", n=agreed))
    return "; ".join(parts)


def _row(paper: Paper, code: FindingCode, rows: Sequence[OverlayRow]) -> Row:
    word = Text(paper, paper.words(LABELS[code]), SUBHEAD.sized(9.6).coloured(finding_look(code).ink))
    dots = MarkRow([_dot(paper.words, row) for row in rows], gap=2)
    titles = _titles(paper.words, rows, whole=code in AGREEMENT)
    return Row([finding_mark(code, 11), word, Run(str(len(rows)), CELL_NUMBER.sized(12.5)), dots, titles])


def _titles(words: Words, rows: Sequence[OverlayRow], *, whole: bool) -> str:
    """The activities; of many the first ones, as the rest stands in the tables that follow."""
    shown = rows if whole or len(rows) <= _MOST_NAMED else rows[:_FIRST_NAMED]
    titles = "; ".join(_lower(row.activity.title) for row in shown)
    if len(shown) < len(rows):
        more = len(rows) - len(shown)
        titles += "; " + words.plural("and {n} more, in the tables below", "and {n} more, in the tables below", more)
    return titles


def _lower(title: str) -> str:
    """The title inside a sentence: its first letter small unless the first word is an abbreviation."""
    first = title.split(" ", 1)[0]
    return title if first[1:2].isupper() or not first[1:] else title[:1].lower() + title[1:]


def _dot(words: Words, row: OverlayRow) -> Mark:
    if row.state in SETTLED:
        return decision_dot("decided", _DOT, words("settled"))
    if row.state is DecisionState.DEFERRED:
        return decision_dot("deferred", _DOT, words("decision put off"))
    if row.finding.must_be_decided or row.state is DecisionState.INCOMPLETE:
        return severity("warning", _DOT, words("not settled"))
    return decision_dot("none", _DOT, words("no decision needed"))


def _legend(paper: Paper, rows: Sequence[OverlayRow]) -> Legend:
    _ = paper.words
    marks = {mark.words: mark for row in rows for mark in [_dot(_, row)]}
    order = (_("settled"), _("decision put off"), _("not settled"), _("no decision needed"))
    return Legend(paper, [(marks[said], said) for said in order if said in marks])
