"""What has changed since the session or the last follow-up, and whether the decisions live (METHOD S12)."""

from __future__ import annotations

from datetime import date as Date
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from workshop_app.domain.decisions import DecisionState, states
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import AGREEMENT, SECOND_WAVE, Finding, by_priority, findings_of_wave
from workshop_app.domain.frozen import frozen
from workshop_app.domain.indicators import points_of
from workshop_app.domain.message import N_
from workshop_app.domain.model import (
    Action,
    ActionStatus,
    Decision,
    Direction,
    Indicator,
    Suggestion,
    Training,
    TrainingStatus,
)
from workshop_app.domain.plan import FOLLOW_UP_DAYS, days_overdue, follow_ups_due, is_live

REANSWERED = 10
"""How many activities of the highest priority are answered again on day 90."""

SOON = timedelta(days=14)


@frozen(slots=True)
class TimelinePoint:
    """The session (day 0) or a follow-up. ``late``: days it was held after its date, negative = before."""

    day: int
    date: Date | None
    held_on: Date | None

    @property
    def late(self) -> int | None:
        """Days between the set date and the day it was held; None while one of them is missing."""
        return (self.held_on - self.date).days if self.date and self.held_on else None


def timeline(engagement: Engagement) -> tuple[TimelinePoint, ...]:
    """The session and the three follow-ups in order; one that is not set yet has no date."""
    session = engagement.session.date
    known = {followup.day: followup for followup in engagement.followups}
    points = [TimelinePoint(0, session, session)]
    for day in sorted({*FOLLOW_UP_DAYS, *known}):
        followup = known.get(day)
        points.append(
            TimelinePoint(day, followup.date, followup.held_on) if followup else TimelinePoint(day, None, None)
        )
    return tuple(points)


def planned(engagement: Engagement) -> tuple[TimelinePoint, ...]:
    """The timeline with the day that the method gives where nobody has set one."""
    by_method = {followup.day: followup.date for followup in follow_ups_due(engagement)}
    return tuple(
        TimelinePoint(point.day, point.date or by_method.get(point.day), point.held_on)
        for point in timeline(engagement)
    )


def day_number(engagement: Engagement, as_of: Date) -> int | None:
    """How many days have passed since the session; None without a session date or before it."""
    session = engagement.session.date
    return (as_of - session).days if session is not None and as_of >= session else None


def looks_back_to(engagement: Engagement, day: int) -> Date | None:
    """From when on the follow-up of a day looks at changes: the one held before it, else the session."""
    held = [point.held_on for point in timeline(engagement) if point.day < day and point.held_on is not None]
    return max(held, default=None)


@frozen(slots=True)
class ActionCounts:
    """How many actions there are. ``overdue`` ones are open or in progress too; ``moved`` leaves cancelled ones out."""

    done: int
    in_progress: int
    open: int
    cancelled: int
    overdue: int
    moved: int

    @property
    def planned(self) -> int:
        """All that were not cancelled."""
        return self.done + self.in_progress + self.open


def action_counts(engagement: Engagement, as_of: Date) -> ActionCounts:
    """Where the actions are on a day."""
    by_status = {status: 0 for status in ActionStatus}
    for action in engagement.actions:
        by_status[action.status] += 1
    return ActionCounts(
        done=by_status[ActionStatus.DONE],
        in_progress=by_status[ActionStatus.IN_PROGRESS],
        open=by_status[ActionStatus.OPEN],
        cancelled=by_status[ActionStatus.CANCELLED],
        overdue=len(overdue(engagement, as_of)),
        moved=len(moved(engagement)),
    )


def overdue(engagement: Engagement, as_of: Date) -> tuple[Action, ...]:
    """The live actions past their date, the latest ones first."""
    late = [action for action in engagement.actions if days_overdue(action, as_of)]
    return tuple(sorted(late, key=lambda action: -days_overdue(action, as_of)))


def upcoming(engagement: Engagement, as_of: Date, within: timedelta = SOON) -> tuple[Action, ...]:
    """The live actions due from today on within two weeks, the nearest first."""
    near = [
        (action.due, action)
        for action in engagement.actions
        if is_live(action) and action.due is not None and as_of <= action.due <= as_of + within
    ]
    return tuple(action for _due, action in sorted(near, key=lambda pair: pair[0]))


def moved(engagement: Engagement) -> tuple[Action, ...]:
    """The actions whose date was moved and that were not cancelled, the most moved first."""
    found = [action for action in engagement.actions if action.moves and action.status is not ActionStatus.CANCELLED]
    return tuple(sorted(found, key=lambda action: -action.moves))


@frozen(slots=True)
class IndicatorChange:
    """An indicator's value then and now."""

    indicator: Indicator
    before: Decimal
    after: Decimal

    @property
    def is_better(self) -> bool:
        """Whether the value moved the good way."""
        return self.after > self.before if self.indicator.direction is Direction.UP else self.after < self.before


