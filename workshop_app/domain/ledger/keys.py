"""Keys of clients and services, and the user's own lists of spellings (METHOD C.8.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from workshop_app.domain.text_key import norm_text

LEGAL_FORMS = frozenset(
    {"ооо", "оао", "зао", "пао", "нао", "ао", "ип", "нко", "фгуп", "гуп", "муп", "тоо"}
    | {"ltd", "limited", "llc", "llp", "plc", "inc", "gmbh"}
)
_MARKS = re.compile(r"[.,;]")
_DASHES = re.compile(r"\s*[-‐‑‒–—―−]\s*")
_GLUED_FORM = re.compile(rf"^\s*({'|'.join(sorted(LEGAL_FORMS, key=len, reverse=True))})(?=[«\"“„])", re.IGNORECASE)
_FORM_GLUED = re.compile(rf"(?<=[»\"”“])({'|'.join(sorted(LEGAL_FORMS, key=len, reverse=True))})\s*$", re.IGNORECASE)


def client_key(name: str) -> str:
    """The key of a client's name: as ``norm_text``, without marks, dashes alike, legal forms taken off both ends.

    A name that is nothing but legal forms keeps the last one. Empty for an empty name.
    """
    parted = _FORM_GLUED.sub(r" \1", _GLUED_FORM.sub(r"\1 ", name))
    return " ".join(without_forms(_DASHES.sub("-", _MARKS.sub(" ", norm_text(parted))).split(), LEGAL_FORMS))


def without_forms(words: list[str], forms: Collection[str]) -> list[str]:
    """The words without legal forms at either end; the last word stays."""
    while len(words) > 1 and words[0] in forms:
        del words[0]
    while len(words) > 1 and words[-1] in forms:
        del words[-1]
    return words


def service_key(name: str) -> str:
    """The key of a service: ``norm_text``."""
    return norm_text(name)


class Aliases:
    """Keys that a person said are the same: each leads to one key, over several steps if need be."""

    def __init__(self, pairs: Mapping[str, str] | Iterable[tuple[str, str]], key: Callable[[str], str]) -> None:
        items = pairs.items() if isinstance(pairs, Mapping) else pairs
        self._to = {key(source): key(target) for source, target in items if key(source) != key(target)}

    def __call__(self, key: str) -> str:
        """The key that stands for this one; a circle ends where it began."""
        seen = {key}
        while (target := self._to.get(key)) is not None and target not in seen:
            seen.add(target)
            key = target
        return key
