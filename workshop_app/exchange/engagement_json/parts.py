"""Lists and tables of the engagement file whose entries are rows of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, Protocol

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import RANK_STEP, Row
from workshop_app.exchange.engagement_json.errors import missing, twice, unknown_word, wrong_type
from workshop_app.exchange.engagement_json.shape import Entry, Shape
from workshop_app.exchange.engagement_json.values import TEXT, Kind, kind_of, read_list, read_object, read_text

if TYPE_CHECKING:
    from workshop_app.exchange.engagement_json.reading import Reading
    from workshop_app.exchange.engagement_json.writing import Writing


class Part(Protocol):
    """A key whose value holds rows. ``addition``: left out of the file while there are none."""

    @property
    def key(self) -> str:
        """The key in the object above."""

    @property
    def addition(self) -> bool:
        """Whether an empty value is left out."""

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """Gather the rows."""

    def write(self, owner: Row, writing: Writing) -> Any:
        """The value for the rows of ``owner``."""


@frozen
class Slot:
    """Where the row of an entry came from, should it name somebody unknown: its container, place in it and content."""

    owner: Row
    field: str
    index: int
    content: Any


@frozen
class One:
    """An object that is the only row of its table."""

    key: str
    shape: Shape
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        values = self.shape.read_values(value, place, reading)
        row = self.shape.row_type(**{**values, "id": self.shape.row_type.table})
        reading.add(row, place)
        self.shape.read_parts(value, place, row, reading)

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        table = self.shape.row_type.table
        row = writing.engagement.get(self.shape.row_type, table)
        blank = self.shape.row_type(id=table)
        if row is None and self.addition:
            return self.shape.write_parts(blank, writing)
        return self.shape.write(row or blank, writing)


@frozen
class Many:
    """A list of objects. ``parent`` is the field that names the owner.

    ``row_id`` makes the id of a row whose object has none, from its fields, ``{parent}``, and the number ``{n}`` of
    the entry in this list or ``{count}`` in the table.
    """

    key: str
    shape: Shape
    parent: str | None = None
    row_id: str = "{id}"
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        for index, entry in enumerate(read_list(value, place)):
            inside = f"{place}[{index}]"
            values = self.shape.read_values(entry, inside, reading)
            if self.parent:
                values[self.parent] = owner.id
            row = make_row(self.shape.row_type, values, self.row_id, owner, index, reading)
            reading.add(row, inside, Slot(owner, self.key, index, entry))
            self.shape.read_parts(entry, inside, row, reading)

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        made = [self.shape.write(row, writing) for row in writing.children(self.shape.row_type, self.parent, owner)]
        return writing.with_strangers(made, owner, self.key)


@frozen
class Keyed:
    """Objects under fixed keys, which are the rows' ids."""

    key: str
    shape: Shape
    ids: tuple[str, ...]
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        for row_id, entry in read_object(value, place).items():
            if row_id not in self.ids:
                raise unknown_word(place, row_id, self.ids)
            if entry is not None:
                inside = f"{place}.{row_id}"
                row = self.shape.row_type(**{**self.shape.read_values(entry, inside, reading), "id": row_id})
                reading.add(row, inside)
                self.shape.read_parts(entry, inside, row, reading)

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        return {row.id: self.shape.write(row, writing) for row in writing.engagement.rows(self.shape.row_type)}


@frozen
class Tuples:
    """A list of short lists: the fields of a row in order. ``fixed`` are further fields, the same for all."""

    key: str
    row_type: type[Row]
    entries: tuple[Entry, ...]
    parent: str | None = None
    row_id: str = "{parent}/{n}"
    fixed: Mapping[str, Any] | None = None
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        for index, item in enumerate(read_list(value, place)):
            inside = f"{place}[{index}]"
            found = read_list(item, inside)
            if len(found) != len(self.entries):
                wanted = ", ".join(entry.key for entry in self.entries)
                raise wrong_type(inside, Message(N_("a list of {keys}"), {"keys": wanted}), item)
            pairs = zip(self.entries, found, strict=True)
            read = {entry.attribute: _filled(entry.kind, part, inside) for entry, part in pairs}
            values = {**read, **(self.fixed or {})}
            if self.parent:
                values[self.parent] = owner.id
            row = make_row(self.row_type, values, self.row_id, owner, index, reading)
            reading.add(row, inside, Slot(owner, self.key, index, item))

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        rows = [
            row
            for row in writing.children(self.row_type, self.parent, owner)
            if all(getattr(row, name) == value for name, value in (self.fixed or {}).items())
        ]
        made = [[entry.kind.write(getattr(row, entry.attribute)) for entry in self.entries] for row in rows]
        return writing.with_strangers(made, owner, self.key)


