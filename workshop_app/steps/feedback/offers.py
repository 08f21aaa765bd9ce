"""What goals give to monitoring: an indicator for each (METHOD S10)."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.steps.feedback.operations import indicators_from_goals
from workshop_app.steps.step import Offer


def offers(engagement: Engagement) -> Iterator[Offer]:
    """An indicator for every goal that says from where to where and has none."""
    for goal in engagement.goals:
        measured = goal.baseline is not None and goal.target is not None
        if goal.indicator_id is None and measured and goal.title:
            text = Message(N_("An indicator for the goal “{title}”"), {"title": goal.title})
            yield Offer(f"indicator/{goal.id}", "feedback", text, indicators_from_goals([goal]))
