"""Operations on the RACI matrix and role cards (METHOD S5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Activity, Person, RaciCell, RaciRow, RoleCard
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row


def cell_id(activity_id: str, person_id: str) -> str:
    """The id of a cell."""
    return f"{activity_id}/{person_id}"


def put_letters(edit: Edit, activity_id: str, person_id: str, letters: str) -> None:
    """Write a cell; an empty text clears it. The row is made where there is none."""
    stored = edit.get(RaciCell, cell_id(activity_id, person_id))
    if not letters:
        if stored is not None:
            edit.remove(stored)
        return
    if edit.get(RaciRow, activity_id) is None:
        edit.add(RaciRow(id=activity_id, activity_id=activity_id))
    if stored is None:
        row_id = cell_id(activity_id, person_id)
        stored = edit.add(RaciCell(id=row_id, activity_id=activity_id, person_id=person_id))
    edit.change(stored, letters=letters)


def set_letters(activity: Activity, person: Person, letters: str) -> Operation:
    """The letters of one person in one row."""
    params = {"text": activity.title, "person": person.name}
    name = Message(N_("Role in {text}: {person}"), params)
    return Operation(name, lambda edit: put_letters(edit, activity.id, person.id, letters))


def set_many(name: Message, cells: Iterable[tuple[str, str, str]]) -> Operation:
    """Several cells (activity id, person id, letters) as one undo step: a paste or a one-click fix."""
    wanted = tuple(cells)

    def apply(edit: Edit) -> None:
        for activity_id, person_id, letters in wanted:
            put_letters(edit, activity_id, person_id, letters)

    return Operation(name, apply)


def change_card(card: RoleCard, person: Person, **values: Any) -> Operation:
    """The typed part of a role card, made where there is none."""
    return change_row(Message(N_("Role card: {text}"), {"text": person.name}), card, **values)
