"""The indicators: where each began, is and should be, its run as a small chart, and what the signals say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reports.charts.indicator_run import indicator_run
from reports.charts.look import ChartLook
from reports.charts.runs import spark
from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import Mark, MarkText
from reports.flowables.numbers import Figure, Legend
from reports.flowables.status import Signal as SignalShape
from reports.flowables.status import signal
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.figures import decimals_of
from reports.sections.source import NOTHING, Source
from reports.shapes import line
from reports.style import CELL, CELL_BOLD, CELL_GREY, CELL_NUMBER, TEXT2
from workshop_app.domain.indicators import STATUSES, Status, Trend
from workshop_app.domain.model import Indicator
from workshop_app.i18n import Words
from workshop_app.steps.feedback.view import IndicatorLine, feedback_view
from workshop_app.steps.indicator_words import signal_words

SHAPES: Mapping[Status, SignalShape] = MappingProxyType(
    {Status.RED: "alarm", Status.AMBER: "attention", Status.GREEN: "ok", Status.GREY: "none"}
)
_SPARK = 20.0


def indicators(paper: Paper, source: Source) -> list[Any]:
    """All indicators, the worst first."""
    _ = paper.words
    view = feedback_view(source.engagement, source.context)
    if not view.indicators:
        missing = _("No indicators yet: they are chosen in step 10.")
        return [Section(paper, _("Indicators")), nothing(paper, missing)]
    columns = [
        Column("", fixed=17),
        Column(_("Indicator"), 50, row_head=True),
        Column(_("Run"), 40),
        Column(_("Was"), 17, align="right", role=CELL.coloured(TEXT2)),
        Column(_("Now"), 18, align="right"),
        Column(_("Target"), 20, align="right", role=CELL.coloured(paper.accent)),
        Column(_("What it says"), 42, role=CELL, grows=True),
    ]
    rows = [_row(paper, source, each) for each in view.indicators]
    table = PaperTable(paper, columns, rows, foot=run_legend(paper))
    return [Section(paper, _("Indicators"), _fact(_, view.indicators)), table]


def _fact(words: Words, lines: tuple[IndicatorLine, ...]) -> str:
    parts = [words.plural("{n} indicator", "{n} indicators", len(lines))]
    for status in Status:
        count = sum(each.trend.status is status for each in lines)
        if count and status is not Status.GREY:
            parts.append(f"{words(STATUSES[status])} {count}")
    return ", ".join(parts)


def _row(paper: Paper, source: Source, each: IndicatorLine) -> Row:
    words, indicator, trend = paper.words, each.indicator, each.trend
    owner = source.short(indicator.owner_id)
    name: list[Block] = [Text(paper, indicator.title, CELL_BOLD)]
    if owner != NOTHING:
        name.append(Text(paper, owner, CELL_GREY))
    return Row(
        [
            status_mark(words, trend.status),
            Stack(name),
            spark_of(paper, source, indicator, trend),
            *values(words, indicator, trend),
            says(words, trend),
        ]
    )


def status_mark(words: Words, status: Status) -> Mark:
    """■ alarm, ▲ attention, ● in order, ○ no data."""
    return signal(SHAPES[status], 8, words(STATUSES[status]))


def values(words: Words, indicator: Indicator, trend: Trend) -> list[Run | str]:
    """Baseline, latest value and target with the same decimals."""
    last = trend.last.value if trend.last else None
    places = decimals_of(indicator.baseline, last, indicator.target)
    return [
        words.number(indicator.baseline, places if indicator.baseline is not None else None),
        Run(words.number(last, places) if last is not None else NOTHING, CELL_NUMBER),
        words.measured(indicator.target, indicator.unit, places),
    ]


def says(words: Words, trend: Trend) -> str:
    """The signals in words; with none, that it holds."""
    if not trend.signals:
        return words(STATUSES[trend.status])
    return "; ".join(signal_words(trend, words, found) for found in trend.signals)


def spark_of(paper: Paper, source: Source, indicator: Indicator, trend: Trend) -> Block:
    """The run of values with target and session; a dash without points."""
    if not trend.points:
        return Text(paper, NOTHING, CELL)
    look = ChartLook.paper(paper.brand)
    data = indicator_run(indicator, trend, source.engagement.session.date)
    said = ", ".join(paper.words.number(point.value) for point in trend.points)
    return Figure(lambda width: spark(look, width, _SPARK, data), said)


def run_legend(paper: Paper) -> Legend:
    """What the lines of the small charts mean."""
    _ = paper.words
    look = ChartLook.paper(paper.brand)
    marks = [
        (Mark(14, 8, line((0, 4), (14, 4), look.ink, 1.4)), _("fact")),
        (Mark(14, 8, line((0, 4), (14, 4), look.accent, 1)), _("target")),
        (Mark(14, 8, line((0, 4), (14, 4), look.error, 1, (3, 2))), _("alarm limit")),
        (Mark(3, 9, line((1.5, 0), (1.5, 9), look.strong, 1)), _("session")),
    ]
    return Legend(paper, marks, before=2)


def named(paper: Paper, each: IndicatorLine) -> MarkText:
    """Mark and title in one line."""
    return MarkText(paper, status_mark(paper.words, each.trend.status), each.indicator.title, CELL, says=True)
