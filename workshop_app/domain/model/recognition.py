"""Who was thanked by whom (METHOD S9: only the other department nominates)."""

from __future__ import annotations

from datetime import date as Date
from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, row


@row
class Nomination(Row):
    """A person named for a form of recognition by a department; id = ``recognition/number``."""

    table: ClassVar[str] = "nominations"

    recognition_id: str = owned_by("recognition")
    department_id: str = owned_by("departments")
    person_id: str = owned_by("people")
    reason: str = ""
    date: Date | None = None
    rank: int = 0
