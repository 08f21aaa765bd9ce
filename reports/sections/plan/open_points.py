"""What the checks of the plan still find, printed as it is, and what was left open on purpose (METHOD D)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from reports.flowables.heading import Section, SubHead
from reports.flowables.mark import MarkText
from reports.flowables.status import severity, tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.plan.answerable import answerable
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_GREY
from workshop_app.domain.checks import CheckContext, CheckResult, Severity, message_of, run_checks
from workshop_app.i18n import Words

_ALL_SHOWN = 30
"""Up to so many results are printed one by one; of more, three of each check and how many more there are."""
_OF_EACH = 3


def open_results(source: Source) -> tuple[CheckResult, ...]:
    """All results of the checks on the document's day."""
    context = source.context
    return run_checks(source.engagement, CheckContext(context.as_of, context.ledger_figures))


def open_points(paper: Paper, source: Source) -> list[Any]:
    """The section of open points; waived ones under a head of their own."""
    _ = paper.words
    results = open_results(source)
    live = [result for result in results if result.waived is None]
    waived = [result for result in results if result.waived is not None]
    blocks: list[Any] = [Section(paper, _("What is still open"), _fact(_, live))]
    if live:
        blocks.append(_table(paper, source, live))
    else:
        blocks.append(MarkText(paper, tick(9), _("All checks of the plan hold."), CELL.sized(9.5), gap=6))
    if waived:
        blocks += [SubHead(paper, _("Left open on purpose")), _waivers(paper, source, waived)]
    return blocks


def _fact(words: Words, live: Sequence[CheckResult]) -> str:
    counts = Counter(result.check.severity for result in live)
    parts = [
        (counts[Severity.ERROR], words.plural("{n} error", "{n} errors", counts[Severity.ERROR])),
        (counts[Severity.WARNING], words.plural("{n} warning", "{n} warnings", counts[Severity.WARNING])),
        (counts[Severity.INFO], words.plural("{n} hint", "{n} hints", counts[Severity.INFO])),
    ]
    said = ", ".join(text for count, text in parts if count)
    return words("{counts}: printed as they are", counts=said) if said else ""


def _table(paper: Paper, source: Source, live: Sequence[CheckResult]) -> PaperTable:
    shown = Counter[str]()
    left = Counter(result.check.id for result in live)
    rows = []
    for result in live:
        shown[result.check.id] += 1
        left[result.check.id] -= 1
        if len(live) <= _ALL_SHOWN or shown[result.check.id] <= _OF_EACH:
            who = answerable(paper.words, source, result.check.object, result.object_id) or NOTHING
            rows.append(Row([_said(paper, result), who]))
        elif not left[result.check.id]:
            more = shown[result.check.id] - _OF_EACH
            text = paper.words.plural("and {n} more of this kind", "and {n} more of this kind", more)
            rows.append(Row([MarkText(paper, severity(result.check.severity.value), text, CELL_GREY, gap=6), ""]))
    return PaperTable(paper, [Column("", 140, grows=True), Column("", 34)], rows, padding=1.4)


def _said(paper: Paper, result: CheckResult) -> MarkText:
    words = paper.words
    level = result.check.severity
    said = {Severity.ERROR: words("Error"), Severity.WARNING: words("Warning"), Severity.INFO: words("Hint")}[level]
    return MarkText(paper, severity(level.value, words=said), message_of(result, words), CELL, gap=6, says=True)


def _waivers(paper: Paper, source: Source, waived: Sequence[CheckResult]) -> PaperTable:
    rows = []
    for result in waived:
        reason = result.waived.reason.strip() if result.waived else ""
        text: list[str | Run] = [message_of(result, paper.words)]
        if reason:
            text.append(Run(" · " + paper.words("reason: {text}", text=reason), CELL_GREY))
        who = answerable(paper.words, source, result.check.object, result.object_id) or NOTHING
        rows.append(Row([MarkText(paper, severity("info"), text, CELL, gap=6), who]))
    return PaperTable(paper, [Column("", 140, grows=True), Column("", 34)], rows, padding=1.4)
