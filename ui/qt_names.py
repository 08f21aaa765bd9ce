"""Qt's enumerations, made at a fraction of the cost.

PySide6 makes a class of each enumeration of a Qt class when that class is first touched: three thousand names before
the first window is painted, which needs some dozens. ``enum`` treats each name as if it could be anything; those of Qt
are words with whole numbers. Here such a class is a copy of one that ``enum`` made with a single name, and its names
are put in as ``enum`` puts them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from typing import Any

AS_QT_ASKS = {"module": None, "qualname": None, "type": None, "start": 1, "boundary": KEEP}
KINDS = (Enum, Flag, IntEnum, IntFlag)
ONE = "one"

create: Callable[..., EnumType] = EnumType._create_  # type: ignore[attr-defined]  # Python's own way


def make_names_cheaply() -> None:
    """From now on Qt's enumerations are copies; only under the Python whose classes are known to look as they do."""
    if sys.version_info[:2] == (3, 11):
        EnumType._create_ = copied  # type: ignore[attr-defined]  # as above


def copied(kind: EnumType, name: str, names: Any, **how: Any) -> EnumType:
    """What ``kind(name, names, boundary=KEEP)`` makes, for any kind and names that ``enum`` takes."""
    if kind not in KINDS or how != AS_QT_ASKS or not _plain(kind, names):
        return create(kind, name, names, **how)
    made = type.__new__(EnumType, name, (kind,), _body(kind))
    if issubclass(made, Flag):
        _put_in(made, names, counts=_single_bit)
        _add_masks(made)
    else:
        _put_in(made, names, counts=_any)
    return made


def _plain(kind: EnumType, names: Any) -> bool:
    """Whether these are pairs of a word and a number, and no word has a meaning for ``enum``."""
    return isinstance(names, list) and all(
        type(pair) is tuple and type(pair[1]) is int and pair[0][0] != "_" and pair[0] not in _taken(kind)
        for pair in names
    )


@cache
def _taken(kind: EnumType) -> frozenset[str]:
    return frozenset(("mro", *(name for part in kind.__mro__ for name in vars(part))))


def _body(kind: EnumType) -> dict[str, Any]:
    maps: dict[str, Any] = {"_member_names_": [], "_member_map_": {}, "_value2member_map_": {}}
    return {**_pattern(kind), **maps, "_unhashable_values_": []}


@cache
def _pattern(kind: EnumType) -> dict[str, Any]:
    one = vars(create(kind, "One", [(ONE, 1)], **AS_QT_ASKS))
    return {name: value for name, value in one.items() if name not in (ONE, "__dict__", "__weakref__")}


def _any(_value: int) -> bool:
    return True


def _single_bit(value: int) -> bool:
    return value > 0 and not value & (value - 1)


def _put_in(made: Any, names: list[tuple[str, int]], *, counts: Callable[[int], bool]) -> None:
    """The members; a second name of a value, or a flag of several bits, does not count as a member of its own."""
    order, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    put, new = type.__setattr__, made._new_member_
    numbers = issubclass(made, int)
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if numbers else new(made)
            member._value_, member._name_, member.__objclass__, member._sort_order_ = value, name, made, len(order)
            if counts(value):
                order.append(name)
        by_name[name] = member
        put(made, name, member)


def _add_masks(made: Any) -> None:
    whole = singles = 0
    for value in made._value2member_map_:
        whole |= value
        singles |= value if _single_bit(value) else 0
    made._flag_mask_, made._singles_mask_, made._all_bits_ = whole, singles, 2 ** whole.bit_length() - 1
    values = [made._member_map_[name]._value_ for name in made._member_names_]
    if values != sorted(values):
        made._iter_member_ = made._iter_member_by_def_
