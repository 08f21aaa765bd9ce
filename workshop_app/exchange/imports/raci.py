"""The RACI matrix: a row per activity, a column per person (METHOD C.5)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Department, Person, RaciCell, RaciRow
from workshop_app.domain.raci import cell_id, is_russian_sheet, normalise
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import Answers, Field, Option, Question, Record, Table, cell_text
from workshop_app.exchange.imports.cells import line
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.plan import ImportPlan

KIND = "raci"
FIELDS = (
    Field("id", N_("Code"), ("код", "id", "code"), required=False),
    Field("activity", N_("Activity"), ("деятельность", "функция", "activity", "function"), untitled=True),
)
LETTERS = "letters"
"""The key of the question which letters a sheet uses; answered by ``latin`` or ``russian``."""

_LONGEST_CELL = 12


@frozen
class _Column:
    """A column of the matrix: a person, or a name that is not in the list of people."""

    index: int
    person: Person | None
    name: str


def plan_raci(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a matrix changes. ``ProblemError`` when no column belongs to a person."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    directory = Directory(draft)
    records = list(draft.records(table))
    columns = list(_columns(table, records, draft, directory))
    if not columns:
        message = N_("{file}: no column is headed by a person. Write the people's names above the letters.")
        raise ProblemError(Message(message, {"file": path.name}))
    russian = _is_russian([cell_text(r.at(c.index)) for r in records for c in columns], draft)
    matrix = _Matrix(draft, russian)
    for record in records:
        draft.at(record.number)
        text, code = line(record.text("activity")), line(record.text("id"))
        if not norm_text(text) and not norm_text(code):
            draft.skip(record.number, Message(N_("no activity in this row")), record.place("activity"))
            continue
        matrix.read(record, directory.activity_or_new(text, code).id, columns)
    return draft.plan(KIND, RaciCell)


class _Matrix:
    """Stores rows and cells."""

    def __init__(self, draft: Draft, russian: bool) -> None:
        self._draft = draft
        self._russian = russian
        self._numbers: dict[str, int] = {}

    def read(self, record: Record, activity_id: str, columns: Iterable[_Column]) -> None:
        """One row of the file."""
        if activity_id in self._numbers:
            self._draft.repeat(record.number, self._numbers[activity_id], record.text("activity"))
            return
        self._numbers[activity_id] = record.number
        old = self._draft.before.get(RaciRow, activity_id)
        row = old or self._draft.add(RaciRow(id=activity_id, activity_id=activity_id))
        for column in columns:
            letters = self._letters(record, column.index)
            if column.person is not None:
                self._draft.settle(row, "cells", column.name)
            if letters and column.person is not None:
                self._store(activity_id, column.person.id, letters)
            elif letters:
                self._draft.keep_unknown(row, "cells", column.name, value=letters)
            elif column.person is not None:
                self._empty(activity_id, column.person.id)

    def _empty(self, activity_id: str, person_id: str) -> None:
        """An empty cell where the document has letters."""
        old = self._draft.before.get(RaciCell, cell_id(activity_id, person_id))
        if old is not None and self._draft.is_emptied():
            self._draft.remove(old)

    def _letters(self, record: Record, column: int) -> str:
        """The letters as the matrix writes them; anything else stays as it was typed, and is shown."""
        text = cell_text(record.at(column)).strip()
        read = normalise(text, russian=self._russian)
        if not read.unknown:
            return read.marks
        asked = N_("Row {row}: “{text}” is none of the letters R, A, C, I.")
        self._draft.doubt(record, column, f"letters:{record.number}:{column}", asked, text=text)
        return text

    def _store(self, activity_id: str, person_id: str, letters: str) -> None:
        row_id = cell_id(activity_id, person_id)
        old = self._draft.before.get(RaciCell, row_id)
        if old is None:
            self._draft.add(RaciCell(id=row_id, activity_id=activity_id, person_id=person_id, letters=letters))
        elif normalise(old.letters) == normalise(letters):
            self._draft.same()
        else:
            self._draft.update(old, letters=letters)


def _columns(table: Table, records: list[Record], draft: Draft, directory: Directory) -> Iterable[_Column]:
    ignored: list[str] = []
    learns = not draft.before.people
    above = _names_above(table)
    for index in table.columns.rest:
        texts = [line(text) for text in (above.get(index, ""), *table.columns.header[index]) if text]
        department = next((found for text in texts if (found := directory.department(text))), None)
        names = [text for text in texts if directory.department(text) is None]
        person = _person(names, department, directory)
        has_letters = _has_letters([cell_text(record.at(index)) for record in records])
        if person is None and (not names or not has_letters):
            ignored.append(table.columns.title(index))
            continue
        if person is None and learns:
            position = names[1] if len(names) > 1 else ""
            person = directory.person_or_new(names[0], department.id if department else None, position)
        if person is None:
            person = directory.stranger(names[0], department.id if department else None)
        yield _Column(index, person, names[0] if names else "")
    if ignored:
        draft.note(Message(N_("Columns that are not read: {names}."), {"names": ", ".join(ignored)}))


def _names_above(table: Table) -> dict[int, str]:
    """The texts over the header: names may stand there, with «Деятельность» in the row of their departments."""
    cells = table.above()[-1:]
    found = {column: cell_text(cell) for row in cells for column, cell in enumerate(row) if cell != ""}
    return found if len(set(found.values())) > 1 else {}


def _person(names: Iterable[str], department: Department | None, directory: Directory) -> Person | None:
    department_id = department.id if department else None
    return next((found for name in names if (found := directory.person(name, department_id))), None)


def _has_letters(texts: list[str]) -> bool:
    filled = [text for text in texts if text.strip(" -–—")]
    short = [text for text in filled if len(text) <= _LONGEST_CELL and (_reads(text, False) or _reads(text, True))]
    return bool(filled) and len(short) * 10 >= len(filled) * 6


def _reads(text: str, russian: bool) -> bool:
    letters = normalise(text, russian=russian)
    return bool(letters.marks) and not letters.unknown


def _is_russian(texts: list[str], draft: Draft) -> bool:
    """Whether the sheet is in О И К У; said by a person, else seen from the whole sheet (METHOD C.5) and listed."""
    if not is_russian_sheet(texts):
        return draft.answer(LETTERS) == "russian"
    options = (Option("russian", Message("О = A, И = R, К = C, У = I")), Option("latin", Message("R A C I")))
    text = Message(N_("All letters are О, И, К, У. Are they the Russian ones?"))
    return draft.ask(Question(LETTERS, text, options, "russian", blocking=False)) != "latin"


def is_likely(table: Table, before: Engagement) -> bool:
    """Whether a table looks like a matrix of letters; a few letters are enough under names that are known."""
    if "activity" not in table.columns.at:
        return False
    rows = table.below()
    lettered = [
        column
        for column in table.columns.rest
        if _has_letters([cell_text(cells[column]) for cells in rows if column < len(cells)])
    ]
    names = {norm_text(person.name) for person in before.people}
    headed = [column for column in table.columns.rest if names & {*map(norm_text, table.columns.header[column])}]
    return len(lettered) >= 2 or bool(lettered and headed) or len(headed) >= 2
