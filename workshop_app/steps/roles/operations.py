"""Operations on the RACI matrix and role cards (METHOD S5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import TABLES, Activity, Person, RaciCell, RaciRow, RoleCard
from workshop_app.domain.raci import cell_id, is_russian_sheet, normalise
from workshop_app.domain.raci_cures import Cure, cures
from workshop_app.domain.role_card import StopSuggestion
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, together

NOT_DISTRIBUTED = "RACI-14"


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


def write_latin(edit: Edit) -> None:
    """Turn a sheet that was imported in О И К У into A R C I, so that a letter typed into it changes no other cell."""
    cells = edit.engagement.raci_cells
    strangers = [entry for entry in edit.engagement.unresolved_references if entry.value is not None]
    texts = [cell.letters for cell in cells] + [entry.value or "" for entry in strangers]
    if not is_russian_sheet(texts):
        return
    for cell in cells:
        edit.change(cell, letters=normalise(cell.letters, russian=True).marks)
    for entry in strangers:
        edit.change(entry, value=normalise(entry.value or "", russian=True).marks)


def set_letters(activity: Activity, person: Person, letters: str) -> Operation:
    """The letters of one person in one row."""
    params = {"text": activity.title, "person": person.name}
    return set_many(Message(N_("Role in {text}: {person}"), params), [(activity.id, person.id, letters)])


def set_many(name: Message, cells: Iterable[tuple[str, str, str]]) -> Operation:
    """Several cells (activity id, person id, letters) as one undo step: a block, a paste, a position."""
    wanted = tuple(cells)

    def apply(edit: Edit) -> None:
        write_latin(edit)
        for activity_id, person_id, letters in wanted:
            put_letters(edit, activity_id, person_id, letters)

    return Operation(name, apply)


def fill_from_today(engagement: Engagement, activity_ids: Iterable[str]) -> Operation | None:
    """Rows that are not distributed, from today's work, in one undo step; None where nothing is known of any."""
    found = [cure for name in activity_ids for cure in cures(engagement, NOT_DISTRIBUTED, name)[:1]]
    name = Message(N_("Rows filled from today's work: {n}"), {"n": len(found)})
    return together(name, [apply_cure(cure) for cure in found]) if found else None


def apply_cure(cure: Cure) -> Operation:
    """A one-click fix of an open check; its label is the name of the undo step."""
    types = {row_type.table: row_type for row_type in TABLES}

    def apply(edit: Edit) -> None:
        write_latin(edit)
        for table, row_id, row in cure.changes:
            stored = edit.get(types[table], row_id)
            if row is not None:
                edit.put(row)
            elif stored is not None:
                edit.remove(stored)

    return Operation(cure.label, apply)


def change_card(card: RoleCard, person: Person, **values: Any) -> Operation:
    """The typed part of a role card, made where there is none."""
    return change_row(Message(N_("Role card: {text}"), {"text": person.name}), card, **values)


def confirm_conversation(card: RoleCard, person: Person, day: date | None) -> Operation:
    """The day the head and the employee talked the card through; None takes it back."""
    name = Message(N_("Conversation about the role: {text}"), {"text": person.name})
    return change_row(name, card, acknowledged_on=day)


def accept_stop(card: RoleCard, person: Person, suggestion: StopSuggestion) -> Operation:
    """Write a suggested line into what the person stops doing, after what stands there."""
    parts = [(card.stops_doing or "").strip().rstrip(";"), suggestion.line.text.strip()]
    name = Message(N_("{person} stops doing: {text}"), {"person": person.name, "text": suggestion.line.text})
    return change_row(name, card, stops_doing="; ".join(part for part in parts if part))


def make_cards(people: Iterable[Person]) -> Operation:
    """A role card for everybody who has none (ROL-01)."""
    wanted = tuple(people)

    def apply(edit: Edit) -> None:
        for person in wanted:
            if edit.get(RoleCard, person.id) is None:
                edit.add(RoleCard(id=person.id, person_id=person.id))

    return Operation(Message(N_("Role cards for everybody")), apply)
