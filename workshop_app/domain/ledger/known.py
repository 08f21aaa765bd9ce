"""What cells of a column mean, worked out once for each text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

_MOST = 100_000


class Known(dict[K, V]):
    """``known[cell]`` is ``find(cell)``, remembered for the first 100,000 cells that differ."""

    def __init__(self, find: Callable[[K], V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: K) -> V:
        found = self._find(key)
        if len(self) < _MOST:
            self[key] = found
        return found
