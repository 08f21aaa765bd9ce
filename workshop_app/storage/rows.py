"""Rows of the model as rows of SQLite: columns, encoding and decoding."""

from __future__ import annotations

import functools
import json
import sys
import types
import typing
from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, cast

from workshop_app.domain.frozen import frozen
from workshop_app.domain.model.row import Row

R = TypeVar("R", bound=Row)


@frozen
class Column:
    """One column and both conversions between the model's value and SQLite's.

    ``put`` writes the value into a new row: a file's rows need no constructor, which is compiled when first called.
    """

    name: str
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    put: Callable[[Any, Any], None]


def _same(value: Any) -> Any:
    return value


def _decimal_text(value: Decimal) -> str:
    return format(value, "f")


def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_decimal_text)


def _pairs(text: str, convert: Callable[[Any], Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((key, convert(value)) for key, value in json.loads(text))


def _items(text: str, kind: type) -> tuple[Any, ...]:
    items = tuple(json.loads(text))
    if not all(type(item) is kind for item in items):
        raise ValueError(f"{text}: a list of other things than {kind.__name__}")
    return items


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(f"{text}: no number")
    return number


def _tuple_codec(kind: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    item = typing.get_args(kind)[0]
    if typing.get_origin(item) is tuple:
        kind_of_value = typing.get_args(item)[1]
        convert = _decimal if kind_of_value is Decimal else kind_of_value
        return _json_text, functools.partial(_pairs, convert=convert)
    return _json_text, functools.partial(_items, kind=item)


def _codec(name: str, kind: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    if kind in (int, str):
        return _same, _same
    if kind is bool:
        return int, bool
    if kind is Decimal:
        return _decimal_text, _decimal
    if kind is date:
        return date.isoformat, date.fromisoformat
    if typing.get_origin(kind) is tuple:
        return _tuple_codec(kind)
    if issubclass(kind, StrEnum):
        return str, kind
    raise TypeError(f"{name}: no column for {kind!r}")


def _optional(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def columns(row_type: type[Row]) -> tuple[Column, ...]:
    """The columns of a table in the order of the dataclass's fields."""
    return _columns(cast("Hashable", row_type))  # mypy takes the hash of the rows for that of their class


@functools.cache
def _annotated(text: str, module: str) -> Any:
    """The type an annotation names; ``typing.get_type_hints`` would read the same few words for each of 700 fields."""
    return eval(text, vars(sys.modules[module]))


@functools.cache
def _columns(row_type: Any) -> tuple[Column, ...]:
    made = []
    for field in fields(row_type):
        kind = _annotated(str(field.type), row_type.__module__)
        nullable = typing.get_origin(kind) is types.UnionType
        if nullable:
            kind = next(part for part in typing.get_args(kind) if part is not type(None))
        encode, decode = _codec(field.name, kind)
        if nullable:
            encode, decode = _optional(encode), _optional(decode)
        made.append(Column(field.name, encode, decode, getattr(row_type, field.name).__set__))
    return tuple(made)


def encode(row: Row) -> tuple[Any, ...]:
    """The row's values as SQLite takes them, in the order of ``columns``."""
    return tuple(column.encode(getattr(row, column.name)) for column in columns(type(row)))


def decode(row_type: type[R], values: Iterable[Any]) -> R:
    """A row from SQLite's values in the order of ``columns``."""
    made = object.__new__(row_type)
    for column, value in zip(columns(row_type), values, strict=True):
        column.put(made, column.decode(value))
    return made


def statements(row_type: type[Row]) -> dict[str, str]:
    """SQL for one row: ``select``, ``insert``, ``update`` (values, then id) and ``delete`` (id)."""
    return _statements(cast("Hashable", row_type))  # see ``columns``


@functools.cache
def _statements(row_type: Any) -> dict[str, str]:
    names = [column.name for column in columns(row_type)]
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _ in names)
    sets = ", ".join(f'"{name}" = ?' for name in names)
    table = f'"{row_type.table}"'
    return {
        "select": f"SELECT {quoted} FROM {table}",
        "insert": f"INSERT INTO {table} ({quoted}) VALUES ({marks})",
        "update": f'UPDATE {table} SET {sets} WHERE "id" = ?',
        "delete": f'DELETE FROM {table} WHERE "id" = ?',
    }
