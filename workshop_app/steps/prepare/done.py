"""When step S1 is done (METHOD S1, "Done when")."""

from __future__ import annotations

from workshop_app.domain.checks.audit import CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.schedule import agenda_sum
from workshop_app.steps.step import DoneItem, ViewContext, open_rules


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S1, "Done when"."""
    departments = engagement.departments
    own = [p for p in engagement.people if p.active and p.department_text is None]
    found = open_rules(engagement, context, CHECKS)
    return (
        DoneItem(
            Message(N_("At least two departments, each with a head")),
            len(departments) >= 2 and all(department.head_person_id for department in departments),
        ),
        DoneItem(
            Message(N_("Everybody has a department and a position")),
            bool(own) and all(person.department_id and person.position_id for person in own),
        ),
        DoneItem(
            Message(N_("Every function has a performer, everybody has a function")),
            bool(engagement.functions) and not {"AUD-01", "AUD-05"} & found,
        ),
        DoneItem(Message(N_("The owner's question is written down")), bool(engagement.company.owner_question.strip())),
        DoneItem(Message(N_("The agenda adds up to the format")), agenda_sum(engagement).difference == 0),
        DoneItem(
            Message(N_("The pulse survey has been sent")),
            any(invitation.invited > 0 for invitation in engagement.survey_invitations),
        ),
    )
