"""An import being worked out on a scratch copy of the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Row, UnresolvedReference
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import Answers, Doubt, Option, Question, Record, Skipped, Table
from workshop_app.exchange.imports.plan import TABLE_ORDER, Fate, ImportPlan, Repeat
from workshop_app.services.edit import Edit

R = TypeVar("R", bound=Row)
_NUMBERING = re.compile(r"\s*(?:№|#|no\.?|n|№?\s*п\W?п\.?)\s*", re.IGNORECASE)

EMPTIED = "emptied"
"""The key of the question whether emptied cells empty the document's too; answered by ``keep`` or ``clear``."""
MOST_LISTED = 6


def listed(names: Sequence[str]) -> str | Message:
    """The first few names, and how many more there are."""
    first = ", ".join(names[:MOST_LISTED])
    more = len(names) - MOST_LISTED
    return Message(N_("{names} and {n} more"), {"names": first, "n": more}) if more > 0 else first


class _NoWriter:
    """Writes nowhere: the rows are taken from the edit."""

    def insert(self, row: Row) -> None:
        """See ``RowWriter``."""

    def update(self, row: Row) -> None:
        """See ``RowWriter``."""

    def delete(self, row: Row) -> None:
        """See ``RowWriter``."""


class Draft:
    """Collects what one file changes, skips, repeats and leaves open. ``before`` is the document as it is."""

    def __init__(self, before: Engagement, file: str, answers: Answers | None = None) -> None:
        self.before = before
        self.file = file
        self.edit = Edit(before, _NoWriter())
        self._answers = answers or {}
        self._written: dict[tuple[str, str], Row | None] = {}
        self._skipped: list[Skipped] = []
        self._repeats: list[Repeat] = []
        self._questions: dict[str, Question] = {}
        self._notes: list[Message] = []
        self._doubts: list[Doubt] = []
        self._unchanged = 0
        self._row: int | None = None
        self._unread: tuple[int, ...] = ()
        self._fates: dict[int, Fate] = {}
        self._emptied: dict[int, int] = {}

    def at(self, row: int | None) -> None:
        """The row of the file that is read now: what is written from here on comes of it; None after the last one."""
        self._row = row

    def records(self, table: Table, section: Callable[[str], str | None] | None = None) -> Iterator[Record]:
        """The rows of data of a table; each is the one that is read until the next comes."""
        for record in table.records(section=section, on_skip=self.skipped):
            self.at(record.number)
            yield record
        self.at(None)

    def _tell(self, fate: Fate) -> None:
        """A row that brings something beside what is there already changes it."""
        if self._row is not None:
            known = self._fates.setdefault(self._row, fate)
            self._fates[self._row] = known if known is fate else Fate.CHANGED

    def add(self, row: R) -> R:
        """A new row at the end of its table."""
        made = self.edit.add(row)
        self._written[made.table, made.id] = made
        self._tell(Fate.NEW)
        return made

    def remove(self, row: Row) -> None:
        """Take a row out."""
        self.edit.remove(row)
        self._written[row.table, row.id] = None
        self._tell(Fate.CHANGED)

    def update(self, row: R, **values: Any) -> R:
        """Change a row that is there; fields that named something unknown are settled. Counts rows left as they are."""
        changed, is_old = replace(row, **values), self.before.get(type(row), row.id) is not None
        settled = [name for name, value in values.items() if value and self.before.unresolved(row.table, row.id, name)]
        for name in settled:
            self._forget(self.before.unresolved(row.table, row.id, name))
        if changed == row and not settled:
            self._unchanged += 1
            self._tell(Fate.SAME if is_old else Fate.NEW)
            return row
        self.edit.put(changed)
        self._written[changed.table, changed.id] = changed
        self._tell(Fate.CHANGED if is_old else Fate.NEW)
        return changed

    def complete(self, row: R, **values: Any) -> R:
        """Fill in what another row of the file says about a row of a side table."""
        unchanged = self._unchanged
        changed = self.update(row, **values)
        self._unchanged = unchanged
        return changed

    def keep_unknown(self, row: Row, field: str, text: str, index: int = 0, value: str | None = None) -> None:
        """Keep a name that leads nowhere, in place of what the field said before."""
        known = self.before.unresolved(row.table, row.id, field)
        if any((entry.text, entry.index, entry.value) == (text, index, value) for entry in known):
            return
        self._forget(entry for entry in known if value is None or entry.text == text)
        new_id = self.edit.new_id(UnresolvedReference)
        self.add(
            UnresolvedReference(
                id=new_id, object_table=row.table, object_id=row.id, field=field, text=text, index=index, value=value
            )
        )

    def settle(self, row: Row, field: str, text: str) -> None:
        """Somebody has said who a name is: it is unknown no more."""
        known = self.before.unresolved(row.table, row.id, field)
        self._forget(entry for entry in known if norm_text(entry.text) == norm_text(text))

    def _forget(self, entries: Iterable[Row]) -> None:
        for entry in entries:
            self.edit.remove(entry)
            self._written[entry.table, entry.id] = None

    def same(self) -> None:
        """A row of the file that the document has already."""
        self._unchanged += 1
        self._tell(Fate.SAME)

    def is_emptied(self, cells: int = 1) -> bool:
        """Cells of this row are empty that are filled in the document: whether they are emptied there as well.

        Asked about the file as a whole; as long as nobody says so, everything stays.
        """
        if self._row is not None and cells:
            self._emptied[self._row] = self._emptied.get(self._row, 0) + cells
        return self.answer(EMPTIED) == "clear"

    def skip(self, row: int, why: Message, column: int | None = None) -> None:
        """A row that is not imported; ``column`` of the cell that keeps it out, where it is one."""
        self._skipped.append(Skipped(row, why, column))

    def skipped(self, skipped: Skipped) -> None:
        """A row that the table itself passes over."""
        self._skipped.append(skipped)

    def repeat(self, row: int, same_as: int, text: str) -> None:
        """A row that an earlier one has said already."""
        self._repeats.append(Repeat(row, same_as, text))

    def note(self, note: Message) -> None:
        """A remark on the file as a whole."""
        self._notes.append(note)

    def ask(self, question: Question) -> str | None:
        """The person's answer; while there is none the question is listed and its default holds."""
        answer = self._answers.get(question.key)
        if answer is not None:
            return answer
        self._questions.setdefault(question.key, question)
        return question.default

    def doubt(self, record: Record, column: int | None, key: str, asked: str, /, **said: object) -> None:
        """A cell that was not understood: it is shown, and a question asks that blocks nothing.

        ``asked``: its message id with ``{row}`` and what is ``said``.
        """
        question = Question(key, Message(asked, {"row": record.number, **said}), blocking=False)
        self.ask(question)
        if key not in self._answers:
            self.mark(record.number, column, question.text, key)

    def mark(self, row: int, column: int | None, why: Message, key: str = "") -> None:
        """Show a cell that was not understood; ``key`` of the question that is asked in the cell itself."""
        if column is not None:
            self._doubts.append(Doubt(row, column, why, key))

    def _ask_emptied(self) -> None:
        if self._emptied:
            rows = listed([str(row) for row in sorted(self._emptied)])
            said = {"n": sum(self._emptied.values()), "rows": rows}
            text = N_("{n} cells are empty in the file but filled in the workshop (rows {rows}). Empty them there too?")
            options = (Option("keep", Message(N_("leave"))), Option("clear", Message(N_("empty"))))
            self.ask(Question(EMPTIED, Message(text, said), options, "keep", blocking=False))

    def answer(self, key: str) -> str | None:
        """A person's answer to a question that need not be asked."""
        return self._answers.get(key)

    def read_table(self, table: Table) -> None:
        """Take over what a table leaves open: its questions, the sheets and cells that are not read."""
        for question in table.questions:
            self.ask(question)
        self._notes += table.grid.notes
        spilled = table.spilled()
        if spilled is not None:
            self._notes.append(spilled)
        if table.other_sheets:
            names = listed(table.other_sheets)
            text = N_("Only the sheet “{sheet}” was read; the others are left: {names}.")
            self._notes.append(Message(text, {"sheet": table.grid.name, "names": names}))

    def note_unread(self, table: Table, read: Collection[int] = ()) -> None:
        """Say which columns with a title and something in them were left, but for those that number the rows."""
        filled = {at for cells in table.below() for at, cell in enumerate(cells) if cell != ""}
        left = [column for column in table.columns.rest if column in filled.difference(read)]
        self._unread = tuple(left)
        titles = map(table.columns.title, left)
        names = [title.rstrip(" .:") for title in titles if not _NUMBERING.fullmatch(title)]
        if names:
            self.note(Message(N_("Columns that are not read: {names}."), {"names": ", ".join(names)}))

    def plan(self, kind: str, row_type: type[Row]) -> ImportPlan:
        """The finished plan; rows of ``row_type`` are what the file is about."""
        self._ask_emptied()
        written = [row for row in self._written.values() if row is not None]
        own = [row for row in written if isinstance(row, row_type)]
        others = [row for row in written if not isinstance(row, row_type)]
        added = sum(1 for row in own if self.before.get(row_type, row.id) is None)
        removed = tuple(self._removed())
        return ImportPlan(
            kind=kind,
            file=self.file,
            table=row_type.table,
            rows=tuple(own),
            also=tuple(sorted(others, key=lambda row: TABLE_ORDER[row.table])),
            removed=removed,
            added=added,
            updated=len(own) - added + sum(1 for row in removed if isinstance(row, row_type)),
            unchanged=self._unchanged,
            skipped=tuple(sorted(self._skipped, key=lambda skipped: skipped.row)),
            repeats=tuple(self._repeats),
            questions=tuple(self._questions.values()),
            notes=tuple(self._notes),
            doubts=tuple(self._doubts),
            fates=dict(self._fates),
            unread=self._unread,
        )

    def _removed(self) -> Iterable[Row]:
        for (table, row_id), row in self._written.items():
            if row is None:
                found = next((old for old in self.before.all_rows() if (old.table, old.id) == (table, row_id)), None)
                if found is not None:
                    yield found
