"""Who thanked whom: in rewards and at the end of every follow-up (METHOD S9, S12)."""

from __future__ import annotations

from datetime import date
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department, Nomination, Person, Recognition, RecognitionForm
from workshop_app.domain.rewards.nominations import is_own, must_be_other
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows


@frozen
class Thanks:
    """A department names somebody of another one for a form of recognition; ``own``: it names its own, not counted."""

    nomination: Nomination
    form: Recognition
    department: Department
    person: Person
    home: Department | None
    own: bool

    @property
    def id(self) -> str:
        """The nomination's id."""
        return self.nomination.id

    @property
    def shown(self) -> bool:
        """Whether room and paper may show it: the form is public, and another department names."""
        return not self.own and self.form.form is RecognitionForm.PUBLIC


def all_thanks(engagement: Engagement) -> tuple[Thanks, ...]:
    """Every nomination whose form, department and person are known, in order."""
    thanks = []
    for nomination in engagement.nominations:
        form = engagement.get(Recognition, nomination.recognition_id)
        department, person = engagement.department(nomination.department_id), engagement.person(nomination.person_id)
        if form is not None and department is not None and person is not None:
            home = engagement.department(person.department_id)
            thanks.append(Thanks(nomination, form, department, person, home, is_own(engagement, nomination)))
    return tuple(thanks)


def nominate(
    recognition: Recognition | None,
    department_id: str,
    person: Person,
    reason: str,
    day: date | None,
    new_form: str = "",
) -> Operation:
    """A department names somebody of another one; ProblemError for one of its own (METHOD S9).

    Without a form of recognition a public one called ``new_form`` is made.
    """

    def apply(edit: Edit) -> None:
        form = recognition or edit.add(Recognition(id=edit.new_id(Recognition), title=new_form))
        made = Nomination(
            id=edit.numbered_id(Nomination, form.id),
            recognition_id=form.id,
            department_id=department_id,
            person_id=person.id,
            reason=single_line(reason),
            date=day,
        )
        must_be_other(edit.engagement, made)
        edit.add(made)

    return Operation(Message(N_("Named: {person}"), {"person": person.name}), apply)


def change_nomination(nomination: Nomination, **values: Any) -> Operation:
    """For what, or when; who names whom is written anew."""
    return change_row(Message(N_("For what somebody was named")), nomination, **values)


def remove_nomination(nomination: Nomination, name: str) -> Operation:
    """Take a nomination back."""
    return remove_rows(Message(N_("Nomination removed: {person}"), {"person": name}), [nomination])
