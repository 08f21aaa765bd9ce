"""RACI matrix and role cards (METHOD S5, C.5, C.6)."""

from __future__ import annotations

from datetime import date as Date
from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, row


@row
class RaciRow(Row):
    """A row of the matrix; id = the activity's id."""

    table: ClassVar[str] = "raci_rows"

    activity_id: str = owned_by("activities")
    rank: int = 0


@row
class RaciCell(Row):
    """The letters of one person in one row as they were typed; id = ``activity/person``."""

    table: ClassVar[str] = "raci_cells"

    activity_id: str = owned_by("raci_rows")
    person_id: str = owned_by("people")
    letters: str = ""
    rank: int = 0


@row
class RoleCard(Row):
    """The typed part of a person's role card; id = the person's id."""

    table: ClassVar[str] = "role_cards"

    person_id: str = owned_by("people")
    purpose: str | None = None
    decides_alone: str | None = None
    stops_doing: str | None = None
    acknowledged_on: Date | None = None
    rank: int = 0
