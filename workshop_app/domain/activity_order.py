"""The activities as the form “Whose work is it?” lists them: group by group, so that answers are typed in its order."""

from __future__ import annotations

from collections.abc import Mapping

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Activity


def by_group(engagement: Engagement) -> Mapping[str, tuple[Activity, ...]]:
    """The activities of each group (empty text: without a group); groups in the order of their first activity."""
    return engagement.derive(_by_group)


def form_places(engagement: Engagement) -> Mapping[str, int]:
    """The number of each activity on the form, from 1, by id."""
    ordered = (activity for group in by_group(engagement).values() for activity in group)
    return {activity.id: number for number, activity in enumerate(ordered, 1)}


def _by_group(engagement: Engagement) -> dict[str, tuple[Activity, ...]]:
    grouped: dict[str, list[Activity]] = {}
    for activity in engagement.activities:
        grouped.setdefault((activity.group or "").strip(), []).append(activity)
    return {group: tuple(activities) for group, activities in grouped.items()}
