"""What an indicator's points say: level, runs, trend, staleness, track (METHOD C.12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from statistics import median
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import Direction, Frequency, Indicator, IndicatorPoint
from workshop_app.domain.wording import is_blank

ENOUGH_POINTS = 6
RUN = 6
TREND = 5
TRACK_FROM = Fraction(1, 3)
TRACK_LAG = Fraction(20, 100)

PERIOD_DAYS = MappingProxyType({Frequency.WEEKLY: 7, Frequency.MONTHLY: 31, Frequency.QUARTERLY: 92})


class Signal(StrEnum):
    """The signals in their order; stable names of results and tests."""

    LIMIT = "T1_LIMIT"
    SHIFT_BAD = "T2_SHIFT_BAD"
    TREND_BAD = "T3_TREND_BAD"
    STALE = "T4_STALE"
    OFF_TRACK = "T5_OFF_TRACK"
    SHIFT_GOOD = "T6_SHIFT_GOOD"
    FEW_POINTS = "T7_FEW_POINTS"
    NO_DATA = "NO_DATA"


class Status(StrEnum):
    """Red if any red signal, else amber if any amber one, else green; grey without points. The worst stands first."""

    RED = "red"
    AMBER = "amber"
    GREY = "grey"
    GREEN = "green"


class Side(StrEnum):
    """The side of the median that a run is on, by the indicator's good direction."""

    GOOD = "good"
    BAD = "bad"


_COLOURS = MappingProxyType(
    {
        Signal.LIMIT: Status.RED,
        Signal.SHIFT_BAD: Status.RED,
        Signal.TREND_BAD: Status.AMBER,
        Signal.STALE: Status.AMBER,
        Signal.OFF_TRACK: Status.AMBER,
        Signal.NO_DATA: Status.GREY,
    }
)

STATUSES = MappingProxyType(
    {
        Status.RED: N_("alarm"),
        Status.AMBER: N_("attention"),
        Status.GREEN: N_("in order"),
        Status.GREY: N_("no data yet"),
    }
)
"""What each status is called, as a message id."""

SIGNALS = MappingProxyType(
    {
        Signal.LIMIT: N_("worse than the alarm limit"),
        Signal.SHIFT_BAD: N_("a long run on the bad side of the median"),
        Signal.TREND_BAD: N_("five values worse one after another"),
        Signal.STALE: N_("not updated for too long"),
        Signal.OFF_TRACK: N_("behind the way to the target"),
        Signal.SHIFT_GOOD: N_("the improvement holds"),
        Signal.FEW_POINTS: N_("few points, too early for a trend"),
        Signal.NO_DATA: N_("no values yet"),
    }
)
"""What each signal says, as a message id."""


@frozen(slots=True, kw_only=True)
class Trend:
    """What an indicator says on a day.

    ``median``: None below six points; ``is_frozen``: it is that of the points up to the session. ``run``: points on one
    side, counted back from the last; ``run_needed`` makes a shift. ``points``: by date. ``marks``: by signal the places
    in ``points`` that make it. ``days_since``: days since the last point, None without points.
    """

    status: Status
    signals: tuple[Signal, ...]
    median: Fraction | None
    is_frozen: bool
    run: int
    run_side: Side | None
    run_needed: int
    points: tuple[IndicatorPoint, ...]
    marks: Mapping[Signal, tuple[int, ...]]
    days_since: int | None

    @property
    def last(self) -> IndicatorPoint | None:
        """The latest point."""
        return self.points[-1] if self.points else None


def points_of(engagement: Engagement) -> Mapping[str, tuple[IndicatorPoint, ...]]:
    """The points of each indicator by its id, oldest first; an indicator without points is absent."""
    return engagement.derive(_points_of)


def _points_of(engagement: Engagement) -> dict[str, tuple[IndicatorPoint, ...]]:
    grouped: dict[str, list[IndicatorPoint]] = {}
    for point in engagement.indicator_points:
        grouped.setdefault(point.indicator_id, []).append(point)
    return {name: tuple(sorted(points, key=lambda point: point.date)) for name, points in grouped.items()}


def is_stale(indicator: Indicator, last: Date, as_of: Date) -> bool:
    """Whether the last value is older than 1.5 periods (T4, IND-03)."""
    return 2 * (as_of - last).days > 3 * PERIOD_DAYS[indicator.frequency]


def trends(engagement: Engagement, as_of: Date) -> Mapping[str, Trend]:
    """The trend of every indicator by its id, in order."""
    return {indicator.id: trend(engagement, indicator.id, as_of) for indicator in engagement.indicators}


def worst_first(engagement: Engagement, as_of: Date) -> tuple[tuple[Indicator, Trend], ...]:
    """Red, amber, grey, green; the given order within each."""
    found = trends(engagement, as_of)
    pairs = [(indicator, found[indicator.id]) for indicator in engagement.indicators]
    return tuple(sorted(pairs, key=lambda pair: tuple(Status).index(pair[1].status)))


def trend(engagement: Engagement, indicator_id: str, as_of: Date) -> Trend:
    """What an indicator says on a day; KeyError for an unknown indicator.

    The session's date freezes the median; the setting of strict runs raises the number of points a shift needs.
    """
    indicator = engagement.named(Indicator, indicator_id)
    points = points_of(engagement).get(indicator_id, ())
    return _Reading(indicator, points, engagement.session.date, engagement.settings.strict_runs).trend(as_of)


