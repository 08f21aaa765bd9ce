"""Actions, follow-ups, sign-offs, waivers and unresolved references (METHOD S11, S12; DECISIONS)."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, reference, references, row


class ActionStatus(StrEnum):
    """Where an action is."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


@row
class Action(Row):
    """Who does what by when; ``recommendations`` are numbers 1…7 (JSON ``rec``)."""

    table: ClassVar[str] = "actions"
    prefix: ClassVar[str] = "X"

    title: str = ""
    owner_id: str | None = reference("people")
    co_owner_id: str | None = reference("people")
    due: Date | None = None
    status: ActionStatus = ActionStatus.OPEN
    recommendations: tuple[int, ...] = ()
    result: str | None = None
    goal_id: str | None = reference("goals")
    done_on: Date | None = None
    depends_on: tuple[str, ...] = references("actions")
    cost: Decimal | None = None
    hours: Decimal | None = None
    original_due: Date | None = None
    moves: int = 0
    moved_reason: str | None = None
    rank: int = 0


@row
class FollowUp(Row):
    """The follow-up on day 30, 60 or 90; id = the day."""

    table: ClassVar[str] = "followups"

    day: int
    date: Date | None = None
    held_on: Date | None = None
    notes: str | None = None
    hours: Decimal | None = None
    rank: int = 0


@row
class SignOff(Row):
    """A person's signature under the plan; id = the person's id."""

    table: ClassVar[str] = "sign_offs"

    person_id: str = owned_by("people")
    signed_on: Date | None = None
    rank: int = 0


@row
class Waiver(Row):
    """A check left open on purpose, with the reason; id = ``rule/object``."""

    table: ClassVar[str] = "waivers"

    rule: str = ""
    object_id: str = ""
    reason: str = ""
    rank: int = 0


@row
class UnresolvedReference(Row):
    """A reference a file made to something unknown, kept as it came until somebody chooses.

    ``object_table``/``object_id``/``field`` say where it stood, ``text`` what it said, ``index`` its place in a list
    (0 for a single reference); a RACI cell keeps its letters in ``value``.
    """

    table: ClassVar[str] = "unresolved_references"
    prefix: ClassVar[str] = "U"

    object_table: str = ""
    object_id: str = ""
    field: str = ""
    text: str = ""
    index: int = 0
    value: str | None = None
    rank: int = 0
