"""Which departments a group of people comes from."""

from __future__ import annotations

from collections.abc import Collection

from workshop_app.domain.engagement import Engagement


def departments_of(engagement: Engagement, person_ids: Collection[str], *, active: bool = False) -> tuple[str, ...]:
    """The participating departments of these people, in department order; ``active`` leaves leavers and vacancies out.

    People from outside the participating departments (the owner, for one) add none.
    """
    people = [person for name in person_ids if (person := engagement.person(name))]
    homes = {person.department_id for person in people if person.active or not active}
    return tuple(department.id for department in engagement.departments if department.id in homes)
