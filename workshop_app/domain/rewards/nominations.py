"""Who may be named by whom: only the other department nominates (METHOD S9)."""

from __future__ import annotations

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Nomination, Person


def nominees(engagement: Engagement, department_id: str) -> tuple[Person, ...]:
    """The people that a department may name: everybody who works and is not its own."""
    return tuple(each for each in engagement.people if each.active and each.department_id != department_id)


def is_own(engagement: Engagement, nomination: Nomination) -> bool:
    """Whether a department names somebody of its own: such a nomination does not count."""
    person = engagement.person(nomination.person_id)
    return person is not None and person.department_id == nomination.department_id


def must_be_other(engagement: Engagement, nomination: Nomination) -> None:
    """Raises ProblemError when a department names somebody of its own."""
    if is_own(engagement, nomination):
        person = engagement.named(Person, nomination.person_id)
        raise ProblemError(
            Message(N_("Only another department may name {person}: nobody thanks their own."), {"person": person.name})
        )


def counted(engagement: Engagement, recognition_id: str | None = None) -> tuple[Nomination, ...]:
    """The nominations by another department, of one form or of all."""
    return tuple(
        each
        for each in engagement.nominations
        if recognition_id in (None, each.recognition_id) and not is_own(engagement, each)
    )
