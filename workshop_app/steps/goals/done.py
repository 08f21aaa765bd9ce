"""When step S4 is done (METHOD S4, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks import Severity
from workshop_app.domain.checks.competence import CHECKS as COMPETENCE_CHECKS
from workshop_app.domain.checks.goals import CHECKS as GOAL_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.steps.step import DoneItem, ViewContext, open_rules

GOAL_ERRORS = frozenset(check.id for check in GOAL_CHECKS if check.severity is Severity.ERROR)


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S4, "Done when"."""
    found = open_rules(engagement, context, COMPETENCE_CHECKS + GOAL_CHECKS)
    number = len(engagement.goals)
    return (
        DoneItem(Message(N_("One key competence is chosen")), "CMP-01" not in found, "competence"),
        DoneItem(Message(N_("Three to five common goals")), 3 <= number <= 5, "goals"),
        DoneItem(Message(N_("No goal has an error")), number > 0 and not GOAL_ERRORS & found, "goals"),
        DoneItem(Message(N_("Every goal has an indicator")), number > 0 and "GOAL-10" not in found, "goals"),
    )
