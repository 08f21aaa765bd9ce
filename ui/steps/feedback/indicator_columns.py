"""Columns of the indicators' table, and the run chart of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.models.table import Column
from ui.widgets import roles
from ui.widgets.chart import ChartTable
from ui.widgets.drawing_paint import Build, DrawingPaint
from ui.widgets.marks import Status as Mark
from workshop_app.domain.indicators import STATUSES, Signal, Status
from workshop_app.domain.model import Department, Direction
from workshop_app.domain.short_names import surname
from workshop_app.i18n import Words
from workshop_app.steps.feedback.view import IndicatorLine
from workshop_app.steps.indicator_words import FREQUENCIES, signal_words

if TYPE_CHECKING:
    from datetime import date

    from reports.charts.look import ChartLook
    from reports.shapes import Drawing

MARKS = {Status.RED: Mark.ALARM, Status.AMBER: Mark.WATCH, Status.GREEN: Mark.GOOD, Status.GREY: Mark.NO_DATA}
TONES = {Status.RED: "err", Status.AMBER: "warn", Status.GREEN: "ok", Status.GREY: "text3"}
ICONS = {
    Signal.LIMIT: "circle-alert",
    Signal.SHIFT_BAD: "trending-down",
    Signal.TREND_BAD: "trending-down",
    Signal.STALE: "clock",
    Signal.OFF_TRACK: "trending-down",
    Signal.SHIFT_GOOD: "check",
}
QUIET = (Signal.FEW_POINTS, Signal.NO_DATA)


def signal_numbers(line: IndicatorLine, words: Words) -> str:
    """«66 → 57»: from where to where the values of the first signal went; empty where it is not about a way."""
    signal = next(iter(line.trend.signals), None)
    places = line.trend.marks.get(signal, ()) if signal else ()
    if signal not in (Signal.TREND_BAD, Signal.SHIFT_BAD, Signal.SHIFT_GOOD) or len(places) < 2:
        return ""
    first, last = (line.trend.points[place].value for place in (places[0], places[-1]))
    return f"{words.number(first)} → {words.number(last)}"


def signal_tone(line: IndicatorLine) -> str:
    """The colour token of the first signal."""
    signal = next(iter(line.trend.signals), None)
    return "text2" if signal is None or signal in QUIET else TONES[line.trend.status]


def measured(line: IndicatorLine, words: Words) -> str:
    """«weekly · journal of handoffs · goal: …»."""
    often = words(FREQUENCIES[line.indicator.frequency])
    goal = words("goal: {title}", title=line.goal) if line.goal else ""
    return " · ".join(part for part in (often, line.indicator.source, goal) if part)


def signal_icon(line: IndicatorLine) -> tuple[str, str] | None:
    """Icon and colour of the first signal; None for one that only says why nothing can be said."""
    signal = next(iter(line.trend.signals), None)
    return (ICONS[signal], signal_tone(line)) if signal is not None and signal in ICONS else None


def is_problem(line: IndicatorLine) -> bool:
    """Whether it wants to be looked at: red or amber."""
    return line.trend.status in (Status.RED, Status.AMBER)


def meeting_at(line: IndicatorLine, words: Words) -> str:
    """At which value everybody meets at once; empty without an alarm limit."""
    if line.indicator.alarm_limit is None:
        return ""
    limit = words.measured(line.indicator.alarm_limit, line.indicator.unit)
    if line.indicator.direction is Direction.UP:
        return words("Below {limit} we meet at once", limit=limit)
    return words("Above {limit} we meet at once", limit=limit)


def indicator_columns(
    words: Words, place: Callable[[Department | None], int], session: Callable[[], date | None]
) -> list[Column[IndicatorLine]]:
    """Status, title, value with target, run, signal, who enters."""
    return [*_what(words), _run(words, session), _signal(words), _owner(words, place)]


def _what(words: Words) -> list[Column[IndicatorLine]]:
    _ = words
    return [
        Column(
            "status",
            _("Status"),
            lambda line: _(STATUSES[line.trend.status]),
            roles={roles.STATUS: lambda line: MARKS[line.trend.status], roles.STRONG: is_problem},
        ),
        Column(
            "title",
            _("Indicator"),
            lambda line: line.indicator.title,
            roles={roles.NAME: lambda _line: True},
            tooltip=lambda line: "\n".join(filter(None, (line.indicator.title, measured(line, words)))),
        ),
        Column(
            "now",
            _("Now"),
            lambda line: words.measured(line.trend.last.value if line.trend.last else None, line.indicator.unit),
            roles={
                **roles.RIGHT,
                roles.STRONG: lambda _line: True,
                roles.CAPTION: lambda line: _(
                    "target {value}", value=words.measured(line.indicator.target, line.indicator.unit)
                ),
            },
        ),
    ]


def _run(words: Words, session: Callable[[], date | None]) -> Column[IndicatorLine]:
    def picture(line: IndicatorLine) -> DrawingPaint | None:
        return DrawingPaint(spark_builder(line, session())) if line.trend.points else None

    return Column(
        "run",
        words("Run"),
        lambda line: "",
        roles={roles.PICTURE: picture},
        accessible=lambda line: ", ".join(words.number(point.value) for point in line.trend.points),
    )


def _signal(words: Words) -> Column[IndicatorLine]:
    return Column(
        "signal",
        words("Signal"),
        lambda line: signal_words(line.trend, words) or "—",
        roles={roles.TONE: signal_tone, roles.ICON: signal_icon, roles.STRONG: is_problem},
        tooltip=lambda line: "\n".join(signal_words(line.trend, words, signal) for signal in line.trend.signals),
    )


def _owner(words: Words, place: Callable[[Department | None], int]) -> Column[IndicatorLine]:
    def badge(line: IndicatorLine) -> tuple[str, int] | None:
        return (line.department.short, place(line.department)) if line.department else None

    return Column(
        "owner",
        words("Who enters it"),
        lambda line: surname(line.owner) or "—",
        roles={roles.BADGE: badge, roles.TONE: lambda _line: "text2"},
        tooltip=lambda line: line.owner,
    )


def spark_builder(line: IndicatorLine, session: date | None) -> Build:
    """A function that draws the small run chart in a size."""

    def build(look: ChartLook, width: float, height: float) -> Drawing:
        from reports.charts.indicator_run import indicator_run
        from reports.charts.runs import spark

        return spark(look, width, height, indicator_run(line.indicator, line.trend, session), points=True)

    return build


def run_builder(line: IndicatorLine, session: date | None, words: Words) -> Build:
    """A function that draws the chart in a size."""
    from reports.charts.indicator_run import indicator_chart

    return indicator_chart(line.indicator, line.trend, session, words)


def run_table(line: IndicatorLine, words: Words) -> ChartTable:
    """The same numbers."""
    rows = tuple((words.date_year(point.date), words.number(point.value)) for point in line.trend.points)
    return ChartTable((words("Date"), words("Value")), rows)
