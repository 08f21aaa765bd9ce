"""The RACI matrix: what the letters in a cell mean, who has them, and what everybody carries (METHOD C.5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

from workshop_app.domain.decisions import stopped_activities
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import UnresolvedReference
from workshop_app.domain.performers import hours_by_person
from workshop_app.domain.places import places_of

ORDER = "ARCI"
"""The letters from the strongest to the weakest."""

WORDS = (
    ("A", N_("accountable for the result")),
    ("R", N_("does the work")),
    ("C", N_("is asked before")),
    ("I", N_("is told after")),
)
"""Each letter with its word: letters never appear without it (ARCHITECTURE, "Words")."""


def cell_id(activity_id: str, person_id: str) -> str:
    """The id of a cell."""
    return f"{activity_id}/{person_id}"


def combined(marks: str) -> str:
    """The letters of several cells as those of one: A and R together, else the strongest; empty without any."""
    return "AR" if "A" in marks and "R" in marks else next((letter for letter in ORDER if letter in marks), "")


MOST_CONSULTED = 3
"""More people with C make a row slow (RACI-07)."""

_LOOK_ALIKE = str.maketrans("АСРІ", "ACRI")
_RUSSIAN = str.maketrans("ОИКУ", "ARCI")
_FILLERS = re.compile(r"[\s/\\,;+.&\-]+")


@frozen(slots=True)
class Letters:
    """The letters of a cell in the order A, R, C, I, and the characters that are no letter of the matrix."""

    marks: str = ""
    unknown: str = ""

    def __bool__(self) -> bool:
        return bool(self.marks or self.unknown)

    def __contains__(self, letter: str) -> bool:
        return letter in self.marks

    @property
    def strongest(self) -> str:
        """The letter that counts for display; empty when there is none."""
        return self.marks[:1]

    @property
    def is_redundant(self) -> bool:
        """Whether it is a combination other than A+R (RACI-11)."""
        return len(self.marks) > 1 and self.marks != "AR"


def _bare(text: str) -> str:
    return _FILLERS.sub("", unicodedata.normalize("NFKC", text).upper())


def normalise(text: str, *, russian: bool = False) -> Letters:
    """The letters of a cell as typed: upper case, Cyrillic look-alikes, ``AR`` in any order and with any separator.

    ``russian`` reads О И К У as A R C I; use ``is_russian_sheet`` for a whole sheet, never guess from one cell.
    """
    signs = _bare(text).translate(_RUSSIAN if russian else _LOOK_ALIKE)
    marks = "".join(letter for letter in ORDER if letter in signs)
    return Letters(marks, "".join(dict.fromkeys(sign for sign in signs if sign not in ORDER)))


def is_russian_sheet(texts: Iterable[str]) -> bool:
    """Whether every letter of a sheet belongs to О, И, К, У; one marked cell alone is not a sheet."""
    cells = [signs for signs in map(_bare, texts) if signs]
    return len(cells) > 1 and all(sign in "ОИКУ" for signs in cells for sign in signs)


@frozen(slots=True)
class MatrixRow:
    """A row: letters by person, and by the name of whoever is not in the list of people."""

    activity_id: str
    cells: Mapping[str, Letters]
    strangers: Mapping[str, Letters]

    def __bool__(self) -> bool:
        return bool(self.cells or self.strangers)

    def holders(self, letter: str) -> tuple[str, ...]:
        """The known people with this letter, in the order of the people."""
        return tuple(person_id for person_id, letters in self.cells.items() if letter in letters)

    def count(self, letter: str) -> int:
        """How many people have this letter, strangers too."""
        return len(self.holders(letter)) + sum(1 for letters in self.strangers.values() if letter in letters)

    def all_cells(self) -> tuple[tuple[str, Letters], ...]:
        """Every cell with letters, strangers last."""
        return (*self.cells.items(), *self.strangers.items())


def matrix(engagement: Engagement) -> Mapping[str, MatrixRow]:
    """The rows by activity, in their order; a row without letters is there and is false."""
    return engagement.derive(_matrix)


def stranger_cells(engagement: Engagement, activity_id: str) -> tuple[UnresolvedReference, ...]:
    """The cells of a row that a file gave to somebody who is not in the list of people."""
    return engagement.derive(_stranger_cells).get(activity_id, ())


def _stranger_cells(engagement: Engagement) -> dict[str, tuple[UnresolvedReference, ...]]:
    grouped: dict[str, list[UnresolvedReference]] = {}
    for entry in engagement.unresolved_references:
        if entry.object_table in {"raci_rows", "raci_cells"}:
            grouped.setdefault(entry.object_id.split("/")[0], []).append(entry)
    return {activity_id: tuple(entries) for activity_id, entries in grouped.items()}


def _matrix(engagement: Engagement) -> dict[str, MatrixRow]:
    strangers = [
        (activity_id, entry.text, entry.value or "")
        for activity_id, entries in engagement.derive(_stranger_cells).items()
        for entry in entries
    ]
    typed = [cell.letters for cell in engagement.raci_cells] + [letters for _activity, _name, letters in strangers]
    russian = is_russian_sheet(typed)
    order = places_of(engagement.people)
    known: dict[str, dict[str, Letters]] = {}
    for cell in sorted(engagement.raci_cells, key=lambda cell: order.get(cell.person_id, len(order))):
        if letters := normalise(cell.letters, russian=russian):
            known.setdefault(cell.activity_id, {})[cell.person_id] = letters
    unknown: dict[str, dict[str, Letters]] = {}
    for activity_id, name, text in strangers:
        if letters := normalise(text, russian=russian):
            unknown.setdefault(activity_id, {})[name] = letters
    return {
        row.activity_id: MatrixRow(row.activity_id, known.get(row.activity_id, {}), unknown.get(row.activity_id, {}))
        for row in engagement.raci_rows
    }


def live_rows(engagement: Engagement) -> tuple[MatrixRow, ...]:
    """The rows with letters whose activity is not stopped."""
    return engagement.derive(_live_rows)


def _live_rows(engagement: Engagement) -> tuple[MatrixRow, ...]:
    stopped = stopped_activities(engagement)
    return tuple(row for row in matrix(engagement).values() if row and row.activity_id not in stopped)


@frozen(slots=True)
class PersonLoad:
    """What a person carries: today's hours per week of the own function lines (None = no line), letters counted by row.

    No forecast is made from letters (DECISIONS, "Load in the RACI matrix").
    """

    person_id: str
    hours: Decimal | None
    accountable: int
    responsible: int
    consulted: int
    informed: int

    @property
    def letters(self) -> int:
        """All letters together; AR counts twice."""
        return self.accountable + self.responsible + self.consulted + self.informed


def loads(engagement: Engagement) -> Mapping[str, PersonLoad]:
    """The load of everybody in the list of people; rows of stopped activities are not counted."""
    return engagement.derive(_loads)


def _loads(engagement: Engagement) -> dict[str, PersonLoad]:
    counts = {person.id: dict.fromkeys(ORDER, 0) for person in engagement.people}
    for row in live_rows(engagement):
        for person_id, letters in row.cells.items():
            for letter in letters.marks if person_id in counts else "":
                counts[person_id][letter] += 1
    hours = hours_by_person(engagement)
    return {
        person_id: PersonLoad(person_id, hours.get(person_id), *(count[letter] for letter in ORDER))
        for person_id, count in counts.items()
    }
