"""Which words of two lines speak for their being the same work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from workshop_app.domain.frozen import frozen
from workshop_app.matching.model import Because, Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workshop_app.matching.analysis import Analysis, Unit
    from workshop_app.matching.scoring import Matrix, Scorer

_ALIKE = 0.3
_MOST_WORDS = 4


class Explainer:
    """Explains pairs of lines that one scorer has scored."""

    def __init__(self, lines: Sequence[Analysis], scorer: Scorer) -> None:
        self._lines = lines
        self._scorer = scorer
        self._told: dict[int, _Told] = {}

    def because(self, first: int, second: int) -> tuple[Because, ...]:
        """The aligned words of two lines, by their places, strongest first; the nearest two where nothing is alike."""
        one, other = self._of(first), self._of(second)
        alike = self._scorer.likenesses(one.keys, other.keys)
        strength = alike * np.minimum(one.weights[:, None], other.weights)
        order = np.argsort(-strength, axis=None, kind="stable")
        clear = order[alike.ravel()[order] >= _ALIKE]
        return _apart(one.units, other.units, clear if len(clear) else order[:1])

    def _of(self, place: int) -> _Told:
        if place not in self._told:
            line = self._lines[place]
            units = tuple(dict.fromkeys(chain(line.units, *line.parts)))
            self._told[place] = _Told(units, self._scorer.keys(units), self._scorer.weights(units))
        return self._told[place]


@frozen(slots=True)
class _Told:
    units: tuple[Unit, ...]
    keys: NDArray[np.intp]
    weights: Matrix


def _apart(ones: Sequence[Unit], others: Sequence[Unit], places: Iterable[int]) -> tuple[Because, ...]:
    """The pairs at these places of a table of ones by others, leaving out words that are told already."""
    told: list[Because] = []
    used: set[str] = set()
    answered: set[str] = set()
    for place in places:
        one, other = ones[place // len(others)], others[place % len(others)]
        if used.isdisjoint(one.words.split()) and answered.isdisjoint(other.words.split()):
            used.update(one.words.split())
            answered.update(other.words.split())
            told.append(Because(one.surface, other.surface, _kind(one, other)))
            if len(told) == _MOST_WORDS:
                break
    return tuple(told)


def _kind(one: Unit, other: Unit) -> Kind:
    if one.words == other.words:
        return "same"
    if one.name != other.name:
        return "similar"
    if "own" in (one.source, other.source):
        return "own_dictionary"
    return "lemma" if one.base == other.base else "dictionary"
