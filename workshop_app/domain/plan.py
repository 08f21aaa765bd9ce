"""The action plan: what is open, overdue, near, what it costs, and when it is followed up (METHOD S11, S12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta
from decimal import Decimal

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import (
    Action,
    ActionStatus,
    FollowUp,
    Training,
    TrainingStatus,
)
from workshop_app.domain.wording import is_blank

FOLLOW_UP_DAYS = (30, 60, 90)
QUICK = timedelta(days=30)
READY = timedelta(days=3)
HALF_YEAR = timedelta(days=180)
LIVE = frozenset({ActionStatus.OPEN, ActionStatus.IN_PROGRESS})
"""Statuses of actions that still have to be done."""


def is_weekend(day: Date) -> bool:
    """Whether the day is a Saturday or a Sunday."""
    return day.weekday() >= 5


def follow_up_date(session: Date, day: int) -> Date:
    """The date of the follow-up on that day after the session; a weekend moves to Monday."""
    planned = session + timedelta(days=day)
    return planned + timedelta(days=7 - planned.weekday()) if is_weekend(planned) else planned


def quick_date(start: Date) -> Date:
    """When a quick step is due: a working day a month after it was decided or agreed."""
    return follow_up_date(start, FOLLOW_UP_DAYS[0])


def follow_ups_due(engagement: Engagement) -> tuple[FollowUp, ...]:
    """The follow-ups that have no date yet, with the date they should have; empty without a session date."""
    session = engagement.session.date
    dated = {followup.day: followup for followup in engagement.followups}
    if session is None:
        return ()
    return tuple(
        replace(dated.get(day) or FollowUp(id=str(day), day=day, rank=day), date=follow_up_date(session, day))
        for day in FOLLOW_UP_DAYS
        if day not in dated or dated[day].date is None
    )


def next_follow_up(engagement: Engagement) -> FollowUp | None:
    """The first follow-up that has not been held; None when all are held, or there is no plan to look back at.

    One that nobody has set has the date that the method gives it.
    """
    unset = follow_ups_due(engagement) if engagement.followups or engagement.actions else ()
    waiting = {followup.day: followup for followup in (*engagement.followups, *unset) if followup.held_on is None}
    return waiting[min(waiting)] if waiting else None


def in_review(engagement: Engagement, as_of: Date) -> bool:
    """Whether a file is opened for a follow-up: the next one is due within three days, or was missed (METHOD S12)."""
    waiting = next_follow_up(engagement)
    return waiting is not None and waiting.date is not None and waiting.date - READY <= as_of


def is_live(action: Action) -> bool:
    """Whether the action still has to be done."""
    return action.status in LIVE


def days_overdue(action: Action, as_of: Date) -> int:
    """How many days a live action is late; 0 when it is not."""
    if action.due is None or not is_live(action):
        return 0
    return max(0, (as_of - action.due).days)


def is_quick(action: Action, session: Date) -> bool:
    """Whether an action is due within 30 days of the session, whatever became of it (ACT-08)."""
    return action.due is not None and action.due <= session + QUICK


def has_active_owner(engagement: Engagement, action: Action) -> bool:
    """Whether the action names a person who is in the list and active."""
    owner = engagement.person(action.owner_id)
    return owner is not None and owner.active


def department_of(engagement: Engagement, action: Action) -> str | None:
    """The participating department of the action's owner, or None."""
    owner = engagement.person(action.owner_id)
    department = engagement.department(owner.department_id) if owner else None
    return department.id if department else None


def moved(action: Action, due: Date, reason: str) -> Action:
    """The action with a new due date: the first date is kept and moves are counted (METHOD S12).

    Raises ProblemError when no reason is given.
    """
    if is_blank(reason):
        raise ProblemError(Message(N_("Say why the date moves.")))
    return replace(redated(action, due), moved_reason=reason.strip())


def is_move(action: Action, due: Date | None, session: Date | None, today: Date) -> bool:
    """Whether another due date counts as a move: there was one, and the session is over (METHOD S12)."""
    return action.due not in (None, due) and session is not None and today > session


