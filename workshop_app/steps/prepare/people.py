"""Operations on people and their positions (METHOD S1)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.membership import department_named
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Person, Position
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, move_row, remove_rows


@frozen
class TypedPerson:
    """A person as typed: names of department and position, employment 1 = full."""

    name: str
    department: str = ""
    position: str = ""
    employment: Decimal = Decimal(1)


def add_person(typed: TypedPerson) -> Operation:
    """A new person, expected in the room; an unknown department stays as text and does not participate."""
    name = single_line(typed.name)

    def apply(edit: Edit) -> None:
        own_id, text = _department_fields(edit.engagement, typed.department)
        person = Person(
            id=edit.new_id(Person),
            name=name,
            department_id=own_id,
            department_text=text,
            position_id=position_named(edit, typed.position, own_id, text),
            employment=typed.employment,
        )
        edit.add(person)
        session = edit.engagement.session
        edit.change(session, participants=(*session.participants, person.id))

    return Operation(Message(N_("Person added: {text}"), {"text": name}), apply)


def find_namesake(engagement: Engagement, name: str, department: str) -> Person | None:
    """Somebody of the same name in the same department."""
    own_id, text = _department_fields(engagement, department)
    key = norm_text(name)
    return next(
        (
            person
            for person in engagement.people
            if norm_text(person.name) == key
            and person.department_id == own_id
            and norm_text(person.department_text or "") == norm_text(text or "")
        ),
        None,
    )


def _department_fields(engagement: Engagement, name: str) -> tuple[str | None, str | None]:
    found = department_named(engagement, name)
    return (found.id, None) if found else (None, single_line(name) or None)


def position_named(edit: Edit, title: str, department_id: str | None, department_text: str | None) -> str | None:
    """The id of the position with this title in the department, made where there is none; None without a title."""
    key = norm_text(title)
    if not key:
        return None
    for position in edit.engagement.positions:
        same_text = norm_text(position.department_text or "") == norm_text(department_text or "")
        if norm_text(position.title) == key and position.department_id == department_id and same_text:
            return position.id
    made = Position(
        id=edit.new_id(Position), title=single_line(title), department_id=department_id, department_text=department_text
    )
    return edit.add(made).id


def change_person(person: Person, **values: Any) -> Operation:
    """Any plain field of a person."""
    return change_row(Message(N_("Person: {text}"), {"text": person.name}), person, **values)


def rename_person(person: Person, name: str) -> Operation | None:
    """Another name; None when it is empty or the same."""
    wanted = single_line(name)
    if not wanted or wanted == person.name:
        return None
    return change_row(Message(N_("Person: {text}"), {"text": wanted}), person, name=wanted)


def change_employment(person: Person, employment: Decimal) -> Operation | None:
    """Another share of a full post."""
    return None if employment == person.employment else change_person(person, employment=employment)


def set_active(person: Person, active: bool) -> Operation:
    """Works here, or no more (a vacancy, somebody who left); coming back forgets the last day."""
    values = {"active": True, "left_on": None} if active else {"active": False}
    name = N_("Works here: {text}") if active else N_("Works here no more: {text}")
    return change_row(Message(name, {"text": person.name}), person, **values)


def change_position_of(person: Person, title: str) -> Operation:
    """The person's position, by its title."""

    def apply(edit: Edit) -> None:
        edit.resolve(person.table, person.id, "position_id")
        position_id = position_named(edit, title, person.department_id, person.department_text)
        edit.change(person, position_id=position_id)
        drop_if_unused(edit, person.position_id)

    return Operation(Message(N_("Position: {text}"), {"text": person.name}), apply)


def change_department_of(person: Person, name: str) -> Operation:
    """The person's department by name or code, the position going along; an unknown one is kept as text."""

    def apply(edit: Edit) -> None:
        edit.resolve(person.table, person.id, "department_id")
        own_id, text = _department_fields(edit.engagement, name)
        position = edit.get(Position, person.position_id) if person.position_id else None
        position_id = position_named(edit, position.title, own_id, text) if position else person.position_id
        edit.change(person, department_id=own_id, department_text=text, position_id=position_id)
        for department in edit.engagement.departments:
            if department.head_person_id == person.id and department.id != own_id:
                edit.change(department, head_person_id=None)
        drop_if_unused(edit, person.position_id)

    return Operation(Message(N_("Department of {text}"), {"text": person.name}), apply)


def drop_if_unused(edit: Edit, position_id: str | None) -> None:
    """Remove a position that nobody holds, no function names and no reward weighs any more."""
    position = edit.get(Position, position_id) if position_id else None
    if position is None:
        return
    engagement = edit.engagement
    users = (engagement.people, engagement.functions, engagement.reward_weights)
    if not any(row.position_id == position.id for rows in users for row in rows):
        edit.remove(position)


def move_person(engagement: Engagement, person: Person, before: Person | None) -> Operation | None:
    """Another place within the department; None when there is nothing to move over."""
    mates = [p for p in engagement.people if p.department_id == person.department_id]
    at = mates.index(person)
    if before is not None and before.department_id == person.department_id:
        return None if at + 1 < len(mates) and mates[at + 1] == before else move_row(person, before)
    if at == len(mates) - 1:
        return None
    after = engagement.people.index(mates[-1]) + 1
    return move_row(person, engagement.people[after] if after < len(engagement.people) else None)


def remove_people(people: Iterable[Person]) -> Operation:
    """Delete people who were entered by mistake; leavers are made inactive instead."""
    doomed = tuple(people)
    if len(doomed) == 1:
        return remove_rows(Message(N_("Person removed: {text}"), {"text": doomed[0].name}), doomed)
    return remove_rows(Message(N_("{n} people removed"), {"n": len(doomed)}), doomed)


def set_present(people: Iterable[Person], present: bool) -> Operation:
    """Expected in the room, or known to be absent."""
    ids = tuple(person.id for person in people)
    names = [person.name for person in people]

    def apply(edit: Edit) -> None:
        session = edit.engagement.session
        invited = tuple(p for p in session.participants if p not in ids)
        absent = tuple(p for p in session.absent if p not in ids)
        if present:
            edit.change(session, participants=(*invited, *ids), absent=absent)
        else:
            edit.change(session, participants=invited, absent=(*absent, *ids))

    if len(ids) == 1:
        text = N_("In the room: {text}") if present else N_("Not in the room: {text}")
        return Operation(Message(text, {"text": names[0]}), apply)
    many = N_("In the room: {n} people") if present else N_("Not in the room: {n} people")
    return Operation(Message(many, {"n": len(ids)}), apply)
