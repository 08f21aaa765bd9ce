"""The rows of an engagement file as they are gathered, and what happens to names that lead nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import Field, fields, replace
from typing import Any

from workshop_app.domain.model import RANK_STEP, Department, Person, Position, Row, UnresolvedReference
from workshop_app.exchange.engagement_json import json_text
from workshop_app.exchange.engagement_json.errors import twice
from workshop_app.exchange.engagement_json.parts import Slot

_KEEP_DEPARTMENT_TEXT = (Person, Position)


class Reading:
    """Gathers rows in the order of the file. ``unknown`` are the places of keys that the format does not have."""

    def __init__(self) -> None:
        self.unknown: list[str] = []
        self.strangers: list[UnresolvedReference] = []
        self._found: list[tuple[Row, Slot | None]] = []
        self._places: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()
        self._kept_slots: set[tuple[str, str, str, int]] = set()

    def add(self, row: Row, place: str, slot: Slot | None = None) -> None:
        """Gather a row; ``FormatError`` when its id was there before."""
        key = (row.table, row.id)
        if key in self._places:
            raise twice(place, row.id, self._places[key])
        self._places[key] = place
        self._counts[row.table] += 1
        self._found.append((row, slot))

    def count(self, row_type: type[Row]) -> int:
        """How many rows of a table were gathered."""
        return self._counts[row_type.table]

    def report_unknown(self, given: Mapping[str, Any], known: Collection[str], place: str) -> None:
        """Note the keys of an object that the format does not have."""
        self.unknown += [f"{place}.{key}" if place else key for key in given if key not in known]

    def resolved(self) -> tuple[Row, ...]:
        """The rows with every name leading to a row; the other names become ``strangers``."""
        ids: dict[str, set[str]] = {}
        for row, _slot in self._found:
            ids.setdefault(row.table, set()).add(row.id)
        dropped: set[tuple[str, str]] = set()
        kept: list[Row] = []
        for row, slot in self._found:
            owner = self._unknown_owner(row, ids)
            if owner is None:
                kept.append(row)
                continue
            ids[row.table].discard(row.id)
            dropped.add((row.table, row.id))
            if owner not in dropped and slot is not None:
                self._keep_entry(slot, owner[1])
        return tuple(self._known_names(row, ids) for row in kept)

    @staticmethod
    def _unknown_owner(row: Row, ids: Mapping[str, Collection[str]]) -> tuple[str, str] | None:
        for field in fields(row):
            if field.metadata.get("on_delete") == "CASCADE":
                table, name = field.metadata["reference"], getattr(row, field.name)
                if name not in ids.get(table, ()):
                    return table, name
        return None

    def _keep_entry(self, slot: Slot, name: str) -> None:
        place = (slot.owner.table, slot.owner.id, slot.field, slot.index)
        if place not in self._kept_slots:
            self._kept_slots.add(place)
            content = slot.content if isinstance(slot.content, str) else json_text.compact(slot.content)
            self._keep(slot.owner, slot.field, name, slot.index, content)

    def _keep(self, owner: Row, field: str, text: str, index: int = 0, value: str | None = None) -> None:
        number = len(self.strangers) + 1
        self.strangers.append(
            UnresolvedReference(
                id=f"{UnresolvedReference.prefix}{number:02}",
                object_table=owner.table,
                object_id=owner.id,
                field=field,
                text=text,
                index=index,
                value=value,
                rank=number * RANK_STEP,
            )
        )

    def _known_names(self, row: Row, ids: Mapping[str, Collection[str]]) -> Row:
        changes: dict[str, Any] = {}
        for field in fields(row):
            if field.metadata.get("on_delete") == "SET NULL":
                changes.update(self._single(row, field, ids.get(field.metadata["reference"], ())))
            elif "references" in field.metadata:
                changes.update(self._list(row, field, ids.get(field.metadata["references"], ())))
        return replace(row, **changes) if changes else row

    def _single(self, row: Row, field: Field[Any], known: Collection[str]) -> Iterator[tuple[str, Any]]:
        name = getattr(row, field.name)
        if name is None or name in known:
            return
        yield field.name, None
        if isinstance(row, _KEEP_DEPARTMENT_TEXT) and field.metadata["reference"] == Department.table:
            yield "department_text", name or None
        elif name:
            self._keep(row, field.name, name)

    def _list(self, row: Row, field: Field[Any], known: Collection[str]) -> Iterator[tuple[str, Any]]:
        names = getattr(row, field.name)
        if all(name in known for name in names):
            return
        yield field.name, tuple(name for name in names if name in known)
        for index, name in enumerate(names):
            if name not in known:
                self._keep(row, field.name, name, index)
