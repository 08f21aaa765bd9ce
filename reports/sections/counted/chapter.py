"""How it was counted: rules and data of the main numbers, the source of every indicator, what is agreed."""

from __future__ import annotations

from typing import Any

from reports.flowables.heading import Chapter, Section
from reports.flowables.numbers import bullets
from reports.flowables.status import dot
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.counted.numbers import counted_numbers
from reports.sections.empty import nothing
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_BOLD, CELL_DENSE, CELL_GREY, CELL_NAME, INK
from workshop_app.domain.indicators import trend
from workshop_app.i18n import Words


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The appendix of the full report."""
    _ = paper.words
    title = _("How it was counted")
    said = _("By which rule each number came about, and from which data: so that it can be counted again.")
    fact = _("rules and sources of the numbers")
    head = Chapter(paper, title, contents_title=title, fact=fact, standfirst=said)
    return [head, *_numbers(paper, source), *_indicators(paper, source), *_agreed(paper, source)]


def _numbers(paper: Paper, source: Source) -> list[Any]:
    _ = paper.words
    numbers = counted_numbers(_, source)
    head = Section(paper, _("The main numbers"))
    if not numbers:
        return [
            head,
            nothing(paper, _("No numbers yet: they come with the ledger, the function lists and the survey.")),
        ]
    columns = [
        Column(_("Number"), 40, role=CELL_NAME, row_head=True),
        Column(_("Value"), 18, role=CELL_BOLD, align="right"),
        Column(_("How it is counted"), 66, role=CELL_DENSE, grows=True),
        Column(_("From what"), 50, role=CELL_GREY),
    ]
    rows = [Row([number.what, number.value, number.rule, number.data]) for number in numbers]
    return [head, PaperTable(paper, columns, rows, padding=2.2)]


def _indicators(paper: Paper, source: Source) -> list[Any]:
    _ = paper.words
    indicators = source.engagement.indicators
    if not indicators:
        return []
    columns = [
        Column(_("Indicator"), 68, role=CELL_NAME, row_head=True),
        Column(_("Where it comes from"), 58, role=CELL, grows=True),
        Column(_("Who keeps it"), 28, role=CELL_GREY),
        Column(_("Last value of"), 20, role=CELL_GREY),
    ]
    rows = []
    for indicator in indicators:
        last = trend(source.engagement, indicator.id, source.as_of).last
        day = _.date_short(last.date) if last else NOTHING
        rows.append(Row([indicator.title, indicator.source or NOTHING, source.short(indicator.owner_id), day]))
    return [Section(paper, _("Sources of the indicators")), PaperTable(paper, columns, rows, padding=1.8)]


def _agreed(paper: Paper, source: Source) -> list[Any]:
    _ = paper.words
    return [Section(paper, _("Agreed once for all")), bullets(paper, dot(INK, 3), _rules(_, source))]


def _rules(words: Words, source: Source) -> list[str]:
    settings = source.engagement.settings
    return [
        words(
            "The report speaks of {date}: what became due later counts as not yet due.", date=words.date(source.as_of)
        ),
        words("Everything is counted exactly and rounded half up only in print; a dash means no data, not zero."),
        words("Rounded shares may add up to 99 or 101 %."),
        words("A full post is {hours} a week.", hours=words.hours(settings.hours_norm)),
        words("Survey groups of fewer than {n} answers are never shown.", n=settings.anonymity_threshold),
        words("The bonus of one person is never printed here: only percentages, unless sums were asked for."),
    ]
