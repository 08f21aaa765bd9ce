"""The run of one indicator, large, with target, alarm limit, median and the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from reports.charts.indicator_run import indicator_run
from reports.charts.look import ChartLook
from reports.charts.runs import RunTexts, run_chart
from reports.flowables.heading import Section
from reports.flowables.numbers import Figure
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import MM
from workshop_app.domain.indicators import ENOUGH_POINTS
from workshop_app.i18n import Words
from workshop_app.steps.feedback.view import IndicatorLine, feedback_view

_HIGH = 62 * MM


def run_of(indicator_id: str) -> Callable[[Paper, Source], Sequence[Any]]:
    """The maker of one indicator's chart; it makes nothing while there are no values."""

    def make(paper: Paper, source: Source) -> list[Any]:
        lines = feedback_view(source.engagement, source.context).indicators
        line = next((line for line in lines if line.indicator.id == indicator_id), None)
        if line is None or not line.trend.points:
            return []
        words, look = paper.words, ChartLook.paper(paper.brand)
        data = indicator_run(line.indicator, line.trend, source.engagement.session.date)
        texts = run_texts(line, words)

        def number(value: float) -> str:
            return words.number(Decimal(repr(value)).quantize(Decimal("0.1")))

        def chart(width: float) -> Any:
            return run_chart(look, width, _HIGH, data, texts, number)

        unit = (line.indicator.unit or "").strip()
        points = [f"{words.date_short(point.date)} {words.number(point.value)}" for point in line.trend.points]
        return [Section(paper, line.indicator.title, unit), Figure(chart, ", ".join(points))]

    return make


def run_texts(line: IndicatorLine, words: Words) -> RunTexts:
    """The words of a run chart."""
    indicator, points, median = line.indicator, line.trend.points, line.trend.median

    def said(text: str, value: Any) -> str:
        return words(text, value=words.number(value)) if value is not None else ""

    return RunTexts(
        target=said("target {value}", indicator.target),
        alarm=said("alarm {value}", indicator.alarm_limit),
        median=words("median {value}", value=words.number(median, 1)) if median is not None else "",
        session=words("session"),
        few=words("few points, too early for a trend") if len(points) < ENOUGH_POINTS else "",
        start=words.date_short(points[0].date) if points else "",
        end=words.date_short(points[-1].date) if points else "",
    )
