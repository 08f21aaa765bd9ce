"""Who answers for what a check found: the owner of the object, else the head of its department."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reports.sections.source import NOTHING, Source
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.raci import matrix
from workshop_app.i18n import Words


def answerable(words: Words, source: Source, kind: str, object_id: str) -> str:
    """«Зимин А. В.», the heads where a department answers, empty where nobody can be named."""
    people = _FINDERS.get(kind, _nobody)(source.engagement, object_id)
    if len(people) > _NAMED and people == _heads(source.engagement):
        return words("all heads")
    names = [name for person_id in dict.fromkeys(people) if (name := source.short(person_id)) != NOTHING]
    return ", ".join(names)


_NAMED = 3
"""Up to so many heads are named one by one."""

Find = Callable[[Engagement, str], tuple[str | None, ...]]


def _nobody(_engagement: Engagement, _object_id: str) -> tuple[str | None, ...]:
    return ()


def _heads(engagement: Engagement, _object_id: str = "") -> tuple[str | None, ...]:
    return tuple(department.head_person_id for department in engagement.departments)


def _head_of(engagement: Engagement, department_id: str | None) -> tuple[str | None, ...]:
    department = engagement.department(department_id)
    return (department.head_person_id,) if department else ()


def _action(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Action, object_id)
    return (found.owner_id,) if found else ()


def _goal(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Goal, object_id)
    return (found.owner_id,) if found else ()


def _activity(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    row = matrix(engagement).get(object_id)
    accountable = row.holders("A") if row else ()
    return accountable if len(accountable) == 1 else _heads(engagement)


def _decision(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Decision, object_id)
    if found is not None and found.owner_department_id is not None:
        return _head_of(engagement, found.owner_department_id)
    return _heads(engagement)


def _person(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    person = engagement.person(object_id)
    head = _head_of(engagement, person.department_id) if person else ()
    return head if head and head != (object_id,) else (object_id,)


def _position(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Position, object_id)
    return _head_of(engagement, found.department_id) if found else ()


def _function(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Function, object_id)
    return _head_of(engagement, found.department_id) if found else ()


def _handoff(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Handoff, object_id)
    if found is None:
        return _activity(engagement, object_id) if engagement.activity(object_id) else ()
    return (found.from_person_id,) if found.from_person_id else _head_of(engagement, found.from_department_id)


def _project(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Project, object_id)
    return (found.leader_id,) if found else ()


def _training(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Training, object_id)
    if found is None:
        return ()
    return _head_of(engagement, found.host_department_id) if found.host_department_id else _heads(engagement)


def _meeting(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Meeting, object_id)
    return (found.owner_id,) if found else ()


def _indicator(engagement: Engagement, object_id: str) -> tuple[str | None, ...]:
    found = engagement.get(m.Indicator, object_id)
    return (found.owner_id,) if found else ()


_FINDERS: Mapping[str, Find] = MappingProxyType(
    {
        "action": _action,
        "goal": _goal,
        "activity": _activity,
        "decision": _decision,
        "person": _person,
        "position": _position,
        "function": _function,
        "department": _head_of,
        "handoff": _handoff,
        "project": _project,
        "training": _training,
        "meeting": _meeting,
        "indicator": _indicator,
    }
)
"""By the kind of a check's object."""
