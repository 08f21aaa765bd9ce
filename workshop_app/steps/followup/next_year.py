"""Next year's workshop begins from this file: people, activities and rules stay, answers and plans do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workshop_app.domain.decisions import current_decisions, stopped_activities
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    Activity,
    AgendaItem,
    Company,
    Department,
    DictionaryEntry,
    Function,
    Indicator,
    IndicatorPoint,
    Person,
    Position,
    Row,
    Session,
    Settings,
    Skill,
    SkillLevel,
)

KEPT: tuple[type[Row], ...] = (
    Settings,
    AgendaItem,
    Department,
    Position,
    Person,
    Function,
    DictionaryEntry,
    Indicator,
    IndicatorPoint,
    Skill,
    SkillLevel,
)


def next_year_rows(engagement: Engagement) -> Iterator[Row]:
    """The rows of the new file.

    Decided rules become existing rules confirmed by those who confirmed them; activities that were stopped stay away.
    """
    stopped = stopped_activities(engagement)
    yield replace(engagement.company, as_of=None)
    yield replace(engagement.session, date=None, dates=(), absent=())
    for row_type in KEPT:
        for row in engagement.rows(row_type):
            if isinstance(row, Function) and row.activity_id in stopped:
                continue
            yield row
    decided = current_decisions(engagement)
    for activity in engagement.activities:
        if activity.id not in stopped:
            decision = decided.get(activity.id)
            yield _with_rule(
                activity, decision.split_rule if decision else None, decision.confirmed_by if decision else ()
            )


def _with_rule(activity: Activity, rule: str | None, confirmed_by: tuple[str, ...]) -> Activity:
    if not rule:
        return activity
    return replace(activity, existing_rule=rule, existing_rule_confirmed_by=confirmed_by)


__all__ = ["Company", "Session", "next_year_rows"]
