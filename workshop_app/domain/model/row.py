"""What every stored row is: one frozen record a table, with references declared on the fields."""

from __future__ import annotations

from dataclasses import field
from typing import Any, ClassVar, TypeVar, dataclass_transform

from workshop_app.domain.frozen import frozen

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def row(declared: type[T]) -> type[T]:
    """A frozen record with keyword arguments only, from annotated fields."""
    return frozen(slots=True, kw_only=True)(declared)


@row
class Row:
    """One row of one table. ``id`` is the primary key, unique within the table.

    ``table`` is the SQL table and the name of the list in ``Engagement``; ``prefix`` begins new ids (F072).
    """

    table: ClassVar[str]
    prefix: ClassVar[str] = ""

    id: str


def reference(table: str) -> Any:
    """A field that names a row of ``table`` or nothing; emptied when that row is deleted."""
    return field(default=None, metadata={"reference": table, "on_delete": "SET NULL"})


def owned_by(table: str) -> Any:
    """A field that names the row this one belongs to; deleted with it."""
    return field(metadata={"reference": table, "on_delete": "CASCADE"})


def references(table: str) -> Any:
    """A field that lists ids of ``table``; an id leaves the list when its row is deleted."""
    return field(default=(), metadata={"references": table})


RANK_STEP = 1 << 20
"""Distance between the ranks of neighbours when rows are appended: leaves room to move rows between."""
