"""Checks of suggestions and remarks (METHOD D, FBK-01, FBK-02)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_
from workshop_app.domain.model import SuggestionStatus
from workshop_app.domain.wording import is_blank

DAYS_TO_ANSWER = 14
"""A suggestion gets an answer within so many days (FBK-01)."""


def _unanswered(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for suggestion in engagement.suggestions:
        if suggestion.status is SuggestionStatus.NEW and suggestion.date is not None:
            days = (context.as_of - suggestion.date).days
            if days > DAYS_TO_ANSWER:
                yield Hit(suggestion.id, days)


def _no_channel(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    return whole_plan(is_blank(engagement.company.feedback_channel))


CHECKS: tuple[Check, ...] = (
    Check(
        id="FBK-01",
        severity=Severity.WARNING,
        object="suggestion",
        step="followup",
        work_of="feedback",
        recommendation=7,
        message=N_("Suggestion “{title}” unanswered for {n} days"),
        fix=N_("Answer, even if “no, because…”"),
        find=_unanswered,
    ),
    Check(
        id="FBK-02",
        severity=Severity.WARNING,
        object="plan",
        step="feedback",
        recommendation=7,
        message=N_("No channel for suggestions and remarks"),
        fix=N_("Where, to whom, and in how many days is the answer?"),
        find=_no_channel,
    ),
)
