"""When step S11 is done (METHOD S11, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks import CHECKS, Severity
from workshop_app.domain.checks.actions import CHECKS as ACTION_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import ActionStatus
from workshop_app.domain.plan import department_of
from workshop_app.steps.step import DoneItem, ViewContext, open_rules

ACTION_ERRORS = frozenset(check.id for check in ACTION_CHECKS if check.severity is Severity.ERROR)
ALL_ERRORS = frozenset(check.id for check in CHECKS if check.severity is Severity.ERROR)
_LOOKED_AT = tuple(check for check in CHECKS if check.id in ALL_ERRORS | {"ACT-07"})


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S11, "Done when"."""
    found = open_rules(engagement, context, _LOOKED_AT)
    planned = [action for action in engagement.actions if action.status is not ActionStatus.CANCELLED]
    owning = {department_of(engagement, action) for action in planned}
    departments = {department.id for department in engagement.departments}
    return (
        DoneItem(
            Message(N_("Every action has one owner, a date and fits the others")),
            bool(planned) and not ACTION_ERRORS & found,
            "actions",
        ),
        DoneItem(
            Message(N_("Each of the seven recommendations has an action")),
            bool(planned) and "ACT-07" not in found,
            "actions",
        ),
        DoneItem(Message(N_("Every department owns an action")), bool(planned) and departments <= owning, "actions"),
        DoneItem(
            Message(N_("No error of the plan is left open without a reason")),
            bool(planned) and not ALL_ERRORS & found,
            "actions",
        ),
        DoneItem(Message(N_("Follow-ups after 30, 60 and 90 days have dates")), "FUP-01" not in found, "signing"),
        DoneItem(Message(N_("Everybody has said the own nearest date aloud")), None),
    )
