"""Who belongs to which participating department."""

from __future__ import annotations

from collections.abc import Collection

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Department, Person
from workshop_app.domain.text_key import norm_text

FEWEST_DEPARTMENTS, MOST_DEPARTMENTS = 2, 8
"""How many departments take part in a workshop."""


def department_named(engagement: Engagement, name: str) -> Department | None:
    """The participating department with this name, code or alias."""
    key = norm_text(name)
    return next(
        (
            department
            for department in engagement.departments
            if key and key in map(norm_text, (department.name, department.short, *department.aliases))
        ),
        None,
    )


def staff(engagement: Engagement) -> tuple[Person, ...]:
    """The active people of the participating departments, in the order of the people."""
    return engagement.derive(_staff)


def _staff(engagement: Engagement) -> tuple[Person, ...]:
    return tuple(
        person for person in engagement.people if person.active and engagement.department(person.department_id)
    )


def staff_of(engagement: Engagement, department_id: str) -> tuple[Person, ...]:
    """The active people of one participating department, in the order of the people."""
    return tuple(person for person in staff(engagement) if person.department_id == department_id)


def departments_of(engagement: Engagement, person_ids: Collection[str], *, active: bool = False) -> tuple[str, ...]:
    """The participating departments of these people, in department order; ``active`` leaves leavers and vacancies out.

    People from outside the participating departments (the owner, for one) add none.
    """
    people = [person for name in person_ids if (person := engagement.person(name))]
    homes = {person.department_id for person in people if person.active or not active}
    return tuple(department.id for department in engagement.departments if department.id in homes)
