"""The pages of the steps: one line a step; a page's module is imported when the page is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.context import WindowContext
    from ui.pages.base import StepPage

PageMaker = Callable[["WindowContext"], "StepPage"]


def _prepare(context: WindowContext) -> StepPage:
    from ui.steps.prepare.page import PreparePage

    return PreparePage(context)


def _diagnosis(context: WindowContext) -> StepPage:
    from ui.steps.diagnosis.page import DiagnosisPage

    return DiagnosisPage(context)


def _audit(context: WindowContext) -> StepPage:
    from ui.steps.audit.page import AuditPage

    return AuditPage(context)


def _goals(context: WindowContext) -> StepPage:
    from ui.steps.goals.page import GoalsPage

    return GoalsPage(context)


def _roles(context: WindowContext) -> StepPage:
    from ui.steps.roles.page import RolesPage

    return RolesPage(context)


def _plan(context: WindowContext) -> StepPage:
    from ui.steps.plan.page import PlanPage

    return PlanPage(context)


def _followup(context: WindowContext) -> StepPage:
    from ui.steps.followup.page import FollowUpPage

    return FollowUpPage(context)


def _rewards(context: WindowContext) -> StepPage:
    from ui.steps.rewards.page import RewardsPage

    return RewardsPage(context)


def _feedback(context: WindowContext) -> StepPage:
    from ui.steps.feedback.page import FeedbackPage

    return FeedbackPage(context)


def _cooperation(context: WindowContext) -> StepPage:
    from ui.steps.cooperation.page import CooperationPage

    return CooperationPage(context)


def _training(context: WindowContext) -> StepPage:
    from ui.steps.training.page import TrainingPage

    return TrainingPage(context)


def _meetings(context: WindowContext) -> StepPage:
    from ui.steps.meetings.page import MeetingsPage

    return MeetingsPage(context)


PAGES: Mapping[str, PageMaker] = MappingProxyType(
    {
        "prepare": _prepare,
        "diagnosis": _diagnosis,
        "audit": _audit,
        "goals": _goals,
        "roles": _roles,
        "cooperation": _cooperation,
        "training": _training,
        "meetings": _meetings,
        "rewards": _rewards,
        "feedback": _feedback,
        "plan": _plan,
        "followup": _followup,
    }
)
"""Step id → its page. Add a step: one function above, one line here."""
