"""The 99 plan checks (METHOD D) and how they are run.

Each file of this package holds the checks of one section of part D as a tuple ``CHECKS``; the list of all is here.
"""

from __future__ import annotations

from workshop_app.domain.checks import (
    actions,
    audit,
    competence,
    feedback,
    followup,
    goals,
    handoffs,
    indicators,
    meetings,
    projects,
    raci,
    rewards,
    roles,
    survey,
    training,
)
from workshop_app.domain.checks.check import (
    PLAN,
    Check,
    CheckContext,
    CheckResult,
    Detail,
    Hit,
    Severity,
    message_of,
    whole_plan,
)
from workshop_app.domain.competence import LedgerFigures
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.references import title_of

CHECKS: tuple[Check, ...] = (
    *audit.CHECKS,
    *raci.CHECKS,
    *roles.CHECKS,
    *competence.CHECKS,
    *goals.CHECKS,
    *handoffs.CHECKS,
    *projects.CHECKS,
    *training.CHECKS,
    *meetings.CHECKS,
    *rewards.CHECKS,
    *indicators.CHECKS,
    *feedback.CHECKS,
    *survey.CHECKS,
    *actions.CHECKS,
    *followup.CHECKS,
)
"""Every check, in the order of METHOD D."""

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def run_checks(
    engagement: Engagement, context: CheckContext, checks: tuple[Check, ...] = CHECKS
) -> tuple[CheckResult, ...]:
    """All open checks, errors first, then in the order of METHOD D.

    Checks of steps that are switched off keep silent; a waived result stays in the list with its waiver.
    """
    waivers = {(waiver.rule, waiver.object_id): waiver for waiver in engagement.waivers}
    off = set(engagement.settings.steps_off)
    results = [
        CheckResult(
            check=check,
            object_id=hit.object_id,
            number=hit.number,
            title=title_of(engagement, check.object, hit.object_id),
            detail=hit.detail,
            waived=waivers.get((check.id, hit.object_id)),
        )
        for check in checks
        if not check.steps & off
        for hit in check.find(engagement, context)
    ]
    return tuple(sorted(results, key=lambda result: _WORST_FIRST.index(result.check.severity)))


__all__ = [
    "CHECKS",
    "PLAN",
    "Check",
    "CheckContext",
    "CheckResult",
    "Detail",
    "Hit",
    "LedgerFigures",
    "Severity",
    "message_of",
    "run_checks",
    "whole_plan",
]
