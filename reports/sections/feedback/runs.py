"""The run of one indicator, large, with target, alarm limit, median and the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.charts.indicator_run import indicator_chart
from reports.charts.look import ChartLook
from reports.flowables.heading import Section
from reports.flowables.numbers import Figure
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import MM
from workshop_app.steps.feedback.view import feedback_view

_HIGH = 62 * MM


def run_of(indicator_id: str) -> Callable[[Paper, Source], Sequence[Any]]:
    """The maker of one indicator's chart; it makes nothing while there are no values."""

    def make(paper: Paper, source: Source) -> list[Any]:
        lines = feedback_view(source.engagement, source.context).indicators
        line = next((line for line in lines if line.indicator.id == indicator_id), None)
        if line is None or not line.trend.points:
            return []
        words, look = paper.words, ChartLook.paper(paper.brand)
        draw = indicator_chart(line.indicator, line.trend, source.engagement.session.date, words)
        unit = (line.indicator.unit or "").strip()
        points = [f"{words.date_short(point.date)} {words.number(point.value)}" for point in line.trend.points]
        return [
            Section(paper, line.indicator.title, unit),
            Figure(lambda width: draw(look, width, _HIGH), ", ".join(points)),
        ]

    return make
