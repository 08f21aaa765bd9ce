"""Operations of collecting: function lines typed, pasted, changed, moved (METHOD S3; DECISIONS, "Performers")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Function, PerformedBy, Person, Position, UnresolvedReference
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.exchange.imports.names import can_be_same, name_words
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row

_NAME = re.compile(r"^[A-ZА-ЯЁ][\w\-]+\s+([A-ZА-ЯЁ]\.\s*){1,2}$|^([A-ZА-ЯЁ][\w\-]+\s+){1,2}[A-ZА-ЯЁ][\w\-]+$")


@frozen
class TypedLine:
    """A line as it was typed: the text, who does it (may be empty), hours per week or None, a remark."""

    text: str
    performer: str = ""
    hours: Decimal | None = None
    comment: str = ""


def add_functions(department_id: str, lines: Iterable[TypedLine]) -> Operation:
    """New lines at the end of a department's list, as one undo step."""
    typed = tuple(line for line in lines if line.text.strip())

    def apply(edit: Edit) -> None:
        for line in typed:
            made = Function(
                id=edit.new_id(Function),
                department_id=department_id,
                text=single_line(line.text),
                hours_per_week=line.hours,
                comment=line.comment or None,
            )
            _give(edit, edit.add(made), line.performer)

    if len(typed) == 1:
        return Operation(Message(N_("Function added: {text}"), {"text": typed[0].text}), apply)
    return Operation(Message(N_("{n} functions pasted"), {"n": len(typed)}), apply)


def _give(edit: Edit, function: Function, performer: str) -> None:
    """Let somebody do the line; a name that several people have waits until one of them is chosen."""
    edit.resolve(function.table, function.id, "person_id")
    if people_meant(edit.engagement, function.department_id, performer):
        edit.add(
            UnresolvedReference(
                id=edit.new_id(UnresolvedReference),
                object_table=function.table,
                object_id=function.id,
                field="person_id",
                text=single_line(performer),
            )
        )
    edit.change(function, **performer_fields(edit, function.department_id, performer))


def performer_fields(edit: Edit, department_id: str | None, performer: str) -> dict[str, Any]:
    """The fields of a typed performer; an unknown name makes a person, an unknown word a position.

    One of several people of that name: the department does it in any case.
    """
    key = norm_text(performer)
    if not key:
        return {"person_id": None, "position_id": None, "performed_by": PerformedBy.DEPARTMENT}
    person = find_person(edit.engagement, department_id, performer)
    if person is not None:
        return {"person_id": person.id, "position_id": None, "performed_by": PerformedBy.PERSON}
    if people_meant(edit.engagement, department_id, performer):
        return {"person_id": None, "position_id": None, "performed_by": PerformedBy.DEPARTMENT}
    position = _position(edit.engagement, department_id, performer)
    if is_new_person(edit.engagement, department_id, performer):
        made = edit.add(Person(id=edit.new_id(Person), name=single_line(performer), department_id=department_id))
        return {"person_id": made.id, "position_id": None, "performed_by": PerformedBy.PERSON}
    if position is None:
        title = single_line(performer)
        position = edit.add(Position(id=edit.new_id(Position), title=title, department_id=department_id))
    return {"person_id": None, "position_id": position.id, "performed_by": _by_position(edit.engagement, position)}


def _by_position(engagement: Engagement, position: Position) -> PerformedBy:
    """A position nobody is entered for stands for the department while the lists are being typed."""
    held = any(person.active and person.position_id == position.id for person in engagement.people)
    return PerformedBy.POSITION if held else PerformedBy.DEPARTMENT


def find_person(engagement: Engagement, department_id: str | None, name: str) -> Person | None:
    """The one active person of the department whose name, its beginning, or surname and initials this is.

    Else the only one anywhere.
    """
    active = [person for person in engagement.people if person.active]
    own = [person for person in active if person.department_id == department_id]
    for people in (own, active):
        for found in _called(people, name):
            if len(found) == 1:
                return found[0]
    return None


def _called(people: list[Person], name: str) -> tuple[list[Person], ...]:
    """Those of the name, those whose name begins so, those whose name can be meant by it."""
    key, words = norm_text(name), name_words(name)
    return (
        [person for person in people if norm_text(person.name) == key],
        [person for person in people if norm_text(person.name).startswith(key)],
        [person for person in people if can_be_same(words, name_words(person.name))],
    )


def people_meant(engagement: Engagement, department_id: str | None, name: str) -> tuple[Person, ...]:
    """The people of the department that a name can mean, where it means several and nobody in particular."""
    if not norm_text(name) or find_person(engagement, department_id, name) is not None:
        return ()
    if _position(engagement, department_id, name) is not None:
        return ()
    own = [person for person in engagement.people if person.active and person.department_id == department_id]
    return tuple(next((found for found in _called(own, name) if found), ()))


def is_new_person(engagement: Engagement, department_id: str | None, name: str) -> bool:
    """Whether a typed performer is somebody who is not in the list yet."""
    known = find_person(engagement, department_id, name) or _position(engagement, department_id, name)
    looks_so = _NAME.match(name.strip()) is not None
    return looks_so and known is None and not people_meant(engagement, department_id, name)


def _position(engagement: Engagement, department_id: str | None, title: str) -> Position | None:
    own = [position for position in engagement.positions if position.department_id == department_id]
    return next((position for position in own if norm_text(position.title) == norm_text(title)), None)


def change_text(function: Function, text: str) -> Operation | None:
    """Another wording; an empty one removes the line."""
    wording = single_line(text)
    if not wording:
        return remove_functions([function])
    if wording == function.text:
        return None
    return change_row(Message(N_("Function: {text}"), {"text": wording}), function, text=wording)


def change_hours(function: Function, hours: Decimal | None) -> Operation | None:
    """Hours per week; None = unknown, 0 = does not do it."""
    if hours == function.hours_per_week:
        return None
    return change_row(Message(N_("Hours: {text}"), {"text": function.text}), function, hours_per_week=hours)


def change_performer(function: Function, performer: str) -> Operation:
    """Who does the line."""

    return Operation(
        Message(N_("Performer: {text}"), {"text": function.text}), lambda edit: _give(edit, function, performer)
    )


def remove_functions(functions: Iterable[Function]) -> Operation:
    """Delete lines; an activity nobody works on and nobody answered for goes with its last line."""
    doomed = tuple(functions)

    def apply(edit: Edit) -> None:
        for function in doomed:
            edit.remove(function)
            drop_if_empty(edit, function.activity_id)

    if len(doomed) == 1:
        return Operation(Message(N_("Function removed: {text}"), {"text": doomed[0].text}), apply)
    return Operation(Message(N_("{n} functions removed"), {"n": len(doomed)}), apply)


def set_outside_list(function: Function, outside: bool) -> Operation:
    """The line is knowingly not in the list of common activities (AUD-06)."""
    name = Message(N_("Outside the list: {text}"), {"text": function.text})
    return change_row(name, function, outside_list=outside)


def drop_if_empty(edit: Edit, activity_id: str | None) -> None:
    """Remove an activity that has no line, no answer, no decision and no row in the matrix left."""
    engagement = edit.engagement
    activity = engagement.activity(activity_id)
    if activity is None:
        return
    used = (
        any(function.activity_id == activity_id for function in engagement.functions)
        or any(claim.activity_id == activity_id for claim in engagement.claims)
        or any(decision.activity_id == activity_id for decision in engagement.decisions)
        or any(row.activity_id == activity_id for row in engagement.raci_rows)
        or any(handoff.activity_id == activity_id for handoff in engagement.handoffs)
    )
    if not used:
        edit.remove(activity)
