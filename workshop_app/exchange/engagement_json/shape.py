"""Which keys of an object of the engagement file are which fields of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, field, fields
from typing import TYPE_CHECKING, Any

from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Row
from workshop_app.exchange.engagement_json.errors import missing
from workshop_app.exchange.engagement_json.values import Kind, kind_of, read_object, within

if TYPE_CHECKING:
    from workshop_app.exchange.engagement_json.parts import Part
    from workshop_app.exchange.engagement_json.reading import Reading
    from workshop_app.exchange.engagement_json.writing import Writing


@frozen
class Entry:
    """One key. ``required``: must be there and filled. ``addition``: left out of the file while it has its default."""

    key: str
    attribute: str
    kind: Kind
    default: Any
    required: bool
    addition: bool

    @property
    def empty(self) -> Any:
        """The default as the file would have it."""
        return None if self.default in (None, MISSING) else self.kind.write(self.default)


def entries(row_type: type[Row], spec: str, limits: Mapping[str, tuple[int, int]] | None = None) -> tuple[Entry, ...]:
    """Entries of a spec such as ``id! title rec=recommendations hours?``.

    A word is a key and the field of the same name, ``key=field`` where the names differ; ``!`` = required,
    ``?`` = addition. ``limits`` gives the scale of a field.
    """
    return tuple(_entry(row_type, word, limits or {}) for word in spec.split())


def _entry(row_type: type[Row], word: str, limits: Mapping[str, tuple[int, int]]) -> Entry:
    key, _, attribute = word.rstrip("!?").partition("=")
    attribute = attribute or key
    kind = kind_of(row_type, attribute)
    if attribute in limits:
        kind = within(kind, *limits[attribute])
    default = next(made.default for made in fields(row_type) if made.name == attribute)
    return Entry(key, attribute, kind, default, word.endswith("!"), word.endswith("?"))


@frozen
class Group:
    """An inner object whose keys are fields of the same row; null (or left out, ``addition``) while all are empty."""

    key: str
    entries: tuple[Entry, ...]
    addition: bool = False
    nullable: bool = False


@frozen
class Shape:
    """An object that is a row, with the inner objects and the rows it owns."""

    row_type: type[Row]
    entries: tuple[Entry, ...]
    groups: tuple[Group, ...] = ()
    parts: tuple[Part, ...] = ()
    ignored: frozenset[str] = field(default_factory=frozenset)

    def keys(self) -> frozenset[str]:
        """Every key this object may have."""
        inner = {part.key for part in self.groups} | {part.key for part in self.parts}
        return self.ignored | inner | {entry.key for entry in self.entries}

    def read_values(self, value: Any, place: str, reading: Reading) -> dict[str, Any]:
        """The fields of the row; keys that the format does not have are reported."""
        given = read_object(value, place)
        reading.report_unknown(given, self.keys(), place)
        values = dict(_read_entries(self.entries, given, place))
        for group in self.groups:
            if given.get(group.key) is not None:
                values.update(_read_group(group, given[group.key], _inside(place, group.key), reading))
        return values

    def read_parts(self, value: Mapping[str, Any], place: str, owner: Row, reading: Reading) -> None:
        """The rows that belong to the row."""
        for part in self.parts:
            if value.get(part.key) is not None:
                part.read(value[part.key], _inside(place, part.key), owner, reading)

    def write(self, row: Row, writing: Writing) -> dict[str, Any]:
        """The object for a row."""
        made = dict(_write_entries(self.entries, row, writing))
        for group in self.groups:
            inner = dict(_write_entries(group.entries, row, writing))
            is_empty = all(inner.get(entry.key, entry.empty) == entry.empty for entry in group.entries)
            if not (group.addition and is_empty):
                made[group.key] = None if group.nullable and is_empty else inner
        return {**made, **self.write_parts(row, writing)}

    def write_parts(self, row: Row, writing: Writing) -> dict[str, Any]:
        """The rows that belong to the row."""
        written = {part.key: (part, part.write(row, writing)) for part in self.parts}
        return {key: value for key, (part, value) in written.items() if value or not part.addition}


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _read_group(group: Group, value: Any, place: str, reading: Reading) -> Iterator[tuple[str, Any]]:
    given = read_object(value, place)
    reading.report_unknown(given, {entry.key for entry in group.entries}, place)
    return _read_entries(group.entries, given, place)


def _read_entries(entries: tuple[Entry, ...], given: Mapping[str, Any], place: str) -> Iterator[tuple[str, Any]]:
    for entry in entries:
        value, inside = given.get(entry.key), _inside(place, entry.key)
        if entry.required and value in (None, ""):
            raise missing(inside)
        if value is None and entry.default is MISSING:
            raise missing(inside)
        if value is not None:
            yield entry.attribute, entry.kind.read(value, inside)


def _write_entries(entries: tuple[Entry, ...], row: Row, writing: Writing) -> Iterator[tuple[str, Any]]:
    for entry in entries:
        value = writing.value(row, entry)
        if not (entry.addition and value == entry.empty):
            yield entry.key, value
