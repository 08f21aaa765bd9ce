"""From an indicator's trend to the numbers of its run chart: one for the screen, the room and paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from reports.charts.look import ChartLook
from reports.charts.runs import ENOUGH_POINTS, RunData, RunTexts, run_chart
from workshop_app.domain.indicators import Signal, Status, Trend
from workshop_app.domain.model import Indicator
from workshop_app.i18n import Words

_BAD = (Signal.LIMIT, Signal.SHIFT_BAD, Signal.TREND_BAD, Signal.OFF_TRACK)


def indicator_run(indicator: Indicator, trend: Trend, session: date | None) -> RunData:
    """The values by time; the bad and good places are those that its signals speak of."""
    bad = {place for found in _BAD for place in trend.marks.get(found, ())}
    return RunData(
        points=[(float(point.date.toordinal()), float(point.value)) for point in trend.points],
        target=_number(indicator.target),
        alarm=_number(indicator.alarm_limit),
        session=float(session.toordinal()) if session else None,
        median=float(trend.median) if trend.median is not None else None,
        bad=bad,
        good=set(trend.marks.get(Signal.SHIFT_GOOD, ())) - bad,
        alarming=trend.status is Status.RED,
    )


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def run_texts(indicator: Indicator, trend: Trend, words: Words) -> RunTexts:
    """The labels of the large chart."""
    _, points = words, trend.points
    target, alarm = indicator.target, indicator.alarm_limit
    return RunTexts(
        target=_("target {value}", value=words.number(target)) if target is not None else "",
        alarm=_("alarm {value}", value=words.number(alarm)) if alarm is not None else "",
        median=_("median {value}", value=words.number(trend.median, 1)) if trend.median is not None else "",
        session=_("session"),
        few=_("few points, too early for a trend") if len(points) < ENOUGH_POINTS else "",
        start=words.date_short(points[0].date) if points else "",
        end=words.date_short(points[-1].date) if points else "",
    )


def indicator_chart(
    indicator: Indicator, trend: Trend, session: date | None, words: Words
) -> Callable[[ChartLook, float, float], Any]:
    """A function that draws the large chart in a size."""
    data, texts = indicator_run(indicator, trend, session), run_texts(indicator, trend, words)

    def number(value: float) -> str:
        return words.number(Decimal(repr(value)))

    return lambda look, width, height: run_chart(look, width, height, data, texts, number)
