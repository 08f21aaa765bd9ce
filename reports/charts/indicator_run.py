"""From an indicator's trend to the numbers of its run chart: one for the screen, the room and paper."""

from __future__ import annotations

from datetime import date

from reports.charts.runs import RunData
from workshop_app.domain.indicators import Signal, Status, Trend
from workshop_app.domain.model import Indicator

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
