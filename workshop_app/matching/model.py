"""What goes in and comes out of the matching: lines of functions, answers of the facilitator, proposed pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol

from workshop_app.domain.frozen import frozen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Language = Literal["ru", "en"]
Tier = Literal["confident", "check"]
Kind = Literal["same", "lemma", "dictionary", "own_dictionary", "similar"]
Link = frozenset[str]

CONFIDENT = 0.28
"""Pairs from this score on are proposed as the same work."""
CHECK = 0.18
"""Pairs from this score on are proposed for a look when they are among the best of either line."""


@frozen(slots=True)
class Line:
    """One function as a department typed it."""

    id: str
    department_id: str
    text: str


@frozen(slots=True)
class Because:
    """Two words, as typed, that speak for a pair.

    ``kind`` says how they are alike: ``same`` word, ``lemma`` (another form of the word), ``dictionary`` (the
    program's dictionary calls them the same), ``own_dictionary`` (the organisation's dictionary does), ``similar``.
    """

    a: str
    b: str
    kind: Kind


@frozen(slots=True)
class Pair:
    """Two lines of different departments that may be the same work; strongest reasons first.

    ``score`` is 0 to 1, with four decimals.
    """

    a: str
    b: str
    department_a: str
    department_b: str
    score: float
    tier: Tier
    because: tuple[Because, ...]


def _no_words() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({})


@frozen(slots=True)
class Answers:
    """What the facilitator has said: pairs of line ids, and the organisation's dictionary, word → synonyms."""

    must_link: frozenset[Link] = frozenset()
    related: frozenset[Link] = frozenset()
    cannot_link: frozenset[Link] = frozenset()
    dictionary: Mapping[str, tuple[str, ...]] = field(default_factory=_no_words)


class Encoder(Protocol):
    """Turns texts into vectors of meaning: one row of length 1 for each text."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors, in the order of the texts."""
        ...
