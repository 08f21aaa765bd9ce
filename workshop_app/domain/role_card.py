"""The role card of one employee, put together from the whole plan (METHOD C.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as Date
from decimal import Decimal

from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.goals import contributors
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    Activity,
    Decision,
    DecisionType,
    Department,
    Function,
    Goal,
    Handoff,
    Person,
    Position,
    RewardIndicator,
    RewardScheme,
    RoleCard,
)
from workshop_app.domain.performers import lines_by_person
from workshop_app.domain.raci import Letters, MatrixRow, live_rows, matrix
from workshop_app.domain.rewards.scheme import AFTER


@frozen(slots=True)
class Duty:
    """A row of the matrix on a person's card. ``hours``: today's hours per week of the own lines, None = not known."""

    activity: Activity
    letters: Letters
    hours: Decimal | None


@frozen(slots=True)
class GoalShare:
    """A goal on a person's card: owned by the person, and what the person's department contributes."""

    goal: Goal
    is_owned: bool
    contribution: str | None


@frozen(slots=True)
class PaidFor:
    """An indicator of the new reward scheme and its weight in per cent."""

    indicator: RewardIndicator
    weight: Decimal


@frozen(slots=True)
class StopSuggestion:
    """A function line that the person may stop doing, and why."""

    line: Function
    reason: Message


@frozen(slots=True, kw_only=True)
class RoleCardContent:
    """Everything on a role card. ``purpose``, ``decides_alone`` and ``stops_doing`` are typed, the rest is computed.

    ``answers_for``: rows with A; ``does``: rows with R; ``is_asked``/``is_told``: C and I. Stopped activities are left
    out. ``acknowledged_on``: the day of the conversation with the head.
    """

    person: Person
    position: Position | None
    department: Department | None
    exists: bool
    purpose: str
    answers_for: tuple[Duty, ...]
    does: tuple[Duty, ...]
    is_asked: tuple[Duty, ...]
    is_told: tuple[Duty, ...]
    hands_over: tuple[Handoff, ...]
    takes_over: tuple[Handoff, ...]
    goals: tuple[GoalShare, ...]
    decides_alone: str
    stops_doing: str
    stop_suggestions: tuple[StopSuggestion, ...]
    paid_for: tuple[PaidFor, ...]
    paid_from: Date | None
    acknowledged_on: Date | None

    @property
    def has_letters(self) -> bool:
        """Whether the person stands in the matrix at all."""
        return bool(self.answers_for or self.does or self.is_asked or self.is_told)


def role_card(engagement: Engagement, person_id: str) -> RoleCardContent:
    """The card of a person; KeyError when there is no such person."""
    person = engagement.named(Person, person_id)
    typed = engagement.get(RoleCard, person_id) or RoleCard(id=person_id, person_id=person_id)
    duties = tuple(_duties(engagement, person_id))
    scheme = engagement.get(RewardScheme, AFTER)
    return RoleCardContent(
        person=person,
        position=engagement.get(Position, person.position_id),
        department=engagement.department(person.department_id),
        exists=engagement.get(RoleCard, person_id) is not None,
        purpose=typed.purpose or "",
        answers_for=_with(duties, "A"),
        does=_with(duties, "R"),
        is_asked=_with(duties, "C"),
        is_told=_with(duties, "I"),
        hands_over=tuple(handoff for handoff in engagement.handoffs if handoff.from_person_id == person_id),
        takes_over=tuple(handoff for handoff in engagement.handoffs if handoff.to_person_id == person_id),
        goals=tuple(_goals(engagement, person)),
        decides_alone=typed.decides_alone or "",
        stops_doing=typed.stops_doing or "",
        stop_suggestions=stop_suggestions(engagement, person_id),
        paid_for=tuple(_paid_for(engagement, person)),
        paid_from=scheme.valid_from if scheme else None,
        acknowledged_on=typed.acknowledged_on,
    )


def _with(duties: tuple[Duty, ...], letter: str) -> tuple[Duty, ...]:
    return tuple(duty for duty in duties if letter in duty.letters)


def _duties(engagement: Engagement, person_id: str) -> Iterator[Duty]:
    hours = _hours(engagement, person_id)
    for row in live_rows(engagement):
        activity = engagement.activity(row.activity_id)
        if activity is not None and person_id in row.cells:
            yield Duty(activity, row.cells[person_id], hours.get(row.activity_id))


def _hours(engagement: Engagement, person_id: str) -> Mapping[str, Decimal]:
    """Known hours per week of the person's lines by activity."""
    hours: dict[str, Decimal] = {}
    for line in lines_by_person(engagement).get(person_id, ()):
        if line.activity_id is not None and line.hours_per_week is not None:
            hours[line.activity_id] = hours.get(line.activity_id, Decimal(0)) + line.hours_per_week
    return hours


