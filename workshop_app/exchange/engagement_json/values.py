"""Single values of the engagement file: JSON on one side, the model's types on the other."""

from __future__ import annotations

import functools
import re
import types
import typing
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from workshop_app.domain.date_text import real_date
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Row
from workshop_app.exchange.engagement_json.errors import (
    impossible_date,
    key_twice,
    out_of_range,
    unknown_word,
    wrong_type,
)

STEP_IDS = (
    "prepare", "diagnosis", "audit", "goals", "roles", "cooperation",
    "training", "meetings", "rewards", "feedback", "plan", "followup",
)  # fmt: skip
"""The steps in the order of their codes S1…S12."""

_STEP_FIELDS = frozenset({"step", "steps_off"})
_DATE_LISTS = frozenset({"dates"})
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_OTHER_STEP = re.compile(r"[a-z_]+")
_LARGEST_INT = 2**63 - 1
_LONGEST_NUMBER = 30


class JsonObject(dict[str, Any]):
    """An object of a JSON text; ``repeated`` are keys that stood in it more than once."""

    repeated: tuple[str, ...] = ()


@frozen
class Kind:
    """How a value is read from JSON (``FormatError`` naming the place) and written to it."""

    read: Callable[[Any, str], Any]
    write: Callable[[Any], Any]


def read_object(value: Any, place: str) -> Mapping[str, Any]:
    """The value as an object without repeated keys."""
    if not isinstance(value, Mapping):
        raise wrong_type(place, Message(N_("an object in braces")), value)
    if isinstance(value, JsonObject) and value.repeated:
        raise key_twice(value.repeated[0], place)
    for key in value:
        read_text(key, place)
    return value


def read_list(value: Any, place: str) -> list[Any]:
    """The value as a list."""
    if not isinstance(value, list | tuple):
        raise wrong_type(place, Message(N_("a list in square brackets")), value)
    return list(value)


def read_text(value: Any, place: str) -> str:
    """The value as a text that can be stored."""
    if not isinstance(value, str):
        raise wrong_type(place, Message(N_("a text in quotation marks")), value)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise wrong_type(place, Message(N_("a text without broken characters")), ascii(value)) from None
    return value


def read_decimal(value: Any, place: str) -> Decimal:
    """The value as an exact number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise wrong_type(place, Message(N_("a number")), value)
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite() or (number and abs(number.adjusted()) > _LONGEST_NUMBER):
        raise wrong_type(place, Message(N_("a number of ordinary size")), value)
    return number


def read_whole(value: Any, place: str) -> int:
    """The value as a whole number."""
    number = read_decimal(value, place)
    if number != int(number) or abs(number) > _LARGEST_INT:
        raise wrong_type(place, Message(N_("a whole number")), value)
    return int(number)


def read_bool(value: Any, place: str) -> bool:
    """The value as true or false."""
    if not isinstance(value, bool):
        raise wrong_type(place, Message(N_("true or false")), value)
    return value


def read_date(value: Any, place: str) -> date:
    """The value as a date that exists, of a year that can be meant."""
    text = read_text(value, place)
    match = _ISO.fullmatch(text)
    found = real_date(*map(int, match.groups())) if match else None
    if found is None:
        raise impossible_date(place, text)
    return found


def read_step(value: Any, place: str) -> str:
    """A step's code (S1…S12) as its id; a plain word names a line of the agenda that is no step."""
    text = read_text(value, place)
    codes = {f"S{number}": step for number, step in enumerate(STEP_IDS, start=1)}
    if text in codes:
        return codes[text]
    if not _OTHER_STEP.fullmatch(text):
        raise unknown_word(place, text, codes)
    return text


def write_step(step: str) -> str:
    """A step's id as its code."""
    return f"S{STEP_IDS.index(step) + 1}" if step in STEP_IDS else step


def write_decimal(value: Decimal) -> int | float | Decimal:
    """A number for JSON: whole numbers as integers; a ``Decimal`` only where a float would lose digits."""
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else value


def plain_numbers(value: Any) -> Any:
    """Parsed JSON with its decimals as ``write_decimal`` gives them."""
    if isinstance(value, Decimal):
        return write_decimal(value)
    if isinstance(value, dict):
        return {key: plain_numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain_numbers(part) for part in value]
    return value


def _read_word(kind: type[StrEnum]) -> Callable[[Any, str], StrEnum]:
    def read(value: Any, place: str) -> StrEnum:
        try:
            return kind(read_text(value, place))
        except ValueError:
            raise unknown_word(place, value, kind) from None

    return read


def _same(value: Any) -> Any:
    return value


def _list_kind(item: Kind) -> Kind:
    def read(value: Any, place: str) -> tuple[Any, ...]:
        return tuple(item.read(part, f"{place}[{index}]") for index, part in enumerate(read_list(value, place)))

    return Kind(read, lambda values: [item.write(value) for value in values])


def _pairs_kind(item: Kind) -> Kind:
    """A table of names and values: an object in JSON, pairs in the model. An empty value (null) is left out."""

    def pairs(value: Any, place: str) -> Iterator[tuple[str, Any]]:
        for key, part in read_object(value, place).items():
            if part is not None:
                yield key, item.read(part, f"{place}.{key}")

    return Kind(
        lambda value, place: tuple(pairs(value, place)),
        lambda values: {key: item.write(value) for key, value in values},
    )


def within(kind: Kind, low: int, high: int) -> Kind:
    """The kind with a check that the number (each of the numbers) is on the scale."""

    def read(value: Any, place: str) -> Any:
        found = kind.read(value, place)
        for number in found if isinstance(found, tuple) else (found,):
            if not low <= number <= high:
                raise out_of_range(place, number, low, high)
        return found

    return Kind(read, kind.write)


TEXT = Kind(read_text, _same)
_DATE = Kind(read_date, date.isoformat)
STEP = Kind(read_step, write_step)
_DATE_TEXT = Kind(lambda value, place: read_date(value, place).isoformat(), _same)
_SCALARS: Mapping[Any, Kind] = types.MappingProxyType(
    {
        str: TEXT,
        int: Kind(read_whole, _same),
        bool: Kind(read_bool, _same),
        Decimal: Kind(read_decimal, write_decimal),
        date: _DATE,
    }
)


def kind_of(row_type: type[Row], attribute: str) -> Kind:
    """The kind of a field of the model."""
    annotation = _hints(cast("Hashable", row_type))[attribute]  # mypy takes the hash of the rows for their class's
    if typing.get_origin(annotation) is types.UnionType:
        annotation = next(part for part in typing.get_args(annotation) if part is not type(None))
    if attribute in _STEP_FIELDS:
        return STEP if annotation is str else _list_kind(STEP)
    if attribute in _DATE_LISTS:
        return _list_kind(_DATE_TEXT)
    if typing.get_origin(annotation) is tuple:
        item = typing.get_args(annotation)[0]
        if typing.get_origin(item) is tuple:
            return _pairs_kind(_scalar(typing.get_args(item)[1]))
        return _list_kind(_scalar(item))
    return _scalar(annotation)


def _scalar(annotation: Any) -> Kind:
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    return Kind(_read_word(annotation), str)


@functools.cache
def _hints(row_type: Any) -> dict[str, Any]:
    return typing.get_type_hints(row_type)
