"""Whether two spellings of a person's name can be the same person (METHOD S1: people spelled in two ways)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from workshop_app.domain.text_key import norm_text

_WORD = re.compile(r"\w+")
_CYRILLIC, _LATIN = re.compile(r"[а-яё]"), re.compile(r"[a-z]")
_LOOKALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_COMMA_NAME = re.compile(r"([\w’'-]+),\s*([^\W\d][^,\d]*)")
_VACANCY = re.compile(r"\b(?:ваканси|вакант|vacan|не занят)")
_NEAR, _SHORTEST, _MOST_NEAR = 88, 4, 5


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name: surname, names or initials, whatever their order and dots.

    A Latin letter between Cyrillic ones, which nobody sees, is the Cyrillic one.
    """
    return tuple(map(_one_alphabet, _WORD.findall(norm_text(name))))


def _one_alphabet(word: str) -> str:
    return word.translate(_LOOKALIKES) if _CYRILLIC.search(word) and _LATIN.search(word) else word


def is_comma_name(name: str) -> bool:
    """Whether a name is written as card files do: «Ким, Ирина», “Byrne, Aoife”."""
    return _COMMA_NAME.fullmatch(name) is not None


def without_comma(name: str) -> str:
    """«Ким, Ирина» as «Ким Ирина», “Byrne, Aoife” as “Aoife Byrne”: as lists of either language have names."""
    match = _COMMA_NAME.fullmatch(name)
    if match is None:
        return name
    parts = (match[1], match[2]) if _CYRILLIC.search(name.casefold()) else (match[2], match[1])
    return " ".join(parts)


def is_vacancy(name: str) -> bool:
    """Whether the name says that nobody holds the position."""
    return _VACANCY.search(norm_text(name)) is not None


def can_be_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of a name are another's with initials or without some of the names.

    «Корнеева И. Л.» and «Корнеева Ирина Львовна» can be one person.
    """
    short, full = (one, other) if sum(map(len, one)) <= sum(map(len, other)) else (other, one)
    rest = list(full)
    for word in short:
        if len(word) > 1:
            if word not in rest:
                return False
            rest.remove(word)
    return len(rest) < len(full) and _begin([word for word in short if len(word) == 1], rest)


def _begin(initials: list[str], names: list[str]) -> bool:
    return len(initials) <= len(names) and all(name[0] == letter for letter, name in zip(initials, names, strict=False))


def near_keys(key: str, known: Mapping[str, str]) -> list[str]:
    """The ids of the known texts that differ from a text by a slip of the hand; ``known`` are text keys by id."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    if len(key) < _SHORTEST:
        return []
    found = extract(key, known, scorer=ratio, score_cutoff=_NEAR, limit=_MOST_NEAR)
    return [row_id for text, _score, row_id in found if text != key and len(text) >= _SHORTEST]


def is_near(one: str, other: str) -> bool:
    """Whether two text keys differ by a slip of the hand."""
    return bool(near_keys(one, {"": other}))
