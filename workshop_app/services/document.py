"""The open workshop: one gate for every change, undo and redo, and one notification of what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import TABLES, UNDO_EXCLUDED, UNDO_EXCLUDED_FIELDS, LedgerBatch, Row
from workshop_app.services.edit import Edit, released_by
from workshop_app.services.history import History, HistoryStep
from workshop_app.storage.capture import RowChange, RowLog
from workshop_app.storage.errors import DamagedFile, DocumentError
from workshop_app.storage.file import WorkshopFile, create, open_file
from workshop_app.storage.ledger_part import LedgerPart
from workshop_app.storage.ledger_table import LedgerTable
from workshop_app.storage.rows import decode, encode, statements

ChangeKind = Literal["run", "undo", "redo", "reload"]

_ROW_TYPES = {row_type.table: row_type for row_type in TABLES}


@frozen
class Operation:
    """A named change: ``apply`` writes through an ``Edit``; it may raise ``ProblemError``, then nothing is changed.

    Operations that follow each other with the same ``merge_key`` make one undo step (a slider being dragged).
    """

    name: Message
    apply: Callable[[Edit], object]
    merge_key: Hashable | None = None


@frozen
class Change:
    """What one operation did: ids of the changed rows by table, and the document before and after."""

    name: Message
    kind: ChangeKind
    rows: Mapping[str, frozenset[str]]
    before: Engagement
    after: Engagement

    def touches(self, *row_types: type[Row]) -> bool:
        """Whether any row of these tables changed."""
        return any(row_type.table in self.rows for row_type in row_types)

    def ids(self, row_type: type[Row]) -> frozenset[str]:
        """The ids of the changed rows of a table."""
        return self.rows.get(row_type.table, frozenset())


Listener = Callable[[Change], None]


class _Writer:
    """Writes rows of the model with one statement each."""

    def __init__(self, file: WorkshopFile) -> None:
        self._connection = file.connection

    def insert(self, row: Row) -> None:
        """Write a new row."""
        self._connection.execute(statements(type(row))["insert"], encode(row))

    def update(self, row: Row) -> None:
        """Overwrite the row with this id."""
        self._connection.execute(statements(type(row))["update"], (*encode(row), row.id))

    def delete(self, row: Row) -> None:
        """Delete the row with this id."""
        self._connection.execute(statements(type(row))["delete"], (row.id,))


class Document:
    """An open workshop file.

    ``engagement`` is the snapshot of the whole document; ``run`` is the only way to change it. A change is on disk
    before ``run`` returns and before any listener hears of it.
    """

    def __init__(self, file: WorkshopFile) -> None:
        self.file = file
        self.ledger_rows = LedgerTable(file.connection, file.path)
        self._log = RowLog(file.connection, exclude=UNDO_EXCLUDED | {"ledger_parts"}, fields=UNDO_EXCLUDED_FIELDS)
        self._history = History()
        self._listeners: list[Listener] = []
        self._closed = False
        self._engagement = self._read()

    @classmethod
    def create(cls, path: Path, *, replace: bool = False) -> Document:
        """A new, empty workshop file; raises ``DocumentError`` (name taken, no access, disk full)."""
        return cls(create(path, replace=replace))

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Document:
        """Open a workshop file without lock and backups (a command); raises ``DocumentError``."""
        return cls(open_file(path, read_only=read_only))

    @property
    def engagement(self) -> Engagement:
        """The document as it is now."""
        return self._engagement

    @property
    def read_only(self) -> bool:
        """Whether the file can't be changed here."""
        return self.file.read_only

    @property
    def undo_step(self) -> HistoryStep | None:
        """What undo would take back."""
        return self._history.undo_step

    @property
    def redo_step(self) -> HistoryStep | None:
        """What redo would do again."""
        return self._history.redo_step

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change; call what comes back to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def run(self, operation: Operation) -> Change:
        """Do an operation in one transaction and one undo step.

        Raises ``ProblemError`` (or a storage error) with the document unchanged.
        """
        self._require_writable()
        edit = Edit(self._engagement, _Writer(self.file))
        with self.file.transaction(), self._log.capture() as images:
            operation.apply(edit)
            touched = tuple(edit.touched)
        if images:
            unlogged = frozenset(key for key in touched if key[0] in UNDO_EXCLUDED)
            self._history.record(HistoryStep(operation.name, tuple(images), operation.merge_key, unlogged))
        return self._settle(operation.name, "run", touched, edit.engagement)

    def load_ledger(self, batch: LedgerBatch, parts: Iterable[LedgerPart] = ()) -> None:
        """Write a batch of the sales ledger, not counted yet: run an operation that sets ``active``.

        The batch itself is not in undo, the flag is.
        """
        self._require_writable()
        with self.file.transaction():
            _Writer(self.file).insert(batch)
            self.ledger_rows.add(batch.id, parts)
        self._engagement = self._engagement.with_changes([(batch.table, batch.id, batch)])

    def add_ledger_parts(self, batch: LedgerBatch, parts: Iterable[LedgerPart]) -> int:
        """More of a batch that ``load_ledger`` began; how many rows there were."""
        self._require_writable()
        with self.file.transaction():
            return self.ledger_rows.add(batch.id, parts)

    def end_merge(self) -> None:
        """Close the current merged undo step: the slider was let go."""
        self._history.end_merge()

    def undo(self) -> Change | None:
        """Take back the last step; None when there is none.

        Raises ``ProblemError`` when votes or survey answers entered later would go with it: they never come back.
        """
        step = self._history.undo_step
        if step is None:
            return None
        change = self._swap(step, "undo")
        if step.unlogged:
            self._history.taken_away()
        else:
            self._history.undone()
        return change

    def redo(self) -> Change | None:
        """Do the last undone step again; None when there is none."""
        step = self._history.redo_step
        if step is None:
            return None
        change = self._swap(step, "redo")
        self._history.redone()
        return change

    def reload_if_changed(self) -> Change | None:
        """Follow changes that another program made to a file opened read-only."""
        if not self.file.changed_elsewhere():
            return None
        self._history.clear()
        touched = [(row.table, row.id) for row in self._engagement.all_rows()]
        after = self._read()
        touched += [(row.table, row.id) for row in after.all_rows()]
        return self._settle(Message(N_("Changes from another computer")), "reload", touched, after)

    @property
    def is_closed(self) -> bool:
        """Whether the file has been let go."""
        return self._closed

    def close(self) -> None:
        """Close the file; one file is left on disk."""
        if self._closed:
            return
        self._closed = True
        self._listeners.clear()
        if not self.read_only:
            with suppress(DocumentError), self.file.transaction():
                self.ledger_rows.purge()
        self.file.close()

    def _require_writable(self) -> None:
        if self.read_only:
            raise ProblemError(
                Message(N_("The workshop is open for reading only. Save a copy to change it, or close it elsewhere."))
            )

    def _swap(self, step: HistoryStep, kind: Literal["undo", "redo"]) -> Change:
        self._require_writable()
        rows = _final_images(step.changes, reverse=kind == "undo")
        released = released_by(self._engagement, (key for key, row in rows.items() if row is None))
        if any(row is None for key, row in released.items() if key not in step.unlogged):
            text = N_("Votes or answers have been entered since then; undo would lose them: {name}")
            raise ProblemError(Message(text, {"name": step.name}))
        with self.file.transaction():
            self._log.apply(step.changes, reverse=kind == "undo")
            rows |= self._with_ballots(rows)
        rows |= released
        after = self._engagement.with_changes((table, row_id, row) for (table, row_id), row in rows.items())
        return self._settle(step.name, kind, rows.keys(), after)

    def _with_ballots(self, rows: Mapping[tuple[str, str], Row | None]) -> dict[tuple[str, str], Row | None]:
        """The rows that keep ballots of their own, as they are in the file now."""
        found: dict[tuple[str, str], Row | None] = {}
        for table in {table for table, _row_id in rows} & UNDO_EXCLUDED_FIELDS.keys():
            row_type = _ROW_TYPES[table]
            values = self.file.connection.execute(statements(row_type)["select"]).fetchall()
            stored = _decoded(row_type, values, self.file.path)
            found |= {key: stored.get(key[1]) for key in rows if key[0] == table}
        return found

    def _settle(self, name: Message, kind: ChangeKind, touched: Iterable[tuple[str, str]], after: Engagement) -> Change:
        rows: dict[str, set[str]] = {}
        for table, row_id in touched:
            rows.setdefault(table, set()).add(row_id)
        frozen = {table: frozenset(ids) for table, ids in rows.items()}
        change = Change(name, kind, frozen, self._engagement, after)
        self._engagement = after
        for listener in tuple(self._listeners):
            listener(change)
        return change

    def _read(self) -> Engagement:
        tables: dict[str, dict[str, Row]] = {}
        with self.file.reading() as connection:
            for row_type in TABLES:
                values = connection.execute(statements(row_type)["select"]).fetchall()
                tables[row_type.table] = _decoded(row_type, values, self.file.path)
        return Engagement(tables)


def _decoded(row_type: type[Row], values: Iterable[Sequence[Any]], path: Path) -> dict[str, Row]:
    try:
        return {row.id: row for row in (decode(row_type, value) for value in values)}
    except (ValueError, ArithmeticError, TypeError) as error:
        raise DamagedFile(path, f"{row_type.table}: {error}") from error


def _final_images(changes: Iterable[RowChange], *, reverse: bool) -> dict[tuple[str, str], Row | None]:
    """The last image of every row after the changes are applied in the given direction."""
    final: dict[tuple[str, str], Row | None] = {}
    for change in reversed(list(changes)) if reverse else changes:
        row_type = _ROW_TYPES[change.table]
        gone, image = (change.after, change.before) if reverse else (change.before, change.after)
        if gone is not None:
            final[change.table, str(gone[0])] = None
        if image is not None:
            row = decode(row_type, image)
            final[change.table, row.id] = row
    return final
