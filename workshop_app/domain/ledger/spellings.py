"""The spellings of names in a ledger and the keys that bring them together."""

from __future__ import annotations

from collections.abc import Callable

from workshop_app.domain.ledger.keys import Aliases
from workshop_app.domain.ledger.near import near_equal
from workshop_app.domain.ledger.report import NearPair, Spellings

_MOST_SPELLINGS = 100_000


class SpellingBook:
    """Keys of names by their spelling, and how many rows each spelling has.

    Beyond 100,000 spellings keys are still right, but new spellings are no longer listed.
    """

    def __init__(self, key: Callable[[str], str], aliases: Aliases) -> None:
        self._key = key
        self._aliases = aliases
        self._keys: dict[str, str] = {}
        self._counts: dict[str, dict[str, int]] = {}

    def __len__(self) -> int:
        return len(self._counts)

    def key(self, name: str) -> str:
        """The key of a name, aliases applied."""
        found = self._keys.get(name)
        if found is None:
            found = self._aliases(self._key(name))
            if len(self._keys) < _MOST_SPELLINGS:
                self._keys[name] = found
        return found

    def count(self, name: str, key: str) -> bool:
        """Count a row; True when its spelling is not the first one of its key."""
        spelled = self._counts.get(key)
        if spelled is None:
            if len(self._counts) < _MOST_SPELLINGS:
                self._counts[key] = {name: 1}
            return False
        spelled[name] = spelled.get(name, 0) + 1
        return next(iter(spelled)) != name

    def merged(self) -> tuple[Spellings, ...]:
        """Names that were brought together, in the order of meeting."""
        return tuple(Spellings(key, tuple(names)) for key, names in self._counts.items() if len(names) > 1)

    def near(self) -> tuple[NearPair, ...]:
        """Names to offer for merging."""
        return tuple(self._pair(*pair) for pair in near_equal(self._counts))

    def _pair(self, first: str, second: str) -> NearPair:
        names, others = self._counts[first], self._counts[second]
        return NearPair(
            next(iter(names)), next(iter(others)), (first, second), (sum(names.values()), sum(others.values()))
        )
