"""Checks of the training (METHOD D, TRN-01 … TRN-03)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_
from workshop_app.domain.training import has_communication, live_training, without_visit
from workshop_app.domain.wording import is_blank


def _no_visit(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(department_id) for department_id in without_visit(engagement))


def _no_communication(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    return whole_plan(not has_communication(engagement))


def _not_evaluated(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(item.id) for item in live_training(engagement) if is_blank(item.evaluation))


CHECKS: tuple[Check, ...] = (
    Check(
        id="TRN-01",
        severity=Severity.WARNING,
        object="department",
        step="training",
        recommendation=3,
        message=N_("Department “{title}” does not learn how the neighbours work"),
        fix=N_("Add a day in the other department"),
        find=_no_visit,
    ),
    Check(
        id="TRN-02",
        severity=Severity.WARNING,
        object="plan",
        step="training",
        recommendation=3,
        message=N_("No training in interpersonal communication"),
        fix=N_("Add a short practice session"),
        find=_no_communication,
    ),
    Check(
        id="TRN-03",
        severity=Severity.INFO,
        object="training",
        step="training",
        recommendation=3,
        message=N_("Training “{title}”: no way to check the result"),
        fix=N_("What will the person do differently in 30 days?"),
        find=_not_evaluated,
    ),
)