class _Reading:
    """One indicator with its points, read once."""

    def __init__(
        self, indicator: Indicator, points: tuple[IndicatorPoint, ...], session: Date | None, strict: bool
    ) -> None:
        self._indicator = indicator
        self._points = points
        self._values = [Fraction(point.value) for point in points]
        before = [point for point in points if session is not None and point.date <= session]
        self._is_frozen = len(before) >= ENOUGH_POINTS
        self._median = _median(before if self._is_frozen else points)
        self._needed = _strict_run(sum(1 for value in self._values if value != self._median)) if strict else RUN
        self._run, self._side = self._last_run()

    def trend(self, as_of: Date) -> Trend:
        marks = self._marks(as_of)
        signals = tuple(signal for signal in Signal if signal in marks)
        colours = {_COLOURS.get(signal, Status.GREEN) for signal in signals}
        return Trend(
            status=next((status for status in Status if status in colours), Status.GREEN),
            signals=signals,
            median=self._median,
            is_frozen=self._is_frozen,
            run=len(self._run),
            run_side=self._side,
            run_needed=self._needed,
            points=self._points,
            marks=marks,
            days_since=(as_of - self._points[-1].date).days if self._points else None,
        )

    def _marks(self, as_of: Date) -> dict[Signal, tuple[int, ...]]:
        if not self._points:
            return {Signal.NO_DATA: ()}
        last = len(self._points) - 1
        limit = self._indicator.alarm_limit
        marks: dict[Signal, tuple[int, ...]] = {}
        if limit is not None and self._is_worse(self._values[last], Fraction(limit)):
            marks[Signal.LIMIT] = (last,)
        if len(self._run) >= self._needed:
            marks[Signal.SHIFT_BAD if self._side is Side.BAD else Signal.SHIFT_GOOD] = self._run
        if falling := self._worsening():
            marks[Signal.TREND_BAD] = falling
        if is_stale(self._indicator, self._points[last].date, as_of):
            marks[Signal.STALE] = (last,)
        if last >= 1 and self._is_behind(last) and self._is_behind(last - 1):
            marks[Signal.OFF_TRACK] = (last - 1, last)
        if self._median is None:
            marks[Signal.FEW_POINTS] = ()
        return marks

    def _is_worse(self, value: Fraction, than: Fraction) -> bool:
        return value < than if self._indicator.direction is Direction.UP else value > than

    def _last_run(self) -> tuple[tuple[int, ...], Side | None]:
        """Going back from the last point: the places on one side of the median, points on it skipped."""
        run: list[int] = []
        side: Side | None = None
        for place in reversed(range(len(self._values))):
            value = self._values[place]
            if self._median is None or value == self._median:
                continue
            here = Side.BAD if self._is_worse(value, self._median) else Side.GOOD
            if side not in (None, here):
                break
            side = here
            run.append(place)
        return tuple(reversed(run)), side

    def _worsening(self) -> tuple[int, ...]:
        """The last five values, equal neighbours counted once, when each is worse than the one before."""
        kept = [place for place, value in enumerate(self._values) if place == 0 or value != self._values[place - 1]][
            -TREND:
        ]
        steps = pairwise(kept)
        falls = all(self._is_worse(self._values[later], self._values[earlier]) for earlier, later in steps)
        return tuple(kept) if len(kept) == TREND and falls else ()

    def _is_behind(self, place: int) -> bool:
        way = way_to_target(self._indicator, self._points[place])
        return way is not None and way.is_behind


@frozen(slots=True)
class Way:
    """How far a point is on its way: ``time`` f(t) and ``value`` g, each 0 at the baseline and 1 at the target."""

    time: Fraction
    value: Fraction

    @property
    def is_behind(self) -> bool:
        """Whether a third of the time has passed and the value lags by more than a fifth of the way (T5)."""
        return self.time >= TRACK_FROM and self.value < min(self.time, Fraction(1)) - TRACK_LAG


def way_to_target(indicator: Indicator, point: IndicatorPoint) -> Way | None:
    """The way from baseline to target; None while baseline, target or their dates are missing or the same."""
    baseline, target = indicator.baseline, indicator.target
    start, end = indicator.baseline_date, indicator.deadline
    if baseline is None or target is None or start is None or end is None or target == baseline or end <= start:
        return None
    return Way(
        time=Fraction((point.date - start).days, (end - start).days),
        value=Fraction(point.value - baseline) / Fraction(target - baseline),
    )


def _median(points: Sequence[IndicatorPoint]) -> Fraction | None:
    if len(points) < ENOUGH_POINTS:
        return None
    return median(Fraction(point.value) for point in points)


def _strict_run(n: int) -> int:
    """The points a strict shift needs: more than round(log2 n + 3), n = points not on the median.

    The power of two nearest to n is found in whole numbers: 2^k ≤ n·√2 is 4^k ≤ 2n².
    """
    nearest = ((2 * n * n).bit_length() - 1) // 2 if n else 0
    return nearest + 4


def missing_of(engagement: Engagement, indicator: Indicator) -> tuple[str, ...]:
    """What an indicator lacks of an active owner and a source, as message ids that follow “lacks” (IND-02)."""
    owner = engagement.person(indicator.owner_id)
    lacks = (
        (N_("an owner"), owner is None or not owner.active),
        (N_("a source"), is_blank(indicator.source)),
    )
    return tuple(name for name, is_missing in lacks if is_missing)


def next_entry(indicator: Indicator, points: Sequence[IndicatorPoint], as_of: Date) -> Date:
    """The day on which the next value is due: a period after the last point; at once without points, and where values
    were left out so long that what is measured now is no value of that day.
    """
    period = timedelta(days=PERIOD_DAYS[indicator.frequency])
    if not points or as_of - points[-1].date >= 2 * period:
        return as_of
    return points[-1].date + period
