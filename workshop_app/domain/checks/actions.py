"""Checks of the action plan (METHOD D, ACT-01 … ACT-13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_
from workshop_app.domain.model import Action
from workshop_app.domain.plan import (
    HALF_YEAR,
    covered_recommendations,
    days_overdue,
    department_of,
    has_active_owner,
    is_live,
    is_quick,
    is_weekend,
    misfits,
)
from workshop_app.domain.recommendations import RECOMMENDATIONS
from workshop_app.domain.rounding import half_up
from workshop_app.domain.text_key import norm_text
from workshop_app.domain.wording import begins_with_stop_verb, is_blank

_MOST_ACTIONS = 5
_FEWEST_TO_COMPARE = 6


def _no_owner(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(action.id) for action in engagement.actions if not has_active_owner(engagement, action))


def _no_due_date(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(action.id) for action in engagement.actions if action.due is None)


def _outside_half_year(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    session = engagement.session.date
    for action in engagement.actions:
        if session and action.due and not session <= action.due <= session + HALF_YEAR:
            yield Hit(action.id)


def _overdue(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for action in engagement.actions:
        if days := days_overdue(action, context.as_of):
            yield Hit(action.id, days)


def _carries_too_much(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    carried = Counter(action.owner_id for action in engagement.actions if is_live(action))
    for person in engagement.people:
        if carried[person.id] > _MOST_ACTIONS:
            yield Hit(person.id, carried[person.id])


def _lopsided(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    live = [action for action in engagement.actions if is_live(action) and has_active_owner(engagement, action)]
    if len(live) < _FEWEST_TO_COMPARE or not engagement.departments:
        return
    limit = min(Fraction(70, 100), Fraction(1, len(engagement.departments)) + Fraction(25, 100))
    carried = Counter(department_of(engagement, action) for action in live)
    for department in engagement.departments:
        share = Fraction(carried[department.id], len(live))
        if share > limit:
            yield Hit(department.id, int(half_up(share * 100)))


def _not_covered(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    covered = covered_recommendations(engagement)
    return (Hit(str(number)) for number in RECOMMENDATIONS if number not in covered)


def _no_quick_step(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    session = engagement.session.date
    return whole_plan(session and not any(is_quick(action, session) for action in engagement.actions))


def _no_result(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(action.id) for action in engagement.actions if is_blank(action.result))


def _wish(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for action in engagement.actions:
        if is_blank(action.result) and begins_with_stop_verb(action.title):
            yield Hit(action.id)


def _dependency_misfit(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(action_id, detail=misfit.names) for action_id, misfit in misfits(engagement).items())


def _at_weekend(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(action.id) for action in engagement.actions if action.due and is_weekend(action.due))


def _entered_twice(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    seen: set[tuple[str, str]] = set()
    for action in engagement.actions:
        unknown = engagement.unresolved(Action.table, action.id, "owner_id")
        owner = action.owner_id or "".join(reference.text for reference in unknown)
        key = (norm_text(action.title), owner)
        if key[0] and key in seen:
            yield Hit(action.id)
        seen.add(key)


CHECKS: tuple[Check, ...] = (
    Check(
        id="ACT-01",
        severity=Severity.ERROR,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("Action “{title}” has no owner"),
        fix=N_("One person, by name"),
        find=_no_owner,
    ),
    Check(
        id="ACT-02",
        severity=Severity.ERROR,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("Action “{title}” has no due date"),
        fix=N_("Set a date"),
        find=_no_due_date,
    ),
    Check(
        id="ACT-03",
        severity=Severity.WARNING,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("Due date of “{title}” is outside the half-year after the session"),
        fix=N_("Cut it up or move it"),
        find=_outside_half_year,
    ),
    Check(
        id="ACT-04",
        severity=Severity.ERROR,
        object="action",
        step="followup",
        work_of="plan",
        recommendation=None,
        message=N_("“{title}” is {n} days overdue"),
        fix=N_("Do it, move it with a reason, or cancel it"),
        find=_overdue,
    ),
    Check(
        id="ACT-05",
        severity=Severity.WARNING,
        object="person",
        step="plan",
        recommendation=None,
        message=N_("{title} has {n} open actions"),
        fix=N_("Hand some over"),
        find=_carries_too_much,
    ),
    Check(
        id="ACT-06",
        severity=Severity.WARNING,
        object="department",
        step="plan",
        recommendation=2,
        message=N_("Department “{title}” carries {n} % of the actions"),
        fix=N_("The plan is common: share it out"),
        find=_lopsided,
    ),
    Check(
        id="ACT-07",
        severity=Severity.WARNING,
        object="recommendation",
        step="plan",
        recommendation=None,
        message=N_("Recommendation no. {title} has no action"),
        fix=N_("Add an action or note why not"),
        find=_not_covered,
    ),
    Check(
        id="ACT-08",
        severity=Severity.INFO,
        object="plan",
        step="plan",
        recommendation=None,
        message=N_("No quick step within 30 days"),
        fix=N_("Add at least one"),
        find=_no_quick_step,
    ),
    Check(
        id="ACT-09",
        severity=Severity.WARNING,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("“{title}”: the result is not named"),
        fix=N_("How shall we see that it is done?"),
        find=_no_result,
    ),
    Check(
        id="ACT-10",
        severity=Severity.WARNING,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("“{title}” is a wish, not an action"),
        fix=N_("Begin with a result verb: draw up, hand over, launch"),
        find=_wish,
    ),
    Check(
        id="ACT-11",
        severity=Severity.ERROR,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("“{title}”: dependency does not fit ({n})"),
        fix=N_("Swap the dates or drop the link"),
        find=_dependency_misfit,
    ),
    Check(
        id="ACT-12",
        severity=Severity.INFO,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("Due date of “{title}” is at the weekend"),
        fix=N_("Move it to a working day"),
        find=_at_weekend,
    ),
    Check(
        id="ACT-13",
        severity=Severity.ERROR,
        object="action",
        step="plan",
        recommendation=None,
        message=N_("Action “{title}” is entered twice"),
        fix=N_("Remove the repeat"),
        find=_entered_twice,
    ),
)
