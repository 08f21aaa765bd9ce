"""Letters typed with one key: by the typed character, in both keyboard layouts (DECISIONS, RACI by keyboard)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.raci import ORDER, Letters, is_russian_sheet, normalise
from workshop_app.domain.text_key import single_line

_KEYS: Mapping[str, str] = MappingProxyType(
    {"r": "R", "к": "R", "a": "A", "а": "A", "ф": "A", "c": "C", "с": "C", "i": "I", "ш": "I"}
)
_RUSSIAN_KEYS: Mapping[str, str] = MappingProxyType(
    {"о": "A", "и": "R", "к": "C", "у": "I", "a": "A", "r": "R", "c": "C", "i": "I"}
)


def letter_of(typed: str, *, russian: bool = False) -> str | None:
    """A, R, C or I for a typed character, None for any other. ``russian``: the letters О И К У (a preference)."""
    return (_RUSSIAN_KEYS if russian else _KEYS).get(typed.casefold())


def with_letter(present: Letters, letter: str, *, add: bool) -> str:
    """The letters of a cell after a key: alone, or added to those present (a letter that is there is taken away)."""
    if not add:
        return letter
    marks = set(present.marks) ^ {letter}
    return "".join(mark for mark in ORDER if mark in marks)


def pasted_letters(rows: list[list[str]], *, russian: bool = False) -> list[list[str]]:
    """A pasted block as letters; a whole block of О И К У is read as such, other signs stay as they came."""
    texts = [text for row in rows for text in row]
    of_sheet = russian or is_russian_sheet(texts)
    return [[_as_stored(text, russian=of_sheet) for text in row] for row in rows]


def _as_stored(text: str, *, russian: bool) -> str:
    letters = normalise(text, russian=russian)
    return single_line(text) if letters.unknown else letters.marks
