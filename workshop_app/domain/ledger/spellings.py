"""The spellings of names in a ledger and the keys that bring them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from workshop_app.domain.ledger.keys import Aliases
from workshop_app.domain.ledger.known import Known
from workshop_app.domain.ledger.near import near_equal
from workshop_app.domain.ledger.report import NearPair, Spellings

_MOST_SPELLINGS = 100_000


class SpellingBook:
    """Keys of names by their spelling, and how many rows each spelling has.

    Beyond 100,000 spellings keys are still right, but new spellings are no longer listed.
    """

    def __init__(self, key: Callable[[str], str], aliases: Aliases) -> None:
        self._keys: Known[str, str] = Known(lambda name: aliases(key(name)))
        self._counts: Counter[str] = Counter()
        self._first: dict[str, str] = {}
        self._others: set[str] = set()

    def __len__(self) -> int:
        return len(self._first)

    def keys(self, names: Iterable[str]) -> list[str]:
        """The keys of names, aliases applied."""
        return list(map(self._keys.__getitem__, names))

    def count(self, names: Sequence[str]) -> None:
        """Count rows by their spelling."""
        known = len(self._counts)
        if known >= _MOST_SPELLINGS:
            names = [name for name in names if name in self._counts]
        self._counts.update(names)
        for name in reversed([*islice(reversed(self._counts), len(self._counts) - known)]):
            if self._first.setdefault(self._keys[name], name) != name:
                self._others.add(name)

    def has_others(self, names: Iterable[str]) -> bool:
        """Whether one of these rows has a spelling that is not the first one of its key."""
        return bool(self._others) and not self._others.isdisjoint(names)

    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {key: [] for key in self._first}
        for name in self._counts:
            found[self._keys[name]].append(name)
        return found

    def merged(self) -> tuple[Spellings, ...]:
        """Names that were brought together, in the order of meeting."""
        return tuple(Spellings(key, tuple(names)) for key, names in self._by_key().items() if len(names) > 1)

    def near(self) -> tuple[NearPair, ...]:
        """Names to offer for merging."""
        rows: Counter[str] = Counter()
        for name, count in self._counts.items():
            rows[self._keys[name]] += count
        return tuple(
            NearPair(self._first[first], self._first[second], (first, second), (rows[first], rows[second]))
            for first, second in near_equal(self._first)
        )
