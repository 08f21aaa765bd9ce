"""What every stored row is: one frozen record a table, with references declared on the fields.

``dataclasses.dataclass`` compiles six methods for each class when its module is imported, which for all tables is a
tenth of the program's start. A row takes its fields from it (``fields`` and ``replace`` work); comparison and text are
shared by all rows, and the constructor is compiled when it is first used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def row(declared: type[T]) -> type[T]:
    """A frozen record with keyword arguments only, from annotated fields."""
    made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(declared)
    names = (one.name for one in fields(cast("type[Row]", made)))
    methods = {"__init__": _compile_and_begin, "_values": staticmethod(attrgetter(*names))}
    for name, method in methods.items():
        setattr(made, name, method)
    return made


def _compile_and_begin(self: Any, **values: Any) -> None:
    kind = type(self)
    kind.__init__ = _constructor(kind)
    kind.__init__(self, **values)


def _constructor(kind: type[Row]) -> Callable[..., None]:
    declared = fields(kind)
    scope: dict[str, Any] = {f"set_{one.name}": getattr(kind, one.name).__set__ for one in declared}
    scope |= {f"default_{one.name}": one.default for one in declared}
    taken = (one.name if one.default is MISSING else f"{one.name}=default_{one.name}" for one in declared)
    body = "\n".join(f"    set_{one.name}(self, {one.name})" for one in declared)
    exec(f"def __init__(self, *, {', '.join(taken)}):\n{body}", scope)
    return cast("Callable[..., None]", scope["__init__"])


@row
class Row:
    """One row of one table. ``id`` is the primary key, unique within the table.

    ``table`` is the SQL table and the name of the list in ``Engagement``; ``prefix`` begins new ids (F072).
    """

    table: ClassVar[str]
    prefix: ClassVar[str] = ""
    _values: ClassVar[Any]

    id: str

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(self._values(self) == self._values(other))

    def __hash__(self) -> int:
        return hash(self._values(self))

    def __repr__(self) -> str:
        texts = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{type(self).__name__}({', '.join(texts)})"

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"{name!r} of {type(self).__name__} can't be changed")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"{name!r} of {type(self).__name__} can't be deleted")


def reference(table: str) -> Any:
    """A field that names a row of ``table`` or nothing; emptied when that row is deleted."""
    return field(default=None, metadata={"reference": table, "on_delete": "SET NULL"})


def owned_by(table: str) -> Any:
    """A field that names the row this one belongs to; deleted with it."""
    return field(metadata={"reference": table, "on_delete": "CASCADE"})


def references(table: str) -> Any:
    """A field that lists ids of ``table``; an id leaves the list when its row is deleted."""
    return field(default=(), metadata={"references": table})


RANK_STEP = 1 << 20
"""Distance between the ranks of neighbours when rows are appended: leaves room to move rows between."""
