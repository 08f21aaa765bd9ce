"""Checks of joint projects and teams (METHOD D, PRJ-01 … PRJ-04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.cooperation import has_sound_size, missing_of, team_departments, team_size
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message


def _no_project(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    return whole_plan(not engagement.projects)


def _one_department(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(project.id) for project in engagement.projects if len(team_departments(engagement, project)) < 2)


def _incomplete(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for project in engagement.projects:
        if missing := missing_of(engagement, project):
            yield Hit(project.id, detail=tuple(map(Message, missing)))


def _odd_size(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for project in engagement.projects:
        if not has_sound_size(engagement, project):
            yield Hit(project.id, team_size(engagement, project))


CHECKS: tuple[Check, ...] = (
    Check(
        id="PRJ-01",
        severity=Severity.WARNING,
        object="plan",
        step="cooperation",
        recommendation=2,
        message=N_("There is no joint project"),
        fix=N_("Choose one for 60–90 days"),
        find=_no_project,
    ),
    Check(
        id="PRJ-02",
        severity=Severity.ERROR,
        object="project",
        step="cooperation",
        recommendation=2,
        message=N_("Project “{title}” is not cross-departmental"),
        fix=N_("Add people from another department"),
        find=_one_department,
    ),
    Check(
        id="PRJ-03",
        severity=Severity.WARNING,
        object="project",
        step="cooperation",
        recommendation=2,
        message=N_("Project “{title}” lacks {n}"),
        fix=N_("Leader, end date, measurable result"),
        find=_incomplete,
    ),
    Check(
        id="PRJ-04",
        severity=Severity.INFO,
        object="project",
        step="cooperation",
        recommendation=2,
        message=N_("Project “{title}”: team of {n}"),
        fix=N_("2 to 7 people"),
        find=_odd_size,
    ),
)
