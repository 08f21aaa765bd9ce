"""Whether two spellings of a person's name can be the same person (METHOD S1: people spelled in two ways)."""

from __future__ import annotations

import re
from collections import Counter

from workshop_app.domain.text_key import norm_text

_WORD = re.compile(r"\w+")
_VACANCY = re.compile(r"\b(?:ваканси|вакант|vacan|не занят)")
_NEAR = 88


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name: surname, names or initials, whatever their order and dots."""
    return tuple(_WORD.findall(norm_text(name)))


def is_vacancy(name: str) -> bool:
    """Whether the name says that nobody holds the position."""
    return _VACANCY.search(norm_text(name)) is not None


def same_words(one: str, other: str) -> bool:
    """The same words in any order: «Ирина Корнеева» and «Корнеева Ирина»."""
    return Counter(name_words(one)) == Counter(name_words(other))


def can_be_same(one: str, other: str) -> bool:
    """One is the other with initials or without some of the names: «Корнеева И. Л.» and «Корнеева Ирина Львовна»."""
    short, full = sorted((list(name_words(one)), list(name_words(other))), key=lambda words: sum(map(len, words)))
    rest = list(full)
    for word in [word for word in short if len(word) > 1]:
        if word not in rest:
            return False
        rest.remove(word)
    if len(rest) == len(full):
        return False
    initials = [word for word in short if len(word) == 1]
    return _begin(initials, rest)


def _begin(initials: list[str], names: list[str]) -> bool:
    return len(initials) <= len(names) and all(name[0] == letter for letter, name in zip(initials, names, strict=False))


def is_near(one: str, other: str) -> bool:
    """Two texts that differ by a slip of the hand."""
    from rapidfuzz.fuzz import ratio

    return one != other and min(len(one), len(other)) > 3 and float(ratio(one, other)) >= _NEAR
