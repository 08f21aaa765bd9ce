"""User text on its way to paper: cleaning and typography. It never becomes markup: the flowables draw it as it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reports import fonts
from workshop_app.typesetting import typeset

LIMIT = 20_000
_MARKS_ON_A_LETTER = 3
_SHORT_TEXT = 300
_ORDINARY = re.compile(r"[\n -~\xa0-\xac\xae-\u02af\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e₽€№→←−□]*")
"""Texts that need no cleaning: no controls, marks or joiners, and every letter in one piece."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|\s|[.,;:!?)]|$)")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


def clean(text: str, limit: int = LIMIT) -> str:
    """NFC without control characters, bidi overrides and invisible joiners; a long text ends in «…» at the limit.

    Line breaks stay as ``\\n``, tabs become spaces, at most three combining marks stay on a letter.
    """
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    text = _LINE_ENDS.sub("\n", text)
    if _ORDINARY.fullmatch(text):
        return text
    result: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(character)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks <= _MARKS_ON_A_LETTER:
            result.append(_kept(character, kind))
    return "".join(result)


def _kept(character: str, kind: str) -> str:
    if character == "\n":
        return character
    if character == "\t":
        return " "
    if kind == "Cs":
        return fonts.MISSING
    return "" if kind in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f" else character


def prepare(text: str, language: str) -> str:
    """Cleaned and typeset: what every text passes before it is measured."""
    return _prepare_short(text, language) if len(text) <= _SHORT_TEXT else _prepare(text, language)


def _prepare(text: str, language: str) -> str:
    shown = typeset(clean(text), language)
    return _APOSTROPHE.sub("’", shown) if language == "en" and "'" in shown else shown


@lru_cache(maxsize=8_000)
def _prepare_short(text: str, language: str) -> str:
    return _prepare(text, language)
