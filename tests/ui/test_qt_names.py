"""Enumerations made from a pattern are what ``enum`` makes."""

from __future__ import annotations

import copy
import enum
import sys
from collections.abc import Iterator
from enum import EnumType
from types import MethodType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtWidgets

from ui.qt_names import AS_QT_ASKS, KINDS, ONE, copied, create

pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="other versions of Python make their own")
OF_EACH_CLASS = ("__module__", "__qualname__", "_missing_", "_sbk_missing_")
"""What PySide6 puts into a class afterwards."""


def qt_enumerations() -> Iterator[EnumType]:
    """All enumerations of the three modules, those inside classes too."""
    for module in (QtCore, QtGui, QtWidgets):
        for owner in (getattr(module, name) for name in dir(module)):
            inside = list(vars(owner).values()) if dir(owner) and isinstance(owner, type) else []
            yield from (found for found in (owner, *inside) if isinstance(found, EnumType))


def told(value: Any, made: EnumType) -> Any:
    """A member, or anything that holds some, by names and numbers: two classes have no equal members."""
    if isinstance(value, made):
        return [(name, told(own, made)) for name, own in vars(value).items()]
    if value is made:
        return "the class itself"
    if isinstance(value, enum.property):
        return "a name that enum has itself"
    if isinstance(value, dict):
        return [(key, told(one, made)) for key, one in value.items()]
    return value.__func__ if isinstance(value, staticmethod | classmethod | MethodType) else value


def looks(made: EnumType) -> dict[str, Any]:
    """Everything a class has, but what each has for itself."""
    own = ("__dict__", "__weakref__", *OF_EACH_CLASS)
    return {name: told(value, made) for name, value in vars(made).items() if name not in own}


def alike(kind: EnumType, names: list[tuple[str, int]]) -> None:
    """Both ways make the same class, member by member, and it behaves the same."""
    mine, pythons = copied(kind, "Made", names, **AS_QT_ASKS), create(kind, "Made", names, **AS_QT_ASKS)
    assert looks(mine) == looks(pythons)
    assert [one.name for one in mine] == [one.name for one in pythons]
    assert (len(mine), repr(mine), mine.__mro__[1:]) == (len(pythons), repr(pythons), pythons.__mro__[1:])
    for name, value in names:
        one, other = mine[name], pythons[name]
        assert mine(value) is one is getattr(mine, name) is copy.deepcopy(one)
        assert (repr(one), str(one), hash(one), one.value) == (repr(other), str(other), hash(other), other.value)


def test_of_qt() -> None:
    found = list(qt_enumerations())
    assert len(found) > 500
    for made in found:
        kind = next(base for base in made.__mro__ if base.__module__ == "enum")
        alike(kind, [(name, one.value) for name, one in made.__members__.items()])


WORDS = st.sampled_from(["Left", "Right", "All", "none_", "name", "value", "mro_", "Αλφα", "real", ONE, "_hidden"])
NUMBERS = st.one_of(st.integers(-5, 40), st.integers(0, 2**40))


@given(st.sampled_from(KINDS), st.dictionaries(WORDS, NUMBERS, max_size=8))
def test_of_any_names(kind: EnumType, names: dict[str, int]) -> None:
    alike(kind, list(names.items()))


@pytest.mark.parametrize("first", [1, 2, 3, 6, 8, 0x100])
@pytest.mark.parametrize("second", [1, 2, 3, 6, 8, 0x100])
@pytest.mark.parametrize("kind", [enum.Flag, enum.IntFlag])
def test_flags_combine(kind: EnumType, first: int, second: int) -> None:
    names = [("Two", 2), ("One", 1), ("Both", 3), ("Eight", 8)]
    mine, pythons = (make(kind, "Made", names, **AS_QT_ASKS) for make in (copied, create))
    for told_by in ("__or__", "__and__", "__xor__"):
        one, other = (getattr(made(first), told_by)(made(second)) for made in (mine, pythons))
        assert (repr(one), one.value, [m.name for m in one]) == (repr(other), other.value, [m.name for m in other])
    assert (~mine(first)).value == (~pythons(first)).value


def test_everything_else_is_left_to_python() -> None:
    assert enum.Enum("Named", "A B").B.value == 2
    assert enum.Enum("Texts", [("A", "a")]).A.value == "a"
    assert enum.Flag("Strict", [("A", 1)])["A"].value == 1
    with pytest.raises(ValueError, match="invalid"):
        enum.Enum("Bad", [("mro", 1)], boundary=enum.KEEP)
