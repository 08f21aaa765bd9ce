"""Operations on departments, positions and people (METHOD S1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from workshop_app.domain.department_code import short_code
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department, Person, Position, RaciCell, Session
from workshop_app.domain.text_key import norm_text
from workshop_app.services.document import Operation
from workshop_app.services.edit import REFERRERS, Edit
from workshop_app.services.operations import change_row, remove_rows


def add_department(name: str) -> Operation:
    """A participating department with a code of its own."""
    title = " ".join(name.split())

    def apply(edit: Edit) -> None:
        code = short_code(title, (department.short for department in edit.engagement.departments))
        edit.add(Department(id=edit.new_id(Department), name=title, short=code))

    return Operation(Message(N_("Department: {text}"), {"text": title}), apply)


def change_department(department: Department, **values: Any) -> Operation:
    """Name, code, aliases or head of a department."""
    return change_row(Message(N_("Department: {text}"), {"text": department.name}), department, **values)


def remove_department(department: Department) -> Operation:
    """Delete a department; its people stay, without a department."""
    return remove_rows(Message(N_("Department removed: {text}"), {"text": department.name}), [department])


@dataclass(frozen=True)
class TypedPerson:
    """A person as typed or pasted: names of department and position, employment 1 = full."""

    name: str
    department: str = ""
    position: str = ""
    employment: Decimal = Decimal(1)


def add_people(typed: Iterable[TypedPerson], department_id: str | None = None) -> Operation:
    """New people; a known name in the same department is not doubled, unknown departments stay as text."""
    lines = tuple(line for line in typed if line.name.strip())

    def apply(edit: Edit) -> None:
        for line in lines:
            _add_person(edit, line, department_id)

    if len(lines) == 1:
        return Operation(Message(N_("Person: {text}"), {"text": lines[0].name}), apply)
    return Operation(Message(N_("{n} people pasted"), {"n": len(lines)}), apply)


def _add_person(edit: Edit, line: TypedPerson, department_id: str | None) -> None:
    own_id, text = department_id, None
    if line.department.strip():
        found = find_department(edit.engagement, line.department)
        own_id, text = (found.id, None) if found else (None, " ".join(line.department.split()))
    key = norm_text(line.name)
    if any(norm_text(p.name) == key and p.department_id == own_id for p in edit.engagement.people):
        return
    position_id = position_named(edit, line.position, own_id, text)
    person = Person(
        id=edit.new_id(Person),
        name=" ".join(line.name.split()),
        department_id=own_id,
        department_text=text,
        position_id=position_id,
        employment=line.employment,
    )
    edit.add(person)
    session = edit.engagement.session
    edit.change(session, participants=(*session.participants, person.id))


def find_department(engagement: Engagement, name: str) -> Department | None:
    """The department with this name, code or alias."""
    key = norm_text(name)
    return next(
        (
            department
            for department in engagement.departments
            if key in {norm_text(known) for known in (department.name, department.short, *department.aliases)}
        ),
        None,
    )


def position_named(edit: Edit, title: str, department_id: str | None, department_text: str | None) -> str | None:
    """The id of the position with this title in the department, made where there is none; None without a title."""
    key = norm_text(title)
    if not key:
        return None
    for position in edit.engagement.positions:
        if norm_text(position.title) == key and position.department_id == department_id:
            return position.id
    made = Position(
        id=edit.new_id(Position),
        title=" ".join(title.split()),
        department_id=department_id,
        department_text=department_text,
    )
    return edit.add(made).id


def change_person(person: Person, **values: Any) -> Operation:
    """Name, department, employment, active or dates of a person."""
    return change_row(Message(N_("Person: {text}"), {"text": person.name}), person, **values)


def change_position_of(person: Person, title: str) -> Operation:
    """The person's position, by its title."""

    def apply(edit: Edit) -> None:
        edit.resolve(person.table, person.id, "position_id")
        position_id = position_named(edit, title, person.department_id, person.department_text)
        edit.change(person, position_id=position_id)

    return Operation(Message(N_("Position: {text}"), {"text": person.name}), apply)


