"""Who really does the work today, by the departments' function lists (METHOD C.3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Function, PerformedBy, Person
from workshop_app.domain.places import places_of

OVERLOAD, UNDERLOAD = Decimal("1.15"), Decimal("0.5")
"""Multiples of a person's norm: more is too much, less is not the whole list (AUD-03, AUD-04)."""


def performing_lines(engagement: Engagement) -> Mapping[str, tuple[Function, ...]]:
    """By activity: the lines of participating departments that somebody active performs, hours not equal to 0.

    A line performed by a person counts while the person is active, by a position while it has an active holder, by
    the whole department always (DECISIONS, "Performers while typing"). Unknown hours count as performing.
    """
    return engagement.derive(_performing_lines)


def _performing_lines(engagement: Engagement) -> dict[str, tuple[Function, ...]]:
    departments = {department.id for department in engagement.departments}
    active = {person.id for person in engagement.people if person.active}
    held = {person.position_id for person in engagement.people if person.active}
    grouped: dict[str, list[Function]] = {}
    for line in engagement.functions:
        if line.activity_id is None or line.department_id not in departments:
            continue
        if line.hours_per_week != 0 and _is_performed(line, active, held):
            grouped.setdefault(line.activity_id, []).append(line)
    return {activity_id: tuple(lines) for activity_id, lines in grouped.items()}


def _is_performed(line: Function, active: set[str], held: set[str | None]) -> bool:
    if line.performed_by is PerformedBy.DEPARTMENT:
        return True
    if line.performed_by is PerformedBy.POSITION:
        return line.position_id is not None and line.position_id in held
    return line.person_id in active


def hours_by_department(engagement: Engagement) -> Mapping[str, Mapping[str, Decimal]]:
    """By activity: the performing departments in their order, each with its hours per week (unknown hours add 0)."""
    return engagement.derive(_hours_by_department)


def _hours_by_department(engagement: Engagement) -> dict[str, dict[str, Decimal]]:
    order = places_of(engagement.departments)
    result: dict[str, dict[str, Decimal]] = {}
    for activity_id, lines in performing_lines(engagement).items():
        hours: dict[str, Decimal] = {}
        for line in lines:
            department_id = line.department_id or ""
            hours[department_id] = hours.get(department_id, Decimal(0)) + (line.hours_per_week or Decimal(0))
        result[activity_id] = dict(sorted(hours.items(), key=lambda item: order[item[0]]))
    return result


def lines_by_person(engagement: Engagement) -> Mapping[str, tuple[Function, ...]]:
    """By person: the function lines that name the person, in order; position and department lines are nobody's own."""
    return engagement.derive(_lines_by_person)


def _lines_by_person(engagement: Engagement) -> dict[str, tuple[Function, ...]]:
    grouped: dict[str, list[Function]] = {}
    for line in engagement.functions:
        if line.person_id is not None and line.performed_by in (None, PerformedBy.PERSON):
            grouped.setdefault(line.person_id, []).append(line)
    return {person_id: tuple(lines) for person_id, lines in grouped.items()}


def hours_by_person(engagement: Engagement) -> Mapping[str, Decimal]:
    """By person: today's hours per week of the person's own lines; a person without lines is absent."""
    return engagement.derive(_hours_by_person)


def _hours_by_person(engagement: Engagement) -> dict[str, Decimal]:
    return {
        person_id: sum((line.hours_per_week or Decimal(0) for line in lines), Decimal(0))
        for person_id, lines in lines_by_person(engagement).items()
    }


def is_overloaded(engagement: Engagement, person_id: str) -> bool:
    """Whether the person's hours exceed 1.15 × the norm × the employment share (AUD-03)."""
    return _hours(engagement, person_id) > OVERLOAD * _norm(engagement, person_id)


def is_underdescribed(engagement: Engagement, person_id: str) -> bool:
    """Whether the person has hours, but fewer than half of the norm × the employment share (AUD-04)."""
    return 0 < _hours(engagement, person_id) < UNDERLOAD * _norm(engagement, person_id)


def _hours(engagement: Engagement, person_id: str) -> Decimal:
    return hours_by_person(engagement).get(person_id, Decimal(0))


def _norm(engagement: Engagement, person_id: str) -> Decimal:
    return engagement.settings.hours_norm * engagement.named(Person, person_id).employment
