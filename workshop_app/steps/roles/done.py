"""When step S5 is done (METHOD S5, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks import Severity
from workshop_app.domain.checks.raci import CHECKS as RACI_CHECKS
from workshop_app.domain.checks.roles import CHECKS as ROLE_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.raci import live_rows
from workshop_app.steps.step import DoneItem, ViewContext, open_rules

RACI_ERRORS = frozenset(check.id for check in RACI_CHECKS if check.severity is Severity.ERROR)


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S5, "Done when"."""
    found = open_rules(engagement, context, RACI_CHECKS + ROLE_CHECKS)
    begun = bool(live_rows(engagement))
    return (
        DoneItem(
            Message(N_("Exactly one accountable person in every row, and someone who does it")),
            begun and not RACI_ERRORS & found,
        ),
        DoneItem(Message(N_("Everybody has a role card")), begun and "ROL-01" not in found),
        DoneItem(Message(N_("Who does the work today is at least informed")), begun and "RACI-12" not in found),
    )
