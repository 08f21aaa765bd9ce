"""What feedback and monitoring show: indicators with their trends, pulse surveys, suggestions (METHOD S10)."""

from __future__ import annotations

from datetime import date

from workshop_app.domain.checks.feedback import DAYS_TO_ANSWER
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.indicators import Status, Trend, worst_first
from workshop_app.domain.model import Department, Indicator, Suggestion, SuggestionStatus, Survey, SurveyQuestion
from workshop_app.domain.pulse import SurveyResults, WaveChange, all_results, changes
from workshop_app.steps.step import ViewContext


@frozen
class IndicatorLine:
    """An indicator with its trend, who enters it, and the goal it measures (empty without one)."""

    id: str
    indicator: Indicator
    trend: Trend
    owner: str
    department: Department | None
    goal: str


@frozen
class Wave:
    """A wave of the pulse survey: its questions and what may be shown of its answers."""

    survey: Survey
    questions: tuple[SurveyQuestion, ...]
    results: SurveyResults

    def changes(self, before: Wave | None) -> tuple[WaveChange, ...]:
        """What has changed for the company since another wave."""
        return changes(before.results, self.results) if before else ()


@frozen
class SuggestionLine:
    """A suggestion; ``age`` in days, ``late`` when it is new for more than 14 days.

    ``left``: days until an answer is due, negative when it is; None once there is one, or without a date.
    """

    id: str
    suggestion: Suggestion
    department: Department | None
    age: int | None
    late: bool
    left: int | None


@frozen
class FeedbackView:
    """The whole step; indicators worst first, waves by date, open suggestions first."""

    channel: str
    indicators: tuple[IndicatorLine, ...]
    waves: tuple[Wave, ...]
    suggestions: tuple[SuggestionLine, ...]
    departments: tuple[Department, ...]
    as_of: date

    def count(self, status: Status) -> int:
        """How many indicators stand like this."""
        return sum(line.trend.status is status for line in self.indicators)


def feedback_view(engagement: Engagement, context: ViewContext) -> FeedbackView:
    """Feedback and monitoring as they stand."""
    return FeedbackView(
        channel=engagement.company.feedback_channel,
        indicators=tuple(
            _indicator(engagement, indicator, trend) for indicator, trend in worst_first(engagement, context.as_of)
        ),
        waves=_waves(engagement),
        suggestions=_suggestions(engagement, context.as_of),
        departments=engagement.departments,
        as_of=context.as_of,
    )


def _indicator(engagement: Engagement, indicator: Indicator, trend: Trend) -> IndicatorLine:
    owner = engagement.person(indicator.owner_id)
    return IndicatorLine(
        id=indicator.id,
        indicator=indicator,
        trend=trend,
        owner=owner.name if owner else "",
        department=engagement.department(owner.department_id) if owner else None,
        goal=next((goal.title for goal in engagement.goals if goal.indicator_id == indicator.id), ""),
    )


def _waves(engagement: Engagement) -> tuple[Wave, ...]:
    results = all_results(engagement)
    surveys = sorted(engagement.surveys, key=lambda survey: (survey.date is None, survey.date or date.min))
    return tuple(
        Wave(
            survey,
            tuple(question for question in engagement.survey_questions if question.survey_id == survey.id),
            results[survey.id],
        )
        for survey in surveys
    )


def _suggestions(engagement: Engagement, as_of: date) -> tuple[SuggestionLine, ...]:
    lines = []
    for suggestion in engagement.suggestions:
        age = max(0, (as_of - suggestion.date).days) if suggestion.date else None
        is_new = suggestion.status is SuggestionStatus.NEW
        lines.append(
            SuggestionLine(
                id=suggestion.id,
                suggestion=suggestion,
                department=engagement.department(suggestion.department_id),
                age=age,
                late=is_new and age is not None and age > DAYS_TO_ANSWER,
                left=DAYS_TO_ANSWER - age if is_new and age is not None else None,
            )
        )
    return tuple(sorted(lines, key=_waiting_longest))


def _waiting_longest(line: SuggestionLine) -> tuple[bool, int]:
    """Those without an answer first, the oldest of them first; the others as they were written down."""
    is_new = line.suggestion.status is SuggestionStatus.NEW
    return not is_new, -(line.age or 0) if is_new else 0
