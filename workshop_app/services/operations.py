"""The plain operations every page needs: add, change, remove and move rows, with readable names for undo."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Row
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit


def add_row(name: Message, row: Row) -> Operation:
    """Insert a row at the end of its table; an empty id becomes the next free one."""

    def apply(edit: Edit) -> None:
        edit.add(row if row.id else replace(row, id=edit.new_id(type(row))))

    return Operation(name, apply)


def change_row(name: Message, row: Row, /, merge_key: Hashable | None = None, **values: Any) -> Operation:
    """Overwrite fields of a row; a field that named something unknown is resolved by a choice.

    A row that is not stored yet (the company, a role card) is stored with the new values.
    """

    def apply(edit: Edit) -> None:
        for field in values:
            edit.resolve(row.table, row.id, field)
        edit.change(row, **values)

    return Operation(name, apply, merge_key)


def remove_rows(name: Message, rows: Iterable[Row]) -> Operation:
    """Delete rows with all they own."""
    doomed = tuple(rows)

    def apply(edit: Edit) -> None:
        for row in doomed:
            edit.remove(row)

    return Operation(name, apply)


def move_row(row: Row, before: Row | None, name: Message | None = None) -> Operation:
    """Put a row before another, or last."""
    return Operation(name or Message(N_("Change of order")), lambda edit: edit.move(row, before))


def together(name: Message, operations: Iterable[Operation]) -> Operation:
    """Several operations as one undo step."""
    parts = tuple(operations)

    def apply(edit: Edit) -> None:
        for part in parts:
            part.apply(edit)

    return Operation(name, apply)


def put_rows(name: Message, rows: Iterable[Row]) -> Operation:
    """Store rows as they are, with their ids and ranks: an import."""
    made = tuple(rows)

    def apply(edit: Edit) -> None:
        for row in made:
            edit.put(row)

    return Operation(name, apply)
