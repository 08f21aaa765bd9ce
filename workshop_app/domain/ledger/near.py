"""Clients whose keys are nearly equal: offered for merging, never merged silently (METHOD C.8.1)."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, groupby

from workshop_app.domain.ledger.keys import LEGAL_FORMS, without_forms

_DIGITS = re.compile(r"\d+")
_SHORTEST = 5
_CROWD = 12
_MOST_COMPARED = 20_000
_INDEX_BITS = 17
_HASH_MASK = (1 << 46) - 1
_LOOKALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_FORMS_ALIKE = frozenset(form.translate(_LOOKALIKES) for form in LEGAL_FORMS)
"""«OOO» typed in Latin letters is no part of the key's legal forms; here it is seen through."""


def near_equal(keys: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of keys that are probably one client: the surest first, then in alphabetical order.

    The same words in another order, other spaces or hyphens, Latin letters that look Cyrillic (a legal form in them,
    too), or one letter more, less or different. Keys that differ in their numbers («школа 12», «школа 13») are
    different clients. Of keys that differ in nothing but order, spaces and look-alikes only the first one is compared
    letter by letter. Time and memory grow with the length of all keys, not with its square; beyond 20,000 keys letters
    are no longer compared, beyond 131,072 nothing is offered.
    """
    known = sorted(set(keys))
    if len(known) > 1 << _INDEX_BITS:
        return []
    sure = set(_pairs(known, _whole_forms))
    if len(known) > _MOST_COMPARED:
        return sorted(sure)
    others = {other for _, other in sure}
    return [*sorted(sure), *sorted(set(_pairs([key for key in known if key not in others], _forms)) - sure)]


def look_the_same(first: str, second: str) -> bool:
    """Whether two keys differ in nothing but order, spaces, hyphens and letters that look alike."""
    return not set(_whole_forms(first)).isdisjoint(_whole_forms(second))


def _pairs(known: list[str], forms: Callable[[str], Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of sorted keys that share a form and have the same numbers."""
    for group in _alike(known, forms):
        for first, second in combinations((known[index] for index in group), 2):
            if _same_numbers(first, second) and not set(forms(first)).isdisjoint(forms(second)):
                yield first, second


def _alike(known: list[str], forms: Callable[[str], Iterable[str]]) -> Iterator[list[int]]:
    """Groups of indexes of keys that share a form, by sorting the hashes of all forms."""
    marks = array("Q")
    for index, key in enumerate(known):
        marks.extend((hash(form) & _HASH_MASK) << _INDEX_BITS | index for form in forms(key))
    for _, group in groupby(sorted(marks), key=lambda mark: mark >> _INDEX_BITS):
        indexes = sorted({mark & (1 << _INDEX_BITS) - 1 for mark in group})
        if 1 < len(indexes) <= _CROWD:
            yield indexes


def _whole_forms(key: str) -> tuple[str, str]:
    words = without_forms(key.translate(_LOOKALIKES).replace("-", " ").split(), _FORMS_ALIKE)
    return "".join(sorted(words)), "".join(words)


def _forms(key: str) -> Iterator[str]:
    in_order, joined = _whole_forms(key)
    yield in_order
    yield joined
    if len(joined) > _SHORTEST:
        for index in range(len(joined)):
            yield joined[:index] + joined[index + 1 :]


def _same_numbers(first: str, second: str) -> bool:
    numbers, others = _DIGITS.findall(first), _DIGITS.findall(second)
    return not numbers or not others or sorted(numbers) == sorted(others)
