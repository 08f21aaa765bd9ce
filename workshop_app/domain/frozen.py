"""Frozen records that cost little to declare.

``dataclasses.dataclass`` compiles six methods for each class when its module is imported: for all records the first
window needs, a fifth of the program's start. A record declared with ``frozen`` has the fields of a dataclass
(``fields``, ``replace`` and ``asdict`` work) and behaves as one; comparison and text are shared by all records, and the
constructor is compiled when it is first called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(declared: type[T]) -> type[T]: ...
@overload
def frozen(*, slots: bool = False, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(declared: type[T] | None = None, *, slots: bool = False, kw_only: bool = False) -> Any:
    """A record from annotated fields, as ``dataclass(frozen=True)`` makes it; without ``__post_init__``."""

    def make(declared: type[T]) -> type[T]:
        made = dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(declared)
        for name, method in _METHODS.items():
            if name not in declared.__dict__:
                setattr(made, name, method)
        return made

    return make if declared is None else make(declared)


def _compile_and_begin(self: Any, *values: Any, **named: Any) -> None:
    kind = type(self)
    kind.__init__ = _constructor(kind)
    kind.__init__(self, *values, **named)


def _constructor(kind: Any) -> Callable[..., None]:
    declared = fields(kind)
    scope: dict[str, Any] = {"assign": object.__setattr__, "UNSET": MISSING}
    for one in declared:
        scope |= {f"default_{one.name}": one.default, f"make_{one.name}": one.default_factory}
    body = "\n".join(f"    assign(self, {one.name!r}, {_value(one)})" for one in declared) or "    pass"
    exec(f"def __init__({', '.join(_parameters(declared))}):\n{body}", scope)
    return cast("Callable[..., None]", scope["__init__"])


def _parameters(declared: tuple[Field[Any], ...]) -> Iterator[str]:
    yield "self"
    yield from (_parameter(one) for one in declared if not one.kw_only)
    named = [_parameter(one) for one in declared if one.kw_only]
    yield from ["*", *named] if named else []


def _parameter(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        return f"{one.name}=UNSET"
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"


def _value(one: Field[Any]) -> str:
    return one.name if one.default_factory is MISSING else f"make_{one.name}() if {one.name} is UNSET else {one.name}"


def _values(self: Any) -> Any:
    kind = type(self)
    read = kind.__dict__.get("_read_values")
    if read is None:
        names = [one.name for one in fields(kind) if one.compare]
        read = kind._read_values = staticmethod(attrgetter(*(names or ["__class__"])))
    return read(self)


def _equal(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _text(self: Any) -> str:
    texts = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(texts)})"


def _refuse_to_change(self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"{name!r} of {type(self).__name__} can't be changed")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"{name!r} of {type(self).__name__} can't be deleted")


_METHODS: dict[str, Callable[..., Any]] = {
    "__init__": _compile_and_begin,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _text,
    "__setattr__": _refuse_to_change,
    "__delattr__": _refuse_to_delete,
}
