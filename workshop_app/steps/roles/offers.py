"""What decisions give to the matrix: a row for each activity that was decided (METHOD S5)."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import DecisionType
from workshop_app.domain.raci import matrix
from workshop_app.domain.raci_cures import cures
from workshop_app.steps.roles.operations import apply_cure
from workshop_app.steps.step import Offer

WITHOUT_ROW = "RACI-14"


def offers(engagement: Engagement) -> Iterator[Offer]:
    """A row from today's work for every decided activity that has none."""
    rows = matrix(engagement)
    for activity_id, decision in current_decisions(engagement).items():
        activity = engagement.activity(activity_id)
        done = activity_id in rows or decision.type is DecisionType.STOP or is_deferred(decision)
        cure = None if done or activity is None else next(iter(cures(engagement, WITHOUT_ROW, activity_id)), None)
        if activity is not None and cure is not None:
            text = Message(N_("A row of the matrix for “{title}”, from today's work"), {"title": activity.title})
            yield Offer(f"row/{activity_id}", "roles", text, apply_cure(cure))
