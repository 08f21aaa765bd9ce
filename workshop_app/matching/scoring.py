"""How alike lines of two departments are: words aligned softly, phrases compared, hubs and participants corrected."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from workshop_app.domain.frozen import frozen
from workshop_app.matching.analysis import Analysis, Unit
from workshop_app.matching.model import CHECK, CONFIDENT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workshop_app.matching.model import Encoder

    Matrix = NDArray[np.float32]


@frozen(slots=True)
class Method:
    """The figures of the method, chosen with 40 % of the dictionary hidden.

    ``phrase_share`` weighs the likeness of whole phrases, ``word_floor`` is the likeness of vectors from which words
    count as alike, ``unknown_share`` and ``known_share`` how much that says of words outside and inside the
    dictionary, ``part_share`` how much the best part of a compound line counts beside the whole, ``ctx_share`` the
    weight of words for circumstances, ``hub_size`` and ``hub_share`` the correction of lines that resemble many,
    ``side_cost`` and ``side_cost_apart`` the price of other participants with and without a shared object.
    """

    phrase_share: float = 0.3
    word_floor: float = 0.3
    unknown_share: float = 0.8
    known_share: float = 0.3
    part_share: float = 0.4
    ctx_share: float = 0.8
    hub_size: int = 10
    hub_share: float = 0.45
    side_cost: float = 0.1
    side_cost_apart: float = 0.4


LETTERS = Method()
"""Without the sentence encoder."""
MEANING = Method(phrase_share=0.6, word_floor=0.35)
"""With the sentence encoder."""

_CHECK_RAW = 0.05
"""The bare score that is shown as ``CHECK``; from ``CONFIDENT`` on, bare and shown scores are the same."""


class Scorer:
    """Scores blocks of lines of two departments; words weigh by how rare they are in all the lines."""

    def __init__(
        self,
        lines: Sequence[Analysis],
        letters: Encoder,
        meaning: Encoder | None,
        relations: Iterable[tuple[str, str, float]],
        method: Method,
    ) -> None:
        self._lines = lines
        self._method = method
        self._rarity = _rarity(lines)
        units = _one_of_each(lines)
        self._keys = {unit.name: place for place, unit in enumerate(units)}
        self._likeness = _likeness(units, letters, meaning, relations, method)
        names = sorted({side for line in lines for side in line.sides})
        self._sides = np.array([sum(1 << names.index(side) for side in line.sides) for line in lines], np.int64)
        phrases = [line.phrase for line in lines]
        self._phrases = (meaning or letters).encode(phrases) if phrases else np.zeros((0, 1), np.float32)

    def weight(self, unit: Unit) -> float:
        """How much a unit counts among these lines."""
        share = self._method.ctx_share if unit.kind == "ctx" else 1.0
        return share * unit.weight * self._rarity[unit.name]

    def weights(self, units: Sequence[Unit]) -> Matrix:
        """How much each unit counts among these lines."""
        return np.array([self.weight(unit) for unit in units], np.float32)

    def keys(self, units: Sequence[Unit]) -> NDArray[np.intp]:
        """The places of units in the table of likeness."""
        return np.array([self._keys[unit.name] for unit in units], np.intp)

    def likenesses(self, ones: NDArray[np.intp], others: NDArray[np.intp]) -> Matrix:
        """How alike each unit is to each of the others, all given by their places, 0 to 1."""
        result: Matrix = self._likeness[ones[:, None], others]
        return result

    def block(self, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
        """The scores of the lines of one department (rows) with those of another (columns)."""
        method = self._method
        aligned = self._aligned(rows, columns)
        phrases = self._phrases[list(rows)] @ self._phrases[list(columns)].T
        total = _without_hubs(aligned, method) + method.phrase_share * _without_hubs(phrases, method)
        return _shown(total - self._side_cost(rows, columns))

    def _aligned(self, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
        left, right = self._segments(rows), self._segments(columns)
        forward = left.covered_by(right, self._likeness)
        backward = right.covered_by(left, self._likeness).T
        both = 2 * forward * backward / np.maximum(forward + backward, 1e-9)
        whole = both[np.ix_(left.starts, right.starts)]
        best = np.maximum.reduceat(np.maximum.reduceat(both, left.starts, axis=0), right.starts, axis=1)
        result: Matrix = whole + self._method.part_share * (best - whole)
        return result

    def _segments(self, lines: Sequence[int]) -> _Segments:
        parts: list[tuple[Unit, ...]] = []
        starts: list[int] = []
        for number in lines:
            starts.append(len(parts))
            parts += [self._lines[number].units, *self._lines[number].parts]
        keys = [[self._keys[unit.name] for unit in part] for part in parts]
        weights = [[self.weight(unit) for unit in part] for part in parts]
        return _Segments(keys, weights, np.array(starts, np.intp))

    def _side_cost(self, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
        """«Обучение клиентов» is not «обучение сотрудников»: other participants cost, more when no object is shared."""
        cost = np.zeros((len(rows), len(columns)), np.float32)
        mine, theirs = self._sides[list(rows)], self._sides[list(columns)]
        apart = (mine[:, None] > 0) & (theirs[None, :] > 0) & ((mine[:, None] & theirs[None, :]) == 0)
        cost[apart] = self._method.side_cost_apart
        if apart.any():
            shared = self._objects_of(rows) @ self._objects_of(columns).T > 0
            cost[apart & shared] = self._method.side_cost
        return cost

    def _objects_of(self, lines: Sequence[int]) -> Matrix:
        """Which objects (columns) each of the lines speaks of."""
        table = np.zeros((len(lines), len(self._keys)), np.float32)
        for row, number in enumerate(lines):
            table[row, [self._keys[unit.name] for unit in self._lines[number].units if unit.kind == "obj"]] = 1
        return table


@frozen(slots=True)
class _Segments:
    """Lines and their parts as lists of unit keys; a line's first segment, at ``starts``, is the whole line."""

    keys: Sequence[Sequence[int]]
    weights: Sequence[Sequence[float]]
    starts: NDArray[np.intp]

    def covered_by(self, other: _Segments, likeness: Matrix) -> Matrix:
        """The share of each segment's weight that has a counterpart in each segment of the other side."""
        mine = sorted({key for keys in self.keys for key in keys})
        place = {key: index for index, key in enumerate(mine)}
        share = np.zeros((len(self.keys), len(mine)), np.float32)
        for segment, (keys, weights) in enumerate(zip(self.keys, self.weights, strict=True)):
            total = sum(weights) or 1
            for key, weight in zip(keys, weights, strict=True):
                share[segment, place[key]] += weight / total
        return share @ other._best_of_each(likeness[mine])

    def _best_of_each(self, table: Matrix) -> Matrix:
        """The best of each row of a table of likeness within each segment; nothing is like an empty one."""
        longest = max(map(len, self.keys), default=0)
        nothing = table.shape[1]
        table = np.hstack([table, np.zeros((len(table), 1), np.float32)])
        padded = np.full((longest, len(self.keys)), nothing, np.intp)
        for segment, keys in enumerate(self.keys):
            padded[: len(keys), segment] = keys
        best = np.zeros((len(table), len(self.keys)), np.float32)
        for places in padded:
            used = np.flatnonzero(places < nothing)
            best[:, used] = np.maximum(best[:, used], table[:, places[used]])
        return best


