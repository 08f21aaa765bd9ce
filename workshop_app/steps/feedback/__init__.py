"""S10, feedback and monitoring: suggestions get answers, a few numbers tell whether the plan works (METHOD S10)."""

from __future__ import annotations

from workshop_app.domain.message import N_
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
from workshop_app.steps.step import Step, SubStep

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
    sub_steps=(
        SubStep("indicators", N_("Indicators")),
        SubStep("pulse", N_("Pulse survey")),
        SubStep("suggestions", N_("Suggestions")),
    ),
    tabbed=True,
    takes_offers=True,
)

__all__ = ["STEP"]
