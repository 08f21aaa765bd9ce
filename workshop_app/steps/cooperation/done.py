"""When step S6 is done (METHOD S6, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.handoffs import CHECKS as HANDOFF_CHECKS
from workshop_app.domain.checks.projects import CHECKS as PROJECT_CHECKS
from workshop_app.domain.cooperation import missing_of, team_departments
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.steps.step import DoneItem, ViewContext, open_rules


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S6, "Done when"."""
    found = open_rules(engagement, context, HANDOFF_CHECKS + PROJECT_CHECKS)
    any_handoff = bool(engagement.handoffs)
    sound = any(
        not missing_of(engagement, project) and len(team_departments(engagement, project)) >= 2
        for project in engagement.projects
    )
    return (
        DoneItem(Message(N_("Every handoff names two departments")), any_handoff and "HND-01" not in found),
        DoneItem(
            Message(N_("Event, package, acceptance and hours are described")), any_handoff and "HND-02" not in found
        ),
        DoneItem(Message(N_("There is a name on each side")), any_handoff and "HND-03" not in found),
        DoneItem(Message(N_("Every joint decision has a handoff")), any_handoff and "HND-04" not in found),
        DoneItem(Message(N_("One project with people of both departments, a leader, a date and a number")), sound),
    )