def _goals(engagement: Engagement, person: Person) -> Iterator[GoalShare]:
    texts = {
        contribution.goal_id: contribution.text
        for contribution in engagement.contributions
        if contribution.department_id == person.department_id
    }
    given = contributors(engagement)
    for goal in engagement.goals:
        is_owned = goal.owner_id == person.id
        contributes = person.department_id in given.get(goal.id, ())
        if is_owned or contributes:
            yield GoalShare(goal, is_owned, texts.get(goal.id) if contributes else None)


def _paid_for(engagement: Engagement, person: Person) -> Iterator[PaidFor]:
    for row in engagement.reward_weights:
        indicator = engagement.get(RewardIndicator, f"{AFTER}/{row.indicator}")
        counts = row.scheme_id == AFTER and row.position_id == person.position_id and row.weight > 0
        if indicator is not None and counts:
            yield PaidFor(indicator, row.weight)


@frozen(slots=True)
class HoursChange:
    """Hours a week of a person's own function lines: all that are known, and those of lines the person may stop.

    ``released`` is an upper bound of the relief, never a promise.
    """

    now: Decimal
    released: Decimal

    @property
    def left(self) -> Decimal:
        """What stays at least."""
        return self.now - self.released


def hours_change(engagement: Engagement, person_id: str) -> HoursChange | None:
    """The hours of a person before and after the decisions; None while no hours are known."""
    known = [line.hours_per_week for line in lines_by_person(engagement).get(person_id, ())]
    hours = [value for value in known if value is not None]
    if not any(hours):
        return None
    going = (found.line.hours_per_week for found in stop_suggestions(engagement, person_id))
    return HoursChange(sum(hours, Decimal(0)), sum((value for value in going if value is not None), Decimal(0)))


def stop_suggestions(engagement: Engagement, person_id: str) -> tuple[StopSuggestion, ...]:
    """Lines the person may stop doing: stopped, assigned to another department, or without A and R in the matrix."""
    lines = lines_by_person(engagement).get(person_id, ())
    return tuple(
        StopSuggestion(line, reason)
        for line in lines
        if line.hours_per_week != 0 and (reason := _reason_to_stop(engagement, line, person_id))
    )


def _reason_to_stop(engagement: Engagement, line: Function, person_id: str) -> Message | None:
    decision = current_decisions(engagement).get(line.activity_id or "")
    if decision is not None and not is_deferred(decision) and (reason := _decided(engagement, decision, line)):
        return reason
    row = matrix(engagement).get(line.activity_id or "")
    if row and not _acts(row, person_id):
        return Message(N_("no A and no R in the matrix any more"))
    return None


def _decided(engagement: Engagement, decision: Decision, line: Function) -> Message | None:
    if decision.type is DecisionType.STOP:
        return Message(N_("it was decided to stop this"))
    owner = engagement.department(decision.owner_department_id)
    if decision.type is DecisionType.ASSIGN and owner is not None and owner.id != line.department_id:
        return Message(N_("it goes to {department}"), {"department": owner.name})
    return None


def _acts(row: MatrixRow, person_id: str) -> bool:
    letters = row.cells.get(person_id, Letters())
    return "A" in letters or "R" in letters
