"""Typed texts: shown as they were typed, on one line, and compared by their key (METHOD C.1)."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans("ё", "е", "«»“”\"'„‟‘’‚")
_SPACES = re.compile(r"\s+")
_GAPS = re.compile(r"[\s\-‐‑‒–—−]+")
_ENDS = " .,;:"
_LIST_MARK = re.compile(r"\s*(?:[-–—](?!\d)|[•*▪·]|\d{1,3}[.)](?!\d))\s*")
_TOTAL = r"(?:итого|всего|totals?|subtotal|grand total|общий итог|промежуточный итог)(?!\w)"


def single_line(text: str) -> str:
    """A typed text as it is stored: on one line with single spaces; empty when it says nothing."""
    return " ".join(text.split())


def without_mark(text: str) -> str:
    """A line of a list without the bullet or the number before it."""
    found = _LIST_MARK.match(text)
    return text[found.end() :] if found is not None and found.end() < len(text) else text


def norm_text(text: str) -> str:
    """The key of a text: NFKC, case-folded, ё → е, no quotation marks, single spaces, no marks at the ends.

    Empty for a text of nothing but spaces, quotes and the marks ``. , ; :``.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _SPACES.sub(" ", folded.translate(_QUOTES)).strip(_ENDS)


def compact_key(text: str) -> str:
    """The key without spaces and hyphens: «Отдел продаж №1» is «Отдел продаж № 1», «Контакт центр» «Контакт-центр»."""
    return _GAPS.sub("", norm_text(text))


def is_total(text: str) -> bool:
    """Whether a cell's text begins with итого, всего or total as a word (METHOD C.3.1, C.8.1)."""
    return re.match(_TOTAL, norm_text(text)) is not None
