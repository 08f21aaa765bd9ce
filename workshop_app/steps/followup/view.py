"""What the follow-up shows: the way so far, overdue actions, indicators in red and amber, answers asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from workshop_app.domain import pulse
from workshop_app.domain.checks.survey import is_repeated
from workshop_app.domain.decisions import LABELS as DECISIONS
from workshop_app.domain.decisions import current_decisions
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import SECOND_WAVE
from workshop_app.domain.followup import (
    ActionCounts,
    Changes,
    Outcome,
    ReAnswer,
    TimelinePoint,
    action_counts,
    changes,
    day_number,
    looks_back_to,
    moved,
    overdue,
    reanswers,
    still_open,
    timeline,
    upcoming,
)
from workshop_app.domain.frozen import frozen
from workshop_app.domain.indicators import Status, Trend, worst_first
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, Activity, Claim, Department, FollowUp, Indicator, Note, NoteKind, Survey
from workshop_app.domain.plan import FOLLOW_UP_DAYS as DAYS
from workshop_app.domain.plan import days_overdue, follow_ups_due
from workshop_app.domain.rounding import half_up
from workshop_app.i18n import Words
from workshop_app.steps.step import ViewContext
from workshop_app.steps.thanks import Thanks, all_thanks

STEP_ID = "followup"


@frozen
class LateAction:
    """An action past its date, or one that still has time (``days`` 0)."""

    id: str
    action: Action
    owner: str
    department: Department | None
    days: int


@frozen
class AskedAgain:
    """An activity answered again: the second answers by department id.

    ``decided``: the kind of the decision that holds, as a message id, empty without one; ``rule`` its rule.
    """

    id: str
    activity: Activity
    answer: ReAnswer
    claims: Mapping[str, Claim]
    decided: str
    rule: str


@frozen
class Besides:
    """What belongs to this day beside the five points; ``step`` and ``sub_step`` are where it is done."""

    text: Message
    done: bool
    step: str
    sub_step: str


@frozen
class FollowUpView:
    """One of the three days.

    ``unset``: the days that nobody has set yet, with the dates they should have. ``upcoming``: open actions due within
    two weeks; ``later``: how many more are open, later or without a date. ``changes``: since the follow-up before;
    ``better``: the same, or since the session where nothing is better yet. ``alarms``: the indicators in red and amber,
    worst first; ``indicators``: how many there are, ``without_values``: how many have no values at all. ``thanks``:
    who was named since the follow-up before.
    """

    day: int
    followup: FollowUp | None
    timeline: tuple[TimelinePoint, ...]
    unset: Mapping[int, date]
    today: date
    day_number: int | None
    counts: ActionCounts
    overdue: tuple[LateAction, ...]
    upcoming: tuple[LateAction, ...]
    later: int
    moved: tuple[Action, ...]
    changes: Changes | None
    better: Changes | None
    alarms: tuple[tuple[Indicator, Trend], ...]
    without_values: int
    indicators: int
    corrections: tuple[Note, ...]
    thanks: tuple[Thanks, ...]
    departments: tuple[Department, ...]
    asked_again: tuple[AskedAgain, ...]
    besides: tuple[Besides, ...]


def present_day(engagement: Engagement) -> int:
    """The follow-up that is next: the first one not held, else the last."""
    held = {followup.day for followup in engagement.followups if followup.held_on}
    return next((day for day in DAYS if day not in held), DAYS[-1])


def followup_view(engagement: Engagement, context: ViewContext, day: int | None = None) -> FollowUpView:
    """The follow-up of a day; None = the next one."""
    day = day or present_day(engagement)
    since, today = looks_back_to(engagement, day), context.as_of
    asked = _asked_again(engagement)
    counts, near = action_counts(engagement, today), upcoming(engagement, today)
    return FollowUpView(
        day=day,
        followup=next((f for f in engagement.followups if f.day == day), None),
        timeline=timeline(engagement),
        unset={waiting.day: waiting.date for waiting in follow_ups_due(engagement) if waiting.date},
        today=today,
        day_number=day_number(engagement, today),
        counts=counts,
        overdue=tuple(_late(engagement, action, today) for action in overdue(engagement, today)),
        upcoming=tuple(_late(engagement, action, today) for action in near),
        later=counts.open + counts.in_progress - counts.overdue - len(near),
        moved=moved(engagement),
        changes=changes(engagement, since, today) if since else None,
        better=_better(engagement, since, today),
        alarms=tuple(
            (indicator, trend)
            for indicator, trend in worst_first(engagement, today)
            if trend.status in (Status.RED, Status.AMBER)
        ),
        without_values=sum(t.status is Status.GREY for _indicator, t in worst_first(engagement, today)),
        indicators=len(engagement.indicators),
        corrections=tuple(n for n in engagement.notes if n.step == STEP_ID and n.kind is NoteKind.DECISION),
        thanks=_thanks_since(engagement, since, today),
        departments=engagement.departments,
        asked_again=asked,
        besides=tuple(
            point
            for point in _besides(engagement, context, day, asked)
            if point.step not in engagement.settings.steps_off
        ),
    )


def talked_through(found: Changes, words: Words) -> str:
    """How many role cards were confirmed since then (METHOD S12, day 60)."""
    count = len(found.confirmed_cards)
    return words.plural("{n} role card talked through", "{n} role cards talked through", count)


def _better(engagement: Engagement, since: date | None, today: date) -> Changes | None:
    """Since the follow-up before; since the session where nothing has improved or was finished yet."""
    session = engagement.session.date
    if since is None or session is None:
        return None
    found = changes(engagement, since, today)
    return found if found.improved or found.done else changes(engagement, session, today)


def _thanks_since(engagement: Engagement, since: date | None, today: date) -> tuple[Thanks, ...]:
    found = ((each, each.nomination.date or today) for each in all_thanks(engagement))
    return tuple(each for each, day in found if (since or date.min) < day <= today)


def _besides(
    engagement: Engagement, context: ViewContext, day: int, asked: tuple[AskedAgain, ...]
) -> Iterator[Besides]:
    """METHOD S12: day 30 the new rules, day 60 survey and role cards, day 90 answers again and the ledger's quarter."""
    if day <= DAYS[0]:
        left = len(still_open(engagement))
        text = N_("Do the new rules work? Findings still open: {n}")
        yield Besides(Message(text, {"n": left}), left == 0, "audit", "decide")
    elif day <= DAYS[1]:
        yield _second_survey(engagement)
        cards = engagement.role_cards
        talked = sum(card.acknowledged_on is not None for card in cards)
        text = N_("Role cards talked through: {n} of {m}")
        done = bool(cards) and talked == len(cards)
        yield Besides(Message(text, {"n": talked, "m": len(cards)}), done, "roles", "cards")
    else:
        again = sum(line.answer.after is not None for line in asked)
        lives = sum(line.answer.outcome is Outcome.VERIFIED for line in asked)
        params = {"n": again, "m": len(asked), "k": lives}
        done = bool(asked) and again == len(asked)
        yield Besides(Message(N_("Asked again: {n} of {m}, decisions that live: {k}"), params), done, STEP_ID, "again")
        yield _second_survey(engagement)
        yield Besides(
            Message(N_("The quarter in the sales ledger")), context.ledger_figures is not None, "diagnosis", "numbers"
        )