def _one_of_each(lines: Sequence[Analysis]) -> list[Unit]:
    """A unit for each name: of its forms the longest, so that the order of the lines does not matter."""
    found: dict[str, Unit] = {}
    for line in lines:
        for unit in chain(line.units, *line.parts):
            known = found.setdefault(unit.name, unit)
            if (-len(unit.meaning), unit.meaning) < (-len(known.meaning), known.meaning):
                found[unit.name] = unit
    return list(found.values())


def _rarity(lines: Sequence[Analysis]) -> dict[str, float]:
    counts = Counter(name for line in lines for name in {unit.name for unit in chain(line.units, *line.parts)})
    return {name: math.log((1 + len(lines)) / (1 + count)) + 1 for name, count in counts.items()}


def _likeness(
    units: Sequence[Unit],
    letters: Encoder,
    meaning: Encoder | None,
    relations: Iterable[tuple[str, str, float]],
    method: Method,
) -> Matrix:
    if not units:
        return np.zeros((0, 0), np.float32)
    vectors = (meaning or letters).encode([unit.meaning for unit in units])
    table: Matrix = vectors @ vectors.T
    np.clip((table - method.word_floor) / (1 - method.word_floor), 0, 1, out=table)
    known = np.array([unit.source != "word" for unit in units])
    table *= np.where(known[:, None] & known[None, :], np.float32(method.known_share), np.float32(method.unknown_share))
    place = {unit.name: index for index, unit in enumerate(units)}
    for first, second, value in relations:
        if first in place and second in place:
            one, other = place[first], place[second]
            table[one, other] = table[other, one] = max(table[one, other], value)
    np.fill_diagonal(table, 1)
    return table


def _shown(bare: Matrix) -> Matrix:
    """Scores from 0 to 1, stretched below ``CONFIDENT`` so that pairs worth a look begin at ``CHECK``."""
    slope = (CONFIDENT - CHECK) / (CONFIDENT - _CHECK_RAW)
    shown = np.where(bare < CONFIDENT, CONFIDENT + slope * (bare - CONFIDENT), bare)
    result: Matrix = np.clip(shown, 0, 1).astype(np.float32)
    return result


def _without_hubs(table: Matrix, method: Method) -> Matrix:
    """Likeness less the mean of the best that either line has in the other department."""
    rows, columns = (_mean_of_best(side, method.hub_size) for side in (table, table.T))
    result: Matrix = table - method.hub_share * (rows[:, None] + columns[None, :])
    return result


def _mean_of_best(table: Matrix, size: int) -> Matrix:
    taken = min(size, table.shape[1])
    best = np.partition(table, table.shape[1] - taken, axis=1)[:, table.shape[1] - taken :]
    result: Matrix = best.sum(axis=1) / size
    return result
