"""Activities, functions, claims, decisions and matching answers (METHOD S3, C.2–C.4)."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, reference, references, row


class SameObject(StrEnum):
    """For the same client, document or lead?"""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class PerformedBy(StrEnum):
    """Who a function line says does the work (DECISIONS, "Performers while typing")."""

    PERSON = "person"
    POSITION = "position"
    DEPARTMENT = "department"


class Answer(StrEnum):
    """A department's answer about an activity (METHOD C.2)."""

    WE = "we"
    THEY = "they"
    BOTH = "both"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


class DecisionType(StrEnum):
    """The five kinds of decision (METHOD C.4)."""

    ASSIGN = "assign"
    SPLIT = "split"
    JOINT = "joint"
    STOP = "stop"
    DEFER = "defer"


class MatchKind(StrEnum):
    """A facilitator's answer about two function lines."""

    MUST_LINK = "must_link"
    RELATED = "related"
    CANNOT_LINK = "cannot_link"


@row
class Activity(Row):
    """A common activity: the row that departments answer about and decide on."""

    table: ClassVar[str] = "activities"
    prefix: ClassVar[str] = "ACT"

    title: str = ""
    group: str | None = None
    key: bool = False
    audited: bool = True
    same_object: SameObject = SameObject.UNKNOWN
    existing_rule: str | None = None
    existing_rule_confirmed_by: tuple[str, ...] = references("departments")
    rank: int = 0


@row
class Function(Row):
    """A line of a department's function list; ``hours_per_week`` None = unknown, 0 = does not do it."""

    table: ClassVar[str] = "functions"
    prefix: ClassVar[str] = "F"

    department_id: str | None = reference("departments")
    person_id: str | None = reference("people")
    position_id: str | None = reference("positions")
    performed_by: PerformedBy | None = None
    text: str = ""
    hours_per_week: Decimal | None = None
    activity_id: str | None = reference("activities")
    outside_list: bool = False
    comment: str | None = None
    rank: int = 0


@row
class Claim(Row):
    """A department's answer about an activity in a wave; id = ``activity/department/wave``.

    A wave below zero is the same wave given in turn and not opened yet: −1 opens to 1, and no view reads it before.
    """

    table: ClassVar[str] = "claims"

    activity_id: str = owned_by("activities")
    department_id: str = owned_by("departments")
    answer: Answer = Answer.UNKNOWN
    others: tuple[str, ...] = references("departments")
    wave: int = 1
    rank: int = 0

    @property
    def sealed(self) -> bool:
        """Whether it waits to be opened: nobody but the one who gave it has seen it."""
        return self.wave < 0


@row
class Decision(Row):
    """A decision on an activity (METHOD C.4)."""

    table: ClassVar[str] = "decisions"
    prefix: ClassVar[str] = "D"

    activity_id: str | None = reference("activities")
    type: DecisionType = DecisionType.DEFER
    owner_department_id: str | None = reference("departments")
    split_rule: str | None = None
    confirmed_by: tuple[str, ...] = references("departments")
    reason: str | None = None
    decided_on: Date | None = None
    deferred_until: Date | None = None
    dissent: str | None = None
    awaits_owner: bool = False
    rank: int = 0


@row
class MatchAnswer(Row):
    """Same, partial or different: an answer about two function lines."""

    table: ClassVar[str] = "match_answers"
    prefix: ClassVar[str] = "MA"

    kind: MatchKind = MatchKind.CANNOT_LINK
    a: str = owned_by("functions")
    b: str = owned_by("functions")
    rank: int = 0


@row
class DictionaryEntry(Row):
    """A word of the organisation's own dictionary and its synonyms."""

    table: ClassVar[str] = "dictionary"
    prefix: ClassVar[str] = "W"

    word: str = ""
    synonyms: tuple[str, ...] = ()
    rank: int = 0