def _second_survey(engagement: Engagement) -> Besides:
    """The pulse survey repeated: the index before and now."""
    answered = pulse.waves(engagement)
    later = [wave for wave in answered if is_repeated(engagement, engagement.named(Survey, wave.survey_id).date)]
    if not later:
        return Besides(Message(N_("The second pulse survey is not there yet")), False, "feedback", "pulse")
    before, now = answered[0].cooperation_index, later[-1].cooperation_index
    if before is None or now is None or answered[0] is later[-1]:
        return Besides(Message(N_("The second pulse survey has answers")), True, "feedback", "pulse")
    params = {"before": half_up(before, 1), "now": half_up(now, 1)}
    return Besides(Message(N_("Cooperation index: {before} → {now}"), params), True, "feedback", "pulse")


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
        if claim.wave == SECOND_WAVE:
            second.setdefault(claim.activity_id, {})[claim.department_id] = claim
    decided = current_decisions(engagement)
    lines = []
    for answer in reanswers(engagement):
        decision = decided.get(answer.activity_id)
        lines.append(
            AskedAgain(
                id=answer.activity_id,
                activity=engagement.named(Activity, answer.activity_id),
                answer=answer,
                claims=second.get(answer.activity_id, {}),
                decided=DECISIONS[decision.type] if decision else "",
                rule=(decision.split_rule or "") if decision else "",
            )
        )
    return tuple(lines)
