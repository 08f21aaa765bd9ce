"""Checks of the pulse survey (METHOD D, SRV-01 … SRV-04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_
from workshop_app.domain.pulse import ENOUGH_PARTICIPATION, LOWEST_THRESHOLD, all_results
from workshop_app.domain.rounding import half_up

_BEFORE, _AFTER = timedelta(days=60), timedelta(days=7)
_REPEATED_FROM, _REPEATED_BY = timedelta(days=21), timedelta(days=90)


def is_repeated(engagement: Engagement, day: date | None) -> bool:
    """Whether a survey of that day is one repeated after the session (SRV-02)."""
    session = engagement.session.date
    return session is not None and day is not None and day > session + _REPEATED_FROM


def _no_first_wave(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    session = engagement.session.date
    if session is None:
        return ()
    dates = [survey.date for survey in engagement.surveys if survey.date is not None]
    return whole_plan(not any(session - _BEFORE <= day <= session + _AFTER for day in dates))


def _no_second_wave(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    session = engagement.session.date
    if session is None or context.as_of <= session + _REPEATED_BY:
        return ()
    return whole_plan(not any(is_repeated(engagement, survey.date) for survey in engagement.surveys))


def _few_answers(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for survey in engagement.surveys:
        found = all_results(engagement)[survey.id]
        share = found.participation_total
        is_planned = found.n_total == 0 and survey.date is not None and survey.date > context.as_of
        if share is not None and share < ENOUGH_PARTICIPATION and not is_planned:
            yield Hit(survey.id, int(half_up(share)))


def _low_threshold(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(survey.id, survey.threshold) for survey in engagement.surveys if survey.threshold < LOWEST_THRESHOLD)


CHECKS: tuple[Check, ...] = (
    Check(
        id="SRV-01",
        severity=Severity.WARNING,
        object="plan",
        step="feedback",
        recommendation=7,
        message=N_("No “before” pulse survey"),
        fix=N_("Run it before the session"),
        find=_no_first_wave,
    ),
    Check(
        id="SRV-02",
        severity=Severity.WARNING,
        object="plan",
        step="followup",
        work_of="feedback",
        recommendation=7,
        message=N_("No repeated pulse survey"),
        fix=N_("Run the same survey again"),
        find=_no_second_wave,
    ),
    Check(
        id="SRV-03",
        severity=Severity.WARNING,
        object="survey",
        step="feedback",
        recommendation=7,
        message=N_("Survey “{title}”: {n} % answered"),
        fix=N_("Draw conclusions with care; ask why people keep silent"),
        find=_few_answers,
    ),
    Check(
        id="SRV-04",
        severity=Severity.ERROR,
        object="survey",
        step="feedback",
        recommendation=7,
        message=N_("Survey “{title}”: anonymity threshold {n}"),
        fix=N_("At least 4, better 5"),
        find=_low_threshold,
    ),
)
