"""The company, its departments and people, and the session (METHOD part E)."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, reference, references, row


class SessionFormat(StrEnum):
    """The three formats of METHOD A.4."""

    THREE_HOURS = "three_hours"
    ONE_DAY = "one_day"
    SERIES = "series"


class NoteKind(StrEnum):
    """What a quick note is about."""

    PARKING = "parking"
    DECISION = "decision"
    IDEA = "idea"
    OPPORTUNITY = "opportunity"
    QUESTION = "question"


class ImageList(StrEnum):
    """The three lists of the image exchange (METHOD S2)."""

    SELF = "self"
    OTHER = "other"
    GUESS = "guess"


@row
class Company(Row):
    """The company; one row with the id ``company``. ``as_of`` None means today."""

    table: ClassVar[str] = "company"

    name: str = ""
    about: str = ""
    founded: int | None = None
    owner_question: str = ""
    feedback_channel: str = ""
    language: str = "ru"
    as_of: Date | None = None


@row
class Settings(Row):
    """Thresholds and units of the document; one row with the id ``settings``."""

    table: ClassVar[str] = "settings"

    currency: str = "RUB"
    hours_norm: Decimal = Decimal(40)
    anonymity_threshold: int = 5
    notice_days: int = 60
    weeks_per_year: int = 46
    round_to: Decimal = Decimal(1)
    steps_off: tuple[str, ...] = ()
    strict_runs: bool = False
    brand_accent: str | None = None
    brand_footer: str = ""
    brand_logo: str | None = None


@row
class Session(Row):
    """The session (series: the last meeting is ``date``); one row with the id ``session``."""

    table: ClassVar[str] = "session"

    date: Date | None = None
    dates: tuple[str, ...] = ()
    format: SessionFormat = SessionFormat.ONE_DAY
    starts_at: str | None = None
    facilitator: str = ""
    place: str = ""
    participants: tuple[str, ...] = references("people")
    absent: tuple[str, ...] = references("people")
    rules: tuple[str, ...] = ()


@row
class AgendaItem(Row):
    """One line of the agenda: a step and its minutes."""

    table: ClassVar[str] = "agenda"
    prefix: ClassVar[str] = "AG"

    step: str = ""
    minutes: int = 0
    rank: int = 0


@row
class Department(Row):
    """A participating department; ``short`` is its code of 1–4 characters."""

    table: ClassVar[str] = "departments"
    prefix: ClassVar[str] = "DEP"

    name: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    head_person_id: str | None = reference("people")
    rank: int = 0


@row
class Position(Row):
    """A position; ``department_text`` names a department that does not participate."""

    table: ClassVar[str] = "positions"
    prefix: ClassVar[str] = "POS"

    title: str = ""
    department_id: str | None = reference("departments")
    department_text: str | None = None
    level: int | None = None
    rank: int = 0


@row
class Person(Row):
    """A person; ``department_text`` names a department that does not participate (the owner's, for one)."""

    table: ClassVar[str] = "people"
    prefix: ClassVar[str] = "P"

    name: str = ""
    department_id: str | None = reference("departments")
    department_text: str | None = None
    position_id: str | None = reference("positions")
    employment: Decimal = Decimal(1)
    active: bool = True
    joined_on: Date | None = None
    left_on: Date | None = None
    rank: int = 0


@row
class Note(Row):
    """A line caught during the session: parking, decision, idea, opportunity or question."""

    table: ClassVar[str] = "notes"
    prefix: ClassVar[str] = "N"

    kind: NoteKind = NoteKind.PARKING
    step: str | None = None
    text: str = ""
    created_at: str | None = None
    resolved: bool = False
    action_id: str | None = reference("actions")
    rank: int = 0


@row
class PrivateNote(Row):
    """The facilitator's own notes on a step (id = step); never in the room, never on paper."""

    table: ClassVar[str] = "private_notes"

    text: str = ""


@row
class Wording(Row):
    """The workshop's own wording of a letter; id = ``language/letter`` (``ru/invitation``). No row: the usual one."""

    table: ClassVar[str] = "wordings"

    text: str = ""


@row
class Diagnosis(Row):
    """The common problem; one row with the id ``diagnosis``."""

    table: ClassVar[str] = "diagnosis"

    problem_statement: str = ""
    accepted_by: tuple[str, ...] = references("departments")


@row
class ImageCard(Row):
    """A card of the image exchange."""

    table: ClassVar[str] = "image_cards"
    prefix: ClassVar[str] = "IC"

    department_id: str = owned_by("departments")
    list: ImageList = ImageList.SELF
    text: str = ""
    rank: int = 0


@row
class LedgerSource(Row):
    """Where the sales ledger came from; one row with the id ``ledger``. ``aliases_*`` map spellings to one name."""

    table: ClassVar[str] = "ledger"

    file: str | None = None
    currency: str | None = None
    addon_services: tuple[str, ...] = ()
    client_aliases: tuple[tuple[str, str], ...] = ()
    service_aliases: tuple[tuple[str, str], ...] = ()
    department_aliases: tuple[tuple[str, str], ...] = ()


@row
class LedgerBatch(Row):
    """One import of a sales ledger. Its rows, in ``ledger_parts``, count while ``active``; undo clears the flag.

    ``report`` is the cleaning report as JSON text.
    """

    table: ClassVar[str] = "ledger_batches"
    prefix: ClassVar[str] = "LB"

    file: str = ""
    imported_at: str = ""
    active: bool = False
    row_count: int = 0
    report: str = "{}"
    rank: int = 0
