"""Which department a text probably means that is not its name: offered as an answer, never taken unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workshop_app.domain.claims_text import department_keys
from workshop_app.domain.department_code import SMALL_WORDS
from workshop_app.domain.model import Department
from workshop_app.domain.text_key import compact_key, norm_text

_WORD = re.compile(r"[^\W_]+")
_COMMON = frozenset((
    "отдел", "отдела", "отделение", "служба", "службы", "подразделение", "группа", "департамент", "управление", "цех",
    "department", "dept", "team", "group", "unit", "division", "office",
))  # fmt: skip
_SHORTEST = 4


def likely_department(text: str, departments: Sequence[Department]) -> Department | None:
    """The only department that a text may mean: its name with other spaces and hyphens, its initials, some words of it.

    «Контакт центр» and «КЦ» are «Контакт-центр», «Маркетинг» is «Отдел маркетинга»; “Sales support” is not “Sales”.
    None when several may be meant.
    """
    for means in (_is_spelled_so, _is_abbreviated_so, _shares_words, _shares_stems):
        found = [each for each in departments if any(means(norm_text(text), key) for key in department_keys(each))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_spelled_so(text: str, key: str) -> bool:
    return compact_key(text) == compact_key(key) != ""


def _is_abbreviated_so(text: str, key: str) -> bool:
    words = [word for word in _WORD.findall(key) if word not in SMALL_WORDS]
    return len(words) > 1 and "".join(_WORD.findall(text)) == "".join(word[0] for word in words)


def _shares_words(text: str, key: str) -> bool:
    said = _telling(text)
    return bool(said) and set(said) <= set(_telling(key))


def _shares_stems(text: str, key: str) -> bool:
    said, words = _telling(text), _telling(key)
    return bool(said) and all(any(_is_one_word(word, each) for each in words) for word in said)


def _telling(key: str) -> list[str]:
    """The words that say which department it is."""
    words = (word for word in _WORD.findall(key) if word not in SMALL_WORDS | _COMMON)
    return [word for word in words if len(word) >= _SHORTEST or word.isdigit()]


def _is_one_word(one: str, other: str) -> bool:
    """The same word but for its ending."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or same >= max(_SHORTEST, min(len(one), len(other)) - 1)
