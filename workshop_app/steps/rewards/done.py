"""When step S9 is done (METHOD S9, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks import Severity
from workshop_app.domain.checks.rewards import CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    RecognitionForm,
)
from workshop_app.domain.rewards.nominations import is_own
from workshop_app.steps.rewards.view import RewardsView, rewards_view
from workshop_app.steps.step import DoneItem, ViewContext, open_rules

ERRORS = frozenset(check.id for check in CHECKS if check.severity is Severity.ERROR)
RECOMMENDATION = 5


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S9, "Done when"."""
    found = open_rules(engagement, context, CHECKS)
    view = rewards_view(engagement, context)
    simulated = view.comparison is not None and bool(view.comparison.people)
    fair = not any(is_own(engagement, each) for each in engagement.nominations)
    public = any(item.form is RecognitionForm.PUBLIC for item in engagement.recognition)
    return (
        DoneItem(Message(N_("The new scheme has no errors")), view.after is not None and not ERRORS & found),
        DoneItem(Message(N_("Before and after are computed on last year's facts")), simulated),
        DoneItem(Message(N_("At least one public form of recognition")), public),
        DoneItem(Message(N_("Only the other department names people")), fair),
        DoneItem(Message(N_("The owner's verdict is recorded, or an action with a date")), _verdict(engagement, view)),
    )


def _verdict(engagement: Engagement, view: RewardsView) -> bool:
    if view.after is not None and view.after.owner_approved:
        return True
    return any(RECOMMENDATION in action.recommendations and action.due is not None for action in engagement.actions)
