"""Next year's workshop begins from this file: people, work and rules stay, answers, decisions and plans do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workshop_app.domain.decisions import current_decisions, stopped_activities
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    Activity,
    AgendaItem,
    CreditRule,
    Department,
    DictionaryEntry,
    Function,
    Handoff,
    Indicator,
    IndicatorPoint,
    Meeting,
    Person,
    Position,
    Recognition,
    RewardIndicator,
    RewardScheme,
    RewardWeight,
    Row,
    Settings,
    Skill,
    SkillLevel,
    TargetBonus,
    Wording,
)
from workshop_app.domain.rewards.scheme import AFTER, BEFORE
from workshop_app.domain.rewards.variants import as_scheme

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
    Handoff,
    Meeting,
    Recognition,
    Wording,
)
"""What stays as it is; of a stopped activity nothing does."""


def next_year_rows(engagement: Engagement) -> Iterator[Row]:
    """The rows of the new file.

    Decided rules become existing rules confirmed by those who confirmed them; stopped activities stay away; an
    approved new reward scheme is the one to begin from. The owner asks a new question.
    """
    stopped = stopped_activities(engagement)
    yield replace(engagement.company, as_of=None, owner_question="")
    yield replace(engagement.session, date=None, dates=(), absent=())
    for row_type in KEPT:
        for row in engagement.rows(row_type):
            if not (isinstance(row, Function | Handoff) and row.activity_id in stopped):
                yield row
    yield from _activities(engagement, stopped)
    yield from _scheme(engagement)


def _activities(engagement: Engagement, stopped: frozenset[str]) -> Iterator[Activity]:
    decided = current_decisions(engagement)
    for activity in engagement.activities:
        if activity.id in stopped:
            continue
        decision = decided.get(activity.id)
        rule = decision.split_rule if decision else None
        if decision is not None and rule:
            yield replace(activity, existing_rule=rule, existing_rule_confirmed_by=decision.confirmed_by)
        else:
            yield activity


def _scheme(engagement: Engagement) -> Iterator[Row]:
    """The scheme that holds, as the one before; last year's facts are entered anew."""
    new = engagement.get(RewardScheme, AFTER)
    holds = AFTER if new is not None and new.owner_approved else BEFORE
    yield from as_scheme(engagement, holds, BEFORE, (RewardIndicator, RewardWeight, TargetBonus, CreditRule))
