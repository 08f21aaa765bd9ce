"""S10, feedback and monitoring: suggestions get answers, a few numbers tell whether the plan works (METHOD S10)."""

from __future__ import annotations

from datetime import timedelta

from workshop_app.domain.checks.feedback import CHECKS as FEEDBACK_CHECKS
from workshop_app.domain.checks.indicators import CHECKS as INDICATOR_CHECKS
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    Indicator,
    IndicatorPoint,
    Suggestion,
    Survey,
    SurveyComment,
    SurveyInvitation,
    SurveyQuestion,
    SurveyResponse,
)
from workshop_app.steps.feedback.view import FeedbackView, feedback_view
from workshop_app.steps.step import DoneItem, Step, SubStep, ViewContext, open_rules

SECOND_WAVE = (timedelta(days=45), timedelta(days=75))
"""The second wave is 45–75 days after the session (METHOD C.11)."""


def done_when(engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
    """METHOD S10, "Done when"."""
    found = open_rules(engagement, context, INDICATOR_CHECKS + FEEDBACK_CHECKS)
    return (
        DoneItem(
            Message(N_("Every indicator has an owner, a source, a baseline and a target")),
            not {"IND-01", "IND-02", "IND-04"} & found,
        ),
        DoneItem(Message(N_("There is one channel for suggestions")), "FBK-02" not in found),
        DoneItem(
            Message(N_("The second pulse survey has a date, 45–75 days after the session")), _second_wave(engagement)
        ),
    )


def _second_wave(engagement: Engagement) -> bool:
    session = engagement.session.date
    first, last = SECOND_WAVE
    return session is not None and any(
        survey.date is not None and session + first <= survey.date <= session + last for survey in engagement.surveys
    )


STEP = Step(
    id="feedback",
    code="S10",
    title=N_("Feedback and monitoring"),
    question=N_("By which numbers shall we see that it works?"),
    recommendations=(7,),
    tables=(
        Indicator,
        IndicatorPoint,
        Survey,
        SurveyInvitation,
        SurveyQuestion,
        SurveyResponse,
        SurveyComment,
        Suggestion,
    ),
    view=feedback_view,
    done_when=done_when,
    sub_steps=(
        SubStep("indicators", N_("Indicators")),
        SubStep("pulse", N_("Pulse survey")),
        SubStep("suggestions", N_("Suggestions")),
    ),
)

__all__ = ["STEP", "FeedbackView", "feedback_view"]