def redated(action: Action, due: Date | None) -> Action:
    """The action with a date that moves after the session: it counts, and the first date is kept."""
    return replace(action, due=due, original_due=action.original_due or action.due, moves=action.moves + 1)


def covered_recommendations(engagement: Engagement) -> frozenset[int]:
    """The recommendations 1…7 that an action not cancelled serves (ACT-07)."""
    planned = (action for action in engagement.actions if action.status is not ActionStatus.CANCELLED)
    return frozenset(number for action in planned for number in action.recommendations)


@frozen(slots=True)
class Misfit:
    """A dependency that does not fit: the names of the actions in the way, and whether they form a circle."""

    names: tuple[str, ...]
    is_circle: bool


def misfits(engagement: Engagement) -> Mapping[str, Misfit]:
    """By action: dependencies that are unknown, due later than the action itself, or circular (ACT-11)."""
    return engagement.derive(_misfits)


def _misfits(engagement: Engagement) -> dict[str, Misfit]:
    actions = {action.id: action for action in engagement.actions}
    tangled = _tangled(actions)
    result: dict[str, Misfit] = {}
    for action in engagement.actions:
        unknown = [entry.text for entry in engagement.unresolved(Action.table, action.id, "depends_on")]
        unknown += [name for name in action.depends_on if name not in actions]
        before = [actions[name] for name in action.depends_on if name in actions]
        later = [other.title for other in before if _is_later(other, action)]
        circular = [other.title for other in before if _leads_to(tangled, other.id, action.id)]
        if names := tuple(dict.fromkeys((*unknown, *later, *circular))):
            result[action.id] = Misfit(names, bool(circular))
    return result


def _tangled(actions: Mapping[str, Action]) -> dict[str, set[str]]:
    """The links that remain when actions that wait for nothing are taken out again and again: circles and beyond."""
    waits = {name: {other for other in action.depends_on if other in actions} for name, action in actions.items()}
    followers: dict[str, list[str]] = {}
    for name, others in waits.items():
        for other in others:
            followers.setdefault(other, []).append(name)
    free = [name for name, others in waits.items() if not others]
    while free:
        name = free.pop()
        del waits[name]
        for follower in followers.get(name, ()):
            waits[follower].discard(name)
            if not waits[follower]:
                free.append(follower)
    return waits


def _is_later(other: Action, action: Action) -> bool:
    return other.due is not None and action.due is not None and other.due > action.due


def _leads_to(links: Mapping[str, set[str]], start: str, goal: str) -> bool:
    """Whether the links lead from one action to another, or start there."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name == goal:
            return goal in links
        if name not in seen:
            seen.add(name)
            waiting += links.get(name, ())
    return False


@frozen(slots=True)
class Effort:
    """What the plan takes: money in the document's currency, hours, and how many items name neither."""

    cost: Decimal
    hours: Decimal
    unestimated: int


def effort(engagement: Engagement) -> Effort:
    """Cost and hours of actions, training and projects, summed for the owner; cancelled items do not count (DECISIONS).

    Hours are person-hours: a training takes its hours from everybody in its audience.
    """
    items = tuple(_planned(engagement))
    return Effort(
        cost=sum((cost for cost, _hours in items if cost is not None), Decimal(0)),
        hours=sum((hours for _cost, hours in items if hours is not None), Decimal(0)),
        unestimated=sum(1 for cost, hours in items if cost is None and hours is None),
    )


def _planned(engagement: Engagement) -> Iterator[tuple[Decimal | None, Decimal | None]]:
    for action in engagement.actions:
        if action.status is not ActionStatus.CANCELLED:
            yield action.cost, action.hours
    for training in engagement.training:
        if training.status is not TrainingStatus.CANCELLED:
            yield training.cost, _person_hours(training)
    for project in engagement.projects:
        yield project.cost, project.hours


def _person_hours(training: Training) -> Decimal | None:
    return None if training.hours is None else training.hours * max(1, len(training.audience))
