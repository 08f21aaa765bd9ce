"""S4, the key competence and common goals: answer the owner's question, then 3–5 goals nobody reaches alone."""

from __future__ import annotations

from workshop_app.domain.checks import Severity
from workshop_app.domain.checks.competence import CHECKS as COMPETENCE_CHECKS
from workshop_app.domain.checks.goals import CHECKS as GOAL_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Competence, CompetenceVotes, Contribution, Goal
from workshop_app.steps.goals.view import GoalsView, goals_view
from workshop_app.steps.step import DoneItem, Step, SubStep, ViewContext, open_rules

GOAL_ERRORS = frozenset(check.id for check in GOAL_CHECKS if check.severity is Severity.ERROR)


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S4, "Done when"."""
    found = open_rules(engagement, context, COMPETENCE_CHECKS + GOAL_CHECKS)
    number = len(engagement.goals)
    return (
        DoneItem(Message(N_("One key competence is chosen")), "CMP-01" not in found),
        DoneItem(Message(N_("Three to five common goals")), 3 <= number <= 5),
        DoneItem(Message(N_("No goal has an error")), number > 0 and not GOAL_ERRORS & found),
        DoneItem(Message(N_("Every goal has an indicator")), number > 0 and "GOAL-10" not in found),
    )


STEP = Step(
    id="goals",
    code="S4",
    title=N_("Competence and goals"),
    question=N_("What brings a client back a second and a third time?"),
    recommendations=(6,),
    tables=(Competence, CompetenceVotes, Goal, Contribution),
    view=goals_view,
    done_when=done_when,
    sub_steps=(SubStep("competence", N_("The key competence")), SubStep("goals", N_("Common goals"))),
)

__all__ = ["STEP", "GoalsView", "goals_view"]
