"""What the follow-up shows: the way so far, overdue actions, indicators in red and amber, answers asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.followup import (
    ActionCounts,
    Changes,
    ReAnswer,
    TimelinePoint,
    action_counts,
    changes,
    day_number,
    looks_back_to,
    overdue,
    reanswers,
    timeline,
    upcoming,
)
from workshop_app.domain.indicators import Status, Trend, worst_first
from workshop_app.domain.model import Action, Activity, Claim, Department, FollowUp, Indicator, Note, NoteKind
from workshop_app.domain.plan import days_overdue
from workshop_app.steps.step import ViewContext

STEP_ID = "followup"


@dataclass(frozen=True)
class LateAction:
    """An action past its date, or due soon (``days`` 0)."""

    id: str
    action: Action
    owner: str
    department: Department | None
    days: int


@dataclass(frozen=True)
class AskedAgain:
    """An activity answered again: the second answers by department id."""

    id: str
    activity: Activity
    answer: ReAnswer
    claims: Mapping[str, Claim]


@dataclass(frozen=True)
class FollowUpView:
    """One of the three days. ``alarms`` are the indicators in red and amber, worst first."""

    day: int
    followup: FollowUp | None
    timeline: tuple[TimelinePoint, ...]
    today: date
    day_number: int | None
    counts: ActionCounts
    overdue: tuple[LateAction, ...]
    upcoming: tuple[LateAction, ...]
    changes: Changes | None
    alarms: tuple[tuple[Indicator, Trend], ...]
    corrections: tuple[Note, ...]
    departments: tuple[Department, ...]
    asked_again: tuple[AskedAgain, ...]


def present_day(engagement: Engagement) -> int:
    """The follow-up that is next: the first one not held, else the last."""
    held = {followup.day for followup in engagement.followups if followup.held_on}
    return next((day for day in (30, 60, 90) if day not in held), 90)


def followup_view(engagement: Engagement, context: ViewContext, day: int | None = None) -> FollowUpView:
    """The follow-up of a day; None = the next one."""
    day = day or present_day(engagement)
    since = looks_back_to(engagement, day)
    today = context.as_of
    return FollowUpView(
        day=day,
        followup=next((f for f in engagement.followups if f.day == day), None),
        timeline=timeline(engagement),
        today=today,
        day_number=day_number(engagement, today),
        counts=action_counts(engagement, today),
        overdue=tuple(_late(engagement, action, today) for action in overdue(engagement, today)),
        upcoming=tuple(_late(engagement, action, today) for action in upcoming(engagement, today)),
        changes=changes(engagement, since, today) if since else None,
        alarms=tuple(
            (indicator, trend)
            for indicator, trend in worst_first(engagement, today)
            if trend.status in (Status.RED, Status.AMBER)
        ),
        corrections=tuple(n for n in engagement.notes if n.step == STEP_ID and n.kind is NoteKind.DECISION),
        departments=engagement.departments,
        asked_again=_asked_again(engagement),
    )


def _late(engagement: Engagement, action: Action, today: date) -> LateAction:
    owner = engagement.person(action.owner_id)
    return LateAction(
        id=action.id,
        action=action,
        owner=owner.name if owner else "",
        department=engagement.department(owner.department_id) if owner else None,
        days=days_overdue(action, today),
    )


def _asked_again(engagement: Engagement) -> tuple[AskedAgain, ...]:
    second: dict[str, dict[str, Claim]] = {}
    for claim in engagement.claims:
        if claim.wave == 2:
            second.setdefault(claim.activity_id, {})[claim.department_id] = claim
    return tuple(
        AskedAgain(
            answer.activity_id,
            engagement.named(Activity, answer.activity_id),
            answer,
            second.get(answer.activity_id, {}),
        )
        for answer in reanswers(engagement)
    )
