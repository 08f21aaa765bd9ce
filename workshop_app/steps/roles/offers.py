"""What decisions give to the matrix: a row for each activity that was decided, A where it belongs (METHOD S5)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Decision, DecisionType
from workshop_app.domain.raci import matrix
from workshop_app.domain.raci_cures import Cure, cures
from workshop_app.steps.roles.operations import NOT_DISTRIBUTED, apply_cure
from workshop_app.steps.step import Offer

ELSEWHERE, STOPPED = "RACI-08", "RACI-13"


def offers(engagement: Engagement) -> Iterator[Offer]:
    """A row from today's work for every decided activity that has none; letters that a later decision moves."""
    yield from _without_row(engagement)
    yield from _decided_anew(engagement)


def _decided_anew(engagement: Engagement) -> Iterator[Offer]:
    rows = matrix(engagement)
    for activity_id, decision in current_decisions(engagement).items():
        activity, row = engagement.activity(activity_id), rows.get(activity_id)
        if activity is None or row is None:
            continue
        holders = [person for name in row.holders("A") if (person := engagement.person(name))]
        owner = decision.owner_department_id
        if decision.type is DecisionType.STOP:
            rule = STOPPED
        elif owner and len(holders) == 1 and holders[0].department_id != owner:
            rule = ELSEWHERE
        else:
            continue
        moves = (cure for cure in cures(engagement, rule, activity_id) if _is_letters(cure))
        for cure in islice(moves, 1):
            text = Message(N_("“{title}” in the matrix: {change}"), {"title": activity.title, "change": cure.label})
            yield Offer(f"letters/{activity_id}/{decision.type}/{owner}", "roles", text, apply_cure(cure))


def _is_letters(cure: Cure) -> bool:
    """Whether a cure changes the matrix, and not the decision."""
    return all(table != Decision.table for table, _id, _row in cure.changes)


def _without_row(engagement: Engagement) -> Iterator[Offer]:
    rows = matrix(engagement)
    for activity_id, decision in current_decisions(engagement).items():
        activity = engagement.activity(activity_id)
        done = activity_id in rows or decision.type is DecisionType.STOP or is_deferred(decision)
        cure = None if done or activity is None else next(iter(cures(engagement, NOT_DISTRIBUTED, activity_id)), None)
        if activity is not None and cure is not None:
            text = Message(N_("A row of the matrix for “{title}”, from today's work"), {"title": activity.title})
            yield Offer(f"row/{activity_id}", "roles", text, apply_cure(cure))
