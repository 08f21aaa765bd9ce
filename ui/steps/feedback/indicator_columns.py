"""Columns of the indicators' table, and the run chart of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reports.charts.look import ChartLook
from reports.charts.runs import RunData, RunTexts, run_chart
from ui.models.table import Column
from ui.widgets import roles
from ui.widgets.chart import ChartTable
from ui.widgets.marks import Status as Mark
from workshop_app.domain.indicators import SIGNALS, STATUSES, Signal, Status, Trend
from workshop_app.domain.model import Department
from workshop_app.i18n import Words
from workshop_app.steps.feedback.view import IndicatorLine

MARKS = {Status.RED: Mark.ALARM, Status.AMBER: Mark.WATCH, Status.GREEN: Mark.GOOD, Status.GREY: Mark.NO_DATA}
TONES = {Status.RED: "err", Status.AMBER: "warn", Status.GREEN: "text2", Status.GREY: "text3"}
BAD = (Signal.LIMIT, Signal.SHIFT_BAD, Signal.TREND_BAD)


def with_unit(value: Any, line: IndicatorLine, words: Words) -> str:
    """«57 %»."""
    if value is None:
        return "—"
    return f"{words.number(value)} {line.indicator.unit or ''}".strip().replace(" ", "\N{NO-BREAK SPACE}")


def signal_text(trend: Trend, words: Words) -> str:
    """The first signal in words."""
    return words(SIGNALS[trend.signals[0]]) if trend.signals else "—"


def indicator_columns(words: Words, place: Callable[[Department | None], int]) -> list[Column[IndicatorLine]]:
    """Status, title, value with target, signal, who enters."""
    _ = words

    def badge(line: IndicatorLine) -> tuple[str, int] | None:
        return (line.department.short, place(line.department)) if line.department else None

    return [
        Column(
            "status",
            _("Status"),
            lambda line: _(STATUSES[line.trend.status]),
            roles={roles.STATUS: lambda line: MARKS[line.trend.status]},
        ),
        Column("title", _("Indicator"), lambda line: line.indicator.title, tooltip=lambda line: line.indicator.title),
        Column(
            "now",
            _("Now"),
            lambda line: with_unit(line.trend.last.value if line.trend.last else None, line, words),
            roles={
                roles.CAPTION: lambda line: _("target {value}", value=with_unit(line.indicator.target, line, words))
            },
        ),
        Column(
            "signal",
            _("Signal"),
            lambda line: signal_text(line.trend, words),
            roles={roles.TONE: lambda line: TONES[line.trend.status]},
            tooltip=lambda line: "\n".join(_(SIGNALS[signal]) for signal in line.trend.signals),
        ),
        Column("owner", _("Who enters it"), lambda line: line.owner or "—", roles={roles.BADGE: badge}),
    ]


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def run_data(line: IndicatorLine, session: Any) -> RunData:
    """What the run chart draws."""
    trend, indicator = line.trend, line.indicator
    bad = {place for signal in BAD for place in trend.marks.get(signal, ())}
    return RunData(
        points=tuple((float(point.date.toordinal()), float(point.value)) for point in trend.points),
        target=_float(indicator.target),
        alarm=_float(indicator.alarm_limit),
        session=float(session.toordinal()) if session else None,
        bad=bad,
        good=trend.marks.get(Signal.SHIFT_GOOD, ()),
        alarming=trend.status is Status.RED,
    )


def run_builder(line: IndicatorLine, session: Any, words: Words) -> Callable[[ChartLook, float, float], Any]:
    """A function that draws the chart in a size."""
    _ = words
    data, indicator = run_data(line, session), line.indicator
    points = line.trend.points
    texts = RunTexts(
        target=_("target {value}", value=words.number(indicator.target)) if indicator.target is not None else "",
        alarm=_("alarm {value}", value=words.number(indicator.alarm_limit))
        if indicator.alarm_limit is not None
        else "",
        median=_("median {value}", value=words.number(line.trend.median, 1)) if line.trend.median is not None else "",
        session=_("session"),
        few=_("few points, too early for a trend") if len(points) < 6 else "",
        start=words.date_short(points[0].date) if points else "",
        end=words.date_short(points[-1].date) if points else "",
    )

    def number(value: float) -> str:
        from decimal import Decimal

        return words.number(Decimal(repr(value)).quantize(Decimal("0.1")))

    return lambda look, width, height: run_chart(look, width, height, data, texts, number)


def run_table(line: IndicatorLine, words: Words) -> ChartTable:
    """The same numbers."""
    rows = tuple((words.date_year(point.date), words.number(point.value)) for point in line.trend.points)
    return ChartTable((words("Date"), words("Value")), rows)
