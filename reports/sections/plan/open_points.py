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

_ALL_SHOWN, _OF_EACH = 30, 3
"""Up to so many results are printed one by one; of more, three of each check and how many more there are."""
_AT_THE_FRONT = 12
"""Up to so many stand on the first page of a plan; of more only the errors do, and the rest before the signatures."""


def open_results(source: Source) -> tuple[CheckResult, ...]:
    """All results of the checks on the document's day."""
    context = source.context
    return run_checks(source.engagement, CheckContext(context.as_of, context.ledger_figures))


def open_points(paper: Paper, source: Source) -> list[Any]:
    """The section of open points; waived ones under a head of their own."""
    _ = paper.words
    live, waived = _sorted(source)
    blocks: list[Any] = [Section(paper, _("What is still open"), _fact(_, live))]
    if live:
        blocks.append(_table(paper, source, live, _each(live)))
    else:
        blocks.append(MarkText(paper, tick(9), _("All checks of the plan hold."), CELL.sized(9.5), gap=6))
    return [*blocks, *_left_open(paper, source, waived)]


def errors_first(paper: Paper, source: Source) -> list[Any]:
    """The section as it stands at the front of a plan: where there is much, the errors, and how much more follows."""
    _ = paper.words
    live, _waived = _sorted(source)
    if len(live) <= _AT_THE_FRONT:
        return open_points(paper, source)
    errors = [result for result in live if result.check.severity is Severity.ERROR]
    rest = _counts(_, [result for result in live if result.check.severity is not Severity.ERROR])
    follows = _("{counts}: before the signatures", counts=rest) if rest else ""
    fact = "; ".join(part for part in (_counts(_, errors), follows) if part)
    each = 1 if len(errors) > _AT_THE_FRONT else len(errors)
    return [Section(paper, _("What is still open"), fact), *([_table(paper, source, errors, each)] if errors else [])]


def warnings_and_hints(paper: Paper, source: Source) -> list[Any]:
    """What ``errors_first`` has left for the end of the plan; nothing where it showed everything."""
    _ = paper.words
    live, waived = _sorted(source)
    rest = [result for result in live if result.check.severity is not Severity.ERROR]
    if len(live) <= _AT_THE_FRONT or not rest:
        return []
    head = Section(paper, _("Warnings and hints"), _fact(_, rest))
    each = len(rest) if len(live) <= _ALL_SHOWN else 1
    return [head, _table(paper, source, rest, each), *_left_open(paper, source, waived)]


def _sorted(source: Source) -> tuple[list[CheckResult], list[CheckResult]]:
    """The results that live, and those that were waived."""
    results = open_results(source)
    return [each for each in results if each.waived is None], [each for each in results if each.waived is not None]


def _each(live: Sequence[CheckResult]) -> int:
    """How many results of one check are printed one by one."""
    return len(live) if len(live) <= _ALL_SHOWN else _OF_EACH


def _left_open(paper: Paper, source: Source, waived: Sequence[CheckResult]) -> list[Any]:
    if not waived:
        return []
    return [SubHead(paper, paper.words("Left open on purpose")), _waivers(paper, source, waived)]


def _fact(words: Words, live: Sequence[CheckResult]) -> str:
    said = _counts(words, live)
    return words("{counts}: printed as they are", counts=said) if said else ""


def _counts(words: Words, live: Sequence[CheckResult]) -> str:
    """“2 errors, 4 warnings, 3 hints”; empty without any."""
    counts = Counter(result.check.severity for result in live)
    parts = [
        (counts[Severity.ERROR], words.plural("{n} error", "{n} errors", counts[Severity.ERROR])),
        (counts[Severity.WARNING], words.plural("{n} warning", "{n} warnings", counts[Severity.WARNING])),
        (counts[Severity.INFO], words.plural("{n} hint", "{n} hints", counts[Severity.INFO])),
    ]
    return ", ".join(text for count, text in parts if count)


def _table(paper: Paper, source: Source, live: Sequence[CheckResult], each: int) -> PaperTable:
    """The results, ``each`` of one check; the last of them says how many more there are."""
    shown, all_of = Counter[str](), Counter(result.check.id for result in live)
    rows = []
    for result in live:
        shown[result.check.id] += 1
        if shown[result.check.id] > each:
            continue
        more = all_of[result.check.id] - each if shown[result.check.id] == each else 0
        who = answerable(paper.words, source, result.check.object, result.object_id) or NOTHING
        rows.append(Row([_said(paper, result, max(more, 0)), who]))
    return PaperTable(paper, [Column("", 140, grows=True), Column("", 34)], rows, padding=1.4)


def _said(paper: Paper, result: CheckResult, more: int) -> MarkText:
    words = paper.words
    level = result.check.severity
    said = {Severity.ERROR: words("Error"), Severity.WARNING: words("Warning"), Severity.INFO: words("Hint")}[level]
    text: list[str | Run] = [message_of(result, words)]
    if more:
        besides = words.plural("and {n} more of this kind", "and {n} more of this kind", more)
        text.append(Run(f" · {besides}", CELL_GREY))
    return MarkText(paper, severity(level.value, words=said), text, CELL, gap=6, says=True)


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
