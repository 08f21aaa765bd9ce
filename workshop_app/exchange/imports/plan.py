"""What an import would do, before it is done: rows as they would be stored, and everything a person should know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import TABLES, Row
from workshop_app.exchange.engagement_json.values import write_decimal
from workshop_app.exchange.grid import Doubt, Question, Skipped, first_blocking, require_answers
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit

Say = Callable[[Message], str]


@frozen
class Repeat:
    """A row that says what an earlier row of the file has said."""

    row: int
    same_as: int
    text: str

    def as_json(self) -> dict[str, object]:
        """For ``--dry-run``."""
        return {"row": self.row, "same_as": self.same_as, "text": self.text}


@frozen
class ImportCounts:
    """How many rows an import adds, changes, leaves as they were, passes over, and has met before in the file."""

    added: int
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    repeats: int = 0


class Fate(Enum):
    """What becomes of a row of the file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@frozen
class ImportPlan:
    """An import that is ready to be done.

    ``rows`` of the kind's own ``table`` are new (``added``) or changed (``updated``); ``unchanged`` counts rows of the
    file that the document has already. ``also`` are rows of other tables that come with them (new people, say).
    ``notes`` are remarks on the file as a whole, ``doubts`` the cells that were not understood. ``fates`` say what
    becomes of the rows of the file, by their number; ``unread`` are the titled columns that are left.
    """

    kind: str
    file: str
    table: str
    rows: tuple[Row, ...]
    also: tuple[Row, ...]
    removed: tuple[Row, ...]
    added: int
    updated: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    repeats: tuple[Repeat, ...]
    questions: tuple[Question, ...]
    notes: tuple[Message, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    fates: Mapping[int, Fate] = field(default_factory=dict)
    unread: tuple[int, ...] = ()

    @property
    def open_question(self) -> Question | None:
        """The first question without which nothing can be imported."""
        return first_blocking(self.questions)

    @property
    def counts(self) -> ImportCounts:
        """The import in figures."""
        return ImportCounts(self.added, self.updated, self.unchanged, len(self.skipped), len(self.repeats))

    def texts(self) -> Iterator[str]:
        """What its rows say, to tell their language by."""
        return (str(row_json(row)) for row in (*self.rows, *self.also))

    def operation(self) -> Operation:
        """The import as one operation and one undo step; ``ProblemError`` while a question must be answered first."""
        require_answers(self.file, self.questions)

        def apply(edit: Edit) -> None:
            for row in self.removed:
                edit.remove(row)
            for row in (*self.also, *self.rows):
                edit.put(row)

        return Operation(Message(N_("Import of {file}"), {"file": self.file}), apply)

    def as_json(self, say: Say) -> dict[str, object]:
        """``--dry-run`` (DECISIONS, Command line); ``say`` puts a message into words."""
        return {
            "kind": self.kind,
            "file": self.file,
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rows": [row_json(row) for row in self.rows],
            "also": [row_json(row) for row in self.also],
            "skipped": [skipped.as_json(say) for skipped in self.skipped],
            "repeats": [repeat.as_json() for repeat in self.repeats],
            "questions": [question.as_json(say) for question in self.questions],
            "notes": [say(note) for note in self.notes],
        }


def row_json(row: Row) -> dict[str, Any]:
    """A row as it would be stored, by the names of its fields."""
    values = {field.name: _plain(getattr(row, field.name)) for field in fields(row) if field.name != "rank"}
    return {"table": row.table, **values}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return write_decimal(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


TABLE_ORDER = {row_type.table: place for place, row_type in enumerate(TABLES)}
"""Rows are listed with what they name before them."""
