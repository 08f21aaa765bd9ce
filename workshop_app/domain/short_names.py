"""Names of people in short: the surname, the surname with initials, how a letter calls somebody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from workshop_app.domain.given_names import GIVEN_NAMES
from workshop_app.domain.text_key import norm_text

PATRONYMIC = re.compile(r"(?:[оеи]вич|[оеи]вна|ична|инична|оглы|кызы)$")
_INITIALS = re.compile(r"(?:\w\.)+\w?|\w")
_INITIAL = re.compile(r"\w(?=\.)")
_FULL_NAME, _SHORT = 3, 2


def surname(name: str) -> str:
    """The surname: «Корнеева» of «Корнеева Ирина Львовна» and of «Ирина Корнеева», “Carrow” of “Irene Carrow”."""
    return _parts(name)[0]


def short_name(name: str) -> str:
    """«Корнеева И. Л.», “I. Carrow”; the lines between the parts never break."""
    own, others = _parts(name)
    if not others:
        return name.strip()
    initials = [f"{sign}." for part in others for sign in _INITIAL.findall(part) or part[0]]
    return "\N{NO-BREAK SPACE}".join([own, *initials] if _is_russian(name) else [*initials, own])


def two_names(name: str) -> str:
    """Surname and first name in the name's own order: «Иванов Илья», “Jane Smith”."""
    own, others = _parts(name)
    kept = (own, *others[:1])
    return " ".join(part for part in name.split() if part in kept)


def spellings(name: str) -> tuple[str, ...]:
    """How lists write a person: the whole name in either order, with initials on either side, the surname alone."""
    own, others = _parts(name)
    found = [name.strip()]
    for kept in (others, others[:1]):
        initials = "".join(f"{sign}." for part in kept for sign in _INITIAL.findall(part) or part[0])
        found += [" ".join(filter(None, parts)) for parts in ((own, *kept), (*kept, own))]
        found += [" ".join(filter(None, parts)) for parts in ((own, initials), (initials, own))]
    return tuple(dict.fromkeys(filter(None, (*found, own))))


def surnames_apart(names: Iterable[str]) -> dict[str, str]:
    """By name: the surname, with the first name where somebody else has it too."""
    own = {name: surname(name) for name in names}
    counts = Counter(norm_text(found) for found in own.values())
    return {name: found if counts[norm_text(found)] == 1 else two_names(name) for name, found in own.items()}


def told_apart(names: Iterable[str]) -> dict[str, str]:
    """By name: the short one, or the whole one where it would be that of somebody else too."""
    shorts = {name: short_name(name) for name in names}
    counts = Counter(norm_text(short) for short in shorts.values())
    return {name: short if counts[norm_text(short)] == 1 else name.strip() for name, short in shorts.items()}


def call_name(name: str) -> str:
    """How a letter calls a person: «Ирина Львовна», «Ирина», “Irene”."""
    _own, others = _parts(name)
    if not others or len(others) >= _FULL_NAME or _INITIALS.fullmatch(others[0]):
        return name.strip()
    return " ".join(others) if _is_russian(name) else others[0]


def _parts(name: str) -> tuple[str, list[str]]:
    """The surname, and the other parts in their order."""
    parts = name.split()
    if not parts:
        return "", []
    return (parts[0], parts[1:]) if _begins_with_surname(parts) else (parts[-1], parts[:-1])


def _begins_with_surname(parts: list[str]) -> bool:
    """As Russian lists have it, unless initials or a given name come first; English names end with the surname.

    A surname may be of one letter: «О Сергей», «Ю Ин».
    """
    if len(parts) == 1:
        return True
    first, second, last = (norm_text(part) for part in (parts[0], parts[1], parts[-1]))
    if not _is_russian(" ".join(parts)):
        return False
    named_last = last in GIVEN_NAMES or PATRONYMIC.search(last) is not None
    if _INITIALS.fullmatch(parts[0]):
        return len(parts[0]) == 1 and (named_last or len(last) <= _SHORT)
    if len(parts) == _FULL_NAME and PATRONYMIC.search(second) and not PATRONYMIC.search(last):
        return False
    return first not in GIVEN_NAMES or named_last


def _is_russian(name: str) -> bool:
    return any("а" <= sign <= "я" or sign == "ё" for sign in name.casefold())
