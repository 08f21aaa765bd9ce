"""What cures an open check of the plan at one click; the others ask people to think."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from workshop_app.domain.checks import CheckResult
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, ActionStatus
from workshop_app.services.document import Operation
from workshop_app.steps.plan.operations import (
    change_action,
    change_due,
    change_status,
    remove_actions,
)
from workshop_app.steps.session import propose_follow_ups

MONDAY = 7


@frozen
class Fix:
    """What its link says, and what it does."""

    label: Message
    operation: Operation


def fix_of(engagement: Engagement, result: CheckResult, today: date) -> Fix | None:
    """The fix of an open check, where there is one."""
    if result.check.id == "FUP-01":
        session = engagement.session.date or today
        return Fix(Message(N_("Set 30, 60 and 90 days")), propose_follow_ups(session))
    make, action = _OF_ACTIONS.get(result.check.id), engagement.get(Action, result.object_id)
    return make(engagement, action, today) if make is not None and action is not None else None


def _done(_engagement: Engagement, action: Action, today: date) -> Fix:
    return Fix(Message(N_("Done today")), change_status(action, ActionStatus.DONE, today))


def _free(_engagement: Engagement, action: Action, _today: date) -> Fix:
    return Fix(Message(N_("Drop the link")), change_action(action, depends_on=()))


def _to_monday(engagement: Engagement, action: Action, today: date) -> Fix | None:
    if action.due is None:
        return None
    monday = action.due + timedelta(days=MONDAY - action.due.weekday())
    return Fix(Message(N_("Move to Monday")), change_due(action, monday, engagement.session.date, today))


def _remove(_engagement: Engagement, action: Action, _today: date) -> Fix:
    return Fix(Message(N_("Delete the repeat")), remove_actions([action]))


_OF_ACTIONS: Mapping[str, Callable[[Engagement, Action, date], Fix | None]] = MappingProxyType(
    {"ACT-04": _done, "ACT-11": _free, "ACT-12": _to_monday, "ACT-13": _remove}
)