def indicator_changes(engagement: Engagement, since: Date, until: Date) -> tuple[IndicatorChange, ...]:
    """The indicators whose value changed between two days: the last value up to each.

    One first measured later starts at its baseline.
    """
    points = points_of(engagement)
    result: list[IndicatorChange] = []
    for indicator in engagement.indicators:
        known = points.get(indicator.id, ())
        earlier = [point.value for point in known if point.date <= since]
        later = [point.value for point in known if since < point.date <= until]
        before = earlier[-1] if earlier else indicator.baseline
        if later and before is not None and later[-1] != before:
            result.append(IndicatorChange(indicator, before, later[-1]))
    return tuple(result)


@frozen(slots=True, kw_only=True)
class Changes:
    """What happened after ``since`` up to ``until``; ``improved`` and ``worsened`` are indicators."""

    since: Date
    until: Date
    done: tuple[Action, ...]
    decided: tuple[Decision, ...]
    answered: tuple[Suggestion, ...]
    trained: tuple[Training, ...]
    confirmed_cards: tuple[str, ...]
    improved: tuple[IndicatorChange, ...]
    worsened: tuple[IndicatorChange, ...]


def changes(engagement: Engagement, since: Date, until: Date) -> Changes:
    """Actions done, decisions taken, suggestions answered, training held, role cards confirmed, indicators moved.

    ``confirmed_cards`` are the ids of people.
    """

    def inside(day: Date | None) -> bool:
        return day is not None and since < day <= until

    moves = indicator_changes(engagement, since, until)
    done = (action for action in engagement.actions if action.status is ActionStatus.DONE)
    held = (item for item in engagement.training if item.status is TrainingStatus.DONE)
    return Changes(
        since=since,
        until=until,
        done=tuple(action for action in done if inside(action.done_on)),
        decided=tuple(decision for decision in engagement.decisions if inside(decision.decided_on)),
        answered=tuple(suggestion for suggestion in engagement.suggestions if inside(suggestion.reply_date)),
        trained=tuple(item for item in held if inside(item.date)),
        confirmed_cards=tuple(card.person_id for card in engagement.role_cards if inside(card.acknowledged_on)),
        improved=tuple(move for move in moves if move.is_better),
        worsened=tuple(move for move in moves if not move.is_better),
    )


class Outcome(StrEnum):
    """What the second answers say about an activity."""

    VERIFIED = "verified"
    AGREED = "agreed"
    STILL_AGREED = "still_agreed"
    STILL_OPEN = "still_open"
    NOT_ANSWERED = "not_answered"


OUTCOMES = MappingProxyType(
    {
        Outcome.VERIFIED: N_("the decision lives"),
        Outcome.AGREED: N_("the answers agree, the decision is not complete"),
        Outcome.STILL_AGREED: N_("agreed, as before"),
        Outcome.STILL_OPEN: N_("the answers still differ"),
        Outcome.NOT_ANSWERED: N_("not answered again"),
    }
)
"""What each outcome is called, as a message id."""


@frozen(slots=True)
class ReAnswer:
    """An activity answered again: its finding before, after (None = not every department answered), and the outcome."""

    activity_id: str
    before: Finding
    after: Finding | None
    outcome: Outcome


def reanswers(engagement: Engagement, wave: int = SECOND_WAVE) -> tuple[ReAnswer, ...]:
    """First and second answers side by side for the ten priority activities, in their order (METHOD S12, day 90)."""
    later, state = findings_of_wave(engagement, wave), states(engagement, wave)
    result: list[ReAnswer] = []
    for before in by_priority(engagement)[:REANSWERED]:
        after = later.get(before.activity_id)
        if after is not None and len(after.said) < len(engagement.departments):
            after = None
        outcome = _outcome(before, after, state[before.activity_id])
        result.append(ReAnswer(before.activity_id, before, after, outcome))
    return tuple(result)


def _outcome(before: Finding, after: Finding | None, state: DecisionState) -> Outcome:
    if after is None:
        return Outcome.NOT_ANSWERED
    if state is DecisionState.VERIFIED:
        return Outcome.VERIFIED
    if after.primary not in AGREEMENT:
        return Outcome.STILL_OPEN
    needed = before.must_be_decided or state is not DecisionState.OPEN
    return Outcome.AGREED if needed else Outcome.STILL_AGREED


def still_open(engagement: Engagement) -> tuple[str, ...]:
    """The activities whose finding must be decided and is not closed: the corrections to talk about."""
    closed = {DecisionState.CLOSED, DecisionState.VERIFIED}
    needing = {finding.activity_id for finding in by_priority(engagement) if finding.must_be_decided}
    return tuple(
        activity_id
        for activity_id, state in states(engagement).items()
        if activity_id in needing and state not in closed
    )