def change_department_of(person: Person, name: str) -> Operation:
    """The person's department by name or code; an unknown one is kept as text and does not participate."""

    def apply(edit: Edit) -> None:
        found = find_department(edit.engagement, name)
        text = None if found or not name.strip() else " ".join(name.split())
        edit.change(person, department_id=found.id if found else None, department_text=text)

    return Operation(Message(N_("Department of {text}"), {"text": person.name}), apply)


def remove_people(people: Iterable[Person]) -> Operation:
    """Delete people who were entered by mistake; leavers are made inactive instead."""
    doomed = tuple(people)
    if len(doomed) == 1:
        return remove_rows(Message(N_("Person removed: {text}"), {"text": doomed[0].name}), doomed)
    return remove_rows(Message(N_("{n} people removed"), {"n": len(doomed)}), doomed)


def set_present(person: Person, present: bool) -> Operation:
    """In the room today, invited but absent, or not invited at all."""

    def apply(edit: Edit) -> None:
        session = edit.engagement.session
        invited = tuple(p for p in session.participants if p != person.id)
        absent = tuple(p for p in session.absent if p != person.id)
        if present:
            edit.change(session, participants=(*invited, person.id), absent=absent)
        else:
            edit.change(session, participants=invited, absent=(*absent, person.id))

    return Operation(Message(N_("In the room: {text}"), {"text": person.name}), apply)


@dataclass(frozen=True)
class Takeover:
    """One row that names the leaving person: table, id and field."""

    table: str
    row_id: str
    field: str


def takeovers(engagement: Engagement, person_id: str) -> tuple[Takeover, ...]:
    """Everything a successor would take over, for the preview."""
    found = []
    for referrer in REFERRERS[Person.table]:
        for row in engagement.rows(referrer.row_type):
            value = getattr(row, referrer.field)
            if value == person_id or (referrer.how == "LIST" and person_id in value):
                found.append(Takeover(row.table, row.id, referrer.field))
    return tuple(found)


PERSONAL = frozenset({"role_cards", "sign_offs", "target_bonuses", "skill_levels", "functions"})
"""What belongs to the person and is not taken over."""


def replace_person(leaving: Person, successor: Person, left_on: date | None) -> Operation:
    """The successor takes over RACI letters, actions, goals, handoffs, projects and meetings; the other is inactive."""

    def apply(edit: Edit) -> None:
        for referrer in REFERRERS[Person.table]:
            if referrer.row_type.table in PERSONAL or referrer.row_type is RaciCell:
                continue
            for row in edit.engagement.rows(referrer.row_type):
                value = getattr(row, referrer.field)
                if value == leaving.id:
                    edit.change(row, **{referrer.field: successor.id})
                elif referrer.how == "LIST" and leaving.id in value:
                    swapped = tuple(dict.fromkeys(successor.id if p == leaving.id else p for p in value))
                    edit.change(row, **{referrer.field: swapped})
        _hand_over_letters(edit, leaving.id, successor.id)
        edit.change(leaving, active=False, left_on=left_on)

    name = Message(N_("{old} is replaced by {new}"), {"old": leaving.name, "new": successor.name})
    return Operation(name, apply)


def _hand_over_letters(edit: Edit, old: str, new: str) -> None:
    for cell in edit.engagement.raci_cells:
        if cell.person_id != old:
            continue
        target = RaciCell(id=f"{cell.activity_id}/{new}", activity_id=cell.activity_id, person_id=new)
        stored = edit.get(RaciCell, target.id)
        if stored is None:
            edit.add(replace(target, letters=cell.letters))
        else:
            edit.change(stored, letters=_together(stored.letters, cell.letters))
        edit.remove(cell)


def _together(one: str, other: str) -> str:
    letters = set(one) | set(other)
    return "".join(letter for letter in "ARCI" if letter in letters) or one


def change_session(session: Session, **values: Any) -> Operation:
    """Date, place, format, facilitator or rules of the session."""
    return change_row(Message(N_("Session")), session, **values)
