"""Checks of the indicators (METHOD D, IND-01 … IND-04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.indicators import is_stale, missing_of, points_of
from workshop_app.domain.message import N_, Message


def _no_indicators(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    return whole_plan(not engagement.indicators)


def _incomplete(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for indicator in engagement.indicators:
        if missing := missing_of(engagement, indicator):
            yield Hit(indicator.id, detail=tuple(map(Message, missing)))


def _stale(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    points = points_of(engagement)
    for indicator in engagement.indicators:
        if indicator.id in points:
            last = points[indicator.id][-1].date
            if is_stale(indicator, last, context.as_of):
                yield Hit(indicator.id, (context.as_of - last).days)


def _no_ends(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (
        Hit(indicator.id)
        for indicator in engagement.indicators
        if indicator.baseline is None or indicator.target is None
    )


CHECKS: tuple[Check, ...] = (
    Check(
        id="IND-01",
        severity=Severity.ERROR,
        object="plan",
        step="feedback",
        recommendation=7,
        message=N_("There are no indicators"),
        fix=N_("Choose 5–10"),
        find=_no_indicators,
    ),
    Check(
        id="IND-02",
        severity=Severity.WARNING,
        object="indicator",
        step="feedback",
        recommendation=7,
        message=N_("Indicator “{title}” lacks {n}"),
        fix=N_("Who takes the number, and from where?"),
        find=_incomplete,
    ),
    Check(
        id="IND-03",
        severity=Severity.WARNING,
        object="indicator",
        step="followup",
        work_of="feedback",
        recommendation=7,
        message=N_("Indicator “{title}” was not updated for {n} days"),
        fix=N_("Enter the value or drop the indicator"),
        find=_stale,
    ),
    Check(
        id="IND-04",
        severity=Severity.WARNING,
        object="indicator",
        step="feedback",
        recommendation=7,
        message=N_("Indicator “{title}” has no baseline or target"),
        fix=N_("Measure the present state"),
        find=_no_ends,
    ),
)
