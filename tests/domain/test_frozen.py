"""Frozen records behave as frozen dataclasses do."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest

from workshop_app.domain.frozen import frozen


def _declared(record: Any) -> dict[str, Any]:
    @record
    class Place:
        row: int
        column: int = 3
        marks: list[str] = field(default_factory=list)
        seen: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @record
    class Named(Place):
        name: str = "—"

        def __str__(self) -> str:
            return self.name

    @record
    class Empty:
        pass

    return {"Place": Place, "Named": Named, "Empty": Empty}


OURS, THEIRS = _declared(frozen), _declared(dataclass(frozen=True))


@pytest.mark.parametrize("kind", ["Place", "Named"])
@pytest.mark.parametrize(
    ("values", "named"),
    [((1,), {}), ((1, 2), {}), ((), {"row": 1, "column": 2}), ((1,), {"marks": ["a"], "seen": {"b": 2}})],
)
def test_takes_and_shows_what_a_dataclass_does(kind: str, values: tuple[int, ...], named: dict[str, Any]) -> None:
    made, likewise = OURS[kind](*values, **named), THEIRS[kind](*values, **named)
    assert asdict(made) == asdict(likewise)
    assert repr(made).removeprefix("_declared.<locals>.") == repr(likewise).removeprefix("_declared.<locals>.")
    assert [one.name for one in fields(made)] == [one.name for one in fields(likewise)]
    assert asdict(replace(made, column=9)) == asdict(replace(likewise, column=9))


@pytest.mark.parametrize(
    ("kind", "values", "named"),
    [("Place", (), {}), ("Place", (1, 2, [], {}, 5), {}), ("Place", (1,), {"row": 2}), ("Empty", (), {"row": 1})],
)
@pytest.mark.parametrize("times", [1, 2])
def test_refuses_arguments_a_dataclass_refuses(
    kind: str, values: tuple[Any, ...], named: dict[str, Any], times: int
) -> None:
    for declared in (OURS, THEIRS):
        for _ in range(times):
            with pytest.raises(TypeError):
                declared[kind](*values, **named)


def test_equal_by_the_fields_that_are_compared() -> None:
    place, named, empty = OURS["Place"], OURS["Named"], OURS["Empty"]
    assert place(1, seen={"a": 1}) == place(1, seen={"b": 2})
    assert place(1) != place(2)
    assert place(1) != named(1)
    assert place(1) != (1, 3, [])
    assert empty() == empty()
    assert str(named(1, name="Ада")) == "Ада"


def test_hashes_by_the_fields_that_are_compared() -> None:
    @frozen(slots=True, kw_only=True)
    class Key:
        first: int
        second: str = "b"

    assert len({Key(first=1), Key(first=1, second="b"), Key(first=2)}) == 2
    with pytest.raises(TypeError):
        hash(OURS["Place"](1))


def test_factories_make_a_new_value_each_time() -> None:
    one, other = OURS["Place"](1), OURS["Place"](1)
    one.marks.append("x")
    assert other.marks == []


def test_nothing_of_it_can_be_changed() -> None:
    made = OURS["Place"](1)
    with pytest.raises(FrozenInstanceError):
        made.row = 2
    with pytest.raises(FrozenInstanceError):
        del made.row
    assert made.row == 1
