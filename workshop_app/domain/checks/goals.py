"""Checks of the common goals (METHOD D, GOAL-01 … GOAL-14)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.goals import contributors, smart
from workshop_app.domain.message import N_

_MOST_GOALS = 5


def _no_common_goal(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    return whole_plan(all(len(departments) < 2 for departments in contributors(engagement).values()))


def _too_many(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    goals = len(engagement.goals)
    return whole_plan(goals > _MOST_GOALS, goals)


def _weakness(rule: str) -> Callable[[Engagement, CheckContext], Iterator[Hit]]:
    def find(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
        for goal in smart(engagement).values():
            for weakness in goal.weaknesses:
                if weakness.rule == rule:
                    yield Hit(goal.goal_id, weakness.number, weakness.detail)

    return find


CHECKS: tuple[Check, ...] = (
    Check(
        id="GOAL-01",
        severity=Severity.ERROR,
        object="plan",
        step="goals",
        recommendation=6,
        message=N_("There is no common goal"),
        fix=N_("Write a goal that no department reaches alone"),
        find=_no_common_goal,
    ),
    Check(
        id="GOAL-02",
        severity=Severity.ERROR,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("Goal “{title}” has no number for from–to"),
        fix=N_("Add measure, unit, baseline and target"),
        find=_weakness("GOAL-02"),
    ),
    Check(
        id="GOAL-03",
        severity=Severity.ERROR,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("Goal “{title}” has no owner"),
        fix=N_("One person, by name"),
        find=_weakness("GOAL-03"),
    ),
    Check(
        id="GOAL-04",
        severity=Severity.ERROR,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("Goal “{title}” has no deadline, or it is past"),
        fix=N_("Set a date after the session"),
        find=_weakness("GOAL-04"),
    ),
    Check(
        id="GOAL-05",
        severity=Severity.WARNING,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("Deadline of “{title}” is too near or too far"),
        fix=N_("1 to 12 months; otherwise cut into stages"),
        find=_weakness("GOAL-05"),
    ),
    Check(
        id="GOAL-06",
        severity=Severity.ERROR,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("“{title}”: no contribution of department {n}"),
        fix=N_("What exactly will this department do?"),
        find=_weakness("GOAL-06"),
    ),
    Check(
        id="GOAL-07",
        severity=Severity.ERROR,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("“{title}”: direction and numbers disagree"),
        fix=N_("Check baseline, target and direction"),
        find=_weakness("GOAL-07"),
    ),
    Check(
        id="GOAL-08",
        severity=Severity.WARNING,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("“{title}” is worded too generally"),
        fix=N_("What changes, for whom, by how much, by when?"),
        find=_weakness("GOAL-08"),
    ),
    Check(
        id="GOAL-09",
        severity=Severity.WARNING,
        object="goal",
        step="plan",
        recommendation=6,
        message=N_("No action serves goal “{title}”"),
        fix=N_("Add a first action for the next 30 days"),
        find=_weakness("GOAL-09"),
    ),
    Check(
        id="GOAL-10",
        severity=Severity.WARNING,
        object="goal",
        step="feedback",
        recommendation=7,
        message=N_("Goal “{title}” has no indicator"),
        fix=N_("Choose one from the indicator table"),
        find=_weakness("GOAL-10"),
    ),
    Check(
        id="GOAL-11",
        severity=Severity.INFO,
        object="plan",
        step="goals",
        recommendation=6,
        message=N_("{n} goals: attention will be scattered"),
        fix=N_("Keep 3–5"),
        find=_too_many,
    ),
    Check(
        id="GOAL-12",
        severity=Severity.WARNING,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("Little confidence in goal “{title}” ({n})"),
        fix=N_("Ask: what would have to change to make it a 4?"),
        find=_weakness("GOAL-12"),
    ),
    Check(
        id="GOAL-13",
        severity=Severity.WARNING,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("“{title}”: a jump of {n} %: realistic?"),
        fix=N_("Say by what means, or lower it"),
        find=_weakness("GOAL-13"),
    ),
    Check(
        id="GOAL-14",
        severity=Severity.WARNING,
        object="goal",
        step="goals",
        recommendation=6,
        message=N_("Goal “{title}” has no data source"),
        fix=N_("Name the report or system"),
        find=_weakness("GOAL-14"),
    ),
)
