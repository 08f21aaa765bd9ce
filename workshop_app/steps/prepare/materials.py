"""What the session needs to be there beforehand, where it came from, and what is missing (METHOD S1, "Inputs")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from datetime import datetime
from decimal import Decimal

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department, RewardScheme
from workshop_app.domain.rewards.scheme import BEFORE
from workshop_app.domain.rounding import half_up

MOST_ACTIVITIES = 40
"""Function lines come to at most so many common activities (METHOD S1)."""


@frozen
class Material:
    """One thing to have: ``name`` is a message id, ``of`` whose it is; ``there`` and ``missing`` say how it stands.

    ``needed`` False: useful, but the session works without it. ``step`` and ``sub_step`` are where it is kept.
    """

    id: str
    name: str
    there: Message | None
    missing: Message | None
    step: str
    sub_step: str
    of: str = ""
    department_id: str | None = None
    source: str = ""
    day: Date | None = None
    needed: bool = True

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return self.missing is None


def materials(engagement: Engagement) -> tuple[Material, ...]:
    """All materials in the order in which they are collected."""
    return engagement.derive(_materials)


def _materials(engagement: Engagement) -> tuple[Material, ...]:
    return (
        _question(engagement),
        _rules(engagement),
        *_functions(engagement),
        _activities(engagement),
        _ledger(engagement),
        _survey(engagement),
        _rewards(engagement),
    )


def _question(engagement: Engagement) -> Material:
    text = engagement.company.owner_question.strip()
    there = Message("{text}", {"text": text}) if text else None
    missing = None if text else Message(N_("not written down yet"))
    return Material("question", N_("The owner's question"), there, missing, "prepare", "company")


def _rules(engagement: Engagement) -> Material:
    count = len(engagement.session.rules)
    there = Message(N_("rules: {n}"), {"n": count}) if count else None
    missing = None if count else Message(N_("none yet"))
    return Material("rules", N_("Rules of the room"), there, missing, "prepare", "company")


def _functions(engagement: Engagement) -> Iterator[Material]:
    if not engagement.departments:
        missing = Message(N_("departments first"))
        yield Material("functions", N_("Function list"), None, missing, "audit", "collect")
    for department in engagement.departments:
        yield _function_list(engagement, department)


def _function_list(engagement: Engagement, department: Department) -> Material:
    lines = [function for function in engagement.functions if function.department_id == department.id]
    hours = half_up(sum((line.hours_per_week or Decimal(0) for line in lines), Decimal(0)), 2)
    unknown = sum(line.hours_per_week is None for line in lines)
    there = Message(N_("functions: {n}, {hours} h/wk"), {"n": len(lines), "hours": hours}) if lines else None
    missing = None if lines else Message(N_("no function yet"))
    if unknown:
        missing = Message(N_("without hours: {n}"), {"n": unknown})
    return Material(
        f"functions:{department.id}",
        N_("Function list"),
        there,
        missing,
        "audit",
        "collect",
        of=department.name,
        department_id=department.id,
    )


def _activities(engagement: Engagement) -> Material:
    count = len(engagement.activities)
    there = Message(N_("activities: {n}"), {"n": count}) if count else None
    missing = None if count else Message(N_("come from matching the lists"))
    if count > MOST_ACTIVITIES:
        missing = Message(N_("more than {most}: put alike ones together"), {"most": MOST_ACTIVITIES})
    return Material("activities", N_("Common activities"), there, missing, "audit", "match")


def _ledger(engagement: Engagement) -> Material:
    batches = [batch for batch in engagement.ledger_batches if batch.active]
    rows = sum(batch.row_count for batch in batches)
    there = Message(N_("rows: {n}"), {"n": Decimal(rows)}) if batches else None
    missing = None if batches else Message(N_("2–5 years of sales; works without it"))
    day = _day(batches[-1].imported_at) if batches else None
    files = ", ".join(dict.fromkeys(batch.file for batch in batches))
    return Material(
        "ledger", N_("Sales ledger"), there, missing, "diagnosis", "numbers", source=files, day=day, needed=False
    )


def _survey(engagement: Engagement) -> Material:
    waves = engagement.surveys
    if not waves:
        none_yet = Message(N_("no wave yet: print or send the forms"))
        return Material("survey", N_("Pulse survey"), None, none_yet, "feedback", "pulse")
    first = waves[0]
    invited = sum(row.invited for row in engagement.survey_invitations if row.survey_id == first.id)
    answered = sum(response.survey_id == first.id for response in engagement.survey_responses)
    there = Message(N_("answers: {n} of {all}"), {"n": answered, "all": invited})
    missing: Message | None = None if invited else Message(N_("nobody has been invited"))
    if invited and not answered:
        missing = Message(N_("no answer yet"))
    return Material("survey", N_("Pulse survey"), there, missing, "feedback", "pulse", day=first.date)


def _rewards(engagement: Engagement) -> Material:
    before = engagement.get(RewardScheme, BEFORE)
    there = Message("{text}", {"text": before.name}) if before else None
    missing = None if before else Message(N_("rules of today's bonuses; can be typed later"))
    return Material("rewards", N_("Present bonus rules"), there, missing, "rewards", "", needed=False)


def _day(stamp: str) -> Date | None:
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None