@frozen
class Table:
    """An object with a key and a value per row: contributions by department, letters by person."""

    key: str
    row_type: type[Row]
    by: str
    value: str
    parent: str | None = None
    row_id: str = "{id}"
    name_kind: Kind = TEXT
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        for index, (name, item) in enumerate(read_object(value, place).items()):
            inside = f"{place}.{name}"
            values = {self.by: self.name_kind.read(name, inside), self.value: _filled(self.kind, item, inside)}
            if self.parent:
                values[self.parent] = owner.id
            row = make_row(self.row_type, values, self.row_id, owner, index, reading)
            reading.add(row, inside, Slot(owner, self.key, index, item))

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        rows = writing.children(self.row_type, self.parent, owner)
        made = {self.name_kind.write(getattr(row, self.by)): self.kind.write(getattr(row, self.value)) for row in rows}
        return writing.with_named_strangers(made, owner, self.key, texts=self.kind is TEXT)

    @property
    def kind(self) -> Kind:
        """The kind of the values."""
        return kind_of(self.row_type, self.value)


@frozen
class TableOfTables:
    """Tables under fixed names: votes by criterion and department."""

    key: str
    row_type: type[Row]
    names: tuple[str, ...]
    outer: str
    by: str
    value: str
    kind: Kind
    parent: str
    row_id: str
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        for name, table in read_object(value, place).items():
            if name not in self.names:
                raise unknown_word(place, name, self.names)
            for index, (inner, item) in enumerate(read_object(table, f"{place}.{name}").items()):
                inside = f"{place}.{name}.{inner}"
                found = _filled(self.kind, item, inside)
                values = {self.outer: name, self.by: inner, self.value: found, self.parent: owner.id}
                row = make_row(self.row_type, values, self.row_id, owner, index, reading)
                reading.add(row, inside, Slot(owner, f"{self.key}.{name}", index, item))

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        made: dict[str, dict[str, Any]] = {name: {} for name in self.names}
        for row in writing.children(self.row_type, self.parent, owner):
            if getattr(row, self.outer) in made:
                made[getattr(row, self.outer)][getattr(row, self.by)] = self.kind.write(getattr(row, self.value))
        for name, table in made.items():
            writing.with_named_strangers(table, owner, f"{self.key}.{name}", texts=False)
        return {name: table for name, table in made.items() if table}


@frozen
class ListOfTables:
    """A list of objects, each with whose it is and a table: weights by position and indicator."""

    key: str
    row_type: type[Row]
    whose: str
    table: str
    by: str
    value: str
    parent: str
    row_id: str
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        seen: dict[str, str] = {}
        for index, item in enumerate(read_list(value, place)):
            inside = f"{place}[{index}]"
            entry = read_object(item, inside)
            reading.report_unknown(entry, {self.whose, self.table}, inside)
            if not entry.get(self.whose):
                raise missing(f"{inside}.{self.whose}")
            whose = read_text(entry[self.whose], f"{inside}.{self.whose}")
            if whose in seen:
                raise twice(inside, whose, seen[whose])
            seen[whose] = inside
            for name, found in read_object(entry.get(self.table) or {}, f"{inside}.{self.table}").items():
                number = _filled(kind_of(self.row_type, self.value), found, f"{inside}.{self.table}.{name}")
                values = {self.whose: whose, self.by: name, self.value: number, self.parent: owner.id}
                row = make_row(self.row_type, values, self.row_id, owner, index, reading)
                reading.add(row, inside, Slot(owner, self.key, index, item))

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        kind = kind_of(self.row_type, self.value)
        tables: dict[str, dict[str, Any]] = {}
        for row in writing.children(self.row_type, self.parent, owner):
            table = tables.setdefault(getattr(row, self.whose), {})
            table[getattr(row, self.by)] = kind.write(getattr(row, self.value))
        made = [{self.whose: whose, self.table: table} for whose, table in tables.items()]
        return writing.with_strangers(made, owner, self.key)


@frozen
class Folder:
    """An object that only holds parts of the object above it."""

    key: str
    parts: tuple[Part, ...]
    addition: bool = False

    def read(self, value: Any, place: str, owner: Row, reading: Reading) -> None:
        """See ``Part``."""
        given = read_object(value, place)
        reading.report_unknown(given, {part.key for part in self.parts}, place)
        for part in self.parts:
            if given.get(part.key) is not None:
                part.read(given[part.key], f"{place}.{part.key}", owner, reading)

    def write(self, owner: Row, writing: Writing) -> Any:
        """See ``Part``."""
        written = {part.key: part.write(owner, writing) for part in self.parts}
        return {part.key: written[part.key] for part in self.parts if written[part.key] or not part.addition}


def make_row(row_type: type[Row], values: dict[str, Any], row_id: str, owner: Row, index: int, reading: Reading) -> Row:
    """A row with its id and rank."""
    count = reading.count(row_type)
    named = {**_defaults(row_type), **values}
    prefix = f"{row_type.prefix}{count + 1:02}"
    made = values.get("id") or row_id.format(**named, parent=owner.id, n=index + 1, count=prefix)
    filled = {**values, "id": made}
    if any(field.name == "rank" for field in fields(row_type)):
        filled["rank"] = (count + 1) * RANK_STEP
    return row_type(**filled)


def _defaults(row_type: type[Row]) -> dict[str, Any]:
    return {field.name: field.default for field in fields(row_type) if field.default is not MISSING}


def _filled(kind: Kind, value: Any, place: str) -> Any:
    if value is None:
        raise missing(place)
    return kind.read(value, place)
