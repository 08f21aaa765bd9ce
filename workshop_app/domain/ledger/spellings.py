"""The spellings of names in a ledger and the keys that bring them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from workshop_app.domain.ledger.columns import KeyedNumbers
from workshop_app.domain.ledger.keys import Aliases
from workshop_app.domain.ledger.known import Known
from workshop_app.domain.ledger.near import near_equal
from workshop_app.domain.ledger.report import NearPair, Spellings

_MOST_SPELLINGS = 100_000


class SpellingBook:
    """Numbers of names by their spelling, and how many rows each spelling has.

    Beyond 100,000 spellings keys are still right, but new spellings are no longer listed.
    """

    def __init__(self, names: KeyedNumbers, key: Callable[[str], str], aliases: Aliases) -> None:
        self._names, self._key, self._aliases = names, key, aliases
        self._numbers: Known[str, int | None] = Known(self._find)
        self._met: dict[str, int] = {}
        self._first_met: list[int] = []
        self._counts: Counter[int] = Counter()
        self._first: dict[str, int] = {}
        self._others: set[int] = set()

    def __len__(self) -> int:
        return len(self._first)

    def key(self, name: str) -> str:
        """The key of a name, aliases applied; empty for no name."""
        return self._aliases(self._key(name))

    def numbers(self, cells: Iterable[str]) -> list[int | None]:
        """The numbers of names, None where there is no name."""
        return list(map(self._numbers.__getitem__, cells))

    def _find(self, cell: str) -> int | None:
        name = cell.strip()
        key = self.key(name)
        return self._names.number(name, key) if key else None

    def merged_numbers(self, numbers: Sequence[int]) -> Sequence[int]:
        """Instead of every name the one that was met first with the same key."""
        keys = self._names.keys_of
        for number in range(len(self._first_met), len(keys)):
            self._first_met.append(self._met.setdefault(keys[number], number))
        return numbers if len(self._met) == len(keys) else [self._first_met[number] for number in numbers]

    def count(self, numbers: Sequence[int]) -> None:
        """Count rows by their spelling."""
        known = len(self._counts)
        if known >= _MOST_SPELLINGS:
            numbers = [number for number in numbers if number in self._counts]
        self._counts.update(numbers)
        for number in reversed([*islice(reversed(self._counts), len(self._counts) - known)]):
            if self._first.setdefault(self._names.keys_of[number], number) != number:
                self._others.add(number)

    def has_others(self, numbers: Iterable[int]) -> bool:
        """Whether one of these rows has a spelling that is not the first one of its key."""
        return bool(self._others) and not self._others.isdisjoint(numbers)

    def merged(self) -> tuple[Spellings, ...]:
        """Names that were brought together, in the order of meeting."""
        found: dict[str, list[str]] = {key: [] for key in self._first}
        for number in self._counts:
            found[self._names.keys_of[number]].append(self._names.texts[number])
        return tuple(Spellings(key, tuple(names)) for key, names in found.items() if len(names) > 1)

    def near(self) -> tuple[NearPair, ...]:
        """Names to offer for merging."""
        rows: Counter[str] = Counter()
        for number, count in self._counts.items():
            rows[self._names.keys_of[number]] += count
        first = {key: self._names.texts[number] for key, number in self._first.items()}
        return tuple(NearPair(first[a], first[b], (a, b), (rows[a], rows[b])) for a, b in near_equal(first))
